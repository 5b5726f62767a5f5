"""What follows from a step: each board that it concerns gets the step's mode, by `system`.

The floor's log says what is to be told to whom (`went`); the operation's id follows from the step change and the
board, so a board hears it once, however often it is told. Told in the floor's own loop, in the order of its log; and
again when its room starts, for a process may end between the two commits.
"""

from __future__ import annotations

import logging
import threading
import uuid
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from facilitator.engine import State, workshop_of
from facilitator.faults import told
from facilitator.live import log
from facilitator.live.schemas import read_operations
from facilitator.live.wishes import SYSTEM, Answer, Wish
from facilitator.models import Board, Workshop, WorkshopStatus

if TYPE_CHECKING:
    from facilitator.live.room import Room
    from facilitator.live.rooms import Rooms
    from facilitator.live.workings import Workings

RETRY_SECONDS = 1.0
MOST_RETRIES = 60

logger = logging.getLogger(__name__)


def telling_id(change: str, board: str) -> str:
    """The id of the operation by which this board hears of this step change."""
    return str(uuid.uuid5(uuid.UUID(change), board))


class Leading:
    """Tells the boards of one floor what its current step asks of them."""

    def __init__(self, floor: Room, rooms: Rooms, workings: Workings) -> None:
        self._floor, self._rooms, self._workings = floor, rooms, workings
        self._lock = threading.Lock()  # boards hear of two steps in the floor's order
        self._retries = 0

    def follow(self, before: State, after: State) -> None:
        """Lead, if somebody went to a step."""
        if after.root.get("went") != before.root.get("went"):
            self._retries = 0
            self.lead()

    def lead(self) -> None:
        """Tell those boards of the current step that have not heard of it."""
        try:
            with self._lock:
                went: dict[str, Any] | None = self._floor.state.root.get("went")
                if went is not None:
                    for board in self._unheard(went):
                        self._tell(went, board)
        except Exception as fault:  # the step itself is saved, and whoever went there is answered
            logger.error("boards were not told", extra={"document": self._floor.document, "fault": told(fault)})
            self._lead_later()

    def _unheard(self, went: dict[str, Any]) -> list[str]:
        """Those of its boards that are this workshop's own, while it is not closed: what is frozen stays."""
        query = (
            select(Board.id)
            .join(Workshop, Workshop.id == Board.workshop_id)
            .where(
                Board.id.in_(went["boards"]),
                Workshop.id == workshop_of(self._floor.document),
                Workshop.status != WorkshopStatus.CLOSED,
            )
        )
        with self._workings.reading() as connection:
            boards = connection.execute(query).scalars().all()
            keys = {board: (SYSTEM.id, telling_id(went["op"], board)) for board in boards}
            return [board for board, key in keys.items() if not log.find(connection, board, [key])]

    def _tell(self, went: dict[str, Any], board: str) -> None:
        wish = {"id": telling_id(went["op"], board), "type": "mode.set", "mode": went["mode"]}
        wishes = [each for each in read_operations([wish]) if isinstance(each, Wish)]
        self._rooms.open(board).put(SYSTEM, wishes, self._heard)

    def _heard(self, answers: list[Answer] | None) -> None:
        if answers is None:  # not saved: as any sender, we say it again
            self._lead_later()

    def _lead_later(self) -> None:
        self._retries += 1
        if self._retries <= MOST_RETRIES:
            self._workings.start(self._lead_after_a_while)

    def _lead_after_a_while(self) -> None:
        self._workings.sleep(RETRY_SECONDS)
        self.lead()
