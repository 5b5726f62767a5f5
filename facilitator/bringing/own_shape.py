"""Of a board of ours that was written to a file: its places, its kinds, and which variant of its method it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from facilitator.bringing.brought import BroughtPlace, BroughtShape
from facilitator.bringing.json_text import Object, objects, text_of
from facilitator.engine.ids import is_id

MOST_PLACES = 4_000  # more than sixty phases by sixty lanes
MOST_KINDS = 60
AXES = ("phase", "lane")


def shape_of(value: Object) -> BroughtShape | None:
    """value: an artefact, or what a canvas of ours says of its board. None where it says of no method."""
    method = value.get("method")
    if not isinstance(method, dict) or not text_of(method.get("key")):
        return None
    variant = method.get("variant")
    return BroughtShape(
        method=text_of(method.get("key")),
        places=list(_places(value)),
        kinds=_kinds(method, value.get("vocabulary")),
        variant=text_of(variant.get("key")) or None if isinstance(variant, dict) else None,
    )


def origin_of(thing: Object) -> Object | None:
    """The output that a note or a place was carried over from; the board says whether it can be one."""
    origin = thing.get("from")
    return origin if isinstance(origin, dict) and origin else None


def _places(value: Object) -> Iterator[BroughtPlace]:
    """Each id once."""
    found: set[str] = set()
    for row, zone in enumerate(objects(value.get("zones"))[:MOST_PLACES], 1):
        key, axis = text_of(zone.get("id")), text_of(zone.get("axis"))
        if not is_id(key, "zone") or key in found:
            continue
        found.add(key)
        accepts = zone.get("accepts")
        yield BroughtPlace(
            row=row,
            key=key,
            title=_title(zone),
            axis=axis if axis in AXES else "",
            accepts=list(dict.fromkeys(map(text_of, accepts))) if isinstance(accepts, list) else [],
            phase=text_of(zone.get("phase")),
            lane=text_of(zone.get("lane")),
            entity=text_of(zone.get("entity_id")),
            origin=origin_of(zone),
        )


def _title(zone: Object) -> Any:
    title = zone.get("title")
    if isinstance(title, Mapping):
        return {name: word for name, word in title.items() if isinstance(word, str)}
    return text_of(title)


def _kinds(method: Object, vocabulary: Any) -> list[Object] | None:
    """In order, `{key}` or `{key, title, tint?}`; None where they are the method's own."""
    if not isinstance(method.get("kinds"), list):
        return None
    words = objects(vocabulary.get("kinds")) if isinstance(vocabulary, dict) else []
    tints = {text_of(each.get("key")): text_of(each.get("tint")) for each in words}
    found: dict[str, Object] = {}
    for each in objects(method["kinds"])[:MOST_KINDS]:
        key, title = text_of(each.get("key")), text_of(each.get("title"))
        tint = text_of(each.get("tint")) or tints.get(key)
        found[key] = {"key": key} | ({"title": title} | ({"tint": tint} if tint else {}) if title else {})
    return list(found.values())
