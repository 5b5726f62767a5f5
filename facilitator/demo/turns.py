"""From a board's words to operations: what everybody does on it, turn by turn. Pure.

Ids follow from the keys, so playing a board again asks for the same operations and changes nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.engine.order import key_between

FACILITATOR = ""  # stands for whoever runs the workshop
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "facilitator:demo")

Operation = dict[str, Any]  # as on the wire


@dataclass(frozen=True)
class Turn:
    """What one person does in one go. by: a name, or FACILITATOR."""

    by: str
    operations: list[Operation]


def turns(script: Mapping[str, Any]) -> list[Turn]:
    """Everything that happens on the board: it is laid out, filled, linked, sorted into themes, and voted on."""
    acts = (_zones, _notes, _links, _clusters, _opening, _votes, _closing)
    return [turn for act in acts for turn in _by_person(act(script))]


def _by_person(done: Iterator[tuple[str, Operation]]) -> Iterator[Turn]:
    """Everybody's part of an act together, in the order in which they first speak."""
    parts: dict[str, list[Operation]] = {}
    for by, operation in done:
        parts.setdefault(by, []).append(operation)
    return (Turn(by, operations) for by, operations in parts.items())


def _operation(verb: str, item: str, /, **members: Any) -> Operation:
    """verb: `noun.verb`; the noun names the member that holds the item's id. Members that are None are left out."""
    noun = verb.partition(".")[0]
    given = {name: value for name, value in members.items() if value is not None}
    return {"id": str(uuid.uuid5(NAMESPACE, f"{verb} {item}")), "type": verb, noun: item, **given}


def _zones(script: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    for zone in script.get("zones", ()):
        if "set" in zone:
            words = {name: zone[name] for name in ("title", "hint") if name in zone}
            yield FACILITATOR, _operation("zone.set", zone["set"], fields=words)
        elif "remove" in zone:
            yield FACILITATOR, _operation("zone.remove", zone["remove"])
        else:
            members = {name: zone[name] for name in ("axis", "after", "title")}
            yield FACILITATOR, _operation("zone.add", zone["add"], **members)


def _notes(script: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    """In a zone the notes lie as they are listed; on a plane where their x and y say."""
    last: dict[str, str] = {}
    for note in script.get("notes", ()):
        zone = note["zone"]
        if "x" not in note:
            last[zone] = key_between(last.get(zone), None)
        place = {"order": None if "x" in note else last[zone]} | {name: note.get(name) for name in ("x", "y", "angle")}
        said = {name: note.get(name) for name in ("kind", "text", "fields")}
        yield note["by"], _operation("note.add", f"note:{note['key']}", zone=zone, lang="fi", **place, **said)


def _links(script: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    for link in script.get("links", ()):
        item = f"link:{link['from']}-{link['kind']}-{link['to']}"
        ends = {"from": f"note:{link['from']}", "to": f"note:{link['to']}"}
        yield link["by"], _operation("link.add", item, kind=link["kind"], label=link.get("label"), **ends)
        if "state" in link:
            yield link["by"], _operation("link.set", item, fields={"state": link["state"]})


def _clusters(script: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    for cluster in script.get("clusters", ()):
        notes = [f"note:{key}" for key in cluster["notes"]]
        item = f"cluster:{cluster['key']}"
        yield cluster["by"], _operation("cluster.add", item, title=cluster["title"], notes=notes)


def _opening(script: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    if ballot := script.get("ballot"):
        asked = {name: ballot[name] for name in ("title", "each", "per_note", "over", "zones")}
        yield FACILITATOR, _operation("ballot.open", f"ballot:{ballot['key']}", **asked)


def _votes(script: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    if ballot := script.get("ballot"):
        for voter, chosen in ballot["votes"].items():
            for number, key in enumerate(chosen, start=1):
                item = f"vote:{ballot['key']}-{voter}-{number}"
                cast = {"ballot": f"ballot:{ballot['key']}", "note": f"note:{key}"}
                yield voter, _operation("vote.cast", item, **cast)


def _closing(script: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    if ballot := script.get("ballot"):
        yield FACILITATOR, _operation("ballot.close", f"ballot:{ballot['key']}")
