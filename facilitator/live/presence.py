"""Who is here, and where they are at work. Latest wins, nothing is stored, and a slow reader can do without."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from facilitator.live.frames import Frame

if TYPE_CHECKING:
    from facilitator.live.room import Room
    from facilitator.live.seats import Seat
    from facilitator.live.workings import Workings

GATHER_SECONDS = 0.050
GATHER_SECONDS_EACH = 0.000_5  # of everybody here: 300 people hear of each other seven times a second, not twenty
MOST_SELECTED = 50
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
    """One room's people. What happened in 50 ms goes out as one frame; with more than a hundred, in more."""

    def __init__(self, room: Room, workings: Workings) -> None:
        self._room, self._workings = room, workings
        self._seats: Counter[str] = Counter()  # seats by person: somebody may have two windows open
        self._here: dict[str, Here] = {}
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
        seat.send(Frame("people", [self._card(each) for each in self._here]))
        seat.send(Frame("here", {"people": {each: self._seen(each) for each in self._here}, "all": True}))
        if self._seats[person] == 1:
            self._changed.add(person)
            self._gather()

    def left(self, seat: Seat) -> None:
        """Somebody left a seat. Under the room's lock."""
        person = seat.person
        self._seats[person] -= 1
        if self._seats[person] <= 0:
            del self._seats[person]
            self._here.pop(person, None)
            self._changed.add(person)
            self._gather()

    def named(self, cards: dict[str, dict[str, Any]]) -> None:
        """Names as the database has them now."""
        with self._room.lock:
            for person, card in cards.items():
                if person in self._seats and self._cards.get(person) != card:
                    self._cards[person] = card
                    self._changed.add(person)
            if self._changed:
                self._gather()

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
        """Who is here."""
        return list(self._seats)

    def seen(self) -> dict[str, Here]:
        """Who is here and where, as everybody may see it."""
        with self._room.lock:
            return {person: self._seen(person) or {} for person in self._here}

    def _gather(self) -> None:
        if not self._is_gathering:
            self._is_gathering = True
            self._workings.start(self._send)

    def _send(self) -> None:
        self._workings.sleep(max(GATHER_SECONDS, GATHER_SECONDS_EACH * len(self._room.seats)))
        with self._room.lock:
            self._is_gathering = False
            changed, self._changed = self._changed, set()
            moved, self._moved = self._moved | changed, set()
            frames = [Frame("people", [self._card(person) for person in sorted(changed)])] if changed else []
            frames.append(
                Frame("here", {"people": {person: self._seen(person) for person in moved}}, is_droppable=True)
            )
            for frame in frames:
                self._room.tell_all(frame)
            for person in changed - self._seats.keys():
                self._cards.pop(person, None)

    def _card(self, person: str) -> dict[str, Any]:
        return {**self._cards[person], "here": person in self._seats}

    def _seen(self, person: str) -> Here | None:
        """What the others are told: in silence, that they are here; without names, not what they touch (P4.3)."""
        here, root = self._here.get(person), self._room.state.root
        if here is None:
            return None
        if self._is_still():
            return {}
        if root["authors"] != "names":
            return {name: value for name, value in here.items() if name not in ("writing", "selected")}
        return here

    def _is_still(self) -> bool:
        """Whether only who is here may be told: in silence; and on a floor, which has no places and no mode."""
        return self._room.state.root.get("mode") in (None, "silent")
