"""Workbooks: values as they were shown, and nothing of what a hostile one would like."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.bringing import Listed, Unreadable, xlsx
from tests.bringing.makers import inline, workbook, zipped

HEAD = f"<row r='1'>{inline('A1', 'Teksti')}{inline('B1', 'Arvo')}</row>"


def test_values_are_read_as_they_were_last_shown():
    strings = (
        "<si><t>Jono</t></si><si><r><t>osa</t></r><r><t xml:space='preserve'> kaksi</t></r><rPh><t>x</t></rPh></si>"
    )
    rows = (
        f"{HEAD}<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2'><v>3</v></c></row>"
        "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3'><v>1.5</v></c></row>"
        "<row r='5'><c r='A5' t='str'><f>A2&amp;1</f><v>Jono1</v></c><c r='B5' s='1'><v>45986</v></c></row>"
        "<row r='6'><c r='A6' t='b'><v>1</v></c><c r='B6' t='e'><v>#N/A</v></c></row>"
    )

    read = xlsx.read(workbook(rows, strings))

    assert read.head == ["Teksti", "Arvo"]
    assert read.rows == [
        (2, ["Jono", "3"]),
        (3, ["osa kaksi", "1.5"]),
        (5, ["Jono1", "2025-11-25"]),
        (6, ["TRUE", "#N/A"]),
    ]


def test_a_formula_is_never_evaluated_and_one_without_a_value_is_named():
    read = xlsx.read(workbook(f"{HEAD}<row r='2'>{inline('A2', '=1+1')}<c r='B2'><f>1+1</f></c></row>"))

    assert read.rows == [(2, ["=1+1"])]
    assert read.remarks == [Listed(2, "cell.formula", {"column": 2})]


def test_the_first_sheet_is_taken_and_the_others_are_named():
    read = xlsx.read(workbook(f"{HEAD}<row r='2'>{inline('A2', 'a')}</row>", sheets=("Taul1", "Muut")))

    assert read.remarks == [Listed(2, "sheet.other", {"sheet": "Muut"})]


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (workbook(HEAD, before=BOMB), "xlsx.broken"),
        (workbook("<row r='1'><c r='A1' t='str'><v>&a;</v></c></row>", before=OUTSIDE), "xlsx.broken"),
        (zipped({"word/document.xml": "<x/>"}), "xlsx.broken"),
        (workbook(HEAD)[:-40], "xlsx.broken"),
        (workbook("<row r='1'><c r='1A'><v>1</v></c></row>"), "xlsx.broken"),
        (workbook("<row r='1'><c r='ZZZ1'><v>1</v></c></row>"), "xlsx.broken"),
        (workbook("<row r='1'><c r='XFD1'><v>1</v></c></row>"), "file.columns"),
        (workbook("<row r='1'><c r='A1'><v>NaN</v></c></row>"), "xlsx.broken"),
        (workbook(""), "file.empty"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "xlsx.locked"),
        (zipped({f"x{at}": "" for at in range(2_001)}), "xlsx.large"),
    ],
)
def test_what_is_no_workbook_or_would_harm_is_refused_by_name(body: bytes, code: str):
    with pytest.raises(Unreadable) as refused:
        xlsx.read(body)

    assert refused.value.code == code


def test_what_unpacks_to_too_much_is_given_up_while_it_comes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(xlsx, "MOST_UNPACKED", 1 << 20)
    body = workbook(HEAD + " " * (2 << 20))

    with pytest.raises(Unreadable) as refused:
        xlsx.read(body)

    assert len(body) < 10_000
    assert refused.value.code == "xlsx.large"


@given(st.integers(0, 1_500), st.binary(min_size=1, max_size=4))
def test_a_workbook_that_was_harmed_is_read_or_refused_by_name(at: int, junk: bytes):
    whole = workbook(f"{HEAD}<row r='2'>{inline('A2', 'a')}</row>")
    harmed = whole[: at % len(whole)] + junk + whole[at % len(whole) + len(junk) :]

    with suppress(Unreadable):  # any other fault fails
        assert all(isinstance(cell, str) for _, cells in xlsx.read(harmed).rows for cell in cells)
