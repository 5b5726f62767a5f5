"""Themes: what the room put together, and called something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.artefacts.places import Items


def clusters(items: Items, entities: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Every cluster with those of its notes that are there, in reading order."""
    reading = {entity["id"]: index for index, entity in enumerate(entities)}
    found = [
        {
            "id": item_id,
            "title": fields["title"],
            "notes": sorted({note for note in fields["notes"] if note in reading}, key=reading.__getitem__),
            "votes": {},
        }
        for item_id, fields in items.items()
        if item_id.startswith("cluster:")
    ]
    return sorted(found, key=lambda cluster: (_first(cluster["notes"], reading), cluster["id"]))


def _first(notes: Sequence[str], reading: Mapping[str, int]) -> int:
    """Where a theme begins; an empty one comes after all others."""
    return reading[notes[0]] if notes else len(reading)
