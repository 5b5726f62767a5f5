"""The rooms of this process, and how everything but a socket asks them: REST, commands, planning."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable, Sequence
from typing import Any

from flask import current_app

from facilitator.engine import PUBLIC, Actor, Event, State, see_event, workshop_of
from facilitator.errors import NotThere, Problem
from facilitator.faults import told
from facilitator.live import figures
from facilitator.live.elsewhere import Elsewhere
from facilitator.live.floor import Leading
from facilitator.live.room import Room
from facilitator.live.schemas import read_operations
from facilitator.live.storage import FULL
from facilitator.live.wishes import SYSTEM as SYSTEM
from facilitator.live.wishes import Again, Answer, Refused, Wish
from facilitator.live.workings import Workings

IDLE_SECONDS = 120
ANSWER_SECONDS = 30

logger = logging.getLogger(__name__)

Whereabouts = dict[str, tuple[str, bool]]  # by person: the document, and whether they are writing there


class NotSaved(Problem):
    """The database did not take it; the same operations may be sent again."""

    status = 503
    code = "not.saved"


class Rooms:
    """Opens a room when it is first asked for, and closes it when nobody has been there for a while."""

    def __init__(self, workings: Workings) -> None:
        self._workings = workings
        self._rooms: dict[str, Room] = {}
        self._lock = threading.Lock()
        heard = workings.elsewhere
        heard.on_head, heard.on_look, heard.on_people = self._heard_head, self._heard_look, self._heard_people
        heard.on_guest = self._heard_guest

    def open(self, document: str) -> Room:
        """The document's room. Raises NotThere if there is no such document."""
        room = self._rooms.get(document)
        if room is None:
            with self._lock:
                room = self._rooms.get(document)
                if room is None:
                    room = self._start(document)
        room.used_at = time.monotonic()
        return room

    def _start(self, document: str) -> Room:
        try:
            room = Room(document, self._workings)
        except KeyError:
            raise NotThere from None
        self._rooms[document] = room
        if self._workings.elsewhere.here(document):
            self._heard_people(document)
        if workshop_of(document) is not None:
            leading = Leading(room, self, self._workings)
            room.follow = leading.follow
            self._workings.start(leading.lead)
        return room

    def among(self, documents: Iterable[str]) -> list[Room]:
        """Those of these documents' rooms that are open."""
        return [room for document in documents if (room := self._rooms.get(document)) is not None]

    def all(self) -> list[Room]:
        """The rooms that are open."""
        return list(self._rooms.values())

    def close_idle(self) -> None:
        """Close rooms where nobody has been for a while."""
        before = time.monotonic() - IDLE_SECONDS
        for room in self.all():
            if not room.seats and not room.is_busy() and room.used_at < before:
                self._rooms.pop(room.document, None)
                room.close()

    def close(self) -> None:
        """Close all rooms: the process ends."""
        for room in self.all():
            self._rooms.pop(room.document, None)
            room.close()
        try:
            self._workings.elsewhere.flush()
        except Exception as fault:  # the others find it by themselves
            logger.warning("the other processes were not told", extra={"fault": told(fault)})

    def _heard_head(self, document: str, head: tuple[str, int]) -> None:
        for room in self.among([document]):
            if head[0] != room.epoch:  # the database knows which of the two is over
                self._workings.start(_catch_up, room, None)
            elif head[1] > room.state.seq:
                self._workings.start(_catch_up, room, head)

    def _heard_look(self, document: str) -> None:
        for room in self.among([document]):
            room.standing.check_soon()

    def _heard_people(self, document: str) -> None:
        for room in self.among([document]):
            room.presence.heard(self._workings.elsewhere.here(document))
            self._workings.start(_read_names, room)

    def _heard_guest(self, document: str, person: str) -> None:
        for room in self.among([document]):
            self._workings.start(_read_guest, room, person)


