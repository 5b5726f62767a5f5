"""The places and notes that a new board begins with, made of what was chosen from outputs."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.artefacts.carrying.lay import lay
from facilitator.artefacts.carrying.made import Beginning, new_id, note_of, origin, pointed
from facilitator.artefacts.carrying.offer import Method, Offer, Source, kind_of
from facilitator.engine.state import Refusal
from facilitator.engine.text import TITLE_POINTS, clean_line
from facilitator.engine.zones import MOST_ZONES
from facilitator.methods.coherence import UNPLACED
from facilitator.methods.zones import order_key, zone_items


def begin(
    method: Method, chosen: Iterable[tuple[Offer, str]], act: uuid.UUID, lying: Source | None = None
) -> Beginning:
    """What comes of it. chosen: each thing with its way, as `ways_of` gives them; act: from which new ids are made.

    lying: an output of the same method, of which everything comes as it lies. A thing comes once in each way, however
    many outputs speak of it: that of the first one.
    """
    made = Beginning(zone_items(method))
    if lying is not None:
        lay(made, method, lying, act)
    came = {(offer.entity, f"note:{offer.item['kind']}") for offer, _ in made.carried if offer.entity}
    for offer, way in chosen:
        if (offer.entity, way) in came:
            made.left.append((offer, "carry.twice"))
            continue
        kind = kind_of(method, offer.item, way)
        why = _note(made, kind, offer, way, act) if kind else _zone(made, method, offer, way, act)
        if why is not None:
            made.left.append((offer, why))
            continue
        came.add((offer.entity, way))
        made.carried.append((offer, way))
    _point(made, method)
    return made


def _point(made: Beginning, method: Method) -> None:
    """A field that names another note names what that has become here: itself, or the same thing of another output."""
    notes: dict[tuple[str, str], str] = {}
    for (artefact, item, _way), new in made.notes.items():
        notes.setdefault((artefact, item), new)
    same = {offer.entity: notes.get((offer.artefact, offer.item["id"])) for offer, _ in reversed(made.carried)}
    for offer, why in made.left:
        if why == "carry.twice" and (known := same.get(offer.entity)):
            notes.setdefault((offer.artefact, offer.item["id"]), known)
    for offer, way in made.carried:
        note_id = made.notes.get((offer.artefact, offer.item["id"], way))
        kind = kind_of(method, offer.item, way)
        named = pointed(kind, offer, notes) if note_id and kind else {}
        if note_id and named:
            note = made.items[note_id]
            note["fields"] = {**note.get("fields", {}), **named}


def _note(made: Beginning, kind: Mapping[str, Any], offer: Offer, way: str, act: uuid.UUID) -> str | None:
    key = kind["key"]
    zone = _home(made, key)
    order = order_key(sum(item.get("zone") == zone for item in made.items.values()))
    made.put(offer, way, new_id("note", act, offer, key), note_of(offer, kind, {"zone": zone, "order": order}))
    return None


def _home(made: Beginning, kind: str) -> str:
    """The one list that takes this kind; *Not placed* where there are several, or where a place would say more."""
    takes = [
        zone_id
        for zone_id, zone in made.zones.items()
        if zone_id != UNPLACED and "axis" not in zone and kind in zone["accepts"]
    ]
    alone = len(takes) == 1 and not any(kind in zone.get("takes", ()) for zone in made.zones.values())
    return takes[0] if alone and made.zones[takes[0]]["sort"] == "flow" else UNPLACED


def _zone(made: Beginning, method: Method, offer: Offer, way: str, act: uuid.UUID) -> str | None:
    title = clean_line(offer.text, 4 * TITLE_POINTS)
    if isinstance(title, Refusal):
        return title.code
    axis = None if way == "zone" else way
    if any(each["as"] == way for each in method.get("carries", ())):
        for zone_id in [each for each, zone in _beside(made, axis).items() if "from" not in zone]:
            del made.zones[zone_id]  # it only stood in for what comes now
    there = _beside(made, axis)
    if len(there) >= MOST_ZONES:
        return "board.full"
    kinds = [kind["key"] for kind in method["kinds"]]
    zone: dict[str, Any] = {
        "title": title if len(title) <= TITLE_POINTS else f"{title[: TITLE_POINTS - 1]}…",
        "sort": "flow",
        "accepts": [] if axis else kinds,
        "order": order_key(len(there)),
        "entity": offer.entity,
        "from": origin(offer),
    }
    zone |= {"axis": axis} if axis else {}
    zone |= {"takes": kinds} if axis == "lane" else {}
    made.zones[new_id("zone", act, offer, way)] = zone
    return None


def _beside(made: Beginning, axis: str | None) -> dict[str, dict[str, Any]]:
    """The zones among which one of this axis comes."""
    return {zone_id: zone for zone_id, zone in made.zones.items() if zone_id != UNPLACED and zone.get("axis") == axis}
