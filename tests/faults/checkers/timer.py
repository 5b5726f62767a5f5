"""What the timer shows: I11."""

from __future__ import annotations

from collections.abc import Sequence

MOST_APART_SECONDS = 0.5


def same_end_for_all(timers: Sequence[tuple[str, str, float]]) -> list[str]:
    """I11: everybody has the same end, before and after a restart, and the same clock within 500 ms."""
    found = []
    ends = {ends_at for _, ends_at, _ in timers}
    if len(ends) > 1:
        found.append(f"the timer ends at {sorted(ends)}")
    if timers:
        clocks = sorted(offset for _, _, offset in timers)
        middle = clocks[len(clocks) // 2]
        found += [
            f"{who} is {offset - middle:+.2f} s off"
            for who, _, offset in timers
            if abs(offset - middle) > MOST_APART_SECONDS
        ]
    return found
