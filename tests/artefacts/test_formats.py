"""What holds for every format."""

from __future__ import annotations

import json
import string
from pathlib import Path

import pytest

from facilitator.artefacts import canonical
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.words import WORDS
from facilitator.artefacts.words import LANGUAGES
from tests.artefacts.makers import EVERY_METHOD, artefact, board, note, path
from tests.artefacts.strings import FORMULAS, MARKDOWN, naughty

PAGE = Path(__file__).resolve().parents[2] / "docs" / "artefacts.md"


def test_json_is_the_artefact_as_its_digest_sees_it():
    assert FORMATS["json"].write(path(), "fi") == canonical(path())
    assert json.loads(FORMATS["json"].write(path(), "sv")) == path()


def test_naughty_strings_come_back_from_json():
    given = [*naughty(), *FORMULAS, *MARKDOWN]
    items = {f"note_{index:04}": note("pain_point", text) for index, text in enumerate(given)}

    written = FORMATS["json"].write(artefact("pain_grid", board("pain_grid", **items)), "fi")

    assert [item["text"] for item in json.loads(written)["items"]] == given


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_a_format_reads_the_artefact_and_nothing_else(name, make, language):
    """I12: what was stored and read again gives the same bytes."""
    stored = json.loads(canonical(make()))

    assert FORMATS[name].write(stored, language) == FORMATS[name].write(make(), language)


@pytest.mark.parametrize("name", WORDS)
def test_every_wording_is_there_in_three_languages_with_the_same_gaps(name):
    wording = WORDS[name]

    assert sorted(wording) == sorted(LANGUAGES)
    assert all(wording.values())
    gaps = {tuple(field for _, field, _, _ in string.Formatter().parse(text) if field) for text in wording.values()}
    assert len(gaps) == 1


def test_every_format_is_documented():
    page = PAGE.read_text("utf-8")

    assert [name for name, each in FORMATS.items() if f"`{name}`" not in page or each.media_type not in page] == []
