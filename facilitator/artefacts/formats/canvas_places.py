"""Where a canvas draws what: phases beside each other with their cells below, then the other places in rows.

Whole numbers made of nothing but the artefact, so the same one is drawn alike everywhere. Heights are estimated from
how long a text is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isqrt
from typing import Any

from facilitator.artefacts.formats.escaped import block
from facilitator.artefacts.formats.reader import Item, Reader
from facilitator.artefacts.places import PLANE, UNPLACED

NOTE_WIDTH = 260
PAD, HEAD, GAP = 30, 40, 40  # within a group, above what is in it, between groups
LINE, SIGNS = 24, 28  # the height of a line, and how many signs one holds
LEAST = 120
SIDE = 2_000  # of a plane
WIDEST = 4_000  # a row of groups


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle. inset: of a plane, how far its measure begins from its edges."""

    x: int
    y: int
    width: int
    height: int
    inset: int = 0

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    def told(self) -> dict[str, int]:
        """As a node says it."""
        return {"x": self.x, "y": self.y, "width": self.width, "height": self.height}

    def sides_to(self, other: Box) -> tuple[str, str]:
        """On which side a line to the other leaves, and on which it arrives."""
        across = other.x + other.right - self.x - self.right
        down = other.y + other.bottom - self.y - self.bottom
        if abs(across) >= abs(down):
            return ("right", "left") if across >= 0 else ("left", "right")
        return ("bottom", "top") if down >= 0 else ("top", "bottom")


@dataclass(slots=True)
class Places:
    """The box of every place that is drawn, outer ones first, and of every note."""

    groups: dict[str, Box] = field(default_factory=dict)
    notes: dict[str, Box] = field(default_factory=dict)


def laid_out(reader: Reader) -> Places:
    """Every place but an empty *Not placed*, and every note in its place."""
    lying: defaultdict[str, list[Item]] = defaultdict(list)
    for item in reader.items.values():
        lying[item["place"]["zone"]].append(item)
    found = Places()
    bottom = _matrix(reader, lying, found)
    others = [
        zone_id
        for zone_id, zone in reader.zones.items()
        if not zone.keys() & {"axis", "phase", "lane"} and (zone_id != UNPLACED or lying[UNPLACED])
    ]
    _rows(others, reader, lying, found, bottom)
    return found


def note_height(text: str) -> int:
    """About as high as it takes to read all of it."""
    lines = sum(max(1, -(-len(line) // SIGNS)) for line in text.split("\n"))
    return 2 * LINE + LINE * lines


def _matrix(reader: Reader, lying: Mapping[str, list[Item]], found: Places) -> int:
    """Phases from left to right, each with a cell for each lane; how far down they reach."""
    zones = reader.zones
    phases = [zone for zone in zones if zones[zone].get("axis") == "phase"]
    lanes = [zone for zone in zones if zones[zone].get("axis") == "lane"]
    cells = {(zones[zone]["phase"], zones[zone]["lane"]): zone for zone in zones if "lane" in zones[zone]}
    if not cells:
        return 0
    column = NOTE_WIDTH + 2 * PAD
    heights = {lane: _tallest(lying.get(cells.get((phase, lane), ""), ()) for phase in phases) for lane in lanes}
    bottom = HEAD + sum(heights.values()) + PAD * len(lanes)
    for across, phase in enumerate(phases):
        left, top = across * (column + 2 * PAD + GAP), HEAD
        found.groups[phase] = Box(left, 0, column + 2 * PAD, bottom)
        for lane in lanes:
            cell = cells.get((phase, lane))
            if cell is not None:
                found.groups[cell] = Box(left + PAD, top, column, heights[lane])
                _stack(lying.get(cell, ()), left + 2 * PAD, top + HEAD, found)
            top += heights[lane] + PAD
    return bottom + GAP


def _tallest(stacks: Iterable[Iterable[Item]]) -> int:
    return max([LEAST, *(HEAD + sum(_height(item) + PAD for item in stack) for stack in stacks)])


def _stack(notes: Iterable[Item], left: int, top: int, found: Places) -> None:
    for item in notes:
        found.notes[item["id"]] = box = Box(left, top, NOTE_WIDTH, _height(item))
        top = box.bottom + PAD


def _rows(zones: Iterable[str], reader: Reader, lying: Mapping[str, list[Item]], found: Places, top: int) -> None:
    left = lowest = 0
    for zone in zones:
        if left > WIDEST:
            left, top, lowest = 0, lowest + GAP, 0
        draw = _plane if reader.zones[zone]["sort"] == "plane" else _columns
        found.groups[zone] = box = draw(lying.get(zone, []), left, top, found)
        left, lowest = box.right + GAP, max(lowest, box.bottom)


def _plane(notes: list[Item], left: int, top: int, found: Places) -> Box:
    """Each note with its middle where it lies; upwards is more."""
    inset = NOTE_WIDTH // 2 + PAD
    for item in notes:
        place, height = item["place"], _height(item)
        across, down = _measured(place.get("x")), SIDE - _measured(place.get("y"))
        found.notes[item["id"]] = Box(
            left + inset + across - NOTE_WIDTH // 2, top + inset + down - height // 2, NOTE_WIDTH, height
        )
    return Box(left, top, SIDE + 2 * inset, SIDE + 2 * inset, inset)


def _columns(notes: list[Item], left: int, top: int, found: Places) -> Box:
    """In reading order, row by row, about as many beside each other as below."""
    wide = max(1, min(4, isqrt(max(0, len(notes) - 1)) + 1)) if notes else 1
    down = top + HEAD
    for first in range(0, len(notes), wide):
        row = notes[first : first + wide]
        for at, item in enumerate(row):
            x = left + PAD + at * (NOTE_WIDTH + PAD)
            found.notes[item["id"]] = Box(x, down, NOTE_WIDTH, _height(item))
        down += max(map(_height, row)) + PAD
    return Box(left, top, PAD + wide * (NOTE_WIDTH + PAD), max(LEAST, down - top))


def _height(item: Item) -> int:
    return note_height(block(str(item["text"])))


def _measured(coordinate: Any) -> int:
    return round((PLANE // 2 if coordinate is None else coordinate) * SIDE / PLANE)
