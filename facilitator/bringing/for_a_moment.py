"""A note that is of another kind for a moment: an arrow was drawn before its end became what it is now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from facilitator.engine.place import UNPLACED

PLACE = ("zone", "order", "x", "y", "angle")
Step = tuple[str, dict[str, Any]]  # the operation's type, its members


def of_kind(note: Mapping[str, Any], kind: str) -> tuple[list[Step], list[Step]]:
    """The steps by which it becomes so, and those by which it is as it was. note: the operation that adds it."""
    ref = {"note": note["note"]}
    place = {name: note[name] for name in PLACE if name in note}
    away: list[Step] = [
        ("note.move", {**ref, "zone": UNPLACED, "order": "a0"}),
        ("note.set", {**ref, "fields": {"kind": kind}}),
    ]
    back: list[Step] = [
        ("note.set", {**ref, "fields": {"kind": note["kind"], **note.get("fields", {})}}),
        ("note.move", {**ref, **place}),
    ]
    return away, back


def fitting(kind: str, ends: Collection[str], choosable: Collection[str]) -> str | None:
    """The kind itself where the arrow may have it at this end (none named: any), else one that it may have."""
    if not ends or kind in ends:
        return kind
    return next((each for each in sorted(ends) if each in choosable), None)
