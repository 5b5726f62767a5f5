"""What people do on a board, by the seed: notes added, moved, rewritten, removed and brought back."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from random import Random
from typing import Any

KIND = "pain_point"
UNPLACED = "zone:unplaced"
Wish = dict[str, Any]


def op(random: Random, type_: str, **members: Any) -> Wish:
    """An operation whose id comes from the seed."""
    return {"id": str(uuid.UUID(int=random.getrandbits(128), version=4)), "type": type_, **members}


def new_note(random: Random, text: str, zone: str = UNPLACED) -> Wish:
    """A `note.add`."""
    note = f"note:{uuid.UUID(int=random.getrandbits(128), version=4)}"
    return op(random, "note.add", note=note, kind=KIND, text=text, zone=zone, order=_order(random))


def any_wish(random: Random, items: Mapping[str, Mapping[str, Any]], name: str) -> Wish:
    """Something that this person might do now."""
    notes = [item_id for item_id in items if item_id.startswith("note:")]
    zones = [each for each, item in items.items() if item.get("sort") == "flow" and KIND in item["accepts"]]
    chance = random.random()
    if not notes or chance < 0.45:
        return new_note(random, f"{name} {random.randrange(10**6)}", random.choice(zones))
    note = random.choice(notes)
    if chance < 0.70:
        return op(random, "note.move", note=note, zone=random.choice(zones), order=_order(random))
    if chance < 0.92:
        text = items[note]["text"]
        return op(random, "note.write", note=note, was=text, text=f"{text[:200]} {name}{random.randrange(100)}")
    if chance < 0.97:
        other = random.choice(notes)
        link = f"link:{uuid.UUID(int=random.getrandbits(128), version=4)}"
        return op(random, "link.add", link=link, kind="causes", **{"from": note, "to": other})
    return op(random, "note.remove", note=note)


def _order(random: Random) -> str:
    return f"a{random.choice('123456789')}{random.choice('ABCDEFGHJKLMNPQRSTUVWXYZ')}"
