"""Changing one part of a method's file: everything here gives a new file and leaves the old one alone.

A part is named by its path: `("kinds", 2, "fields", 0)`.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from facilitator.methods.coherence import Path

Method = dict[str, Any]


def part_at(method: Mapping[str, Any], where: Path) -> Any:
    """What stands there. Raises LookupError."""
    found: Any = method
    for step in where:
        match found, step:
            case dict(), str():
                found = found[step]
            case list(), int():
                found = found[step]
            case _:
                raise LookupError(step)
    return found


def put(method: Method, where: Path, members: Mapping[str, Any]) -> Method:
    """The part with these members; one that is None is taken out."""
    changed = copy.deepcopy(method)
    part = part_at(changed, where)
    for name, value in members.items():
        *path, last = name.split(".")
        inner = part
        for step in path:
            inner = inner.setdefault(step, {}) if value is not None else inner.get(step, {})
        if value is None:
            inner.pop(last, None)
        else:
            inner[last] = value
    return changed


def replace(method: Method, where: Path, value: Any) -> Method:
    """Something else in the place of the part."""
    changed = copy.deepcopy(method)
    *above, last = where
    part_at(changed, tuple(above))[last] = value
    return changed


def add(method: Method, where: Path, value: Any) -> Method:
    """One more at the end of the list there, which is made where there is none."""
    changed = copy.deepcopy(method)
    *above, last = where
    owner = part_at(changed, tuple(above))
    if isinstance(owner, dict):
        owner.setdefault(last, [])
    part_at(changed, where).append(value)
    return changed


def move(method: Method, where: Path, index: int, by: int) -> Method:
    """One part of the list there a place up (-1) or down (+1); at the end of the list, nothing changes."""
    changed = copy.deepcopy(method)
    siblings = part_at(changed, where)
    other = index + by
    if 0 <= other < len(siblings):
        siblings[index], siblings[other] = siblings[other], siblings[index]
    return changed


def remove(method: Method, where: Path) -> Method:
    """The method without the part, and without what named it where that is a mere list of names."""
    gone = part_at(method, where)
    changed = copy.deepcopy(method)
    *above, last = where
    del part_at(changed, tuple(above))[last]
    if where[0] == "kinds" and len(where) == 2:
        _forget_kind(changed, gone["key"])
    return tidied(changed)


def tidied(method: Method) -> Method:
    """Without shared fields that no kind names any more, and without empty lists of variants and of what is carried."""
    kinds = (*method["kinds"], method.get("own_kinds", {}))
    named = {name for kind in kinds for name in kind.get("fields", ()) if isinstance(name, str)}
    whole = dict(method)
    if "fields" in whole:
        whole["fields"] = [field for field in whole["fields"] if field["key"] in named]
        if not whole["fields"]:
            del whole["fields"]
    return {name: value for name, value in whole.items() if value != [] or name not in ("variants", "carries")}


def _forget_kind(method: Method, key: str) -> None:
    for part, name in (
        ("zones", "accepts"),
        ("lanes", "takes"),
        ("phases", "takes"),
        ("links", "from"),
        ("links", "to"),
    ):
        for thing in method.get(part, ()):
            if key in thing.get(name, ()):
                thing[name] = [each for each in thing[name] if each != key]
                if not thing[name] and part in ("phases", "links"):
                    del thing[name]
