"""Whether those who are seated in a room may still be there: by their rights, and by the token they came with."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from facilitator import access
from facilitator.faults import told

if TYPE_CHECKING:
    from facilitator.live.room import Room
    from facilitator.live.seats import Seat
    from facilitator.live.workings import Workings

CHECKED_AT_ONCE = 25  # seats: others take turns between

logger = logging.getLogger(__name__)


class Standing:
    """One room's."""

    def __init__(self, room: Room, workings: Workings) -> None:
        self._room, self._workings = room, workings

    def check(self) -> None:
        """Turn away whoever has lost access. Whose role is another fetches the state again."""
        with self._room.lock:
            seats = list(self._room.seats.values())
        if not seats:
            return
        with self._workings.reading() as connection:
            held = access.held({seat.token_id for seat in seats}, connection)
        for first in range(0, len(seats), CHECKED_AT_ONCE):
            self._workings.sleep(0)
            some = seats[first : first + CHECKED_AT_ONCE]
            self._check([seat for seat in some if seat.sid in self._room.seats], held)

    def check_soon(self) -> None:
        """As soon as whoever asks has done what they do."""
        self._workings.start(self.try_to_check)

    def try_to_check(self) -> None:
        """As `check`; a fault is logged, since the next heartbeat checks again."""
        try:
            self.check()
        except Exception as fault:
            logger.error("its seats were not checked", extra={"document": self._room.document, "fault": told(fault)})

    def _check(self, seats: Sequence[Seat], held: Collection[str]) -> None:
        actors = self._room.rights({seat.person for seat in seats})
        for seat in seats:
            actor = actors[seat.person]
            if seat.token_id not in held or not self._room.is_there_for(actor):
                self._room.unseat(seat)
                seat.turn_away("not.there")
            elif actor is not None and actor.role != seat.actor.role:
                seat.actor = actor
                seat.send(self._room.reset("rights"))
