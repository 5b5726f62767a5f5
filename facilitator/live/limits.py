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
MOST_SEATS = 20  # of one person in one room
MOST_STRIKES = 50  # frames in a row that were over the budget
FORGET_FROM = 10_000  # so many known budgets before the full ones are forgotten


@dataclass(slots=True)
class Budget:
    """Tokens that come back with time, up to a burst."""

    rate: float
    burst: float
    left: float
    at: float
    strikes: int = 0

    def take(self, count: int, now: float) -> float:
        """Take them all and return 0, or take none and return the seconds until there are enough."""
        self.left = min(self.burst, self.left + (now - self.at) * self.rate)
        self.at = now
        if count <= self.left:
            self.left -= count
            self.strikes = 0
            return 0.0
        self.strikes += 1
        return (count - self.left) / self.rate


class Limits:
    """The budgets of this process. is_on: False lifts them for load tests; sizes stay."""

    def __init__(self, is_on: bool = True, clock: Callable[[], float] = time.monotonic) -> None:
        self._is_on, self._clock = is_on, clock
        self._budgets: dict[Hashable, Budget] = {}

    def operations(self, person: str, document: str, count: int) -> int:
        """0 if the person and the room have so many left, else the whole seconds to wait."""
        wait = self._take(("person", person), PERSON_RATE, PERSON_BURST, count)
        if not wait:
            wait = self._take(("room", document), ROOM_RATE, ROOM_BURST, count)
        return math.ceil(wait)

    def may_move(self, person: str) -> bool:
        """Whether one more message about where somebody is may pass."""
        return not self._take(("here", person), HERE_RATE, HERE_BURST, 1)

    def may_ask(self, person: str) -> bool:
        """Whether one more question about what is missing is answered."""
        return not self._take(("since", person), ASK_RATE, ASK_BURST, 1)

    def is_abuse(self, person: str) -> bool:
        """Whether somebody goes on and on after being told to slow down."""
        budget = self._budgets.get(("person", person))
        return budget is not None and budget.strikes >= MOST_STRIKES

    def _take(self, key: Hashable, rate: float, burst: float, count: int) -> float:
        if not self._is_on:
            return 0.0
        now = self._clock()
        budget = self._budgets.get(key)
        if budget is None:
            if len(self._budgets) >= FORGET_FROM:
                self._forget(now)
            budget = self._budgets[key] = Budget(rate, burst, burst, now)
        return budget.take(count, now)

    def _forget(self, now: float) -> None:
        """Who has been quiet long enough has a full budget: the same as an unknown one."""
        for key, budget in list(self._budgets.items()):
            if budget.left + (now - budget.at) * budget.rate >= budget.burst:
                del self._budgets[key]
