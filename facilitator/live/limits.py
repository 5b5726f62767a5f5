"""How much is too much (P8.2). Budgets refill by themselves; one person's says nothing about another's."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

PERSON_RATE, PERSON_BURST = 50.0, 400.0  # operations a second
ROOM_RATE, ROOM_BURST = 5_000.0, 10_000.0
HERE_RATE, HERE_BURST = 20.0, 40.0
ASK_RATE, ASK_BURST = 5.0, 40.0
COME_RATE, COME_BURST = 2.0, 40.0  # windows that are opened with one token
READ_RATE, READ_BURST = 400.0, 2_000.0  # packets of a connection; one more for each KiB
STRIKE_RATE, MOST_STRIKES = 1.0, 30  # frames over the budget that are forgiven a second, and at once
MOST_SEATS, MOST_WINDOWS = 20, 40  # of one person in one room, and in all
TURN = 50  # operations of one large act that go to a room together; between two such, everybody else has a turn
LONGEST_REST = 0.05  # seconds between two: as long as the last one took, and no longer than this
LONGEST_HOLD = 1.0  # seconds in which operations are refused unread
SHUT_SECONDS = 10.0  # for whom the door is shut who was turned away
FORGET_FROM = 10_000  # so many known budgets before the full ones are forgotten


@dataclass(slots=True)
class Budget:
    """Tokens that come back with time, up to a burst."""

    rate: float
    burst: float
    left: float
    at: float

    def take(self, count: int, now: float) -> float:
        """Take them all and return 0, or take none and return the seconds until there are enough."""
        self.left = min(self.burst, self.left + (now - self.at) * self.rate)
        self.at = now
        if count <= self.left:
            self.left -= count
            return 0.0
        return (count - self.left) / self.rate

    def owe(self, count: int, now: float) -> float:
        """Take them all, and return the seconds until none is owed."""
        self.left = min(self.burst, self.left + (now - self.at) * self.rate) - count
        self.at = now
        return max(0.0, -self.left) / self.rate


class Limits:
    """The budgets of this process. is_on: False lifts them for load tests; sizes stay."""

    def __init__(self, is_on: bool = True, clock: Callable[[], float] = time.monotonic) -> None:
        self._is_on, self._clock = is_on, clock
        self._budgets: dict[Hashable, Budget] = {}
        self._held: dict[str, float] = {}  # by person: until when nothing of theirs is read
        self._shut: dict[str, float] = {}  # by person: until when they may not come in

    def operations(self, person: str, document: str, count: int) -> int:
        """0 if the person and the room have so many left, else the whole seconds to wait."""
        wait = self._take(("person", person), PERSON_RATE, PERSON_BURST, count)
        if wait:
            self._held[person] = self._clock() + min(wait, LONGEST_HOLD)
        else:
            wait = self._take(("room", document), ROOM_RATE, ROOM_BURST, count)
        return math.ceil(wait)

    def held(self, person: str) -> int:
        """The whole seconds to wait for somebody who was over the budget a moment ago, whatever they send; else 0."""
        return math.ceil(self._left(self._held, person))

    def reading(self, connection: str, size: int) -> float:
        """How long to read nothing more from a connection that has sent a packet of so many characters."""
        return self._take(("reading", connection), READ_RATE, READ_BURST, 1 + size // 1024, is_owed=True)

    def may_come(self, token: str) -> bool:
        """Whether one more window may be opened with this token, whoever holds it."""
        return not self._take(("come", token), COME_RATE, COME_BURST, 1)

    def is_shut(self, person: str) -> bool:
        """Whether somebody was turned away a moment ago for going on and on."""
        return self._left(self._shut, person) > 0

    def may_move(self, person: str) -> bool:
        """Whether one more message about where somebody is may pass."""
        return not self._take(("here", person), HERE_RATE, HERE_BURST, 1)

    def may_ask(self, person: str) -> bool:
        """Whether one more question about what is missing is answered."""
        return not self._take(("since", person), ASK_RATE, ASK_BURST, 1)

    def is_abuse(self, person: str) -> bool:
        """Count one frame over the budget; True when somebody goes on and on after being told to slow down."""
        if not self._take(("strike", person), STRIKE_RATE, MOST_STRIKES, 1):
            return False
        self._shut[person] = self._clock() + SHUT_SECONDS
        return True

    def _left(self, until: dict[str, float], person: str) -> float:
        """Seconds; what is over is forgotten."""
        if not until or person not in until:
            return 0.0
        left = until[person] - self._clock()
        if left <= 0:
            del until[person]
        return max(0.0, left)

    def _take(self, key: Hashable, rate: float, burst: float, count: int, is_owed: bool = False) -> float:
        if not self._is_on:
            return 0.0
        now = self._clock()
        budget = self._budgets.get(key)
        if budget is None:
            if len(self._budgets) >= FORGET_FROM:
                self._forget(now)
            budget = self._budgets[key] = Budget(rate, burst, burst, now)
        return budget.owe(count, now) if is_owed else budget.take(count, now)

    def _forget(self, now: float) -> None:
        """Who has been quiet long enough has a full budget: the same as an unknown one."""
        for key, budget in list(self._budgets.items()):
            if budget.left + (now - budget.at) * budget.rate >= budget.burst:
                del self._budgets[key]
        for until in (self._held, self._shut):
            for person, at in list(until.items()):
                if at <= now:
                    del until[person]
