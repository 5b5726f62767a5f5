"""The fewest words for a board to decide on: a small method, its people, and what they do."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from facilitator.engine import (
    OPERATIONS,
    Actor,
    Event,
    Operation,
    Refusal,
    Rules,
    State,
    decide,
    empty,
    opening,
    opening_floor,
)

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
AINO = Actor("u:aino", "facilitator", "Kuntaliitto")
BJORN = Actor("p:bjorn", "participant", "Porvoo")
CHLOE = Actor("p:chloe", "participant", "Lahti")
OLLI = Actor("p:olli", "observer")
SYSTEM = Actor("system", "system")


def words(text: str) -> dict[str, str]:
    """The same title in three languages, told apart."""
    return {"fi": text, "sv": f"{text} (sv)", "en": f"{text} (en)"}


METHOD: dict[str, Any] = {
    "kinds": [
        {
            "key": "pain",
            "fields": [
                {"key": "severity", "type": "scale5"},
                {"key": "quote", "type": "text"},
                {"key": "burden", "type": "choices", "choices": [{"key": "time"}, {"key": "cost"}]},
            ],
        },
        {"key": "idea", "fields": [{"key": "quote", "type": "text"}, {"key": "first", "type": "flag"}]},
    ],
    "links": [
        {"key": "information"},
        {"key": "solves", "from": ["idea"], "to": ["pain"]},
        {"key": "causes", "title": words("Cause"), "acyclic": True},
    ],
    "link_states": [{"key": "works"}, {"key": "broken"}],
    "variants": [{"key": "as_is"}, {"key": "to_be"}],
    "adds": ["phase", "lane", "zone"],
}
ZONES: dict[str, dict[str, Any]] = {
    "zone:apply": {"title": words("Haku"), "sort": "flow", "axis": "phase", "accepts": [], "order": "a0"},
    "zone:wait": {"title": words("Odotus"), "sort": "flow", "axis": "phase", "accepts": [], "order": "a1"},
    "zone:pain": {
        "title": words("Kipu"),
        "sort": "flow",
        "axis": "lane",
        "accepts": [],
        "takes": ["pain"],
        "order": "a0",
    },
    "zone:ideas": {"title": words("Ideat"), "sort": "flow", "accepts": ["idea"], "order": "a0"},
    "zone:ring": {"title": words("Ydin"), "sort": "ring", "accepts": ["pain", "idea"], "order": "a1"},
    "zone:grid": {"title": words("Ruudukko"), "sort": "plane", "accepts": ["pain", "idea"], "order": "a2"},
    "zone:unplaced": {"title": words("Sijoittamatta"), "sort": "flow", "accepts": ["pain", "idea"], "order": "a3"},
}
PAIN_CELL = "zone:apply/pain"

_numbers: Iterator[int] = count(1)


def operation(kind: str, /, **members: Any) -> Operation:
    """An operation with an id of its own; `id` may be given to repeat one."""
    members.setdefault("id", str(uuid.UUID(int=next(_numbers))))
    return OPERATIONS[kind](**members)


def make_board(**board: Any) -> State:
    """An open board of the small method; names are shown unless said otherwise."""
    state = empty("board-1", Rules.of(METHOD))
    fields = {"method": {"key": "small", "version": 1}, "authors": "names", **board}
    state.absorb(opening("board-1", ZONES, fields, NOON))
    return state


class Log:
    """A state with the events that made it."""

    def __init__(self, **board: Any) -> None:
        fields = {"method": {"key": "small", "version": 1}, "authors": "names", **board}
        self._begin(empty("board-1", Rules.of(METHOD)), opening("board-1", ZONES, fields, NOON))

    def _begin(self, start: State, first: Event) -> None:
        self.start, self.now = start, NOON
        self.events: list[Event] = [first]
        self.state = self.start.copy()
        self.state.absorb(first)

    def does(self, actor: Actor, kind: str, /, **members: Any) -> Event | Refusal:
        """Decide, and take the event into the state."""
        answer = decide(self.state, operation(kind, **members), actor, self.now)
        if isinstance(answer, Event):
            self.events.append(answer)
            self.state.absorb(answer)
        return answer

    def did(self, actor: Actor, kind: str, /, **members: Any) -> Event:
        """The same where anything but an event is a mistake of the test."""
        answer = self.does(actor, kind, **members)
        assert isinstance(answer, Event), answer
        return answer

    def note(self, actor: Actor, name: str, text: str = "Sama tieto kysytään kolmesti", **members: Any) -> str:
        """Add a note to the pain cell, or elsewhere."""
        place = {"zone": PAIN_CELL, "order": "a1"} if "zone" not in members else {}
        self.did(actor, "note.add", note=f"note:{name}", **{"kind": "pain", "text": text, **place, **members})
        return f"note:{name}"


class FloorLog(Log):
    """A floor with the events that made it, and a clock that the test moves."""

    def __init__(self) -> None:
        self._begin(empty("floor:workshop-1", Rules()), opening_floor("floor:workshop-1", NOON))

    def later(self, **by: float) -> None:
        """Let time pass: `seconds=30`."""
        self.now += timedelta(**by)

    def step(self, name: str, **members: Any) -> str:
        """Add a part of the agenda."""
        self.did(AINO, "step.add", step=f"step:{name}", **{"title": words(name), **members})
        return f"step:{name}"

    @property
    def floor(self) -> dict[str, Any]:
        """The floor itself."""
        return dict(self.state.root)

    def agenda(self) -> list[str]:
        """The parts that there are, in order."""
        steps = [(item["order"], item_id) for item_id, item in self.state.items.items() if item_id.startswith("step:")]
        return [item_id for _, item_id in sorted(steps)]
