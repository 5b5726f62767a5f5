"""Pasted text: a note of each line, or a table."""

from __future__ import annotations

import pytest

from facilitator.bringing import Brought, Table, Unreadable, pasted


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Jono\nHaku", [(1, "Jono"), (2, "Haku")]),
        ("\ufeffJono\r\n\r\n  Haku  \rPäätös", [(1, "Jono"), (3, "Haku"), (4, "Päätös")]),
        ("- Jono\n* Haku\n• Päätös\n‣\tOhje", [(1, "Jono"), (2, "Haku"), (3, "Päätös"), (4, "Ohje")]),
        ("-5 astetta\n- \n*korostus*", [(1, "-5 astetta"), (2, "-"), (3, "*korostus*")]),
        ("Jono; se on pitkä\nHaku; se viipyy", [(1, "Jono; se on pitkä"), (2, "Haku; se viipyy")]),
        ("Kuvaus; se puuttuu\nJono", [(1, "Kuvaus; se puuttuu"), (2, "Jono")]),
        ("Kuvaus; puuttuu\nJono; pitkä", [(1, "Kuvaus; puuttuu"), (2, "Jono; pitkä")]),
        ("Lappu;", [(1, "Lappu;")]),
        ("Kuvaus;\nJono;", [(1, "Kuvaus;"), (2, "Jono;")]),
        ("Yksi rivi\tsarkaimella", [(1, "Yksi rivi\tsarkaimella")]),
    ],
)
def test_each_line_is_a_note_without_the_sign_of_a_list(text: str, notes: list[tuple[int, str]]):
    read = pasted.read(text)

    assert isinstance(read, Brought)
    assert [(note.row, note.text) for note in read.notes] == notes


def test_what_was_copied_from_a_spreadsheet_is_a_table():
    read = pasted.read("Teksti\tAlue\nJono\tA\nHaku\t\n")

    assert isinstance(read, Table)
    assert (read.head, read.separator) == (["Teksti", "Alue"], "\t")
    assert [list(cells) for _, cells in read.rows] == [["Jono", "A"], ["Haku", ""]]


def test_a_csv_with_semicolons_that_was_copied_as_text_is_a_table():
    read = pasted.read('Laji;Teksti;Vakavuus\nKipupiste;"Jono;\npitkä";4\n\nKipupiste;Haku, ja jono;\n')

    assert isinstance(read, Table)
    assert (read.head, read.separator) == (["Laji", "Teksti", "Vakavuus"], ";")
    assert [list(cells) for _, cells in read.rows] == [
        ["Kipupiste", "Jono;\npitkä", "4"],
        ["Kipupiste", "Haku, ja jono", ""],
    ]


@pytest.mark.parametrize(("text", "code"), [(" \n\t\n", "file.empty"), ("a\n" * 2_001, "file.rows")])
def test_what_cannot_be_taken_says_why(text: str, code: str):
    with pytest.raises(Unreadable) as refused:
        pasted.read(text)

    assert refused.value.code == code
