"""A board on which every field has been given every string, each as an operation of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from flask.testing import FlaskClient

from facilitator import methods
from facilitator.engine import Refusal
from facilitator.engine.text import clean, clean_line
from facilitator.words import sentence
from tests.hostile.strings import GIVEN, Gate, short_text
from tests.live.setting import Caller, Setting, make_setting, op

MOST_OPERATIONS, MOST_BYTES = 200, 60_000
GATES: dict[str, Gate] = {
    "text": clean,
    "field": short_text,
    "label": lambda text: clean_line(text) if text else "",  # without one it is an arrow all the same
    "cluster": clean_line,
    "ballot": clean_line,
    "title": clean_line,
    "hint": clean,
}
EXPORTED = ("text", "field", "label", "cluster", "ballot", "title")  # a hint helps on the board only


@dataclass(frozen=True)
class Wish:
    """One string for one field of one item, with the operation that brings it."""

    field: str
    given: str
    item: str
    operation: dict[str, Any]

    @property
    def expected(self) -> str | Refusal:
        """What the gate makes of the string."""
        return GATES[self.field](self.given)

    def read(self, item: dict[str, Any], text_field: str) -> str:
        """What the field of this item says."""
        if self.field == "field":
            return str(item["fields"][text_field])
        return str(item.get({"cluster": "title", "ballot": "title"}.get(self.field, self.field)) or "")


@dataclass
class Filled:
    """One board. Aino writes, Dagny looks."""

    client: FlaskClient
    setting: Setting
    method: dict[str, Any]
    kind: dict[str, Any]
    text_field: str
    wishes: list[Wish] = field(default_factory=list)
    made: dict[str, dict[str, Any]] = field(default_factory=dict)  # events that were answered, by operation
    refused: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def aino(self) -> Caller:
        """She facilitates."""
        return Caller(self.client, self.setting, self.setting.aino)

    @property
    def dagny(self) -> Caller:
        """She takes part."""
        return Caller(self.client, self.setting, self.setting.dagny)

    @cached_property
    def kept(self) -> dict[tuple[str, str], str]:
        """What each field of each item should say in the end; of a zone that is the last one it was given."""
        return {(wish.field, wish.item): wish.expected for wish in self.wishes if isinstance(wish.expected, str)}

    def send(self, operations: list[dict[str, Any]]) -> None:
        """In batches within the bounds of a request."""
        for batch in batches(operations):
            answer = self.aino.send(*batch)
            self.made |= {event["op"]: event for event in answer["events"]}
            self.refused |= {each["op"]: each for each in answer["refused"]}

    def events(self) -> dict[str, dict[str, Any]]:
        """All events as another person reads them, by operation."""
        found: dict[str, dict[str, Any]] = {}
        since, more = 0, True
        while more:
            page = self.dagny.get("events", since=since).get_json()
            found |= {event["op"]: event for event in page["events"] if "op" in event}
            since, more = page["events"][-1]["seq"], page["more"]
        return found

    def told(self, events: dict[str, dict[str, Any]]) -> Iterator[tuple[Wish, str | None]]:
        """What each wish's event makes of its field; None where there is no event.

        An event that changes nothing says what the one before it said.
        """
        last: dict[tuple[str, str], str] = {}
        for wish in self.wishes:
            event = events.get(wish.operation["id"])
            for change in event["changes"] if event else ():
                if change["id"] == wish.item:
                    last[wish.field, wish.item] = wish.read(change["set"], self.text_field)
            yield wish, last.get((wish.field, wish.item), "") if event else None


def fill(client: FlaskClient, method_key: str, strings: Sequence[str] = GIVEN) -> Filled:
    """Each of these strings into every field of the board."""
    method = methods.load(method_key)
    kind = next(each for each in method["kinds"] if any(one["type"] == "text" for one in each["fields"]))
    text_field = next(each["key"] for each in kind["fields"] if each["type"] == "text")
    board = Filled(client, make_setting(method_key), method, kind, text_field)
    board.send(list(_ends(method)))
    for number, given in enumerate(strings):
        board.wishes += _about_notes(board, number, given)
    every = (*method["zones"], *method.get("phases", ()), *method.get("lanes", ()))
    zones = [zone for zone in every if not zone.get("fixed")]
    for number, given in enumerate(strings):
        zone = zones[number % len(zones)]["id"]
        board.wishes += [
            Wish(name, given, zone, op("zone.set", zone=zone, fields={name: given})) for name in ("title", "hint")
        ]
    board.send([wish.operation for wish in board.wishes if wish.field != "ballot"])
    ballots = [wish for wish in board.wishes if wish.field == "ballot"]
    board.send([each for wish in ballots for each in (wish.operation, op("ballot.close", ballot=wish.item))])
    return board


def batches(operations: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """At most 200 operations and 64 KiB each."""
    batch: list[dict[str, Any]] = []
    octets = 0
    for operation in operations:
        size = len(json.dumps(operation)) + 2
        if batch and (len(batch) == MOST_OPERATIONS or octets + size > MOST_BYTES):
            yield batch
            batch, octets = [], 0
        batch.append(operation)
        octets += size
    yield batch


def said_in_three_languages(refused: dict[str, str], answer: Refusal) -> bool:
    """Whether the code is the gate's and there is a sentence of its own for it in each language."""
    told = [sentence(answer.code, answer.detail, language) for language in ("fi", "sv", "en")]
    return (
        refused["code"] == answer.code
        and refused["message"] == told[2]
        and len(set(told)) == 3
        and told[2] != sentence("no.such.code", {}, "en")
    )


def _ends(method: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Two notes that a link may join."""
    link = method["links"][0]
    for end, kinds in (("a", link.get("from")), ("b", link.get("to"))):
        kind = kinds[0] if kinds else method["kinds"][0]["key"]
        yield op("note.add", note=f"note:{end}", kind=kind, text=end, zone="zone:unplaced", order="a0")


def _about_notes(board: Filled, number: int, given: str) -> Iterator[Wish]:
    def note(**members: Any) -> dict[str, Any]:
        place = {"zone": "zone:unplaced", "order": "a1"}
        return op("note.add", kind=board.kind["key"], **place, **members)

    ids = {noun: f"{noun}:{number:04}" for noun in ("link", "cluster", "ballot")}
    text, about = f"note:text-{number:04}", f"note:field-{number:04}"
    link = {"source": "note:a", "target": "note:b", "kind": board.method["links"][0]["key"], "label": given}
    ballot = {"title": given, "each": 1, "per_note": 1, "over": "notes"}
    yield Wish("text", given, text, note(note=text, text=given))
    yield Wish("field", given, about, note(note=about, text="laji", fields={board.text_field: given}))
    yield Wish("label", given, ids["link"], op("link.add", link=ids["link"], **link))
    yield Wish("cluster", given, ids["cluster"], op("cluster.add", cluster=ids["cluster"], title=given, notes=[]))
    yield Wish("ballot", given, ids["ballot"], op("ballot.open", ballot=ids["ballot"], **ballot))
