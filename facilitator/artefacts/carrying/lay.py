"""An output of the same method, laid as it was: last time's to-be is this time's as-is, with its phases and arrows."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.carrying.made import AUTHOR, Beginning, new_id, note_of
from facilitator.artefacts.carrying.offer import AS_IT_LIES, Method, Source, offer_of
from facilitator.artefacts.places import MEMBERS
from facilitator.methods.coherence import UNPLACED
from facilitator.methods.zones import order_key

TIED = (("entity", "entity_id"), ("from", "from"))  # what a zone is called on a board, and in an output
GIVEN = "note:given-"  # every board of the method has these by itself


def lay(made: Beginning, method: Method, source: Source, act: uuid.UUID) -> None:
    """Zones as they are called and ordered there, every note in its place, arrows and themes.

    Whatever variant it was, such as last time's to-be, is where this time begins: the method's first, the as-is.
    """
    _zones(made, source.artefact)
    if "variant" in source.artefact["method"] and method.get("variants"):
        made.board["variant"] = method["variants"][0]["key"]
    kinds = {kind["key"]: kind for kind in method["kinds"]}
    now: dict[str, str] = {}
    for item in source.artefact["items"]:
        if item["id"].startswith(GIVEN):
            now[item["id"]] = item["id"]
            made.notes[source.artefact["id"], item["id"], AS_IT_LIES] = item["id"]
            continue
        offer = offer_of(source, item)
        if item["kind"] not in kinds:
            made.left.append((offer, "kind.unknown"))
            continue
        now[item["id"]] = new_id("note", act, offer, AS_IT_LIES)
        made.put(offer, AS_IT_LIES, now[item["id"]], note_of(offer, kinds[item["kind"]], _place(made, item)))
        made.carried.append((offer, AS_IT_LIES))
    _links(made, method, source.artefact, now, act)
    _themes(made, source.artefact, now, act)


def _zones(made: Beginning, artefact: Mapping[str, Any]) -> None:
    """The method's zones as that board had them: those that it took away are not there, those that it added are."""
    there = [zone for zone in artefact["zones"] if "phase" not in zone and zone["id"] != UNPLACED]
    lanes: dict[str, dict[str, None]] = {}
    for cell in (zone for zone in artefact["zones"] if "phase" in zone):
        lanes.setdefault(cell["lane"], {}).update(dict.fromkeys(cell["accepts"]))
    zones: dict[str, dict[str, Any]] = {}
    counted: dict[str | None, int] = {}
    for zone in there:
        axis, known = zone.get("axis"), made.zones.get(zone["id"])
        order = order_key(counted.setdefault(axis, 0))
        counted[axis] += 1
        if known is not None:
            zones[zone["id"]] = {**known, "title": zone["title"], "order": order}
            continue
        added = {"title": zone["title"], "sort": "flow", "accepts": list(zone["accepts"]), "order": order}
        added |= {"axis": axis} if axis else {}
        added |= {"takes": list(lanes.get(zone["id"], {}))} if axis == "lane" else {}
        zones[zone["id"]] = added | {name: zone[told] for name, told in TIED if told in zone}
    made.zones = {**zones, UNPLACED: made.zones[UNPLACED]}


def _place(made: Beginning, item: Mapping[str, Any]) -> dict[str, Any]:
    """Where it lay; *Not placed* where that place is not on the new board."""
    place = item["place"]
    phase, lane = place.get("phase"), place.get("lane")
    is_there = phase in made.zones and lane in made.zones if phase else place["zone"] in made.zones
    if not is_there:
        return {"zone": UNPLACED, "order": place.get("order", "a0")}
    members = {name for names in MEMBERS.values() for name in names}
    return {"zone": place["zone"], **{name: place[name] for name in place if name in members}}


def _links(
    made: Beginning, method: Method, artefact: Mapping[str, Any], now: Mapping[str, str], act: uuid.UUID
) -> None:
    kinds = {link["key"] for link in method["links"]}
    for each in artefact["relations"]:
        if each["from"] in now and each["to"] in now and each["kind"] in kinds:
            told = {name: each[name] for name in ("kind", "label", "state") if each[name]}
            ends = {"from": now[each["from"]], "to": now[each["to"]]}
            made.items[_id("link", act, each)] = {**ends, **told, "author": AUTHOR, "carried": True}


def _themes(made: Beginning, artefact: Mapping[str, Any], now: Mapping[str, str], act: uuid.UUID) -> None:
    for each in artefact["clusters"]:
        notes = [now[note] for note in each["notes"] if note in now]
        if notes:
            theme = {"title": each["title"], "notes": notes, "author": AUTHOR, "carried": True}
            made.items[_id("cluster", act, each)] = theme


def _id(noun: str, act: uuid.UUID, each: Mapping[str, Any]) -> str:
    return f"{noun}:{uuid.uuid5(act, each['id']).hex}"
