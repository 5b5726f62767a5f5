"""What must not have reached anybody: I9, I10."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from tests.faults.evidence import Canary, Heard, Row


def canaries_kept(canaries: Sequence[Canary], heard: Sequence[Heard], server_log: str) -> list[str]:
    """I9: a private text reaches its author alone until it is shown; the server's log never has it."""
    found = []
    for canary in canaries:
        if canary.text in server_log:
            found.append(f"{canary.text} is in the server's log")
        for person in heard:
            if person.person == canary.author:
                continue
            for packet in person.packets:
                if canary.revealed and _reaches(packet) >= canary.revealed:
                    break
                if canary.text in packet:
                    found.append(f"{person.person} was sent {canary.text} before it was shown: {packet[:60]}…")
                    break
    return found


def votes_within_budget(log: Sequence[Row], heard: Sequence[Heard]) -> list[str]:
    """I10: nobody gave more than the ballot allows, its sums are those of the votes, and no vote left its giver.

    A result that was brought from another board has sums and no vote here.
    """
    found, votes, ballots = [], {}, {}
    for row in log:
        for change in row["changes"]:
            item_id, fields = change["id"], change.get("set")
            if item_id.startswith("vote:"):
                if fields is None:
                    votes.pop(item_id, None)
                else:
                    votes[item_id] = (row["by"], fields["ballot"], fields["note"])
                    found += _over_budget(votes, ballots, row)
            elif item_id.startswith("ballot:") and fields is not None:
                ballots[item_id] = {**ballots.get(item_id, {}), **fields}
                if "sums" in fields:
                    if ballots[item_id].get("brought"):
                        continue
                    counted = Counter(note for _, ballot, note in votes.values() if ballot == item_id)
                    if {note: count for note, count in fields["sums"].items() if count} != dict(counted):
                        found.append(
                            f"event {row['seq']} tells sums {fields['sums']}, and the votes are {dict(counted)}"
                        )
    for person in heard:
        for packet in person.packets:
            found += [f"{person.person} was told of {vote}" for vote in _votes_of_others(packet, person.person, votes)]
    return found


def _reaches(packet: str) -> int:
    """The last event that a packet, or a state, tells of."""
    if packet.startswith('42/live,["events"'):
        return max(event["seq"] for event in json.loads(packet[8:])[1])
    return int(json.loads(packet)["seq"]) if packet.startswith('{"document"') else 0


def _over_budget(votes: dict, ballots: dict, row: Row) -> list[str]:
    found = []
    for (person, ballot), count in Counter((by, ballot) for by, ballot, _ in votes.values()).items():
        each = ballots.get(ballot, {}).get("each", 0)
        if ballots.get(ballot, {}).get("brought"):
            found.append(f"event {row['seq']}: {person} has voted in a ballot that was held elsewhere")
        elif count > each:
            found.append(f"event {row['seq']}: {person} has given {count} votes of {each}")
    return found


def _votes_of_others(packet: str, person: str, votes: dict) -> list[str]:
    if '"vote:' not in packet:
        return []
    told = json.loads(packet[8:] if packet.startswith("42/live,") else packet)
    text = json.dumps(told)
    return [vote for vote, (by, _, _) in votes.items() if by != person and vote in text]
