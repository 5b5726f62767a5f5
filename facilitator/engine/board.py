"""The board itself: who may do what, whether evidence is asked, what it shows, which kinds of note it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.kinds import name_kinds
from facilitator.engine.notes import MOST_NOTES
from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import BOARD, Actor, Change, Refusal, State, differing, put

CHOICES = {
    "shaped_by": ("facilitator", "everybody"),
    "rewritten_by": ("authors", "everybody"),
    "evidence": ("hidden", "shown"),  # how notes are known: asked beside them and shown on them, or neither
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBoard(Operation):
    type: ClassVar[str] = "board.set"

    fields: Mapping[str, Any]


@decides(SetBoard)
def set_board(state: State, op: SetBoard, actor: Actor) -> Decision:
    """Open or close what everybody may do, those who lead may always; say what is asked, shown, and of which kinds."""
    switches = {name: value for name, value in op.fields.items() if name not in ("kinds", "variant", "left_out")}
    for name, value in switches.items():
        if name not in CHOICES:
            return Refusal("field.unknown", {"field": name})
        if value not in CHOICES[name]:
            return Refusal("field.wrong", {"field": name})
    if "variant" in op.fields:
        switches["variant"] = op.fields["variant"]
        if not _is_variant(state, switches["variant"]):
            return Refusal("field.wrong", {"field": "variant"})
    if "left_out" in op.fields:
        switches["left_out"] = op.fields["left_out"]
        if not _is_count(switches["left_out"]):
            return Refusal("field.wrong", {"field": "left_out"})
    changed = differing(state.board, switches)
    changes: list[Change] = [put(BOARD, changed)] if changed else []
    if "kinds" in op.fields:
        named = name_kinds(state.rules, state.board, state.items, op.fields["kinds"])
        if isinstance(named, Refusal):
            return named
        changes += named
    return changes


def _is_count(value: Any) -> bool:
    """How many notes had been left out of the output that the board was brought from, or null."""
    return value is None or (type(value) is int and 1 <= value <= MOST_NOTES)


def _is_variant(state: State, key: Any) -> bool:
    """One that the method knows, or null: nobody says which."""
    return key is None or (isinstance(key, str) and key in state.rules.variants)
