"""The project's challenge in a report: as it was applied with, and on a canvas as it was refined."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.element import Element, element


def challenge(board: Board) -> Iterator[Element]:
    """Both texts of a canvas; for other boards, and where nothing was written, none."""
    reader = board.reader
    refined = reader.artefact.get("refined") or []
    before = reader.challenge()
    if refined and before:
        text, written = before
        lines = (element("p", line, class_="said") for line in text.splitlines() if line.strip())
        yield board.section(reader.say("heading_challenge"), *lines, element("p", written, class_="soft"))
    if refined:
        places = (
            element("div", element("dt", reader.words(each["title"])), *(element("dd", text) for text in each["texts"]))
            for each in refined
        )
        yield board.section(reader.say("heading_refined"), element("dl", *places, class_="refined"))
