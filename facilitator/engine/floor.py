"""A workshop's floor: what the whole room does now, and where everybody is called to.

Its root, the item `floor`, holds what there is only one of: the current step and what it set (`steps.py`), the timer
(`timer.py`) and the last summons.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from facilitator.engine.ids import is_board_id, is_id
from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import FLOOR, Actor, Refusal, State, put


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorOperation(Operation):
    """Those who lead do these; all others read (`may.py`)."""

    root: ClassVar[str] = FLOOR


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSummon(FloorOperation):
    """focus: a zone of that board."""

    type: ClassVar[str] = "summon.call"

    board: str
    focus: str | None = None


@decides(CallSummon)
def call_summon(state: State, op: CallSummon, actor: Actor) -> Decision:
    """Call everybody to a board. Its number is the event's own, so that the same place twice is two calls.

    Which boards and zones there are, the floor does not know: whoever finds none of this id stays where they are.
    """
    wrong = wrong_place([op.board], op.focus)
    if wrong is not None:
        return wrong
    focus = {} if op.focus is None else {"focus": op.focus}
    return [put(FLOOR, {"summon": {"number": state.seq + 1, "board": op.board, **focus}})]


def wrong_place(boards: list[str], focus: str | None) -> Refusal | None:
    """Why these cannot be boards and a zone on them, if so."""
    if not all(map(is_board_id, boards)) or (focus is not None and not is_id(focus, "zone")):
        return Refusal("id.invalid")
    return None
