"""A seat: one window of one person in one room."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from facilitator import measures
from facilitator.engine import Actor, Event
from facilitator.live.frames import LIVE, EventFrames, Frame
from facilitator.live.storage import FULL
from facilitator.live.wishes import Again, Answer, Refused
from facilitator.live.workings import Workings
from facilitator.models.base import now
from facilitator.words import sentence

if TYPE_CHECKING:
    from facilitator.live.room import Room


logger = logging.getLogger(__name__)

MOST_POLLED = 500  # packets that wait for the next poll
FEW_POLLED = 8  # packets that always may: between two polls something happens


class Wire(Protocol):
    """A WebSocket that takes ready frames (`facilitator/hub/websocket.py`)."""

    waiting: int  # bytes that the reader has left with us

    def push(self, frame: bytes, is_droppable: bool = False) -> bool:
        """Send without waiting. False: the reader is too far behind, and the frame was not taken."""
        ...

    def replace(self, frame: bytes) -> None:
        """Forget all that waits and send this instead."""
        ...


class Seat:
    """wire: None where the stock emit must do: long polling, and tests."""

    def __init__(
        self, workings: Workings, room: Room, sid: str, actor: Actor, token_id: str, card: dict[str, Any], language: str
    ) -> None:
        self.room, self.sid, self.actor, self.token_id, self.card = room, sid, actor, token_id, card
        self.person, self.language = actor.id, language
        self.wire: Wire | None = None
        self.polled: Any = None  # engine.io's socket of somebody who polls
        self._workings = workings

    def welcome(self, epoch: str, seq: int, is_reset: bool) -> dict[str, Any]:
        """The first message: where the log is, and whether the client's state is of no use any more."""
        return {"epoch": epoch, "seq": seq, "you": self.person, "now": now().isoformat(), "reset": is_reset}

    def send(self, frame: Frame) -> None:
        """Send without waiting for the reader. One who is too far behind starts anew."""
        if self.wire is None:
            self._emit(frame)
        elif not self.wire.push(frame.ready, frame.is_droppable):
            frame = self.room.reset("slow")
            self.wire.replace(frame.ready)
        if frame.name == "reset":
            measures.resets.labels(frame.data["why"]).inc()

    def _emit(self, frame: Frame) -> None:
        """The stock way. What waits for somebody who polls no more is bounded too."""
        waiting = self.polled.queue.qsize() if self.polled is not None else 0
        if waiting > FEW_POLLED and frame.is_droppable:
            return
        if waiting > MOST_POLLED:
            self._workings.hang_up(self.polled.sid)
        else:
            self._workings.emit(frame.name, frame.data, to=self.sid, namespace=LIVE)

    def refuse(self, refused: Sequence[Refused]) -> None:
        """Say what did not happen, in the person's language."""
        with self._workings.app.app_context():
            told = [in_words(each, self.language) for each in refused]
        self.send(Frame("refused", told))

    def reply(self, answers: Sequence[Answer] | None) -> None:
        """What a batch answered. Events have gone to everybody already; a failure is told where it may last (P6.4)."""
        if answers is None:
            if self.room.storage.is_full:
                self.refuse([Refused(None, FULL)])
            return
        again: list[Event] = [answer.event for answer in answers if isinstance(answer, Again)]
        if again:
            again.sort(key=lambda event: event.seq)
            self.send(EventFrames(again, self.room.state.root["authors"]).of(self.person))
        refused = [answer for answer in answers if isinstance(answer, Refused)]
        if refused:
            self.refuse(refused)

    def turn_away(self, code: str) -> None:
        """Say why and end it; the client does not come back by itself."""
        logger.info("turned away", extra={"person": self.person, "document": self.room.document, "code": code})
        self.refuse([Refused(None, code)])
        self.end()

    def end(self) -> None:
        """End the line. Unless they were told why, they come back by another."""
        self._workings.disconnect(self.sid, namespace=LIVE)


def in_words(refused: Refused, language: str | None) -> dict[str, Any]:
    """A refusal as it goes over the wire."""
    message = sentence(refused.code, refused.detail, language)
    return {"op": refused.op, "code": refused.code, "message": message}
