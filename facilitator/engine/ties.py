"""Ties to the project's register: which of its entities a note is, and which ones it is about.

The engine knows no register. It keeps the ids as they are given; one that the project does not have ties to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.ids import is_id
from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import Actor, Refusal, State
from facilitator.engine.touch import decided, movable

MOST_ABOUT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TieNote(Operation):
    """fields: `entity`, the one that the note is, and `about`, those whom or what it concerns; null takes one away."""

    type: ClassVar[str] = "note.tie"

    note: str
    fields: Mapping[str, Any]


@decides(TieNote)
def tie_note(state: State, op: TieNote, actor: Actor) -> Decision:
    """Say what a note is, or is about, in the project's register. What it says stays as it is."""
    note = movable(state, op.note, actor)
    if isinstance(note, Refusal):
        return note
    fields = dict(op.fields)
    if unknown := set(fields) - {"entity", "about"}:
        return Refusal("field.unknown", {"field": min(unknown)})
    if not _is_entity(fields.get("entity")):
        return Refusal("field.wrong", {"field": "entity"})
    if "about" in fields:
        about = fields["about"] or []
        if not isinstance(about, list) or len(about) > MOST_ABOUT or None in about or not all(map(_is_entity, about)):
            return Refusal("field.wrong", {"field": "about"})
        fields["about"] = list(dict.fromkeys(about)) or None
    return decided(op.note, note, fields)


def _is_entity(value: Any) -> bool:
    return value is None or (isinstance(value, str) and is_id(value, "entity"))
