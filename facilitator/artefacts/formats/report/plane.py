"""A plane, drawn from its notes: each as a numbered mark where it lies, with its text where there is room for it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from facilitator.artefacts.formats.reader import Item
from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.drawing import LINE, SIZE, label, number, picture
from facilitator.artefacts.formats.report.element import Element, element
from facilitator.artefacts.formats.report.wording import lines, width

LONG, HIGH = 1000.0, 600.0
LEFT, BELOW, MARGIN = 150.0, 62.0, 14.0
MARK = 11.0
WHOLE = 10_000
EMS = 13  # the widest line beside a mark
GAP = 5.0
BAND = 24.0  # above and below, for the names of the quarters

Point = tuple[float, float]
Area = tuple[float, float, float, float]  # left, top, right, bottom


def planes(board: Board) -> list[Element]:
    """One picture for each plane of the board."""
    zones = [zone for zone in board.reader.zones.values() if zone["sort"] == "plane"]
    return [_plane(board, zone, f"plane-{at}") for at, zone in enumerate(zones, 1)]


def _plane(board: Board, zone: Item, name: str) -> Element:
    notes = board.lying.get(zone["id"], [])
    marks = spread({note["id"]: spot(note) for note in notes})
    taken: list[Area] = [around(each, MARK + 1) for each in marks.values()]
    corners = list(_quadrants(board, zone))
    taken += [_area_of(text, x, y, anchor) for text, x, y, anchor in corners]
    drawn = [
        element("rect", x=0, y=0, width=number(LONG), height=number(HIGH), class_="plane"),
        *(label(text, x, y, anchor, "quadrant") for text, x, y, anchor in corners),
        *(_axes(board, zone) if "axes" in zone else ()),
    ]
    for note in notes:
        drawn += _note(board, note, marks[note["id"]], taken)
    return picture(board, name, (-LEFT, -MARGIN, LEFT + LONG + MARGIN, MARGIN + HIGH + BELOW), drawn)


def spot(note: Item) -> Point:
    """Where a note lies in the picture; without coordinates in the middle."""
    x, y = (note["place"].get(axis, WHOLE // 2) / WHOLE for axis in ("x", "y"))
    edge = MARK + BAND
    return MARK + x * (LONG - 2 * MARK), edge + (1 - y) * (HIGH - 2 * edge)


def spread(spots: dict[str, Point]) -> dict[str, Point]:
    """Marks that would cover each other, moved to the nearest free spot around; the first ones stay."""
    settled: dict[str, Point] = {}
    for name, wish in spots.items():
        settled[name] = next(
            each for each in _nearby(wish) if all(math.dist(each, other) >= 2 * MARK + 1 for other in settled.values())
        )
    return settled


def _nearby(wish: Point) -> Iterator[Point]:
    """The spot itself, then rings around it, within the plane; at last outside it rather than nowhere."""
    yield wish
    for step in range(1, 400):
        for turn in range(6 * step):
            angle = 2 * math.pi * turn / (6 * step)
            x, y = wish[0] + math.cos(angle) * step * 6, wish[1] + math.sin(angle) * step * 6
            if step > 300 or (MARK <= x <= LONG - MARK and MARK + BAND <= y <= HIGH - MARK - BAND):
                yield x, y


def around(point: Point, reach: float) -> Area:
    """The square around a point."""
    return point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach


def _note(board: Board, note: Item, at: Point, taken: list[Area]) -> list[Element]:
    """The mark, and its text on the side where it covers nothing; the table has it in any case."""
    x, y = at
    drawn = [
        element("circle", cx=number(x), cy=number(y), r=MARK, class_=f"mark {board.reader.tint(note)}"),
        label(str(board.numbers[note["id"]]), x, y + 4, class_="mark-number"),
    ]
    told = lines(note["text"], EMS, 2)
    wide, high = max(map(width, told), default=0) * SIZE, len(told) * LINE
    for left, top, anchor in (
        (x + MARK + GAP, y - high / 2, "start"),
        (x - MARK - GAP - wide, y - high / 2, "end"),
        (x - wide / 2, y + MARK + 2, "middle"),
        (x - wide / 2, y - MARK - 2 - high, "middle"),
    ):
        area = (left, top, left + wide, top + high)
        if area[0] >= 2 and area[1] >= 2 and area[2] <= LONG - 2 and area[3] <= HIGH - 2 and _is_free(area, taken):
            taken.append(area)
            start = {"start": left, "end": left + wide, "middle": x}[anchor]
            drawn += [label(line, start, top + LINE * (n + 1) - 3, anchor, "text") for n, line in enumerate(told)]
            break
    return drawn


def _is_free(area: Area, taken: list[Area]) -> bool:
    left, top, right, bottom = area
    return not any(left < x2 + 3 and x1 - 3 < right and top < y2 and y1 < bottom for x1, y1, x2, y2 in taken)


def _quadrants(board: Board, zone: Item) -> Iterator[tuple[str, float, float, str]]:
    """The names of the four quarters, each in its outer corner."""
    for key, x, y, anchor in (
        ("low_high", 8, 18, "start"),
        ("high_high", LONG - 8, 18, "end"),
        ("low_low", 8, HIGH - 8, "start"),
        ("high_low", LONG - 8, HIGH - 8, "end"),
    ):
        if zone.get("quadrants"):
            yield board.reader.words(zone["quadrants"][key]), x, y, anchor


def _area_of(text: str, x: float, y: float, anchor: str) -> Area:
    wide = width(text) * SIZE
    left = x if anchor == "start" else x - wide
    return left, y - SIZE, left + wide, y + 4


def _axes(board: Board, zone: Item) -> Iterator[Element]:
    """The middle of both axes, and in words below it what goes from left to right, beside it what goes upwards."""
    yield element("line", x1=number(LONG / 2), y1=0, x2=number(LONG / 2), y2=number(HIGH), class_="middle")
    yield element("line", x1=0, y1=number(HIGH / 2), x2=number(LONG), y2=number(HIGH / 2), class_="middle")
    words, axes = board.reader.words, zone["axes"]
    across, along = axes["x"], axes["y"]
    yield label(words(across["low"]), 0, HIGH + 20, "start")
    yield label(words(across["high"]), LONG, HIGH + 20, "end")
    yield label(f"{words(across['title'])} →", LONG / 2, HIGH + 40, class_="axis")
    for text, top, class_ in (
        (words(along["high"]), LINE, "label"),
        (f"↑ {words(along['title'])}", HIGH / 2 - LINE / 2, "axis"),
        (words(along["low"]), HIGH - 2 * LINE, "label"),
    ):
        for at, line in enumerate(lines(text, (LEFT - 18) / 15, 3)):
            yield label(line, -10, top + at * LINE, "end", class_)
