"""An artefact as tables."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies

from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.csv import SEPARATORS, as_text, from_cell, sheet
from facilitator.artefacts.words import LANGUAGES
from tests.artefacts.makers import EVERY_METHOD, artefact, ballot, blank, board, grid, note, onion, path, path_saying
from tests.artefacts.strings import FORMULAS, MARKDOWN, naughty, notes

QUOTE = {"fi": "Asiakkaan omin sanoin", "sv": "Med kundens egna ord", "en": "In the customer's own words"}


def read(text: str, language: str) -> list[list[str]]:
    """The rows of a CSV text as any reader of RFC 4180 sees them."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=SEPARATORS[language]))


def tables(found: dict[str, Any], language: str = "fi") -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(found, language))) as zipped:
        assert zipped.testzip() is None
        return {
            name.removesuffix(".csv"): read(zipped.read(name).decode(), language)
            for name in zipped.namelist()
            if name.endswith(".csv")
        }


def rows(found: dict[str, Any], table: str, language: str = "fi") -> list[dict[str, str]]:
    head, *body = tables(found, language)[table]
    return [dict(zip(head, row, strict=True)) for row in body]


def test_there_is_a_table_for_each_entity_and_for_what_is_between_and_about_them():
    about = ["relations", "comments", "clusters", "votes", "guide_questions", "insights", "zones", "provenance"]

    assert list(tables(blank())) == ["observations", "questions", "ideas", "decisions", "actions", *about]
    assert list(tables(onion())) == ["stakeholders", "table_kinds_by_ring", *about]


def test_a_note_is_a_row_with_its_place_theme_votes_and_fields():
    assert rows(path(), "pain_points")[0] == {
        "Tunnus": "note:3",
        "Laji": "Kipupiste",
        "Teksti": "Sama tieto kysytään kolmesti",
        "Kieli": "",
        "Kohta": "Hoidan asian · Kipupisteet",
        "Vaihe": "Hoidan asian",
        "Kaista": "Kipupisteet",
        "Teema": "Odottaminen",
        "Ääniä": "3",
        "Vaihtoehtoiset tekstit": "",
        "Vakavuus": "4",
        "Yleisyys": "",
        "Ketä tämä haittaa": "",
        "Millaista taakkaa tästä syntyy": "",
        "Tarkennus": "",
        "Mistä tämä tiedetään": "",
    }


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("fi", ["Tehtävä", "Rooli tai sääntö"]),
        ("sv", ["Uppgift", "Roll eller regel"]),
        ("en", ["Task", "Role or rule"]),
    ],
)
def test_a_matrix_calls_its_columns_and_rows_what_its_method_calls_them(language, heads):
    found = artefact("role_matrix", board("role_matrix", note_1=note("accountable", "PRH", "zone:task_1/accountable")))
    head, row = tables(found, language)["roles"]
    at = head.index(heads[0])

    assert head[at : at + 2] == heads
    assert len(set(head)) == len(head)
    assert row[at] == f"{heads[0]} 1"


def test_a_word_of_the_method_that_is_a_head_already_gives_way():
    found = path()
    found["vocabulary"] |= {
        "phase_name": dict.fromkeys(LANGUAGES, "Vakavuus"),
        "lane_name": dict.fromkeys(LANGUAGES, "Laji"),
    }

    assert {"Vaihe", "Kaista"} <= rows(found, "pain_points")[0].keys()


def test_a_plane_gives_coordinates_and_what_they_mean():
    first = rows(grid(), "pain_points")[0]

    assert (first["x (0–10000)"], first["y (0–10000)"], first["Vakavuus"], first["Yleisyys"]) == (
        "9000",
        "10000",
        "5",
        "5",
    )


def test_values_are_in_words_and_numbers_are_numbers():
    found = path(
        note_6=note("touchpoint", "Verkko", fields={"channel": ["phone", "chat"], "digital_only": False}),
        note_7=note("emotion", "Pettymys", fields={"feeling": -2}),
    )

    assert rows(found, "touchpoints")[0]["Asiointikanava"] == "Puhelin, Chat"
    assert rows(found, "touchpoints")[0]["Onnistuu vain verkossa"] == "ei"
    assert rows(found, "emotions")[0]["Tunnelma"] == "-2"
    assert rows(onion(), "stakeholders")[2]["Mistä tämä tiedetään"] != ""


def test_relations_themes_votes_questions_and_the_origin():
    assert rows(onion(), "relations") == [
        {
            "Tunnus": "link:1",
            "Mistä, tunnus": "note:2",
            "Mistä": "Migri",
            "Suhde": "Tieto",
            "Luettuna": "antaa tietoa",
            "Mihin, tunnus": "note:1",
            "Mihin": "Ulkomaalainen yrittäjä",
            "Selite": "lupapäätös",
            "Tila": "Katkennut",
        }
    ]
    assert [(row["Teema"], row["Lappu"]) for row in rows(path(), "clusters")] == [
        ("Odottaminen", "Sama tieto kysytään kolmesti"),
        ("Odottaminen", "Jono on pitkä"),
    ]
    assert [(row["Kohde"], row["Ääniä"], row["Salainen"]) for row in rows(path(), "votes")] == [
        ("Sama tieto kysytään kolmesti", "3", "kyllä"),
        ("Jono on pitkä", "2", "kyllä"),
    ]
    assert {row["Avain"]: row["Mistä vastaus löytyy"] for row in rows(path(), "guide_questions")}[
        "solved_first"
    ] == "ballot:1"
    assert {"Tieto": "Tiiviste (SHA-256)", "Sisältö": path()["digest"]} in rows(path(), "provenance")


