"""The method's words that an artefact carries along, so that it can be read for years without the method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_FIELD = ("key", "title", "type", "low", "high", "unit")
_TITLED = ("key", "title")


def named(method: Mapping[str, Any], kinds: Sequence[Mapping[str, Any]], variant: str | None = None) -> dict[str, Any]:
    """Which method it is, which of its variants the board shows, and its kinds where they are not the method's own.

    What people named is part of what the room made: of such a kind the title is told, of the method's only the key.
    """
    told = _only(method, ("key", "version", "title"))
    for each in method.get("variants", ()):
        if each["key"] == variant:
            told["variant"] = _only(each, _TITLED)
    if kinds == method["kinds"]:
        return told
    its = {kind["key"] for kind in method["kinds"]}
    return told | {"kinds": [_only(kind, ("key",) if kind["key"] in its else _TITLED) for kind in kinds]}


def vocabulary(method: Mapping[str, Any]) -> dict[str, Any]:
    """Kinds with their fields and choices, kinds of link with their sentences, states of a link: in three languages.

    And the layout: what the board looked like, and what its columns and rows are called where the method has words
    of its own for them.
    """
    return {
        "layout": method["layout"],
        **_only(method, ("phase_name", "lane_name")),
        "kinds": [_kind(kind) for kind in method["kinds"]],
        "links": [_only(link, (*_TITLED, "sentence")) for link in method.get("links", [])],
        "link_states": [_only(state, _TITLED) for state in method.get("link_states", [])],
    }


def _kind(kind: Mapping[str, Any]) -> dict[str, Any]:
    fields = [
        _only(field, _FIELD) | {"choices": [_only(choice, _TITLED) for choice in field.get("choices", [])]}
        for field in kind.get("fields", [])
    ]
    return _only(kind, (*_TITLED, "plural", "entity", "tint")) | {"fields": fields}


def _only(thing: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: thing[name] for name in names if name in thing}
