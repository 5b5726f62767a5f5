"""What lies on a sample board: the method's worked example, or where it has none a note of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_MIDDLE = 5_000


def with_sample(method: Mapping[str, Any]) -> dict[str, Any]:
    """The method with an example in any case."""
    if "example" in method:
        return dict(method)
    notes = [note for kind in method["kinds"] for note in _note(method, kind)]
    return {**method, "example": {"title": method["title"], "question": method["question"], "notes": notes}}


def _note(method: Mapping[str, Any], kind: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """One that says what such a note says, in the first place that takes it."""
    for zone, is_plane in _homes(method, kind["key"]):
        place = {"x": _MIDDLE, "y": _MIDDLE} if is_plane else {}
        yield {"key": kind["key"], "kind": kind["key"], "zone": zone, "text": kind["hint"], **place}
        return


def _homes(method: Mapping[str, Any], key: str) -> Iterator[tuple[str, bool]]:
    for zone in method["zones"]:
        if key in zone["accepts"]:
            yield zone["id"], zone["sort"] == "plane"
    for phase in method.get("phases", ()):
        for lane in method.get("lanes", ()):
            if key in lane["takes"] and key in phase.get("takes", [key]):
                yield f"{phase['id']}/{lane['id'].partition(':')[2]}", False
