"""The pictures of a board: what was a map there is one here. A board of plain lists has none: its tables are enough."""

from __future__ import annotations

from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.element import Element
from facilitator.artefacts.formats.report.matrix import matrix
from facilitator.artefacts.formats.report.plane import planes
from facilitator.artefacts.formats.report.rings import rings


def maps(board: Board) -> Element | None:
    """All of them under one heading, on a sheet laid across."""
    onion = rings(board)
    drawn = [*matrix(board), *([onion] if onion else []), *planes(board)]
    if not drawn or not board.lying:
        return None
    return board.section(board.reader.say("heading_map"), *drawn, class_="across")
