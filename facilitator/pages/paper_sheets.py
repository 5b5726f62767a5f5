"""How a board's places are shared out on sheets of paper, each with room to write in.

Phases and lanes are a table, cut where a sheet is full; rings lie within each other on one sheet; a plane has a sheet
of its own; the other places are boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from facilitator.artefacts.places import Items, Places
from facilitator.artefacts.words import in_language
from facilitator.methods import with_kinds

SIZES = {"a4": (5, 5, 6), "a3": (8, 8, 9)}  # on one sheet: phases, lanes, boxes
RING_WIDTH, RING_HEIGHT, RING_TOP = 400, 260, 20
CORE = 0.42  # how wide the innermost ring is, of the outermost


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place: what it is called, what is asked there, which notes it takes."""

    title: str
    hint: str = ""
    kinds: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """An ellipse, from the outermost to the core, and where its title stands."""

    title: str
    width: int
    height: int
    middle: int
    title_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: `table`, `rings`, `plane` or `boxes`.

    columns, rows: of a table, its phases and lanes; taken: by row, which of the columns have a cell.
    """

    sort: str
    places: Sequence[Place] = ()
    columns: Sequence[Place] = ()
    rows: Sequence[Place] = ()
    taken: Sequence[Sequence[bool]] = ()
    rings: Sequence[Ring] = ()
    axes: Mapping[str, Mapping[str, str]] | None = None
    quadrants: Mapping[str, str] | None = None


def sheets(method: Mapping[str, Any], items: Items, size: str, language: str) -> list[Sheet]:
    """All that the board needs, in reading order. items: as everybody sees them."""
    sorter = _Sorter(with_kinds(method, items.get("board", {}), set()), items, language)
    phases, lanes, boxes = SIZES[size]
    return [*sorter.tables(phases, lanes), *sorter.rings(), *sorter.planes(), *sorter.boxes(boxes)]


class _Sorter:
    def __init__(self, method: Mapping[str, Any], items: Items, language: str) -> None:
        self._places, self._language = Places(items), language
        self._kinds = {kind["key"]: in_language(kind["title"], language) for kind in method["kinds"]}
        self._by_sort: dict[str, list[str]] = {}
        for zone in self._places.plain:
            self._by_sort.setdefault(self._places[zone]["sort"], []).append(zone)

    def tables(self, most_phases: int, most_lanes: int) -> Iterator[Sheet]:
        """All lanes of the first phases, then of the next ones."""
        places = self._places
        cells = {(places[cell]["phase"], places[cell]["lane"]) for cell in places.cells}
        for phases in _parts(places.phases if cells else (), most_phases):
            for lanes in _parts(places.lanes, most_lanes):
                yield Sheet(
                    sort="table",
                    columns=[self._place(phase) for phase in phases],
                    rows=[self._place(lane) for lane in lanes],
                    taken=[[(phase, lane) in cells for phase in phases] for lane in lanes],
                )

    def rings(self) -> Iterator[Sheet]:
        """The core comes first in reading order, and is drawn last."""
        zones = self._by_sort.get("ring", [])
        if zones:
            count = len(zones)
            drawn = [self._ring(zone, count - at, count) for at, zone in enumerate(zones)]
            yield Sheet(sort="rings", rings=drawn[::-1], places=[self._place(zone) for zone in zones])

    def planes(self) -> Iterator[Sheet]:
        for zone in self._by_sort.get("plane", []):
            fields = self._places[zone]
            yield Sheet(
                sort="plane",
                places=[self._place(zone)],
                axes={name: self._words(axis) for name, axis in (fields.get("axes") or {}).items()},
                quadrants=self._words(fields.get("quadrants") or {}),
            )

    def boxes(self, most: int) -> Iterator[Sheet]:
        for zones in _parts(self._by_sort.get("flow", ()), most):
            yield Sheet(sort="boxes", places=[self._place(zone) for zone in zones])

    def _place(self, zone: str) -> Place:
        fields = self._places[zone]
        kinds = fields.get("takes") or fields.get("accepts") or ()
        told = [self._kinds[kind] for kind in kinds if kind in self._kinds]
        named = " · ".join(told) if 1 < len(told) < len(self._kinds) else ""  # one is what the title says
        hint = in_language(fields.get("hint"), self._language)
        return Place(title=in_language(self._places.title(zone), self._language), hint=hint, kinds=named)

    def _ring(self, zone: str, from_outside: int, count: int) -> Ring:
        share = 1 - (1 - CORE) * (from_outside - 1) / max(1, count - 1)
        height = round(RING_HEIGHT * share)
        middle = RING_HEIGHT - height // 2  # all stand on one foot, so that there is room for each title above
        title = in_language(self._places.title(zone), self._language)
        return Ring(
            title=title,
            width=round(RING_WIDTH * share),
            height=height,
            middle=middle,
            title_at=middle - height // 2 + RING_TOP,
        )

    def _words(self, told: Mapping[str, Any]) -> dict[str, str]:
        return {name: in_language(words, self._language) for name, words in told.items() if name != "field"}


def _parts(zones: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """As even as can be: nothing is worse than a sheet with one box."""
    count = -(-len(zones) // most)
    for at in range(count):
        yield zones[len(zones) * at // count : len(zones) * (at + 1) // count]
