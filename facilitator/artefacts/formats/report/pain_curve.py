"""The pain along a path: a column for each phase, made of its pain points, and the table of what each is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.drawing import LINE, SIZE, label, number, picture
from facilitator.artefacts.formats.report.element import Child, Element, element
from facilitator.artefacts.formats.report.table import table
from facilitator.artefacts.formats.report.wording import lines
from facilitator.artefacts.plots import pain_curve as figures

LONG, HIGH = 1000.0, 260.0
WIDEST, SPACE = 150.0, 16.0  # of a column, and between two
ABOVE, MARGIN = 30.0, 10.0
LINES = 3  # of a phase's name below its column
READABLE = 15.0  # a piece as high as this has its number in it


def pain_curve(board: Board) -> Element | None:
    """The picture with its table; nothing where no pain point on the path was graded."""
    for plot in figures(board.reader.artefact):
        return board.section(board.reader.say("heading_pain"), _picture(board, plot), _table(board, plot))
    return None


def _weight(phase: Mapping[str, Any]) -> int:
    return sum(pain["weight"] for pain in phase["pains"])


def _picture(board: Board, plot: Mapping[str, Any]) -> Element:
    phases = plot["phases"]
    most = max(map(_weight, phases)) or 1
    step = LONG / len(phases)
    wide = min(WIDEST, step - SPACE)
    drawn: list[Child] = [element("line", x1=0, y1=number(HIGH), x2=number(LONG), y2=number(HIGH), class_="ground")]
    for at, phase in enumerate(phases):
        middle = (at + 0.5) * step
        below = HIGH
        for pain in phase["pains"]:
            tall = HIGH * pain["weight"] / most
            below -= tall
            drawn += _piece(board, pain["note"], (middle - wide / 2, below, wide, tall))
        drawn.append(label(str(_weight(phase)), middle, below - 7, class_="axis"))
        words = lines(board.reader.words(phase["title"]), (step - 8) / SIZE, LINES)
        words += [""] * (LINES - len(words))  # what people wrote never says how many elements there are
        drawn += [label(line, middle, HIGH + LINE * (n + 1) + 4, class_="text") for n, line in enumerate(words)]
    box = (-MARGIN, -ABOVE, LONG + 2 * MARGIN, ABOVE + HIGH + LINE * LINES + 14)
    note = board.reader.say("pain_voted" if plot["voted"] else "pain_unvoted")
    return picture(board, "pain", box, drawn, board.reader.say("heading_pain"), note)


def _piece(board: Board, note: str, box: tuple[float, float, float, float]) -> list[Child]:
    left, top, wide, tall = box
    if tall <= 0:
        return []
    edge = element("rect", x=number(left), y=number(top), width=number(wide), height=number(tall), class_="mark pain")
    if tall < READABLE:
        return [edge]
    return [edge, label(str(board.numbers[note]), left + wide / 2, top + tall / 2 + 4, class_="mark-number")]


def _table(board: Board, plot: Mapping[str, Any]) -> Element:
    reader = board.reader
    heads = [reader.say(name) for name in ("number", "text", "votes", "severity", "frequency", "weight")]
    heads.insert(2, reader.strip("phase"))
    rows: list[list[Child]] = [
        [
            board.number(pain["note"]),
            board.said(reader.items[pain["note"]]),
            reader.words(phase["title"]),
            str(pain["votes"]) if plot["voted"] else "",
            *("?" if pain[grade] is None else str(pain[grade]) for grade in ("severity", "frequency")),
            str(pain["weight"]),
        ]
        for phase in plot["phases"]
        for pain in phase["pains"]
    ]
    return table(reader.say("heading_pain"), heads, rows, title=1, numbers=(0, 3, 4, 5, 6))
