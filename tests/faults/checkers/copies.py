"""What everybody has, in the end and on the way: I5, I8."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tests.faults.evidence import Row
from tests.faults.history import Record


def all_the_same(digests: Mapping[str, str]) -> list[str]:
    """I5: after quiet, all have what a replay of the log comes to."""
    if len(set(digests.values())) <= 1:
        return []
    replay = digests.get("a replay in Python") or Counter(digests.values()).most_common(1)[0][0]
    return [f"{who} has another board" for who, digest in digests.items() if digest != replay]


def nothing_taken_back(records: Sequence[Record], log: Sequence[Row]) -> list[str]:
    """I8: what a client applied is in the log at that number, and no state takes it further back in the same epoch."""
    ops = {row["seq"]: row["op"] for row in log}
    at: dict[str, tuple[str, int]] = {}
    last_epoch = next((record["epoch"] for record in reversed(records) if record["kind"] in ("saw", "loaded")), "")
    found = []
    for record in records:
        if record["kind"] not in ("saw", "loaded"):
            continue
        client, epoch, seq = record["client"], record["epoch"], record["seq"]
        before = at.get(client)
        if before and before[0] == epoch and seq < before[1]:
            found.append(f"{client} had {before[1]} and went back to {seq}")
        at[client] = epoch, seq
        op = record.get("op")
        if op and epoch == last_epoch and ops.get(seq) != op:
            found.append(f"{client} applied {op} as {seq}; the log has {ops.get(seq)} there")
    return found
