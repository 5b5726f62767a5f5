"""What happens every five seconds: where the logs are, who still may be here, what is stored, which rooms may close."""

from __future__ import annotations

import logging

from facilitator.faults import told
from facilitator.live import log
from facilitator.live.room import Room
from facilitator.live.rooms import Rooms
from facilitator.live.workings import Workings

BEAT_SECONDS = 5.0

logger = logging.getLogger(__name__)


class Heart:
    """Beats while anybody is seated. A lost last event shows itself by `head`, whatever lost it."""

    def __init__(self, workings: Workings, rooms: Rooms) -> None:
        self._workings, self._rooms = workings, rooms
        self._is_beating = False

    def start(self) -> None:
        """Beat from now on, unless it does. Tests beat by hand."""
        if not self._is_beating and not self._workings.app.testing:
            self._is_beating = True
            self._workings.start(self._beat_on)

    def beat(self) -> None:
        """Once: `head` from the database to every seat, and whoever has lost access goes."""
        rooms = self._rooms.all()
        with self._workings.reading() as connection:
            heads = log.heads(connection, [room.document for room in rooms])
        for room in rooms:
            try:
                self._beat_in(room, heads.get(room.document))
            except Exception as fault:  # one room's trouble is not another's
                logger.error("no heartbeat in a room", extra={"document": room.document, "fault": told(fault)})
        self._rooms.close_idle()

    def _beat_in(self, room: Room, head: tuple[str, int] | None) -> None:
        room.catch_up(head)
        room.standing.check()
        self._workings.sleep(0)  # others take turns
        if room.seats:
            self._workings.elsewhere.tell_here(room.document, room.presence.seated())
            room.presence.heard(self._workings.elsewhere.here(room.document))
            room.presence.read_names()
        frame = room.head()
        with room.lock:
            room.tell_all(frame)
        room.keep()

    def _beat_on(self) -> None:
        while True:
            self._workings.sleep(BEAT_SECONDS)
            try:
                self.beat()
            except Exception as fault:  # the database is away: the next beat may find it
                logger.error("no heartbeat", extra={"fault": told(fault)})
