"""The method's words that an artefact carries along, so that it can be read for years without the method."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_FIELD = ("key", "title", "type", "low", "high")
_TITLED = ("key", "title")


def vocabulary(method: Mapping[str, Any]) -> dict[str, Any]:
    """Kinds with their fields and choices, kinds of link with their sentences, states of a link: in three languages."""
    return {
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
