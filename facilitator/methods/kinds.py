"""A method with the kinds that a board has: those of the method that were chosen, and those that people named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any


def with_kinds(method: Mapping[str, Any], board: Mapping[str, Any], used: Collection[str]) -> dict[str, Any]:
    """The method as this board has it, its kinds in the board's order; the same where nobody has said which there are.

    board: the item `board`. used: the kinds that notes have; one that was taken away since stays if it is among them.
    """
    chosen, former = board.get("kinds"), board.get("former_kinds") or ()
    if chosen is None and not former:
        return dict(method)
    its = {kind["key"]: kind for kind in method["kinds"]}
    now = list(its) if chosen is None else [each["key"] for each in chosen]
    there = its | {
        each["key"]: _own(method["own_kinds"], each) for each in (*(chosen or ()), *former) if "title" in each
    }
    keys = dict.fromkeys([*now, *(key for key in there if key in used)])
    return {**method, "kinds": [there[key] for key in keys]}


def named_kinds(method: Mapping[str, Any], names: Iterable[str], keys: Iterable[str]) -> list[dict[str, str]]:
    """Kinds as `board.set` takes them: one of the method's where it is called so in some language, else one of its own.

    keys: what the new ones may be called, `own_…`.
    """
    its = {title.casefold(): kind["key"] for kind in method["kinds"] for title in kind["title"].values()}
    fresh = iter(keys)
    return [
        {"key": its[name.casefold()]} if name.casefold() in its else {"key": next(fresh), "title": name}
        for name in names
    ]


def _own(own: Mapping[str, Any], kind: Mapping[str, Any]) -> dict[str, Any]:
    look = next(each for each in own["looks"] if each["tint"] == kind["tint"])
    return {
        "key": kind["key"],
        "title": kind["title"],
        "plural": kind["title"],
        "hint": own["hint"],
        "icon": look["icon"],
        "tint": look["tint"],
        "entity": own["entity"],
        "fields": own["fields"],
    }
