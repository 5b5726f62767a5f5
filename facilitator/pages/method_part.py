"""What one part of a method has to fill in, and what can be chosen there: what `method_parts.py` is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from marshmallow import Schema

from facilitator.methods.checks import CHECK_WORDS
from facilitator.pages.method_terms import ADDS

Choices = Callable[[Mapping[str, Any]], dict[str, Any]]
"""Key and title of what can be chosen, from the whole method."""


@dataclass(frozen=True)
class Member:
    """One thing to fill in. sort: title, text, line, key, one, many, flag, whole, values, words or axis."""

    name: str
    label: Any
    sort: str = "title"
    hint: Any = ""
    is_optional: bool = False
    choices: Choices = field(default=lambda _: {})
    when: Callable[[Mapping[str, Any], Mapping[str, Any]], bool] = field(default=lambda _part, _method: True)
    is_leads: bool = False


@dataclass(frozen=True)
class Listing:
    """A list of parts below one. asks: what a new one needs at once, beside its name. can_grow: by hand."""

    name: str
    label: Any
    add: Any
    part: str
    asks: tuple[Member, ...] = ()
    hint: Any = ""
    when: Callable[[Mapping[str, Any]], bool] = field(default=lambda _: True)
    has_name: bool = True
    can_grow: bool = True


@dataclass(frozen=True)
class Part:
    """A kind of part: how its page is called, its schema in the file, its members and its lists."""

    label: Any
    schema: type[Schema]
    members: tuple[Member, ...]
    listings: tuple[Listing, ...] = ()


def kinds(method: Mapping[str, Any]) -> dict[str, Any]:
    return {kind["key"]: kind["title"] for kind in method["kinds"]}


def zones(method: Mapping[str, Any]) -> dict[str, Any]:
    return {zone["id"]: zone["title"] for zone in method["zones"]}


def fields(method: Mapping[str, Any]) -> dict[str, Any]:
    """Of all kinds, shared ones once."""
    own = [each for kind in method["kinds"] for each in kind["fields"] if not isinstance(each, str)]
    return {each["key"]: each["title"] for each in (*method.get("fields", ()), *own)}


def scales(method: Mapping[str, Any]) -> dict[str, Any]:
    own = [each for kind in method["kinds"] for each in kind["fields"] if not isinstance(each, str)]
    every = (*method.get("fields", ()), *own)
    return {each["key"]: each["title"] for each in every if each["type"] == "scale5"}


def places(method: Mapping[str, Any]) -> dict[str, Any]:
    """Where a note can be given: zones that are no planes, and each cell by its phase and its lane."""
    found = {zone["id"]: zone["title"] for zone in method["zones"] if zone.get("sort") != "plane"}
    for phase in method.get("phases", ()):
        for lane in method.get("lanes", ()):
            cell = {each: f"{word} · {lane['title'].get(each, '')}" for each, word in phase["title"].items()}
            found[f"{phase['id']}/{lane['id'].partition(':')[2]}"] = cell
    return found


def links(method: Mapping[str, Any]) -> dict[str, Any]:
    return {link["key"]: link["title"] for link in method["links"]}


def link_states(method: Mapping[str, Any]) -> dict[str, Any]:
    return {state["key"]: state["title"] for state in method["link_states"]}


def added(method: Mapping[str, Any]) -> dict[str, Any]:
    """What people may add on the board, of which carried things can become some."""
    return {each: title for each, title in ADDS.items() if each in method["adds"]}


def fixed(words: Mapping[str, Any]) -> Choices:
    return lambda _method: dict(words)


def has(name: str) -> Callable[[Mapping[str, Any]], bool]:
    """Where the part has something of this name."""
    return lambda part: bool(part.get(name))


def is_scale(part: Mapping[str, Any], _method: Mapping[str, Any]) -> bool:
    return part.get("type") in ("scale5", "emotion")


def has_axes(part: Mapping[str, Any], method: Mapping[str, Any]) -> bool:
    return part.get("sort") == "plane" and method["layout"] == "plane"


def leads_with(word: str) -> Callable[[Mapping[str, Any], Mapping[str, Any]], bool]:
    return lambda part, _method: next((each for each in CHECK_WORDS if each in part), None) == word


def beside(name: str) -> Callable[[Mapping[str, Any], Mapping[str, Any]], bool]:
    """Shown for the conditions that can have it."""
    return lambda part, _method: name in CHECK_WORDS.get(next((each for each in CHECK_WORDS if each in part), ""), ())


def is_matrix(method: Mapping[str, Any]) -> bool:
    return bool(method["layout"] == "matrix")


def may_carry(method: Mapping[str, Any]) -> bool:
    """Carried things can become what people may add; what was said of them before can be put right."""
    return bool(method["adds"] or method.get("carries"))
