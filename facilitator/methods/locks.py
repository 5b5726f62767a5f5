"""Zones that a programme's leads have locked: whoever else edits the method leaves them as they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PLACES = ("zones", "phases", "lanes")


def unlocked(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The zones whose lock was broken, by id: changed, taken away, locked or opened; and notes given in them."""
    was, is_now = _locked(before), _locked(after)
    return sorted(zone for zone in {*was, *is_now} if was.get(zone) != is_now.get(zone))


def _locked(method: Mapping[str, Any]) -> dict[str, Any]:
    zones = {zone["id"]: zone for part in PLACES for zone in method.get(part, ()) if zone.get("fixed")}
    given: dict[str, list[Any]] = {}
    for note in method.get("given", ()):
        for zone in note["zone"].removeprefix("zone:").split("/"):
            given.setdefault(f"zone:{zone}", []).append(note)
    return {zone: (told, given.get(zone, [])) for zone, told in zones.items()}
