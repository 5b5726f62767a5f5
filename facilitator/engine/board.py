"""The board itself: who may shape its zones, and who may rewrite and remove a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import BOARD, Actor, Refusal, State, differing, put

CHOICES = {"shaped_by": ("facilitator", "everybody"), "rewritten_by": ("authors", "everybody")}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBoard(Operation):
    type: ClassVar[str] = "board.set"

    fields: Mapping[str, Any]


@decides(SetBoard)
def set_board(state: State, op: SetBoard, actor: Actor) -> Decision:
    """Open or close what everybody may do; those who lead may always."""
    for name, value in op.fields.items():
        if name not in CHOICES:
            return Refusal("field.unknown", {"field": name})
        if value not in CHOICES[name]:
            return Refusal("field.wrong", {"field": name})
    changed = differing(state.board, op.fields)
    return [put(BOARD, changed)] if changed else []
