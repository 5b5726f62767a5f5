"""A map of two axes, fifth by fifth: what lies together there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.places import scale

FEWEST = 3


def grids(draft: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One for each plane with axes that at least three notes lie on; `x` and `y` of a note are 1…5."""
    found = []
    for zone in draft["zones"]:
        lying = [
            {"note": item["id"], "x": scale(item["place"]["x"]), "y": scale(item["place"]["y"])}
            for item in draft["items"]
            if item["place"]["zone"] == zone["id"] and {"x", "y"} <= item["place"].keys()
        ]
        if zone.get("axes") and len(lying) >= FEWEST:
            axes = {
                name: {part: axis[part] for part in ("title", "low", "high")} for name, axis in zone["axes"].items()
            }
            found.append({"key": "grid", "zone": zone["id"], **axes, "notes": lying})
    return found
