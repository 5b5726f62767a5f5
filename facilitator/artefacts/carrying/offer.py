"""What an output has to offer a board of some method, and in which ways the board could take it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.methods.entity_types import BECOMES, TYPES, kinds_of, type_of

NOTHING, AS_IT_LIES = "", "as_it_lies"
AXES = ("phase", "lane", "zone")
Method = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """An output, and what the project's register knows: which entity an item is, and what that is called now."""

    artefact: Mapping[str, Any]
    entity_of: Callable[[Mapping[str, Any]], str]
    name_of: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing of an output, by the name that it has now."""

    artefact: str
    version: int
    item: Mapping[str, Any]
    type: str
    entity: str
    text: str


@dataclass(frozen=True, slots=True)
class Way:
    """What things of a type can become: `note:<kind>`, `phase`, `lane` or `zone`; and what that is called."""

    key: str
    title: Any = None

    @property
    def kind(self) -> str | None:
        """Of notes, the kind that they get."""
        return self.key.partition(":")[2] or None


def offers_of(source: Source) -> dict[str, list[Offer]]:
    """The things that the register knows, by type, in reading order."""
    found: dict[str, list[Offer]] = {type_: [] for type_ in TYPES}
    for item in source.artefact["items"]:
        if type_ := type_of(item["entity"]):
            found[type_].append(offer_of(source, item))
    return {type_: offers for type_, offers in found.items() if offers}


def offer_of(source: Source, item: Mapping[str, Any]) -> Offer:
    """One item of an output; without type and entity where the register does not know such things."""
    type_ = type_of(item["entity"])
    entity = source.entity_of(item) if type_ else ""
    name = source.name_of(entity) if entity else None
    return Offer(source.artefact["id"], source.artefact["version"], item, type_ or "", entity, name or item["text"])


def ways_of(method: Method, type_: str) -> Sequence[Way]:
    """What this method can make of things of this type; first what it does unasked, `NOTHING` if it does nothing.

    They are notes of a kind of theirs, or of what such a thing becomes (an idea an action); or places, where the
    method lets people add them.
    """
    titles = {kind["key"]: kind["title"] for kind in method["kinds"]}
    own = kinds_of(method, type_)
    next_ = [kind for become in BECOMES.get(type_, ()) for kind in kinds_of(method, become)]
    notes = [Way(f"note:{kind}", titles[kind]) for kind in (*own, *next_)]
    places = [Way(axis) for axis in AXES if axis in method["adds"]]
    unasked = next((each["as"] for each in method.get("carries", ()) if each["type"] == type_), None)
    if unasked is not None:
        places.sort(key=lambda way: way.key != unasked)
        return [*places, *notes, Way(NOTHING)]
    return [*notes, *places, Way(NOTHING)] if own else [Way(NOTHING), *notes, *places]
