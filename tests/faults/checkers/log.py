"""What the log must hold, given what clients did: I1, I2, I3, I4."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from tests.faults.evidence import Row
from tests.faults.history import Record, of

Key = tuple[str, str]  # (person, operation)


def acknowledged_once(records: Sequence[Record], log: Sequence[Row]) -> list[str]:
    """I1: every acknowledged operation is in the log exactly once, with the number that its sender was told."""
    times = Counter((row["by"], row["op"]) for row in log)
    seqs = {(row["by"], row["op"]): row["seq"] for row in log}
    found = [f"{key} is in the log {count} times" for key, count in times.items() if count > 1]
    for record in of(records, "ok"):
        key = record["person"], record["op"]
        if key not in times:
            found.append(f"{record['client']} was told that {record['op']} is event {record['seq']}: not in the log")
        elif times[key] == 1 and seqs[key] != record["seq"]:
            found.append(f"{record['op']} was acknowledged as {record['seq']} and is {seqs[key]} in the log")
    return found


def nothing_unsent(records: Sequence[Record], log: Sequence[Row], began_at: int) -> list[str]:
    """I2: nothing is in the log, after where it began, that no client sent or the system made."""
    sent: set[Key] = {(record["person"], record["op"]) for record in of(records, "invoke")}
    known = {record["person"] for record in records}  # others, such as a browser, keep no history
    return [
        f"event {row['seq']} by {row['by']} ({row['op']}) was sent by nobody"
        for row in log
        if row["seq"] > began_at and row["by"] in known and (row["by"], row["op"]) not in sent
    ]


def numbered_without_gap(log: Sequence[Row], pages: Sequence[tuple[int, str]]) -> list[str]:
    """I3: seq is 1…n, and pages read one after the other hold the same."""
    found = []
    for at, row in enumerate(log, start=1):
        if row["seq"] != at:
            found.append(f"event {at} has the number {row['seq']}")
            break
    if pages and [seq for seq, _ in pages] != [row["seq"] for row in log]:
        found.append(f"pages hold {len(pages)} events to {pages[-1][0]}, the log {len(log)}")
    ops = {row["seq"]: row["op"] for row in log}
    found += [f"page says {op} at {seq}, the log {ops.get(seq)}" for seq, op in pages if op and ops.get(seq) != op]
    return found


def in_order_of_sending(records: Sequence[Record], log: Sequence[Row]) -> list[str]:
    """I4: the log has each client's operations in the order they were sent, and after all that it had seen."""
    seqs = {(row["by"], row["op"]): row["seq"] for row in log}
    made: dict[str, list[tuple[int, str]]] = defaultdict(list)
    found = []
    for record in of(records, "invoke"):
        seq = seqs.get((record["person"], record["op"]))
        if seq is None:
            continue
        made[record["client"]].append((seq, record["op"]))
        if seq <= record["seq"]:
            found.append(f"{record['client']} had seen {record['seq']} before sending {record['op']}, which is {seq}")
    for client, sent in made.items():
        for (before, first), (after, second) in pairwise(sent):
            if after < before:
                found.append(f"{client} sent {first} before {second}; the log has them as {before} and {after}")
    return found
