"""What an output has to offer a board of some method, and in which ways the board could take it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.methods.entity_types import BECOMES, TYPES, kinds_of, type_of

NOTHING, AS_IT_LIES, EACH_ITS_KIND = "", "as_it_lies", "note"
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
    """What things of a type can become, and what that is called.

    `note:<kind>`, `phase`, `lane` or `zone`; or `note`, where the method has kinds that they have already.
    """

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


def ways_of(method: Method, type_: str, had: Collection[str] = ()) -> Sequence[Way]:
    """What this method can make of things of this type; first what it does unasked, `NOTHING` if it does nothing.

    They are notes of a kind of theirs, or of what such a thing becomes (an idea an action); or places, where the
    method lets people add them. had: the kinds that they have, which they keep where the method has several of them.
    """
    titles = {kind["key"]: kind["title"] for kind in method["kinds"]}
    own = _plainest_first(method, kinds_of(method, type_))
    next_ = [kind for become in BECOMES.get(type_, ()) for kind in kinds_of(method, become)]
    notes = [Way(f"note:{kind}", titles[kind]) for kind in (*own, *next_)]
    if len(own) > 1 and set(own) & set(had):
        notes.insert(0, Way(EACH_ITS_KIND))
    places = [Way(axis) for axis in AXES if axis in method["adds"]]
    unasked = next((each["as"] for each in method.get("carries", ()) if each["type"] == type_), None)
    if unasked is not None:
        places.sort(key=lambda way: way.key != unasked)
        return [*places, *notes, Way(NOTHING)]
    return [*notes, *places, Way(NOTHING)] if own else [Way(NOTHING), *notes, *places]


def kind_of(method: Method, item: Mapping[str, Any], way: str) -> Mapping[str, Any] | None:
    """The kind of note that an item becomes in this way; None where it becomes a place."""
    key = item["kind"] if way in (AS_IT_LIES, EACH_ITS_KIND) else way.partition(":")[2]
    found = next((kind for kind in method["kinds"] if kind["key"] == key), None)
    if found is None and way == EACH_ITS_KIND:
        own = _plainest_first(method, kinds_of(method, type_of(item["entity"]) or ""))
        found = next((kind for kind in method["kinds"] if kind["key"] == own[0]), None)
    return found


def _plainest_first(method: Method, keys: Sequence[str]) -> list[str]:
    """A kind that says nothing by itself before one that does: who is not known to be a customer is not made one."""
    says = {kind["key"]: bool(kind.get("sets")) for kind in method["kinds"]}
    return sorted(keys, key=lambda key: says[key])
