"""Tidying what came of a workshop: late notes are taken in, and what does not belong in the output is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from facilitator.engine.ids import is_id
from facilitator.engine.may import is_late_and_waiting
from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import Actor, Refusal, State, put
from facilitator.engine.touch import decided, shown, touchable


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInNote(Operation):
    type: ClassVar[str] = "note.take_in"

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOutNote(Operation):
    """out: whether the note is left out of the output, or is in it again."""

    type: ClassVar[str] = "note.leave_out"

    note: str
    out: bool


@decides(TakeInNote)
def take_in_note(state: State, op: TakeInNote, actor: Actor) -> Decision:
    """Make a note that arrived after the end one of the board's. Who wrote it stays unsaid (P4.3)."""
    note = state.items.get(op.note)
    if note is None or not is_id(op.note, "note") or not note.get("late"):
        return Refusal("item.unknown")
    return [put(op.note, {**shown(note), "out": None})] if is_late_and_waiting(note) else []


@decides(LeaveOutNote)
def leave_out_note(state: State, op: LeaveOutNote, actor: Actor) -> Decision:
    """Say that a note is no part of the output, or is again. It stays on the board; a late one stays where it waits."""
    waiting = state.items.get(op.note) if is_id(op.note, "note") else None
    note = waiting if is_late_and_waiting(waiting) else touchable(state, "note", op.note, actor)
    if isinstance(note, Refusal):
        return note
    return decided(op.note, note or {}, {"out": op.out or None})
