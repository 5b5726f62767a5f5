"""CSV as spreadsheets write it, and what is said of one that cannot be taken."""

from __future__ import annotations

import csv as written
import io
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.artefacts.formats.csv import sheet
from facilitator.bringing import Columns, Listed, Table, Unreadable, csv, guess_columns, notes_of
from tests.artefacts.strings import DATA, naughty

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)


def table(text: str, encoding: str = "utf-8") -> Table:
    return csv.read(text.encode(encoding))


@pytest.mark.parametrize(
    ("name", "statements", "first"),
    [("15-per-hour-seattle", 54, 53), ("brexit-consensus", 50, 36)],
)
def test_statements_of_a_real_consultation_come_whole(name: str, statements: int, first: int):
    body = (DATA / "polis" / f"{name}.comments.csv").read_bytes()
    expected = [row["comment-body"] for row in written.DictReader(io.StringIO(body.decode(), newline=""))]

    read = csv.read(body)
    columns = guess_columns(read)
    brought = notes_of(read, columns)

    assert (read.encoding, read.separator) == ("utf-8", ",")
    assert read.head[columns.text] == "comment-body"
    assert [note.text for note in brought.notes] == expected
    assert int(read.rows[0][1][2]) == first
    assert (brought.found, len(brought.notes), brought.skipped) == (statements, statements, [])


@pytest.mark.parametrize("name", ["comma_in_quotes", "simple", "utf8"])
def test_known_edges_of_the_format(name: str):
    expected = json.loads((DATA / "csv" / f"{name}.json").read_text("utf-8"))

    read = csv.read((DATA / "csv" / f"{name}.csv").read_bytes())

    assert [dict(zip(read.head, cells, strict=True)) for _, cells in read.rows] == expected
    assert list(read.remarks) == []


def test_titles_above_a_table_are_told_and_the_head_is_found_below_them():
    read = table("Kipupisteet;;\r\nTyöpaja 12.3.;;\r\n;;\r\nTeksti;Laji;Paikka\r\nJono;Kipu;\r\n;;Loppu\r\n")

    assert (read.head, [number for number, _ in read.rows]) == (["Teksti", "Laji", "Paikka"], [5, 6])
    assert list(read.remarks) == [
        Listed(1, "row.title", {"text": "Kipupisteet"}),
        Listed(2, "row.title", {"text": "Työpaja 12.3."}),
    ]


@pytest.mark.parametrize("text", ["Teksti;;\na;b;c", "Otsake;\na;b", "Otsake\na;b;c", "Otsake;;\na;;"])
def test_a_head_with_empty_cells_is_no_title(text: str):
    read = table(text)

    assert (len(read.head), len(read.rows), list(read.remarks)) == (1, 1, [])


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("windows-1252", "windows-1252"),
    ],
)
@pytest.mark.parametrize("separator", [";", "\t", ",", "|"])
def test_encodings_and_separators_of_finnish_spreadsheets(encoding: str, told: str, separator: str):
    body = f"Teksti{separator}Alue\r\nÄänestys – öisin{separator}Åbo\r\nHakemus{separator}Kela\r\n".encode(encoding)

    read = csv.read(body)

    assert (read.encoding, read.separator) == (told, separator)
    assert [list(cells) for _, cells in read.rows] == [["Äänestys – öisin", "Åbo"], ["Hakemus", "Kela"]]


def test_a_separator_that_the_file_says_goes_before_every_guess():
    read = table("sep=,\r\nTeksti,Alue\r\na;b;c,d\r\n")

    assert read.head == ["Teksti", "Alue"]
    assert read.rows == [(3, ["a;b;c", "d"])]


def test_line_breaks_in_cells_stay_and_rows_keep_the_numbers_of_their_lines():
    read = table('Teksti;Alue\r\n"eka\r\ntoka";A\r\n\r\nkolmas;B\r\n')

    assert read.rows == [(2, ["eka\r\ntoka", "A"]), (5, ["kolmas", "B"])]


