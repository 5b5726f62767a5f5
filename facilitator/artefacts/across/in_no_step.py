"""Parties that the project knows from some map, and that no path meets anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.artefacts.across.known import Found, Item, Known, Map
from facilitator.artefacts.insights.path import same, titles
from facilitator.artefacts.insights.sentence import counted

ONE = {
    "fi": "1 osapuoli ei ole minkään polun missään vaiheessa.",
    "sv": "1 part finns inte i någon fas på någon väg.",
    "en": "1 party is in no phase of any path.",
}
MANY = {
    "fi": "{n} osapuolta ei ole minkään polun missään vaiheessa.",
    "sv": "{n} parter finns inte i någon fas på någon väg.",
    "en": "{n} parties are in no phase of any path.",
}
WALKING = "person_group"  # people whom the path is for: they walk all of it, and so lie in none of its phases


def in_no_step(known: Known) -> list[Found]:
    """Said once there is a path with something in its phases.

    A party is met where a note of its own or of its name lies in a phase, where a note there is about it or is joined
    to it by an arrow, and where a lane was made of it that holds something.
    """
    paths = [map_ for map_ in known.maps if _is_path(map_)]
    if not any("phase" in item["place"] for map_ in paths for item in map_["items"]):
        return []
    met = {thing for map_ in paths for thing in _met(known, map_)}
    names = {same(item["text"]) for map_ in paths for item in map_["items"] if "phase" in item["place"]}
    parties = [(thing, item) for thing, _, item in known.stakeholders()]
    met |= {thing for thing, item in parties if same(item["text"]) in names}
    met |= {thing for thing, item in parties if _walks(item)}
    absent = list(dict.fromkeys(thing for thing, _ in parties if thing not in met))
    return [Found("in_no_step", counted(len(absent), ONE, MANY), absent)] if absent else []


def _is_path(map_: Map) -> bool:
    """A matrix of tasks or of consultations has columns too; steps are what makes a path."""
    return bool(titles(map_)) and any(kind["entity"] == "steps" for kind in map_["vocabulary"]["kinds"])


def _walks(item: Item) -> bool:
    return bool(item["entity"] == "affected_groups" or item["fields"].get("form") == WALKING)


def _met(known: Known, map_: Map) -> Iterator[str]:
    lying = {item["id"]: item for item in map_["items"] if "phase" in item["place"]}
    joined = {
        end
        for relation in map_["relations"]
        for end, other in ((relation["from"], relation["to"]), (relation["to"], relation["from"]))
        if other in lying
    }
    held = {item["place"][axis] for item in lying.values() for axis in ("phase", "lane")}
    for item in map_["items"]:
        if item["id"] in lying or item["id"] in joined:
            yield known.thing_of(map_, item) or ""
            yield from (known.roots[each] for each in item.get("about", ()) if each in known.roots)
    for zone in map_["zones"]:
        if zone["id"] in held and zone.get("entity_id") in known.roots:
            yield known.roots[zone["entity_id"]]
