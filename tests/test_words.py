"""Every code has its sentence, and none shows how it was made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

from facilitator.engine import CODES
from facilitator.words import SENTENCES, sentence

PACKAGE = Path(__file__).parent.parent / "facilitator"
RAISED = re.compile(
    r"""\b(?:Problem|NotThere|NotSignedIn|NotAllowed|Invalid|Conflict|TooMany|Refused|Refusal|refuse_all)\(\s*"""
    r"""(?:[\w.\[\]]+,\s*)?"([a-z_]+\.[a-z_]+)\""""
)
DECLARED = re.compile(r'^    code = "([a-z_.]+)"', re.MULTILINE)


def test_every_code_of_the_engine_has_a_sentence() -> None:
    assert set(SENTENCES) >= CODES


def test_every_code_that_is_raised_anywhere_has_a_sentence() -> None:
    sources = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name != "words.py"]
    raised = {code for source in sources for found in (RAISED, DECLARED) for code in found.findall(source)}

    assert len(raised) > 50
    assert raised - set(SENTENCES) == set()


@pytest.mark.parametrize("language", ["fi", "sv", "en", None])
def test_a_sentence_without_its_figures_is_still_one(app: Flask, language: str | None) -> None:
    said = {code: sentence(code, {}, language) for code in [*SENTENCES, "no.such_code"]}

    assert [code for code, words in said.items() if "%" in words or len(words) < 10] == []


def test_the_figures_are_in_the_sentence(app: Flask) -> None:
    assert "2000" in sentence("text.too_long", {"limit": 2000, "length": 2001}, "en")
    assert "7" in sentence("slow.down", {"retry_after": 7}, "en")
