"""Modes: what the people of a board may do now, and what silence kept shows when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from facilitator.engine.may import MODES
from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import BOARD, Actor, Change, Refusal, State, differing, put


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMode(Operation):
    type: ClassVar[str] = "mode.set"

    mode: str


@decides(SetMode)
def set_mode(state: State, op: SetMode, actor: Actor) -> Decision:
    """Change the mode. Leaving silence, whatever comes next, shows all of that silence in the same event."""
    if op.mode not in MODES:
        return Refusal("mode.unknown")
    board = state.board
    if op.mode == board["mode"]:
        return []
    silence = state.seq + 1 if op.mode == "silent" else None
    changes = [put(BOARD, differing(board, {"mode": op.mode, "silence": silence}))]
    return changes + revealed(state) if board["mode"] == "silent" else changes


def revealed(state: State) -> list[Change]:
    """All that the silence kept and that is still there, with all its fields; who wrote it stays unsaid (P4.3)."""
    silence = state.board["silence"]
    shown = []
    for item_id, item in state.items.items():
        if not item.get("private") or item.get("silence") != silence:
            continue
        if item_id.startswith("link:") and not {item["from"], item["to"]} <= state.items.keys():
            continue  # it returns with the end that is gone
        shown.append(put(item_id, {**item, "private": None}))
    return shown
