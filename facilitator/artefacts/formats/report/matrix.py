"""A path as it lay on the board: phases side by side, lanes below each other. It is a table, so it is drawn as one."""

from __future__ import annotations

from facilitator.artefacts.formats.reader import Item
from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.element import Element, element
from facilitator.artefacts.formats.report.table import framed

ABREAST = 6  # phases that a sheet of A4 takes side by side


def matrix(board: Board) -> list[Element]:
    """As many tables as the phases need; lanes in which nothing lies anywhere are left out."""
    zones = board.reader.zones.values()
    phases = [zone for zone in zones if zone.get("axis") == "phase"]
    cells = {(zone["phase"], zone["lane"]): zone["id"] for zone in zones if "phase" in zone}
    filled = {lane for (_, lane), cell in cells.items() if cell in board.lying}
    lanes = [zone for zone in zones if zone.get("axis") == "lane" and zone["id"] in filled]
    return [
        _part(board, phases[start : start + ABREAST], lanes, cells)
        for start in range(0, len(phases) if lanes else 0, ABREAST)
    ]


def _part(board: Board, phases: list[Item], lanes: list[Item], cells: dict[tuple[str, str], str]) -> Element:
    reader = board.reader
    caption = reader.say("map_of", title=reader.words(reader.artefact["title"]))
    corner = element("th", f"{reader.strip('lane')} / {reader.strip('phase')}", scope="col", class_="corner")
    heads = [element("th", reader.words(phase["title"]), scope="col") for phase in phases]
    rows = [
        element(
            "tr",
            element("th", reader.words(lane["title"]), scope="row"),
            *(
                element(
                    "td", _cell(board, cells.get((phase["id"], lane["id"]))), data_head=reader.words(phase["title"])
                )
                for phase in phases
            ),
        )
        for lane in lanes
    ]
    whole = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", corner, *heads)),
        element("tbody", *rows),
        class_="matrix cards",
    )
    return framed(caption, whole)


def _cell(board: Board, cell: str | None) -> Element | None:
    notes = board.lying.get(cell or "", [])
    return element("ul", *(_note(board, note) for note in notes), class_="notes") if notes else None


def _note(board: Board, note: Item) -> Element:
    votes = board.votes(note)
    return element(
        "li",
        board.number(note["id"]),
        " ",
        board.said(note),
        element("span", f" {votes}", class_="votes") if votes else None,
        class_=f"note {board.reader.tint(note)}",
    )