def test_ragged_rows_are_listed_with_their_number_and_short_ones_are_taken():
    brought = notes_of(table("Teksti;Alue\nHaku;A\nPäätös\nJono;B;C\n;D\nOhje;E;;\n"), Columns(text=0, zone=1))

    assert [(note.row, note.text, note.zone) for note in brought.notes] == [
        (2, "Haku", "A"),
        (3, "Päätös", ""),
        (6, "Ohje", "E"),
    ]
    assert brought.skipped == [Listed(4, "row.long", {"cells": 3, "columns": 2}), Listed(5, "row.no_text")]
    assert brought.found == 5


@pytest.mark.parametrize(
    ("body", "code", "detail"),
    [
        (b"", "file.empty", {}),
        (b"\xef\xbb\xbf\r\n;;\r\n", "file.empty", {}),
        (b'a;b\r\n1;"2\r\n3;4\r\n', "csv.quotes", {"row": 2}),
        (b'a;b\n1;2\n"3"x;4\n', "csv.quotes", {"row": 3}),
        (b"a;b\n1;\x81\xe4\n", "file.encoding", {"encoding": "windows-1252", "row": 2}),
        (b"\xff\xfea\0;\0\x00\xd8", "file.encoding", {"encoding": "utf-16-le", "row": 1}),
        (b"a;b\n1;" + b"x" * 140_000, "cell.long", {"row": 2}),
    ],
)
def test_what_cannot_be_read_says_what_and_where(body: bytes, code: str, detail: dict[str, object]):
    with pytest.raises(Unreadable) as refused:
        csv.read(body)

    assert (refused.value.code, refused.value.detail) == (code, detail)


def test_a_hundred_thousand_rows_get_one_clear_answer():
    read = csv.read(b"Teksti\r\n" + b"Jono;1\r\n" * 100_000)

    with pytest.raises(Unreadable) as refused:
        notes_of(read, guess_columns(read))

    assert (refused.value.code, refused.value.detail) == ("file.rows", {"limit": 2_000, "found": 100_000})


def test_columns_are_guessed_in_three_languages_and_by_what_they_hold():
    assert guess_columns(table("Nro;Teksti;Alue;Laji\n1;a;b;c")) == Columns(text=1, zone=2, kind=3)
    assert guess_columns(table("Nr;Kommentar;Område\n1;a;b")) == Columns(text=1, zone=2)
    assert guess_columns(table("id;x;y\n1;Pitkä selitys;2")) == Columns(text=1)
    assert guess_columns(table("text;severity\nJono;4"), {"severity": ["vakavuus"]}).fields == {"severity": 1}
    assert guess_columns(table("text;Vakavuus\nJono;4"), {"severity": ["vakavuus"]}).fields == {"severity": 1}


def test_a_column_that_is_not_there_is_refused():
    with pytest.raises(Unreadable) as refused:
        notes_of(table("a;b\n1;2"), Columns(text=2))

    assert refused.value.code == "column.unknown"


@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=8), st.sampled_from(["fi", "sv", "en"]))
def test_our_own_tables_come_back_with_the_same_texts(rows: list[list[str]], language: str):
    read = csv.read(sheet([["Teksti", "Alue"], *rows], language).encode())

    assert [list(cells) for _, cells in read.rows] == [row for row in rows if any(cell.strip() for cell in row)]


@pytest.mark.parametrize("language", ["fi", "en"])
def test_strings_that_break_programs_come_back_as_they_were(language: str):
    texts = [text for text in naughty() if text.strip() and "\0" not in text]

    read = csv.read(sheet([["Teksti", "Nro"], *([text, str(at)] for at, text in enumerate(texts))], language).encode())

    assert [cells[0] for _, cells in read.rows] == texts


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_by_name(body: bytes):
    with suppress(Unreadable):  # any other fault fails
        assert all(isinstance(cell, str) for _, cells in csv.read(body).rows for cell in cells)


def test_apostrophes_of_others_stay():
    assert [cells[0] for _, cells in table("a;b\n'lainattu';1\n'=1+1;2").rows] == ["'lainattu'", "=1+1"]
