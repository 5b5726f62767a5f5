"""What becomes of what was sent: I6."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tests.faults.history import Record

ANSWERED_SECONDS = 30.0


def everything_answered(records: Sequence[Record], healed_at: float, unsettled: Sequence[str]) -> list[str]:
    """I6: within 30 s of healing each operation is acknowledged or refused, never both; nothing waits for ever."""
    answers: dict[tuple[str, str], list[Record]] = defaultdict(list)
    made: dict[tuple[str, str], Record] = {}
    gone = {record["client"] for record in records if record["kind"] == "refused" and not record["op"]}
    for record in records:
        key = record["client"], record.get("op", "")
        if record["kind"] == "invoke":
            made[key] = record
        elif record["kind"] in ("ok", "refused") and key[1]:
            answers[key].append(record)
    found = list(unsettled)
    for key, wish in made.items():
        kinds = {answer["kind"] for answer in answers[key]}
        if not kinds and wish["client"] not in gone:
            found.append(f"{wish['op']} of {wish['client']}, made at {wish['t']}, was never answered")
        if len(kinds) > 1:
            found.append(f"{wish['op']} of {wish['client']} was acknowledged and refused")
        late = [answer["t"] for answer in answers[key] if answer["t"] > max(healed_at, wish["t"]) + ANSWERED_SECONDS]
        if late:
            found.append(f"{wish['op']} of {wish['client']} was answered {late[0] - healed_at:.1f} s after healing")
    return found
