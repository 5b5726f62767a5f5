"""Modes: what the people of a board may do now, and what silence kept shows when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from facilitator.engine.may import MODES
from facilitator.engine.merged import ends_of
from facilitator.engine.operation import Decision, Operation, decides_in_time
from facilitator.engine.state import BOARD, Actor, Change, Refusal, State, differing, put, stamp
from facilitator.engine.talk import is_talked_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMode(Operation):
    """ended: the workshop is over; only the system says so."""

    type: ClassVar[str] = "mode.set"

    mode: str
    ended: bool = False


@decides_in_time(SetMode)
def set_mode(state: State, op: SetMode, actor: Actor, now: datetime) -> Decision:
    """Change the mode. Leaving silence, whatever comes next, shows all of that silence in the same event.

    Once the workshop is over, nobody but the system changes it: by closing and by opening the workshop again.
    """
    if op.mode not in MODES:
        return Refusal("mode.unknown")
    board = state.board
    if actor.role != "system" and (op.ended or board.get("ended")):
        return Refusal("not.allowed" if op.ended else "mode.ended")
    if op.mode == board["mode"] and op.ended == bool(board.get("ended")):
        return []
    is_silent, is_to_be = board["mode"] == "silent", op.mode == "silent"
    silence = board["silence"] if is_silent and is_to_be else state.seq + 1 if is_to_be else None
    ended_at = (board.get("ended_at") or stamp(now)) if op.ended else None
    fields = {"mode": op.mode, "silence": silence, "ended": op.ended or None, "ended_at": ended_at}
    changes = [put(BOARD, differing(board, fields))]
    return changes + revealed(state, now) if is_silent and not is_to_be else changes


def revealed(state: State, now: datetime) -> list[Change]:
    """All that the silence kept and that is still there, with all its fields. Who wrote it, and when, is never said."""
    silence = state.board["silence"]
    shown = []
    for item_id, item in state.items.items():
        if not item.get("private") or item.get("silence") != silence:
            continue
        if item_id.startswith("link:") and ends_of(state.items, item) is None:
            continue  # it returns with the end that is gone
        if item_id.startswith("comment:"):
            if not is_talked_of(state.items, item_id):
                continue
            if not item.get("brought"):
                item = {**item, "at": stamp(now)}  # it has its place in the talk from now on
        shown.append(put(item_id, {**item, "private": None}))
    return shown
