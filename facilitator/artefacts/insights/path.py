"""What several insights ask of a service path: its phases in order, who is responsible where, what is the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def same(text: str) -> str:
    """The same name in other letters is the same.

    >>> same(" Kela  Oulu") == same("kela oulu")
    True
    """
    return " ".join(text.casefold().split())


def titles(draft: Mapping[str, Any]) -> dict[str, Any]:
    """What each phase is called, by id, in path order; empty where the board is no path."""
    return {zone["id"]: zone["title"] for zone in draft["zones"] if zone.get("axis") == "phase"}


def on_path(draft: Mapping[str, Any], entity: str) -> list[Mapping[str, Any]]:
    """Its notes that lie in some phase, in path order."""
    return [item for item in draft["items"] if item["entity"] == entity and "phase" in item["place"]]


def owners(draft: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The organisations on the path, in path order, but for those that are said to take part only."""
    return [each for each in on_path(draft, "organisations") if each["fields"].get("part") in (None, "responsible")]
