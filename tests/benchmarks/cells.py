"""What is measured: how many people, how many operations a second in all, and on which servers."""

from __future__ import annotations

from dataclasses import dataclass

PRODUCT, C, C_TICK, NODE, NODE_TICK = "facilitator", "c0", "c20", "ws0", "ws20"
TICK_MS = 20
Cell = tuple[int, int]  # people, operations a second

# The first is measured in a fresh process: there, memory per person is what it seems.
STEADY: dict[str, list[Cell]] = {
    PRODUCT: [(300, 100), (25, 100), (100, 100), (1000, 100), (300, 1000), (300, 3000)],
    C: [(300, 100), (25, 100), (100, 100)],  # above, it sends a frame for everything, and the core is full
    C_TICK: [(300, 100), (300, 1000), (300, 3000), (1000, 100)],
    NODE: [(300, 100)],
    NODE_TICK: [(300, 1000)],
}


@dataclass(frozen=True)
class Effort:
    """How much time is spent. warm, seconds: of each cell, before and while it counts."""

    rounds: int
    warm: float
    seconds: float


WHOLE, QUICK = Effort(rounds=3, warm=2, seconds=5), Effort(rounds=1, warm=1, seconds=3)
