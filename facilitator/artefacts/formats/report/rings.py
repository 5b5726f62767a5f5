"""An onion, drawn from its notes: rings wider than high, as on the board, each as thick as its notes need.

The ring is what a place means; where on it a note lies is comfort, so here they are spread evenly, in the order of the
angles that people chose. Everything is computed on circles, with widths divided by `WIDE`. A note's box lies inside a
disc of `REACH`; discs on a track are at least their diameter apart, and a track keeps that far from the ring's edges:
so no box touches another or an edge.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from facilitator.artefacts.formats.reader import Item
from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.drawing import box, label, number, picture
from facilitator.artefacts.formats.report.element import Element, element

WIDE = 1.5
BOX = (152.0, 68.0)
REACH = math.hypot(BOX[0] / 2 / WIDE, BOX[1] / 2) + 4
BAND = 26  # for the ring's name, inside its edge
EMPTY_RING = 62
MARGIN = 8
MOST_ARROWS = 24
BROKEN = ("broken", "missing")

Point = tuple[float, float]


def rings(board: Board) -> Element | None:
    """The picture; None where the board has no rings."""
    zones = [zone for zone in board.reader.zones.values() if zone["sort"] == "ring"]
    if not zones:
        return None
    radii: list[float] = []
    spots: dict[str, Point] = {}
    for zone in zones:
        notes = board.lying.get(zone["id"], [])
        outer, placed = lay(notes, radii[-1] if radii else 0)
        radii.append(outer + BAND)
        spots |= placed
    half = (radii[-1] * WIDE + MARGIN, radii[-1] + MARGIN)
    drawn = [
        *(_ring(at, radius) for at, radius in reversed(list(enumerate(radii)))),
        *_arrows(board, spots),
        *(
            label(board.reader.words(zone["title"]), 0, -radius + BAND - 7, class_="label halo")
            for zone, radius in zip(zones, radii, strict=True)
        ),
        *(box(board, board.reader.items[note], spot, BOX) for note, spot in spots.items()),
    ]
    return picture(board, "rings", (-half[0], -half[1], 2 * half[0], 2 * half[1]), drawn)


def lay(notes: Sequence[Item], inner: float) -> tuple[float, dict[str, Point]]:
    """Where the notes of a ring lie, and how far it then reaches. inner: where it begins."""
    spots: dict[str, Point] = {}
    waiting = sorted(notes, key=lambda note: note["place"].get("angle", 3600))  # the others after, in their order
    radius, turn = _first_track(len(waiting), inner), _start(waiting)
    outer = inner + EMPTY_RING
    while waiting:
        here, waiting = waiting[: room(radius)], waiting[room(radius) :]
        for at, note in enumerate(here):
            angle = turn + 2 * math.pi * at / len(here)
            spots[note["id"]] = (math.sin(angle) * radius * WIDE, -math.cos(angle) * radius)
        outer, radius, turn = radius + REACH, radius + 2 * REACH, turn + math.pi / len(here)
    return outer, spots


def room(radius: float) -> int:
    """How many discs a track of this radius takes; one in the very middle.

    >>> room(0), room(2 * REACH)
    (1, 6)
    """
    return int(math.pi / math.asin(REACH / radius) + 1e-9) if radius >= REACH else 1


def _first_track(count: int, inner: float) -> float:
    """In the middle a few notes lie around each other, more around one."""
    if inner:
        return inner + REACH
    return REACH / math.sin(math.pi / count) if 1 < count <= 6 else 0


def _start(notes: Sequence[Item]) -> float:
    """Where the first note lies, clockwise from the top: as somebody chose, else on the right."""
    chosen = notes[0]["place"].get("angle") if notes else None
    return math.pi / 2 if chosen is None else math.radians(chosen / 10)


def _ring(at: int, radius: float) -> Element:
    return element("ellipse", cx=0, cy=0, rx=number(radius * WIDE), ry=number(radius), class_=f"ring ring-{min(at, 3)}")


def _arrows(board: Board, spots: dict[str, Point]) -> list[Element]:
    """Relations under the boxes. When there are many, only those that do not work."""
    there = [each for each in board.reader.artefact["relations"] if each["from"] in spots and each["to"] in spots]
    shown = there if len(there) <= MOST_ARROWS else [each for each in there if each["state"] in BROKEN]
    drawn: list[Element] = []
    for relation in shown:
        (x1, y1), (x2, y2) = spots[relation["from"]], spots[relation["to"]]
        is_broken = relation["state"] in BROKEN
        ends = {"x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2)}
        drawn.append(element("line", **ends, class_="arrow broken" if is_broken else "arrow"))
        if is_broken:
            x, y = (x1 + x2) / 2, (y1 + y2) / 2
            drawn.append(element("circle", cx=number(x), cy=number(y), r=9, class_="break"))
            drawn.append(label("×", x, y + 5, class_="break-sign"))
    return drawn
