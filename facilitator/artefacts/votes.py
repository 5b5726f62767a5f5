"""Ballots and their sums. Who voted for what never comes this far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from facilitator.artefacts.places import Items


def votes(items: Items, votable: Iterable[str]) -> list[dict[str, Any]]:
    """Every ballot, by id; sums only of what is still on the board, and none while the ballot is open."""
    there = set(votable)
    ballots = sorted(item_id for item_id in items if item_id.startswith("ballot:"))
    return [_ballot(ballot, items[ballot], there) for ballot in ballots]


def _ballot(ballot: str, fields: Mapping[str, Any], there: set[str]) -> dict[str, Any]:
    is_open = bool(fields.get("open"))
    sums = {} if is_open else fields.get("sums") or {}
    return {
        "ballot": ballot,
        "title": fields["title"],
        "over": fields["over"],
        "each": fields["each"],
        "per_note": fields["per_note"],
        "zones": list(fields.get("zones") or []),
        "open": is_open,
        "voters": None if is_open else fields.get("voters"),
        "secret": None if is_open else fields.get("secret"),
        "sums": {item_id: count for item_id, count in sums.items() if count and item_id in there},
    }


def give_out(ballots: Sequence[Mapping[str, Any]], things: Sequence[dict[str, Any]]) -> None:
    """Write each ballot's sum beside what it was given to."""
    for thing in things:
        thing["votes"] = {each["ballot"]: each["sums"][thing["id"]] for each in ballots if thing["id"] in each["sums"]}


def total(thing: Mapping[str, Any]) -> int:
    """All the votes that an entity or a cluster got."""
    return sum(thing["votes"].values())
