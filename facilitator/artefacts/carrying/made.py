"""What a board begins with, and the notes in it: what comes over, and what stays behind."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.artefacts.carrying.offer import Offer
from facilitator.engine.fields import as_meant, rules_of
from facilitator.methods.entity_types import type_of

AUTHOR = "system"  # nobody of the new workshop wrote it


@dataclass(slots=True)
class Beginning:
    """What the board begins with. left: what stays behind, each with the code of the reason.

    notes: the new note of a thing of an output, by artefact, item and way.
    """

    zones: dict[str, dict[str, Any]]
    items: dict[str, dict[str, Any]] = field(default_factory=dict)
    board: dict[str, Any] = field(default_factory=dict)  # fields of the board itself
    carried: list[tuple[Offer, str]] = field(default_factory=list)  # with the way
    left: list[tuple[Offer, str]] = field(default_factory=list)
    notes: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def put(self, offer: Offer, way: str, note_id: str, note: dict[str, Any]) -> None:
        """A new note, and what it was."""
        self.items[note_id] = note
        self.notes[offer.artefact, offer.item["id"], way] = note_id


def note_of(offer: Offer, kind: Mapping[str, Any], place: Mapping[str, Any]) -> dict[str, Any]:
    """The note that it becomes: what it says, where it comes from, and which entity it is if it stays of its type."""
    told = {
        "lang": offer.item.get("lang"),
        "fields": fitting(kind, offer.item),
        "entity": offer.entity if offer.type and type_of(kind["entity"]) == offer.type else None,
    }
    return {
        "kind": kind["key"],
        "text": offer.text,
        **place,
        "author": AUTHOR,
        "carried": True,
        "from": origin(offer),
        **{name: value for name, value in told.items() if value},
    }


def origin(offer: Offer) -> dict[str, Any]:
    """Where it comes from, as the new item tells it."""
    return {"artefact": offer.artefact, "version": offer.version, "item": offer.item["id"]}


def new_id(noun: str, act: uuid.UUID, offer: Offer, way: str) -> str:
    """An id of this act: the same for the same thing and way."""
    named = "/".join((offer.artefact, offer.item["id"], way))
    return f"{noun}:{uuid.uuid5(act, named).hex}"


def fitting(kind: Mapping[str, Any], item: Mapping[str, Any]) -> dict[str, Any]:
    """Those typed fields of the item that its new kind has too; for one that names another note see `pointed`."""
    rules = rules_of(kind)
    told = {**item["fields"], "evidence": item["evidence"]}
    meant = {name: as_meant(rules[name], value) for name, value in told.items() if value is not None and name in rules}
    return {
        name: value
        for name, value in meant.items()
        if rules[name].type != "item" and rules[name].refuses(name, value) is None
    }


def pointed(kind: Mapping[str, Any], offer: Offer, notes: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Those of its fields that name another note of its output, which has come too: they name what that has become.

    notes: the new ones, by artefact and item.
    """
    named = {
        name: rule for name, rule in rules_of(kind).items() if rule.type == "item" and name in offer.item["fields"]
    }
    told = {name: notes.get((offer.artefact, str(offer.item["fields"][name]))) for name in named}
    return {name: note for name, note in told.items() if note is not None}
