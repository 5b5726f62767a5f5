"""Taking back what an act made of a board's places, as far as nobody has gone on from it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from facilitator.engine import Event, State
from facilitator.engine.back import steps_back
from facilitator.engine.ids import noun_of
from facilitator.engine.state import BOARD, Item

NAMED = ("kinds", "variant", "left_out")  # of the board itself, what an act may have changed
Left = Mapping[str, Mapping[str, Any]]


def places_back(now: State, before: State, done: Iterable[Event]) -> list[dict[str, Any]]:
    """The operations. before: the board as it was when the act began; done: what the act did.

    What somebody has named, moved or taken away since stays so, and so does a place in which notes of others lie.
    """
    left = _left(done)
    operations = [
        *_zones_back(now, before, left),
        *_given_back(now, before, left),
        *_board_back(now, before, left.get(BOARD, {})),
    ]
    return [{"id": str(uuid.uuid4()), **each} for each in operations]


def _left(done: Iterable[Event]) -> Left:
    """Every item that the act touched, with the fields that it set, as it left them."""
    left: dict[str, dict[str, Any]] = {}
    for event in done:
        for change in event.changes:
            left.setdefault(change["id"], {}).update(change.get("set") or {"gone": True})
    return left


def _zones_back(now: State, before: State, left: Left) -> Iterator[dict[str, Any]]:
    if not any(noun_of(each) == "zone" for each in left):
        return
    for kind, zone, members in steps_back(now, before):
        if noun_of(zone) == "zone" and zone in left:
            told = _as_left(kind, members, now.known(zone) or {}, left[zone])
            if told is not None and not (kind == "zone.remove" and _has_notes(zone, now)):
                yield {"type": kind, "zone": zone, **told}


def _as_left(kind: str, members: dict[str, Any], there: Item, left: Mapping[str, Any]) -> dict[str, Any] | None:
    """The members of a step back, of what is as the act left it; None where nothing is."""
    match kind:
        case "zone.set" | "zone.tie":
            names = [name for name in members["fields"] if name in left and there.get(name) == left[name]]
            return {"fields": {name: members["fields"][name] for name in names}} if names else None
        case "zone.move":
            return members if "order" in left and there.get("order") == left["order"] else None
        case "zone.restore":
            return members if left.get("gone") else None
    return members


def _has_notes(zone: str, now: State) -> bool:
    within = {item_id for item_id, item in now.items.items() if zone in (item_id, item.get("phase"), item.get("lane"))}
    return any(noun_of(item_id) == "note" and item["zone"] in within for item_id, item in now.items.items())


def _given_back(now: State, before: State, left: Left) -> Iterator[dict[str, Any]]:
    """The notes that the method gives every board are in the output, or left out of it, as they were."""
    for note, item in now.items.items():
        was, did = bool((before.items.get(note) or {}).get("out")), left.get(note, {})
        if item.get("fixed") and "out" in did and bool(item.get("out")) == bool(did["out"]) != was:
            yield {"type": "note.leave_out", "note": note, "out": was}


def _board_back(now: State, before: State, left: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name in NAMED:
        was = before.board.get(name)
        if name in left and now.board.get(name) == left[name] != was:
            yield {"type": "board.set", "fields": {name: was}}
