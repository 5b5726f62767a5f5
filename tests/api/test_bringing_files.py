"""Files as other programs and other projects made them, each with the whole account of what comes of it.

Where they come from: `tests/data/SOURCES.md`.
"""

from __future__ import annotations

import base64
from typing import Any

import pytest

from facilitator.live import rooms
from tests.api.case import Case
from tests.artefacts.strings import DATA
from tests.makers import make_board


def bring(case: Case, board: str, file: str, **chosen: str) -> dict[str, Any]:
    body = (DATA / file).read_bytes()
    sent = {"content": base64.b64encode(body).decode(), "name": file.rpartition("/")[2], **chosen}
    answer = case.ask("aino", "post", f"/boards/{board}/bring", sent)
    assert answer.status_code == 200, answer.text
    return answer.json


def notes(board: str) -> list[dict[str, Any]]:
    return [item for key, item in rooms.state(board).items.items() if key.startswith("note:")]


def listed(told: list[dict[str, Any]]) -> list[tuple[int, str]]:
    return [(each["row"], each["code"]) for each in told]


# A file, its format and encoding; how many it has, how many of them come as notes and as arrows; what stays behind.
ACCOUNTS: list[tuple[str, str, str, tuple[int, int, int], list[tuple[int, str]], list[tuple[int, str]]]] = [
    ("polis/15-per-hour-seattle.comments.csv", "csv", "utf-8", (54, 54, 0), [], []),
    ("polis/brexit-consensus.comments.csv", "csv", "utf-8", (50, 50, 0), [], []),
    ("csv/comma_in_quotes.csv", "csv", "utf-8", (1, 1, 0), [], []),
    ("csv/simple.csv", "csv", "utf-8", (1, 1, 0), [], []),
    ("csv/utf8.csv", "csv", "utf-8", (2, 2, 0), [], []),
    (
        "jsoncanvas/sample.canvas", "canvas", "", (5, 4, 1), [],
        [(2, "file.named"), (3, "file.named"), (5, "file.named"), (3, "zone.other"), (4, "zone.other")],
    ),
    ("excalidraw/simple-sticky-notes.excalidrawlib", "excalidraw", "", (7, 7, 0), [], []),
    ("excalidraw/fixture_library.excalidrawlib", "excalidraw", "", (1, 0, 0), [(1, "node.no_text")], []),
    (
        "spreadsheets/openpyxl.xlsx", "xlsx", "", (6, 3, 0),
        [(8, "row.no_text"), (10, "row.no_text"), (9, "text.too_long")],
        [(1, "row.title"), (6, "cell.formula"), (8, "cell.formula"), (2, "sheet.other")],
    ),
    (
        "spreadsheets/xlsxwriter.xlsx", "xlsx", "", (6, 6, 0), [],
        [(2, "sheet.other"), (2, "kind.other"), (3, "kind.other"), (4, "kind.other")],
    ),
    (
        "spreadsheets/libreoffice.xlsx", "xlsx", "", (6, 4, 0),
        [(10, "row.no_text"), (9, "text.too_long")],
        [(1, "row.title"), (2, "sheet.other")],
    ),
    (
        "spreadsheets/libreoffice-1252.csv", "csv", "windows-1252", (6, 4, 0),
        [(11, "row.no_text"), (10, "text.too_long")],
        [(1, "row.title")],
    ),
    ("spreadsheets/xlsxwriter-inline.xlsx", "xlsx", "", (3, 3, 0), [], []),
]  # fmt: skip


@pytest.mark.parametrize("account", ACCOUNTS, ids=[each[0] for each in ACCOUNTS])
def test_the_account_of_a_file_is_exact(case: Case, account: Any) -> None:
    file, format_name, encoding, figures, skipped, remarks = account

    told = bring(case, case.board.id, file, kind="step")

    assert (told["format"], told["encoding"]) == (format_name, encoding)
    assert (told["found"], told["notes"], told["links"]) == figures
    assert (told["taken"], told["themes"]) == (told["notes"] + told["links"], 0)
    assert (listed(told["skipped"]), listed(told["remarks"])) == (skipped, remarks)
    assert told["found"] == told["taken"] + len(told["skipped"])
    assert len(notes(case.board.id)) == told["notes"]


def test_every_file_of_others_has_its_account() -> None:
    of_others = ("polis", "csv", "jsoncanvas", "excalidraw", "spreadsheets")
    there = {f"{folder}/{each.name}" for folder in of_others for each in (DATA / folder).iterdir()}

    assert {each for each in there if not each.endswith(".json")} == {each[0] for each in ACCOUNTS}


def test_cells_that_are_one_say_the_same_on_each_of_their_rows(case: Case) -> None:
    bring(case, case.board.id, "spreadsheets/openpyxl.xlsx")

    assert [(each["text"], each["zone"], each["fields"]["severity"]) for each in notes(case.board.id)] == [
        ("Sama tieto kysytään kolmessa lomakkeessa", "zone:apply/pain", 4),
        ("Hylätyn hakemuksen perustelua ei ymmärrä", "zone:apply/pain", 5),
        ("Jono\non pitkä", "zone:wait/pain", 3),
    ]


@pytest.mark.parametrize("file", ["libreoffice.xlsx", "libreoffice-1252.csv"])
def test_what_a_formula_came_to_is_read_and_letters_are_whole(case: Case, file: str) -> None:
    bring(case, case.board.id, f"spreadsheets/{file}")

    assert [(each["text"], each["fields"]["severity"]) for each in notes(case.board.id)] == [
        ("Sama tieto kysytään kolmessa lomakkeessa", 4),
        ("Hylätyn hakemuksen perustelua ei ymmärrä", 5),
        ("Jono\non pitkä", 3),
        ("Sama tieto kysytään kolmessa lomakkeessa ja odotetaan", 2),
    ]


def test_texts_are_read_however_a_program_keeps_them(case: Case) -> None:
    """Shared, with parts of their own look, in the cell, behind an address; the first sheet is hidden."""
    board = make_board(case.workshop, "stakeholder_onion")

    told = bring(case, board.id, "spreadsheets/xlsxwriter.xlsx", kind="other")

    assert [(each["text"], each["kind"]) for each in notes(board.id)] == [
        ("Verohallinto", "state"),
        ("Åbo stad, Västra Finlands ELY-central", "municipality"),
        ("Yrittäjät ry 🧭", "ngo"),
        ("Suomen Yrittäjät", "other"),
        ("=SUMMA(A1:A2)", "other"),
        ("0040", "other"),
    ]
    assert listed(told["remarks"]) == [(2, "sheet.other")]
    assert "Muistiinpanot" in told["remarks"][0]["message"]
