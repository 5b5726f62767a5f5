"""A board of a method, and a file brought onto it as the room would do it: without a database, without a wire."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from facilitator import methods
from facilitator.artefacts import derive
from facilitator.bringing import Brought, Listed
from facilitator.bringing.plan import Wanted, plan
from facilitator.engine import PUBLIC, Actor, Event, Rules, State, decide, empty, opening, see_state
from facilitator.engine.kinds import choosable
from facilitator.live.schemas import read_operations
from facilitator.live.wishes import Refused
from tests.artefacts.makers import PROVENANCE

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
AINO = Actor("u:aino", "facilitator")
NOTHING: Mapping[str, Any] = {}
ACT = "00000000-0000-4000-8000-000000000001"


@dataclass
class Board:
    """One, and what was done on it: `does` takes operations as they come over the wire."""

    key: str
    state: State
    now: datetime = NOON

    def does(self, *sent: dict[str, Any], by: Actor = AINO) -> list[str]:
        """The codes of those that were refused."""
        refused: list[str] = []
        named = [{"id": str(uuid.uuid4()), **each} for each in sent]
        for wish in read_operations(named):
            answer = wish if isinstance(wish, Refused) else decide(self.state, wish.operation, by, self.now)
            if isinstance(answer, Event):
                self.state.absorb(answer)
            else:
                refused.append(answer.code)
        return refused

    def bring(self, brought: Brought, act: str = ACT, **wanted: Any) -> tuple[list[str], list[Listed]]:
        """What was refused, and what was remarked."""
        usual = {"kind": next(iter(choosable(self.state)))}
        planned = plan(self.state, methods.load(self.key), brought, Wanted(act=act, **(usual | wanted)))
        return self.does(*(each for _, each in planned.steps)), planned.remarks

    def artefact(self) -> dict[str, Any]:
        """What it is now."""
        return derive(methods.load(self.key), see_state(self.state, PUBLIC), PROVENANCE)

    def notes(self) -> dict[str, dict[str, Any]]:
        """Its notes, by their texts."""
        return {item["text"]: dict(item) for key, item in self.state.items.items() if key.startswith("note:")}


def fresh(key: str, items: Mapping[str, Any] = NOTHING) -> Board:
    """An empty board of this method. items: what lies on it from the beginning."""
    method = methods.load(key)
    state = empty("board-1", Rules.of(method))
    fields = {"method": {"key": key, "version": method["version"]}, "authors": "names"}
    state.absorb(opening("board-1", methods.zone_items(method), fields, NOON, items))
    return Board(key, state)


def begun(key: str) -> Board:
    """The same with the notes that the method gives to every board."""
    return fresh(key, methods.given_items(methods.load(key), "fi"))
