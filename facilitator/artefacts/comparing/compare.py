"""What became of each note between two artefacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.artefacts.comparing.pairing import Item, pair_two_boards
from facilitator.artefacts.comparing.places import Artefact, same_places

MARKS = ADDED, REMOVED, MOVED, CHANGED = "added", "removed", "moved", "changed"
RELATED = ("kind", "label", "state")


@dataclass(frozen=True, slots=True)
class Pair:
    """A note of one artefact and the same one of the other. None: it is not there."""

    then: Item | None
    now: Item | None
    marks: tuple[str, ...] = ()  # of added, removed, moved, changed; a note may have moved and say something else


@dataclass(frozen=True, slots=True)
class Row:
    """A place, and what lies there on either side: where a note has moved, it is in two of them."""

    then: Mapping[str, Any] | None  # the zone
    now: Mapping[str, Any] | None
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it. links: a relation of `then` and the same one of `now`, where they differ."""

    pairs: tuple[Pair, ...]
    rows: tuple[Row, ...]
    links: tuple[tuple[Item | None, Item | None], ...]

    def of(self, mark: str) -> list[Pair]:
        """The pairs with this mark."""
        return [pair for pair in self.pairs if mark in pair.marks]


def compare(then: Artefact, now: Artefact, *, is_one_board: bool, roots: Mapping[str, str] | None = None) -> Comparison:
    """Each note of either artefact once, in the reading order of `now`; what is gone comes last.

    Both are artefacts, or drafts of them, of one method. A note with the same id is the same note; of two boards more
    are, as `pairing.py` tells. roots: by ids of the register that were merged, those as which the things are known now.
    """
    places = same_places(then, now)
    meant = _meant(then) | _meant(now)
    old = {item["id"]: item for item in then["items"]}
    found = {item["id"]: old[item["id"]] for item in now["items"] if item["id"] in old}
    if not is_one_board:
        pair_two_boards(found, old, now["items"], places, roots or {})
    pairs = []
    for item in now["items"]:
        before = found.get(item["id"])
        pairs.append(Pair(before, item, _marks(before, item, places, meant, is_one_board) if before else (ADDED,)))
    kept = {before["id"] for before in found.values()}
    pairs += [Pair(item, None, (REMOVED,)) for item_id, item in old.items() if item_id not in kept]
    same = {pair.now["id"]: pair.then["id"] for pair in pairs if pair.then and pair.now}
    same |= _same_themes(then, now, is_one_board)
    return Comparison(tuple(pairs), tuple(_rows(then, now, pairs, places)), tuple(_links(then, now, same)))


def _marks(then: Item, now: Item, places: Mapping[str, str], meant: set[str], is_one_board: bool) -> tuple[str, ...]:
    """How they differ. Of two boards the exact point on a plane says nothing: nobody measures with the other's eye."""
    points = ("x", "y") if is_one_board else ()
    was, lies = then["place"], now["place"]
    has_moved = was["zone"] != places[lies["zone"]] or any(was.get(each) != lies.get(each) for each in points)
    has_changed = _said(then, meant) != _said(now, meant)
    return tuple(mark for mark, holds in ((MOVED, has_moved), (CHANGED, has_changed)) if holds)


def _meant(artefact: Artefact) -> set[str]:
    """The fields that places say: a note that was moved says nothing else for that."""
    of_zones = {field for zone in artefact["zones"] for field in zone.get("sets") or {}}
    return of_zones | {axis["field"] for zone in artefact["zones"] for axis in (zone.get("axes") or {}).values()}


def _said(item: Item, meant: set[str]) -> list[Any]:
    """What the note says, wherever it lies."""
    fields = {name: value for name, value in item["fields"].items() if name not in meant}
    return [item["kind"], item["text"], item["evidence"], fields]


def _rows(then: Artefact, now: Artefact, pairs: Sequence[Pair], places: Mapping[str, str]) -> Iterator[Row]:
    """The places of `now` in its order, then those that only `then` has; axes are no places."""
    olds = {zone["id"]: zone for zone in then["zones"] if not zone.get("axis")}
    for zone in now["zones"]:
        if not zone.get("axis"):
            old = olds.pop(places[zone["id"]], None)
            yield Row(old, zone, tuple(_there(pairs, old, zone)))
    for zone in olds.values():
        yield Row(zone, None, tuple(_there(pairs, zone, None)))


def _there(pairs: Sequence[Pair], old: Item | None, new: Item | None) -> Iterator[Pair]:
    """What lay here or lies here, each as far as it did."""
    for pair in pairs:
        was = pair.then if _lies(pair.then, old) else None
        lies = pair.now if _lies(pair.now, new) else None
        if was or lies:
            yield Pair(was, lies, pair.marks)


def _lies(item: Item | None, zone: Item | None) -> bool:
    return bool(item and zone and item["place"]["zone"] == zone["id"])


def _same_themes(then: Artefact, now: Artefact, is_one_board: bool) -> dict[str, str]:
    """By theme of `now`: the same one of `then`; of two boards by its name."""
    named = {} if is_one_board else {theme["title"].casefold(): theme["id"] for theme in then["clusters"]}
    olds = {theme["id"] for theme in then["clusters"]}
    found = {
        theme["id"]: theme["id"] if theme["id"] in olds else named.get(theme["title"].casefold())
        for theme in now["clusters"]
    }
    return {theme: old for theme, old in found.items() if old}


def _links(then: Artefact, now: Artefact, same: Mapping[str, str]) -> Iterator[tuple[Item | None, Item | None]]:
    """Relations that differ: by id, and of two boards by what they join."""
    free = {link["id"]: link for link in then["relations"]}
    for link in now["relations"]:
        ends = same.get(link["from"]), same.get(link["to"])
        was = free.get(link["id"]) or next(
            (old for old in free.values() if (old["from"], old["to"]) == ends and old["kind"] == link["kind"]), None
        )
        if was is None:
            yield None, link
            continue
        del free[was["id"]]
        if (was["from"], was["to"]) != ends or any(was.get(each) != link.get(each) for each in RELATED):
            yield was, link
    for link in free.values():
        yield link, None