def test_an_open_ballot_is_there_without_sums():
    (row,) = rows(path(ballot_1=ballot("Mistä?", {"note:3": 2}, open=True)), "votes")

    assert (row["Kesken"], row["Äänestäneitä"], row["Salainen"], row["Ääniä"]) == ("kyllä", "", "", "")


@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_every_note_is_there_once_in_every_language(make):
    for language in LANGUAGES:
        found = make()
        ids = [row[0] for table in tables(found, language).values() for row in table if row[0].startswith("note:")]
        assert sorted(ids) == sorted(item["id"] for item in found["items"])


@pytest.mark.parametrize(
    ("language", "starts", "separator"), [("fi", "\ufeff", ";"), ("sv", "\ufeff", ";"), ("en", "", ",")]
)
def test_each_language_gets_what_its_spreadsheets_take(language, starts, separator):
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(path(), language))) as zipped:
        text = zipped.read("relations.csv").decode()

    assert text.startswith(starts + "Tunnus;Mistä" if language == "fi" else starts + "Id" + separator)
    assert ("\ufeff" in text) == bool(starts)
    assert text.endswith("\r\n")


@pytest.mark.parametrize(
    ("language", "days", "moment"),
    [
        ("fi", ["15.1.2027", "2.12.2026"], "21.11.2026 klo 11.14"),
        ("sv", ["15.1.2027", "2.12.2026"], "21.11.2026 kl. 11.14"),
        ("en", ["2027-01-15", "2026-12-02"], "21.11.2026 at 11.14"),
    ],
)
def test_days_are_written_as_each_language_does(language, days, moment):
    later = note("action", "Kokeillaan", "zone:next", order="a2", fields={"due": "2026-12-02"})
    found = tables(blank(note_5=later), language)

    due = found["actions"][0].index({"fi": "Mihin mennessä", "sv": "Senast när", "en": "By when"}[language])
    assert [row[due] for row in found["actions"][1:]] == days
    assert moment in [row[1] for row in found["provenance"]]


@pytest.mark.parametrize(("language", "cells"), [("fi", "0,5;-2;3;1200000"), ("en", "0.5,-2,3,1200000")])
def test_numbers_have_the_decimal_sign_of_the_language_and_no_other_signs(language, cells):
    assert sheet([[0.5, -2, 3.0, 1.2e6]], language).removeprefix("\ufeff") == cells + "\r\n"


def test_a_number_that_a_note_carries_has_a_decimal_comma_in_finnish():
    waiting = note("step", "Odota", "zone:wait/step", fields={"wait_days_min": 1.5, "wait_days_max": 14})
    found = rows(path(note_8=waiting), "steps")[0]

    assert [each for each in found.items() if "päiv" in each[0]] == [
        ("Odotus vähintään (päivää)", "1,5"),
        ("Odotus enintään (päivää)", "14"),
    ]


def test_the_zip_says_nothing_of_when_and_where_it_was_made():
    written = FORMATS["csv"].write(path(), "fi")

    assert written == FORMATS["csv"].write(path(), "fi")
    with zipfile.ZipFile(io.BytesIO(written)) as zipped:
        entries = zipped.infolist()
    assert {(each.date_time, each.compress_type, each.create_system, each.external_attr) for each in entries} == {
        ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 3, 0o644 << 16)
    }
    assert entries[0].filename == "README.txt"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_beside_the_tables_names_them_all(language):
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(blank(), language))) as zipped:
        readme = zipped.read("README.txt").decode()
        names = [name for name in zipped.namelist() if name.endswith(".csv")]

    assert all(f"\r\n{name}  " in readme for name in names)


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text):
    """A3, ASVS 1.2.10."""
    (row,) = rows(artefact("pain_grid", board("pain_grid", note_1=note("pain_point", text))), "pain_points")

    assert row["Teksti"] == "'" + text
    assert from_cell(row["Teksti"]) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_anywhere_is_a_formula(language):
    cells = [cell for rows in tables(path_saying("=1+1"), language).values() for row in rows for cell in row]

    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert cells.count("'=1+1") > 15


@pytest.mark.parametrize("text", ["1 - 1", "a=b", "Björn@kunta", "−5", "1+1", "", " ", "|x"])
def test_what_it_would_not_run_stays_as_it_is(text):
    assert as_text(text) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_naughty_strings_come_back_unharmed(language):
    given = [*naughty(), *FORMULAS, *MARKDOWN]
    items = {f"note_{index:04}": note("pain_point", text, fields={"quote": text}) for index, text in enumerate(given)}

    head, *body = tables(artefact("pain_grid", board("pain_grid", **items)), language)["pain_points"]

    assert len(given) > 600
    assert [from_cell(row[2]) for row in body] == given
    assert [from_cell(row[head.index(QUOTE[language])]) for row in body] == given


@given(strategies.lists(strategies.tuples(notes, notes), max_size=5), strategies.sampled_from(LANGUAGES))
@example([("=1", "'=1"), ('"', "a;b,c\n")], "fi")
@settings(deadline=None)
def test_any_text_that_the_gate_lets_through_comes_back(given_rows, language):
    found = read(sheet(given_rows, language), language)

    assert [tuple(map(from_cell, row)) for row in found] == given_rows
