"""The network of relations: who is joined to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

FEWEST, MOST = 5, 40  # relations for a picture to say more than their sentences; notes that one picture can hold


def network(draft: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The notes in the order in which they stand around, neighbours close to each other, and the relations of these.

    Of more than forty notes those with most relations; `left` is how many are not there.
    """
    relations = draft["relations"]
    if len(relations) < FEWEST:
        return []
    degree = Counter(end for each in relations for end in (each["from"], each["to"]))
    order = {item["id"]: at for at, item in enumerate(draft["items"])}
    linked = sorted(degree, key=lambda note: (-degree[note], order[note]))
    there = around(linked[:MOST], relations)
    shown = [
        {name: each[name] for name in ("id", "from", "to", "kind", "state")}
        for each in relations
        if each["from"] in there and each["to"] in there
    ]
    return [
        {
            "key": "network",
            "notes": [{"note": note, "relations": degree[note]} for note in there],
            "relations": shown,
            "left": len(linked) - len(there),
        }
    ]


def around(notes: Iterable[str], relations: Iterable[Mapping[str, Any]]) -> list[str]:
    """These notes, each beside one that it is joined to as far as that goes: the lines between them stay short.

    >>> around("abcd", [{"from": "a", "to": "c"}, {"from": "c", "to": "d"}])
    ['a', 'c', 'd', 'b']
    """
    wanted = list(notes)
    joined: dict[str, set[str]] = {note: set() for note in wanted}
    for each in relations:
        if each["from"] in joined and each["to"] in joined:
            joined[each["from"]].add(each["to"])
            joined[each["to"]].add(each["from"])
    found: dict[str, None] = {}
    for first in wanted:
        waiting = [first]
        while waiting:
            note = waiting.pop()
            if note not in found:
                found[note] = None
                waiting += [each for each in reversed(wanted) if each in joined[note] and each not in found]
    return list(found)
