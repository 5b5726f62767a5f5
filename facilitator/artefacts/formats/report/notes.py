"""The notes of a board as tables: one for each phase of a path, one for each other place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitator.artefacts.formats.reader import Item
from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.element import Child, Element, element
from facilitator.artefacts.formats.report.table import table
from facilitator.artefacts.votes import total

MIDDLE = 5_000  # where a plane's low half ends


def notes(board: Board) -> Element:
    """Every note once. An empty place of a path is left out, an empty phase or other place says that it is empty."""
    reader, zones = board.reader, board.reader.zones.values()
    parts: list[Element] = []
    for phase in (zone for zone in zones if zone.get("axis") == "phase"):
        cells = [zone["id"] for zone in zones if zone.get("phase") == phase["id"]]
        parts += _place(board, phase, [note for cell in cells for note in board.lying.get(cell, [])])
    for zone in zones:
        lying = board.lying.get(zone["id"], [])
        if "axis" not in zone and "phase" not in zone and (lying or zone["id"] != "zone:unplaced"):
            parts += _place(board, zone, lying)
    return board.section(reader.say("heading_notes"), *parts)


def _place(board: Board, zone: Item, lying: Sequence[Item]) -> Iterator[Element]:
    """The heading of a place and its table."""
    reader = board.reader
    title = reader.words(zone["title"])
    yield board.heading(title, 2)
    if not lying:
        yield element("p", reader.say("no_notes"), class_="soft")
        return
    heads = [reader.say(each) for each in ("number", "note", "lane", "kind", "details", "cluster", "votes")]
    rows: list[list[Child]] = [
        [
            board.number(note["id"]),
            _text(note, board),
            _where(note, zone, board),
            reader.kind(note),
            _details(note, board),
            reader.text(note["cluster"]),
            str(total(note)) if total(note) else "",
        ]
        for note in lying
    ]
    if zone["sort"] == "plane":
        heads[2] = reader.say("zone")
    yield table(title, heads, rows, title=1, numbers=(0, 6), class_="notes-of")


def _where(note: Item, zone: Item, board: Board) -> str:
    """The lane of a path, the quarter of a plane; elsewhere the place says it all."""
    place = note["place"]
    if "lane" in place:
        return board.reader.zone(place["lane"])
    if zone.get("quadrants") and "x" in place and "y" in place:
        across, along = ("low" if place[axis] < MIDDLE else "high" for axis in ("x", "y"))
        return board.reader.words(zone["quadrants"][f"{across}_{along}"])
    return ""


def _text(note: Item, board: Board) -> Element:
    others = (
        element("span", f"{board.reader.say('alternative')}: ", board.worded(text), class_="other")
        for text in note["alternatives"]
    )
    became = (
        element("span", f"{board.reader.say('merged')}: ", board.worded(each["text"]), class_="other")
        for each in note.get("merged") or []
    )
    return element("div", board.said(note), board.picture(note), *others, *became)


def _details(note: Item, board: Board) -> Child:
    """The fields that have a value, but for those that the place sets: its heading says them."""
    reader = board.reader
    sets = reader.zones[note["place"]["zone"]].get("sets", {})
    told: Iterable[Child] = [
        element("li", f"{reader.words(field['title'])}: ", board.worded(_value(field, value, board)))
        for field, value in reader.filled(note)
        if field["key"] not in sets
    ]
    if came := reader.came_from(note):
        told = [*told, element("li", f"{reader.say('came_from')}: {came}")]
    return element("ul", *told, class_="plain") if told else ""


def _value(field: Item, value: str | int | float, board: Board) -> str:
    shown = board.reader.shown(value)
    if "unit" in field:
        return f"{shown} {board.reader.words(field['unit'])}"
    return f"{shown}/5" if field["type"] == "scale5" else shown
