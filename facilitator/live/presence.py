"""Who is here, and where they are at work. Latest wins, nothing is stored, and a slow reader can do without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from facilitator.live.frames import Frame
from facilitator.live.people import people_of

if TYPE_CHECKING:
    from facilitator.live.room import Room
    from facilitator.live.seats import Seat
    from facilitator.live.workings import Workings

GATHER_SECONDS = 0.050
GATHER_SECONDS_A_SEAT = 0.001  # with more people longer, so that frames to all of them stay few
MOST_SELECTED = 50
TELLING = ("writing", "selected", "x", "y")  # where notes show no names, these would show whose they are
Here = dict[str, Any]
_ID = re.compile(r"[a-z]{1,20}:[A-Za-z0-9_./-]{1,80}")


def read_here(sent: Any) -> Here | None:
    """What of a `here` message can be passed on; None if it cannot be read."""
    if not isinstance(sent, dict):
        return None
    here: Here = {name: sent[name] for name in ("zone", "writing") if _is_id(sent.get(name))}
    here |= {name: sent[name] for name in ("x", "y") if _is_coordinate(sent.get(name))}
    selected = sent.get("selected")
    if isinstance(selected, list) and len(selected) <= MOST_SELECTED and all(map(_is_id, selected)):
        here["selected"] = selected
    return here


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _is_coordinate(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000


class Presence:
    """One room's people. What happened in 50 ms goes out as one frame."""

    def __init__(self, room: Room, workings: Workings) -> None:
        self._room, self._workings = room, workings
        self._seats: Counter[str] = Counter()  # seats by person: somebody may have two windows open
        self._here: dict[str, Here] = {}
        self._elsewhere: set[str] = set()  # who is here by way of other processes
        self._cards: dict[str, dict[str, Any]] = {}
        self._moved: set[str] = set()
        self._changed: set[str] = set()  # came, left or changed their name
        self._is_gathering = False

    def came(self, seat: Seat) -> None:
        """Somebody took a seat; they hear who is here at once, the others soon. Under the room's lock."""
        person = seat.person
        self._seats[person] += 1
        self._here.setdefault(person, {})
        self._cards[person] = seat.card
        here = [each for each in self.persons() if each in self._cards]
        seat.send(Frame("people", [self._card(each) for each in here]))
        seat.send(Frame("here", {"people": self._seen(here), "all": True}))
        if self._seats[person] == 1:
            self._change(person)

    def left(self, seat: Seat) -> None:
        """Somebody left a seat. Under the room's lock."""
        person = seat.person
        self._seats[person] -= 1
        if self._seats[person] <= 0:
            del self._seats[person]
            self._here.pop(person, None)
            self._change(person)

    def heard(self, elsewhere: set[str]) -> None:
        """Who is here by way of other processes now. Whoever has no name yet is told of when it has been read."""
        with self._room.lock:
            changed, self._elsewhere = self._elsewhere ^ elsewhere, elsewhere
            self._changed |= changed & self._cards.keys()
            if self._changed:
                self._gather()

    def read_names(self) -> None:
        """Take over what people are called now."""
        here = self.persons()
        with self._workings.reading() as connection:
            cards = {card["id"]: card for card in people_of(connection, self._room.document, here)}
        self.named({person: cards[person] for person in here if person in cards})

    def named(self, cards: dict[str, dict[str, Any]]) -> None:
        """Names as the database has them now."""
        with self._room.lock:
            for person, card in cards.items():
                if self._is_here(person) and self._cards.get(person) != card:
                    self._cards[person] = card
                    self._changed.add(person)
            if self._changed:
                self._gather()

    def introduce(self, card: dict[str, Any]) -> None:
        """Tell the name of somebody who is not here: others write for them."""
        with self._room.lock:
            self._room.tell_all(Frame("people", [{**card, "here": False}]))

    def read_guest(self, person: str) -> None:
        """The same, as another process says that there is somebody."""
        with self._workings.reading() as connection:
            cards = people_of(connection, self._room.document, ())
        for card in cards:
            if card["id"] == person:
                self.introduce(card)

    def moved(self, seat: Seat, here: Here) -> None:
        """Somebody works elsewhere now."""
        with self._room.lock:
            if seat.person in self._seats and self._here.get(seat.person) != here:
                self._here[seat.person] = here
                if self._is_still():
                    return  # even a frame that says nothing would say who has begun to write
                self._moved.add(seat.person)
                self._gather()

    def mode_changed(self) -> None:
        """What may be told about the others may be less now, or more."""
        with self._room.lock:
            self._moved.update(self._here)
            self._gather()

    def persons(self) -> list[str]:
        """Who is here, in whichever process."""
        return [*self._seats, *(self._elsewhere - self._seats.keys())]

    def seated(self) -> list[str]:
        """Who is here in this process."""
        return list(self._seats)

    def seen(self) -> dict[str, Here]:
        """Who is here and where, as everybody may see it."""
        with self._room.lock:
            return {person: here or {} for person, here in self._seen(self.persons()).items()}

    def _change(self, person: str) -> None:
        """Somebody came or left: told here soon, and to the other processes."""
        self._workings.elsewhere.tell_here(self._room.document, self.seated())
        self._changed.add(person)
        self._gather()

    def _gather(self) -> None:
        if not self._is_gathering:
            self._is_gathering = True
            self._workings.start(self._send)

    def _send(self) -> None:
        self._workings.sleep(max(GATHER_SECONDS, GATHER_SECONDS_A_SEAT * len(self._room.seats)))
        with self._room.lock:
            self._is_gathering = False
            changed, self._changed = self._changed, set()
            moved, self._moved = self._moved | changed, set()
            frames = [Frame("people", [self._card(person) for person in sorted(changed)])] if changed else []
            frames.append(Frame("here", {"people": self._seen(moved)}, is_droppable=True))
            for frame in frames:
                self._room.tell_all(frame)
            for person in changed - set(self.persons()):
                self._cards.pop(person, None)

    def _card(self, person: str) -> dict[str, Any]:
        return {**self._cards[person], "here": self._is_here(person)}

    def _is_here(self, person: str) -> bool:
        return person in self._seats or person in self._elsewhere

    def _seen(self, persons: Iterable[str]) -> dict[str, Here | None]:
        """What the others are told: in silence, that they are here; without names, not what they touch (P4.3)."""
        is_still, has_names = self._is_still(), self._room.state.root["authors"] == "names"
        told: dict[str, Here | None] = {}
        for person in persons:
            here = self._here.get(person)
            if here is None and person not in self._elsewhere:
                told[person] = None
            elif not here or is_still:
                told[person] = {}
            else:
                told[person] = here if has_names else {each: here[each] for each in here if each not in TELLING}
        return told

    def _is_still(self) -> bool:
        """Whether only who is here may be told: in silence; and on a floor, which has no places and no mode."""
        return self._room.state.root.get("mode") in (None, "silent")
