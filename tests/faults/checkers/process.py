"""What the server's process tells: I13, I14, I15."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.faults.history import Record

SHARE, ROOM = 1.10, {"rss": 32 * 2**20, "fds": 8.0}  # ±10 %, and what one page of memory or one pool may differ by
SLOWER_SHARE, SLOWER_SECONDS = 1.2, 0.05  # 20 %, and what one stroke of bad luck is
MOST_HELD_SECONDS = 0.1  # the event loop, by the process's own work
TURNS = 8  # how often somebody has to be woken on the way to the server's disk and back
NOT_SAVED = 503  # the only answer of this kind that is meant: the same may be sent again

Figures = Mapping[str, tuple[float, float]]


def back_to_where_it_was(figures: Figures) -> list[str]:
    """I13: memory and file descriptors are what they were before the storm."""
    return [
        f"{name} was {before:.0f} and is {after:.0f}"
        for name, (before, after) in figures.items()
        if name in ROOM and after > before * SHARE + ROOM[name]
    ]


def refused_with_reason(records: Sequence[Record], server_log: str, texts: Sequence[str]) -> list[str]:
    """I14: a refusal has a code and a sentence; no 500; no traceback; the log holds nothing that people wrote."""
    found = []
    for record in records:
        if record["kind"] == "refused" and not (record.get("code") and record.get("message")):
            found.append(f"{record['client']} was refused {record['op']} without code or sentence")
        if record["kind"] == "refused" and record.get("code") == "op.failed":
            found.append(f"{record['op']} failed by a fault of ours")
        if record["kind"] == "answer" and record["status"] >= 500 and record["status"] != NOT_SAVED:
            found.append(f"{record['client']} got status {record['status']}")
    if "Traceback" in server_log:
        found.append("the server's log has a traceback")
    found += [
        f"the server's log has what somebody wrote: {text[:40]}"
        for text in texts
        if len(text) > 8 and text in server_log
    ]
    return found


def others_not_slowed(figures: Figures) -> list[str]:
    """I15: on a board beside it, the slowest twentieth waits no more than a fifth longer.

    How late the machine itself wakes people meanwhile is taken off: it may have other work than ours.
    """
    held = figures.get("held", (0.0, 0.0))[1]
    if held > MOST_HELD_SECONDS:
        return [f"everybody waited {held * 1000:.0f} ms while the server did something else"]
    quiet, during = figures.get("p95", (0.0, 0.0))
    of_the_machine = TURNS * figures.get("machine", (0.0, 0.0))[1]
    if during > quiet * SLOWER_SHARE + SLOWER_SECONDS + of_the_machine:
        return [f"p95 beside it was {quiet * 1000:.0f} ms and became {during * 1000:.0f} ms"]
    return []
