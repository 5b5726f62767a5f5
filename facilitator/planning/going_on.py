"""What still goes on in a workshop: whoever closes it sees first what that would cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.engine import private_count
from facilitator.live import rooms
from facilitator.models import Workshop
from facilitator.planning.people import Somebody, everybody_of


@dataclass(frozen=True)
class OnBoard:
    """One board on which something goes on."""

    board_id: str
    title: str
    writing: tuple[str, ...]  # names of those who have a note open; none where the board does not tell
    silent: dict[str, int] | None  # how many notes of how many people wait to be shown; None: no silence
    ballots: tuple[str, ...]  # what the open ballots ask


@dataclass(frozen=True)
class GoingOn:
    """All of it. away: who has joined and is on no board now; their devices may hold what was never sent."""

    boards: tuple[OnBoard, ...]
    away: tuple[Somebody, ...]


def going_on(workshop: Workshop) -> GoingOn:
    """As this process knows it: who is here is told by no table."""
    people = everybody_of(workshop)
    boards = (_on_board(board.id, board.title, people) for board in workshop.boards)
    busy = (each for each in boards if each.writing or each.silent or each.ballots)
    return GoingOn(tuple(busy), tuple(each for each in people if each.role == "participant" and each.board is None))


def _on_board(board_id: str, title: str, people: Sequence[Somebody]) -> OnBoard:
    state = rooms.state(board_id)
    ballots = (item["title"] for item_id, item in state.items.items() if item_id.startswith("ballot:") and item["open"])
    silent = private_count(state) if state.board["mode"] == "silent" else None
    writing = (each.name for each in people if each.is_writing and each.board == board_id)
    return OnBoard(board_id, title, tuple(writing), silent, tuple(ballots))
