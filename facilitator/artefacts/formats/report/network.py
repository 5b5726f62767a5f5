"""The relations as a picture: notes around, neighbours close together, and an arrow for each relation between them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.drawing import LINE, SIZE, label, number, picture
from facilitator.artefacts.formats.report.element import Child, Element, element
from facilitator.artefacts.formats.report.wording import lines
from facilitator.artefacts.insights.broken_relations import BROKEN
from facilitator.artefacts.plots import network as figures

ACROSS, DOWN = 260.0, 220.0  # half axes of the ellipse on which the marks stand
MARK, HEAD = 12.0, 9.0
BESIDE = 230.0  # room for the text of a note on either side
EMS = (BESIDE - 22) / SIZE

Point = tuple[float, float]


def network(board: Board) -> Element | None:
    """The picture alone: its table, the relations as sentences, stands by itself. Nothing for a few relations."""
    reader = board.reader
    for plot in figures(reader.artefact):
        spots = lay([each["note"] for each in plot["notes"]])
        drawn: list[Child] = []
        for relation in plot["relations"]:
            drawn += _arrow(spots[relation["from"]], spots[relation["to"]], relation["state"] in BROKEN)
        for note, spot in spots.items():
            drawn += _note(board, note, spot)
        box = (-ACROSS - BESIDE, -DOWN - 34, 2 * (ACROSS + BESIDE), 2 * (DOWN + 34))
        said = " ".join(_said(board, plot))
        return picture(board, "network", box, drawn, reader.say("network_of"), said)
    return None


def lay(notes: list[str]) -> dict[str, Point]:
    """Where each stands: evenly around, the first at the top."""
    turn = 2 * math.pi / len(notes)
    return {note: (math.sin(at * turn) * ACROSS, -math.cos(at * turn) * DOWN) for at, note in enumerate(notes)}


def _said(board: Board, plot: Mapping[str, Any]) -> list[str]:
    reader = board.reader
    broken = any(each["state"] in BROKEN for each in plot["relations"])
    left = plot["left"]
    return [
        *([reader.say("network_broken")] if broken else []),
        *([reader.say("network_left", n=left)] if left else []),
    ]


def _arrow(start: Point, end: Point, is_broken: bool) -> list[Child]:
    """From edge to edge of two marks, with its head at the end and a cross in the middle where it does not work."""
    far = math.dist(start, end)
    across, down = (end[0] - start[0]) / far, (end[1] - start[1]) / far
    x1, y1 = start[0] + across * MARK, start[1] + down * MARK
    x2, y2 = end[0] - across * (MARK + 1), end[1] - down * (MARK + 1)
    back = (x2 - across * HEAD, y2 - down * HEAD)
    half = HEAD / 2
    corners = (
        (x2, y2),
        (back[0] - down * half, back[1] + across * half),
        (back[0] + down * half, back[1] - across * half),
    )
    ends = {"x1": number(x1), "y1": number(y1), "x2": number(back[0]), "y2": number(back[1])}
    drawn: list[Child] = [
        element("line", **ends, class_="arrow broken" if is_broken else "arrow"),
        element(
            "polygon",
            points=" ".join(f"{number(x)},{number(y)}" for x, y in corners),
            class_="head broken" if is_broken else "head",
        ),
    ]
    if is_broken:
        x, y = (x1 + x2) / 2, (y1 + y2) / 2
        drawn += [
            element("circle", cx=number(x), cy=number(y), r=9, class_="break"),
            label("×", x, y + 5, class_="break-sign"),
        ]
    return drawn


def _note(board: Board, note: str, spot: Point) -> list[Child]:
    """Its mark, and its text outside the ring."""
    x, y = spot
    item = board.reader.items[note]
    told = lines(item["text"], EMS, 2)
    outwards = 0 if abs(x) < ACROSS / 8 else math.copysign(1, x)
    anchor = {0: "middle", 1: "start", -1: "end"}[int(outwards)]
    if outwards:
        left, top = x + outwards * (MARK + 6), y - len(told) * LINE / 2 + LINE - 3
    else:
        told = told[:1]
        left, top = x, y - MARK - 6 if y < 0 else y + MARK + LINE
    return [
        element("circle", cx=number(x), cy=number(y), r=MARK, class_=f"mark {board.reader.tint(item)}"),
        label(str(board.numbers[note]), x, y + 4, class_="mark-number"),
        *(label(line, left, top + at * LINE, anchor, "text halo") for at, line in enumerate(told)),
    ]
