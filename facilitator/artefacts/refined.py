"""The challenge as a canvas leaves it: place by place, what the notes say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.artefacts.places import UNPLACED, Places
from facilitator.artefacts.votes import total

Notes = Sequence[Mapping[str, Any]]


def refined(method: Mapping[str, Any], places: Places, notes: Notes) -> list[dict[str, Any]]:
    """`{zone, title, texts}` of each place that holds something; what got most votes comes first in its place.

    Empty for a method that refines no challenge, and for what lies in no place.
    """
    if method.get("refines") != "challenge":
        return []
    found = []
    for zone in places.plain:
        lying = sorted((note for note in notes if note["place"]["zone"] == zone), key=lambda note: -total(note))
        if zone != UNPLACED and lying:
            found.append({"zone": zone, "title": places.title(zone), "texts": [note["text"] for note in lying]})
    return found
