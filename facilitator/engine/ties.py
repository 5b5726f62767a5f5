"""Ties to the project: which entity of its register a note or a place is, whom a note is about, and from which output.

The engine knows no register and no outputs. It keeps the ids as they are given; one that the project does not have
ties to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.ids import is_id
from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import Actor, Refusal, State, differing, put
from facilitator.engine.touch import decided, movable
from facilitator.engine.zones import shapeable

MOST_ABOUT = 20
MOST_VERSION = 1_000_000
_OUTPUT = re.compile(r"[A-Za-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TieNote(Operation):
    """fields: `entity`, the one that the note is, `about`, those whom or what it concerns, and `from`, the output
    that it was carried over from; null takes one away.
    """

    type: ClassVar[str] = "note.tie"

    note: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class TieZone(Operation):
    """fields: `entity` and `from`, as of a note."""

    type: ClassVar[str] = "zone.tie"

    zone: str
    fields: Mapping[str, Any]


@decides(TieNote)
def tie_note(state: State, op: TieNote, actor: Actor) -> Decision:
    """Say what a note is, or is about, in the project's register. What it says stays as it is."""
    note = movable(state, op.note, actor)
    if isinstance(note, Refusal):
        return note
    fields = dict(op.fields)
    wrong = _wrong(fields, {"entity", "about", "from"})
    if wrong is not None:
        return wrong
    if "about" in fields:
        about = fields["about"] or []
        if not isinstance(about, list) or len(about) > MOST_ABOUT or None in about or not all(map(_is_entity, about)):
            return Refusal("field.wrong", {"field": "about"})
        fields["about"] = list(dict.fromkeys(about)) or None
    return decided(op.note, note, fields)


@decides(TieZone)
def tie_zone(state: State, op: TieZone, actor: Actor) -> Decision:
    """Say what a place that people made is in the project's register, and where it comes from."""
    zone = shapeable(state, op.zone)
    if isinstance(zone, Refusal):
        return zone
    wrong = _wrong(op.fields, {"entity", "from"})
    if wrong is not None:
        return wrong
    changed = differing(zone, op.fields)
    return [put(op.zone, changed)] if changed else []


def _wrong(fields: Mapping[str, Any], names: set[str]) -> Refusal | None:
    if unknown := fields.keys() - names:
        return Refusal("field.unknown", {"field": min(unknown)})
    if not _is_entity(fields.get("entity")):
        return Refusal("field.wrong", {"field": "entity"})
    return None if _is_origin(fields.get("from")) else Refusal("field.wrong", {"field": "from"})


def _is_origin(value: Any) -> bool:
    """Whether it can be an output and what it was there, or none."""
    if value is None:
        return True
    return (
        isinstance(value, Mapping)
        and value.keys() == {"artefact", "version", "item"}
        and isinstance(value["artefact"], str)
        and _OUTPUT.fullmatch(value["artefact"]) is not None
        and type(value["version"]) is int
        and 1 <= value["version"] <= MOST_VERSION
        and isinstance(value["item"], str)
        and (is_id(value["item"], "note") or is_id(value["item"], "zone"))
    )


def _is_entity(value: Any) -> bool:
    return value is None or (isinstance(value, str) and is_id(value, "entity"))
