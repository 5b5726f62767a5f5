"""Kinds of note that people named, in the artefact and in every file made from it."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from facilitator import methods
from facilitator.artefacts.erased import without
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.csv import SEPARATORS, as_text
from facilitator.artefacts.formats.escaped import inline
from facilitator.artefacts.schema import json_schema
from facilitator.artefacts.words import LANGUAGES
from facilitator.engine import Rules, name_kinds
from facilitator.engine.text import clean_line
from tests.artefacts.makers import artefact, blank, board, note
from tests.artefacts.strings import FORMULAS, MARKDOWN, naughty
from tests.artefacts.test_markdown import report as markdown
from tests.hostile.page import Page

RISK, WISH = {"key": "own_1", "title": "Riski"}, {"key": "own_2", "title": "Toive"}
HOSTILE = {
    name.casefold(): name
    for text in [*FORMULAS, *MARKDOWN, *naughty()[::3]]
    if isinstance(name := clean_line(text, 40), str)
}


def named(*times: list[dict[str, Any]] | None, **notes: dict[str, Any]) -> dict[str, Any]:
    """A free board whose kinds were named so, one time after the other."""
    items = board("blank_with_zones", **notes)
    for wanted in times:
        changes = name_kinds(Rules.of(methods.load("blank_with_zones")), items["board"], items, wanted)
        assert isinstance(changes, list), changes
        for change in changes:
            items[change["id"]] = {**items[change["id"]], **change["set"]}
    return artefact("blank_with_zones", items)


def some(*times: list[dict[str, Any]] | None) -> dict[str, Any]:
    """The same with a note of each of two kinds."""
    return named(
        *times or ([{"key": "decision"}, RISK, WISH],),
        note_1=note("own_1", "Rekisteri on alhaalla", "zone:known", fields={"description": "Kesällä"}),
        note_2=note("decision", "Kokeillaan yhtä lomaketta", "zone:next"),
    )


def validate(found: dict[str, Any]) -> None:
    Draft202012Validator(json_schema(), format_checker=FormatChecker()).validate(found)


def test_the_artefact_says_what_people_called_the_kinds_and_validates():
    found = some()

    validate(found)
    assert found["method"]["kinds"] == [{"key": "decision"}, RISK, WISH]
    assert [(each["key"], each["title"], each["tint"]) for each in found["vocabulary"]["kinds"][1:]] == [
        ("own_1", "Riski", "channel"),
        ("own_2", "Toive", "people"),
    ]
    assert [each["entity"] for each in found["items"]] == ["named_notes", "decisions"]
    assert found["items"][0]["fields"] == {"description": "Kesällä"}
    assert {zone["id"]: zone["accepts"] for zone in found["zones"]}["zone:known"] == ["decision", "own_1", "own_2"]
    assert [each["text"] for each in found["decisions"]] == ["Kokeillaan yhtä lomaketta"]


def test_a_board_whose_kinds_nobody_named_is_told_as_before():
    found = blank()

    assert found["method"].keys() == {"key", "version", "title"}
    assert {tuple(zone["accepts"]) for zone in found["zones"]} == {
        ("observation", "question", "idea", "decision", "action")
    }


def test_a_kind_that_was_taken_away_stays_for_the_notes_that_have_it():
    found = some([RISK, WISH], [{"key": "idea"}])

    validate(found)
    assert found["method"]["kinds"] == [{"key": "idea"}, {"key": "decision"}, RISK]
    assert "Riski" in markdown(found)
    assert "Toive" not in str(found)


def test_naming_and_renaming_is_content_and_naming_alike_is_not():
    kinds = [{"key": "decision"}, RISK, WISH]
    same, other = some(kinds, kinds), some(kinds, [{"key": "decision"}, RISK | {"title": "Uhka"}, WISH])
    back = some(kinds, [{"key": "decision"}, RISK, WISH, {"key": "own_3", "title": "Muu"}], kinds)

    assert some()["content_digest"] == same["content_digest"] == back["content_digest"]
    assert some()["content_digest"] != other["content_digest"]
    assert [each["kind"] for each in other["items"]] == ["own_1", "decision"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_says_the_kind_in_words(language):
    found = some()
    with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(found, language))) as zipped:
        text = zipped.read("named_notes.csv").decode().removeprefix("\ufeff")
        readme = zipped.read("README.txt").decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=SEPARATORS[language]))

    assert (rows[1][0], rows[1][1]) == ("note:1", "Riski")
    assert "Riski, Toive" in readme
    assert "Riski" in markdown(found, language)
    assert "Riski" in Page(FORMATS["html"].write(found, language).decode()).texts


def test_a_hostile_name_is_a_name_in_every_format():
    language, names = "fi", list(HOSTILE.values())
    for few in (names[at : at + 6] for at in range(0, len(names), 6)):
        kinds = [{"key": f"own_{n}", "title": name} for n, name in enumerate(few)]
        items = {f"note_{n}": note(f"own_{n}", "Lappu", "zone:known") for n in range(len(kinds))}
        found = named(kinds, **items)

        validate(found)
        page = Page(FORMATS["html"].write(found, language).decode())
        written = FORMATS["markdown"].write(found, language).decode()
        with zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(found, language))) as zipped:
            text = zipped.read("named_notes.csv").decode().removeprefix("\ufeff")
        cells = list(csv.reader(io.StringIO(text, newline=""), delimiter=SEPARATORS[language]))
        assert [name for name in few if name not in page.texts] == []
        assert {row[1] for row in cells[1:]} == {as_text(name) for name in few}
        assert [name for name in few if inline(name) not in written] == []


def test_erasing_a_note_of_a_named_kind_leaves_the_name_and_nothing_of_the_note():
    emptied = without(some(), {"note:1"}, "Sisältö poistettu")

    assert emptied is not None
    validate(emptied)
    assert emptied["items"][0]["fields"] == {}
    assert "Rekisteri" not in str(emptied)
    assert emptied["method"]["kinds"][1] == RISK
