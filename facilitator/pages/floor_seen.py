"""Where the room is now, for somebody on a page beside its boards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.engine import floor_of
from facilitator.errors import NotThere
from facilitator.live import rooms
from facilitator.models import Board, Workshop
from facilitator.pages.language import Told, title_of, told


@dataclass(frozen=True)
class Room:
    """mark: another one, when the room has gone on. part: what goes on; board: where, if this person may open it."""

    mark: str
    part: Told | None = None
    board: Board | None = None
    is_call: bool = False

    @property
    def board_title(self) -> Told | None:
        return title_of(self.board) if self.board else None


def seen_room(workshop: Workshop, boards: Sequence[Board]) -> Room:
    """The last call, if one of these boards is meant; else the part that is on, with the first of its boards."""
    try:
        state = rooms.state(floor_of(workshop.id))
    except NotThere:
        return Room(mark="")
    mine = {board.id: board for board in boards}
    summon, step = state.root.get("summon"), state.items.get(str(state.root.get("step")))
    mark = f"{state.root.get('step') or ''} {summon['number'] if summon else ''}"
    part = told(step["title"]) if step else None
    if summon and summon["board"] in mine:
        return Room(mark, part, mine[summon["board"]], is_call=True)
    concerned = step["boards"] if step else []
    return Room(mark, part, next((mine[board] for board in concerned if board in mine), None))
