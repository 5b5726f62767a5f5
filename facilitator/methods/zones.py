"""The zones that a new board begins with, as items for its log."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.methods.coherence import UNPLACED

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

# The greatest whole key there is, so that whatever is appended to the other zones still comes before.
LAST = "z" * 27

UNPLACED_TITLE = {"fi": "Sijoittamatta", "sv": "Inte placerad", "en": "Not placed"}
UNPLACED_HINT = {
    "fi": "Laput, joille ei ole vielä valittu kohtaa.",
    "sv": "Lappar som ännu inte har fått någon ruta.",
    "en": "Notes that have not been given a place yet.",
}


def zone_items(method: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Phases, lanes, plain zones and *Not placed*, by id; a matrix's cells are made by the engine.

    Each list of siblings has order keys of its own. The items are copies: what happens to them on a board
    does not touch the method.
    """
    items: dict[str, dict[str, Any]] = {}
    for axis, part in (("phase", "phases"), ("lane", "lanes")):
        for order, zone in _ordered(method.get(part, [])):
            items[zone["id"]] = {**_fields(zone), "sort": "flow", "accepts": [], "axis": axis, "order": order}
    for order, zone in _ordered(method["zones"]):
        items[zone["id"]] = {**_fields(zone), "order": order}
    items[UNPLACED] = {
        "title": dict(UNPLACED_TITLE),
        "hint": dict(UNPLACED_HINT),
        "sort": "flow",
        "accepts": [kind["key"] for kind in method["kinds"]],
        "order": LAST,
    }
    return items


def _fields(zone: Mapping[str, Any]) -> dict[str, Any]:
    return {name: copy.deepcopy(value) for name, value in zone.items() if name != "id"}


def _ordered(zones: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    return ((order_key(index), zone) for index, zone in enumerate(zones))


def order_key(index: int) -> str:
    """The key that appending one after another gives the item at `index`, from 0.

    a0 … a9, aA … aZ, aa … az, then b00: the first letter says how many digits follow.

    >>> order_key(0), order_key(10), order_key(61), order_key(62)
    ('a0', 'aA', 'az', 'b00')
    """
    length, first = 1, 0
    while index - first >= len(DIGITS) ** length:
        first += len(DIGITS) ** length
        length += 1
    number, digits = index - first, ""
    for _ in range(length):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return chr(ord("a") + length - 1) + digits
