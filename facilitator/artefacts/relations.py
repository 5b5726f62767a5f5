"""Links as relations between entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.artefacts.places import Items


def relations(items: Items, entities: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Every link whose two ends are there, in the reading order of its ends."""
    reading = {entity["id"]: index for index, entity in enumerate(entities)}
    links = {
        item_id: fields
        for item_id, fields in items.items()
        if item_id.startswith("link:") and fields["from"] in reading and fields["to"] in reading
    }
    ordered = sorted(links, key=lambda link: (reading[links[link]["from"]], reading[links[link]["to"]], link))
    return [
        {"id": link, **{name: links[link].get(name) for name in ("from", "to", "kind", "label", "state")}}
        for link in ordered
    ]