def submit(document: str, operations: Sequence[Any], actor: Actor) -> list[dict[str, Any] | Refused]:
    """Hand in operations and wait until what became of them is durable. Never inside a transaction.

    operations: as on the wire. actor: of a person only the id counts, the rights are read anew; `system` is trusted.
    Returns, for each operation, its event as this person may see it, or its refusal. Raises NotThere, NotSaved.
    """
    room = room_of(document)
    read = read_operations(list(operations))
    wishes = [each for each in read if isinstance(each, Wish)]
    figures.count_unread(each for each in read if isinstance(each, Refused))
    answers = iter(_wait(room, actor, wishes) if wishes else ())
    viewer, authors = (PUBLIC if actor.role == "system" else actor.id), room.state.root["authors"]
    told: list[dict[str, Any] | Refused] = []
    for each in read:
        answer = next(answers) if isinstance(each, Wish) else each
        event = answer.event if isinstance(answer, Again) else answer
        told.append(see_event(event, viewer, authors) if isinstance(event, Event) else event)
    return told


def state(document: str) -> State:
    """What the document holds now, other processes' writing included. Never change it. Raises NotThere."""
    room = room_of(document)
    room.catch_up()
    return room.state


def room_of(document: str) -> Room:
    """The document's room in this process. Raises NotThere."""
    return _rooms().open(document)


def whereabouts(documents: Sequence[str]) -> Whereabouts:
    """Who is in these rooms now; of other processes' people, where. What silence hides is not told here either."""
    found: Whereabouts = {}
    for room in _rooms().among(documents):
        for person, here in room.presence.seen().items():
            found[person] = max(found.get(person, ("", False)), (room.document, "writing" in here), key=_is_writing)
    for document in documents:
        for person in _elsewhere().here(document):
            found.setdefault(person, (document, False))
    return found


def start_over(documents: Sequence[str]) -> None:
    """Their logs were rewritten: whoever is there fetches the state again now; without Redis, elsewhere soon."""
    for room in _rooms().among(documents):
        room.catch_up()
    for document in documents:
        _elsewhere().tell_head(document, "", 0)


def look_again(documents: Sequence[str]) -> None:
    """Somebody may have lost access: let the rooms check their seats now, not at the next heartbeat."""
    for room in _rooms().among(documents):
        room.standing.check_soon()
    for document in documents:
        _elsewhere().tell_look(document)


def introduce(documents: Sequence[str], card: dict[str, Any]) -> None:
    """Tell the name of somebody without a device to whoever has these documents open; other processes read it."""
    for room in _rooms().among(documents):
        room.presence.introduce(card)
    for document in documents:
        _elsewhere().tell_guest(document, card["id"])


def look_at(person: str) -> None:
    """This person may have lost access: their seats in this process are checked now, others at the next heartbeat."""
    for room in _rooms().all():
        if any(seat.person == person for seat in list(room.seats.values())):
            room.standing.check_soon()


def _is_writing(where: tuple[str, bool]) -> tuple[bool, bool]:
    document, is_writing = where
    return is_writing, bool(document)


def _rooms() -> Rooms:
    found: Rooms = current_app.extensions["live"].rooms
    return found


def _elsewhere() -> Elsewhere:
    found: Elsewhere = current_app.extensions["live"].workings.elsewhere
    return found


def _catch_up(room: Room, head: tuple[str, int] | None) -> None:
    try:
        room.catch_up(head)
    except Exception as fault:  # the next heartbeat tries again
        logger.error("a room has not caught up", extra={"document": room.document, "fault": told(fault)})


def _read_names(room: Room) -> None:
    try:
        room.presence.read_names()
    except Exception as fault:  # so does that
        logger.error("names were not read", extra={"document": room.document, "fault": told(fault)})


def _read_guest(room: Room, person: str) -> None:
    try:
        room.presence.read_guest(person)
    except Exception as fault:  # it comes with the next state
        logger.error("a name was not read", extra={"document": room.document, "fault": told(fault)})


def _wait(room: Room, actor: Actor, wishes: Sequence[Wish]) -> list[Answer]:
    is_answered = threading.Event()
    got: list[list[Answer] | None] = [None]

    def reply(answers: list[Answer] | None) -> None:
        got[0] = answers
        is_answered.set()

    room.put(actor, wishes, reply)
    is_answered.wait(ANSWER_SECONDS)
    if got[0] is None:
        raise NotSaved(FULL if room.storage.is_full else None)
    return got[0]
