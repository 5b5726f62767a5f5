"""What a project knows: its maps, and which thing of its register each of their items is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.artefacts.identity import own_id
from facilitator.methods.entity_types import type_of

Map = Mapping[str, Any]
Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """One observation: its kind, its sentence in three languages, and the things that it is about, by their ids."""

    key: str
    text: Mapping[str, str]
    things: Sequence[str]


@dataclass(frozen=True, slots=True)
class Known:
    """maps: the newest output of each board, in the order of the series. roots: by every id that the register knows,
    the one as which that thing is known now."""

    maps: Sequence[Map]
    roots: Mapping[str, str]

    def thing_of(self, map_: Map, item: Item) -> str | None:
        """The thing that an item is, or that a phase or lane was made of; None for what the register does not know."""
        tied = self.roots.get(item.get("entity_id", ""))
        return tied or self.roots.get(own_id(map_["provenance"]["board"]["id"], item["id"]))

    def stakeholders(self) -> Iterator[tuple[str, Map, Item]]:
        """Every note that is one, with the thing that it is and its map."""
        for map_ in self.maps:
            for item in map_["items"]:
                thing = self.thing_of(map_, item) if type_of(item["entity"]) == "stakeholder" else None
                if thing is not None:
                    yield thing, map_, item


@dataclass(frozen=True, slots=True)
class Joined:
    """Notes of one board have become one there, but the register still knows what they said as things of its own."""

    kept: str
    dropped: Sequence[str]


def joined(known: Known) -> list[Joined]:
    """Things that may be one, since people made one note of theirs."""
    found: dict[str, dict[str, None]] = {}
    for map_ in known.maps:
        board = map_["provenance"]["board"]["id"]
        for item in map_["items"]:
            kept = known.thing_of(map_, item) if item.get("merged") else None
            were = (known.roots.get(own_id(board, each["id"])) for each in item.get("merged") or ())
            dropped = dict.fromkeys(each for each in were if each and each != kept)
            if kept is not None and dropped:
                found.setdefault(kept, {}).update(dropped)
    return [Joined(kept, list(dropped)) for kept, dropped in found.items()]
