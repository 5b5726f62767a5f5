"""What the browser showed: I7, I17. A trace is in the page's own order: what was sent, what came, what was shown."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from tests.faults.evidence import Row

SAVED = "Kaikki tallessa"
OFFLINE = "Ei yhteyttä"
NOTICE_MS = 15_000  # a line that is silent is found out by two heartbeats that did not come
Trace = Sequence[tuple[str, float, str]]  # (mark | sent | got | said, milliseconds, text)


def saved_means_stored(trace: Trace, log: Sequence[Row]) -> list[str]:
    """I7: whenever the mark said that all is saved, all that was sent had been acknowledged, and is in the log."""
    stored = {row["op"] for row in log}
    sent: list[str] = []
    answered: set[str] = set()
    found = []
    for kind, at, text in trace:
        if kind == "sent":
            sent += [op for op in _ops(text) if op not in sent]
        elif kind == "got":
            answered |= _answered(text)
        elif kind == "mark" and text == SAVED:
            found += [
                f"at {at:.0f} the mark said saved, and {op} was not answered" for op in sent if op not in answered
            ]
            found += [
                f"at {at:.0f} the mark said saved, and {op} is not in the log"
                for op in sent
                if op in answered and op not in stored and not _is_refused(trace, op)
            ]
    return list(dict.fromkeys(found))


def trouble_was_shown(trace: Trace, offline: Sequence[tuple[float, float]]) -> list[str]:
    """I17: while there was no line the mark said so, soon; afterwards it says saved; it was announced once."""
    found = []
    marks = [(at, text) for kind, at, text in trace if kind == "mark"]
    for began, ended in offline:
        told = [at for at, text in marks if text.startswith(OFFLINE) and began <= at <= ended + NOTICE_MS]
        if not told and ended - began > NOTICE_MS / 10:
            found.append(f"from {began:.0f} to {ended:.0f} there was no line, and the mark did not say so")
        said = [at for kind, at, text in trace if kind == "said" and OFFLINE in text and began <= at <= ended]
        if len(said) > 1:
            found.append(f"that the line is gone was announced {len(said)} times")
    if offline and (not marks or marks[-1][1] != SAVED):
        found.append(f"in the end the mark says {marks[-1][1] if marks else 'nothing'!r}")
    return found


def _ops(packet: str) -> list[str]:
    """The operations in a frame that the page sent."""
    if not packet.startswith('42/live,["ops"'):
        return []
    return [each["id"] for each in json.loads(packet[8:])[1]]


def _answered(packet: str) -> set[str]:
    """The operations that a frame tells the fate of; a state too, which the page fetches after a reset."""
    if packet.startswith('42/live,["events"'):
        return {each["op"] for each in json.loads(packet[8:])[1] if "op" in each}
    if packet.startswith('42/live,["refused"'):
        return {each["op"] for each in json.loads(packet[8:])[1] if each["op"]}
    return set()


def _is_refused(trace: Trace, op: str) -> bool:
    refused = re.compile(r'^42/live,\["refused"')
    return any(kind == "got" and refused.match(text) and op in text for kind, _, text in trace)
