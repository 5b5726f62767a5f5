"""Notes that arrived after the end of a workshop: what waits, and what those who lead make of it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.engine import Actor
from facilitator.engine.may import is_late_and_waiting
from facilitator.errors import Invalid
from facilitator.live import rooms
from facilitator.live.wishes import Refused
from facilitator.models import Board, Workshop


@dataclass(frozen=True)
class LateNote:
    """One that waits. Who wrote it is nobody's to know."""

    id: str
    text: str
    language: str | None
    is_left_out: bool


def late_notes(workshop: Workshop) -> list[tuple[Board, list[LateNote]]]:
    """What waits, board by board, those without any left out; those that were left out come last."""
    found = [(board, _waiting(board.id)) for board in workshop.boards]
    return [(board, notes) for board, notes in found if notes]


def take_in(board: Board, by: str, notes: Sequence[str]) -> None:
    """Make these notes the board's. by: a person's id. Raises Invalid with the code of the first that is refused."""
    _do(board, by, [{"type": "note.take_in", "note": note} for note in notes])


def leave_out(board: Board, by: str, note: str) -> None:
    """Say that a note is no part of the output; it goes on waiting. Raises Invalid."""
    _do(board, by, [{"type": "note.leave_out", "note": note, "out": True}])


def _do(board: Board, by: str, wanted: list[dict[str, object]]) -> None:
    wishes = [{"id": str(uuid.uuid4()), **each} for each in wanted]
    for answer in rooms.submit(board.id, wishes, Actor(by, "facilitator")):
        if isinstance(answer, Refused):
            raise Invalid(answer.code, **answer.detail)


def _waiting(board_id: str) -> list[LateNote]:
    notes = [
        LateNote(item_id, item["text"], item.get("lang"), bool(item.get("out")))
        for item_id, item in rooms.state(board_id).items.items()
        if is_late_and_waiting(item)
    ]
    return sorted(notes, key=lambda note: note.is_left_out)
