"""Which place of one artefact is which place of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.artefacts.words import LANGUAGES, in_language

Artefact = Mapping[str, Any]
Zone = Mapping[str, Any]


def same_places(then: Artefact, now: Artefact) -> dict[str, str]:
    """By zone of `now`: the zone of `then` that it is, or itself.

    The same id is the same place; else, among places of the same sort, one that was made of the same thing, or has the
    same title in any language. A cell is where its phase and its lane meet, whatever it is called.
    """
    known = {zone["id"] for zone in then["zones"]}
    same = {zone["id"]: zone["id"] for zone in now["zones"]}
    for sort in ("phase", "lane", None):
        olds = [zone for zone in _of(then, sort) if zone["id"] not in same]
        for zone in _of(now, sort):
            if zone["id"] in known:
                continue
            found = next((old for old in olds if _is_same(old, zone)), None)
            if found:
                same[zone["id"]] = found["id"]
                olds.remove(found)
    met = {(cell["phase"], cell["lane"]): cell["id"] for cell in _cells(then)}
    for cell in _cells(now):
        pair = same[cell["phase"]], same[cell["lane"]]
        same[cell["id"]] = met.get(pair, cell["id"])
    return same


def _of(artefact: Artefact, sort: str | None) -> list[Zone]:
    return [zone for zone in artefact["zones"] if zone.get("axis") == sort and not zone.get("phase")]


def _cells(artefact: Artefact) -> Iterable[Zone]:
    return (zone for zone in artefact["zones"] if zone.get("phase"))


def _is_same(old: Zone, zone: Zone) -> bool:
    thing = zone.get("entity_id")
    return bool((thing and old.get("entity_id") == thing) or _titles(old) & _titles(zone))


def _titles(zone: Zone) -> set[str]:
    return {" ".join(in_language(zone["title"], each).casefold().split()) for each in LANGUAGES} - {""}
