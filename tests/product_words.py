"""What the product says, read from where it says it: for tests and pictures of whatever speaks of its buttons."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
ENTRY = re.compile(r'^  (?:"([\w.-]+)"|(\w+)):\s+(\{[^}]*\}|"(?:[^"\\]|\\.)*")', re.MULTILINE)
TEXT = re.compile(r'(?:one|other):\s*"((?:[^"\\]|\\.)*)"|^"((?:[^"\\]|\\.)*)"$')


@cache
def board_words(language: str) -> dict[str, str]:
    """What the live board says, by key; of a plural what it says of many."""
    words = ROOT / "static" / "src" / "words"
    source = "\n".join(
        path.read_text("utf-8") for path in (words / f"{language}.ts", words / "later" / f"{language}.ts")
    )
    return {
        quoted or plain: [one or other for one, other in TEXT.findall(words)][-1]
        for quoted, plain, words in ENTRY.findall(source)
    }


@cache
def page_words(language: str) -> dict[str, str]:
    """What the pages say, by what they say in English; of a plural what they say of many."""
    catalogue = "fi" if language == "en" else language
    path = ROOT / "facilitator" / "translations" / catalogue / "LC_MESSAGES" / "messages.po"
    words = {}
    with path.open("rb") as file:
        for message in read_po(file, locale=catalogue):
            if message.id:
                said, meant = _last(message.string), _last(message.id)
                words[message.id if isinstance(message.id, str) else message.id[0]] = (
                    meant if language == "en" else said
                )
    return words


@cache
def given_words(language: str) -> frozenset[str]:
    """What methods and planned workshops bring along: names of places, boards and parts."""
    folders = (ROOT / "facilitator" / "methods", ROOT / "facilitator" / "planning")
    files = [path for folder in folders for path in folder.glob("*.json")]
    return frozenset(text for path in files for text in _texts(json.loads(path.read_text("utf-8")), language))


def is_said(words: str, language: str) -> bool:
    """Whether the product says exactly this, with anything in the place of what it fills in."""
    if words in given_words(language):
        return True
    said = {*board_words(language).values(), *page_words(language).values()}
    return words in said or any(_pattern(each).fullmatch(words) for each in said if "%(" in each)


def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"%\\\(\w+\\\)s", ".+", re.escape(said)))


def _last(words: Any) -> str:
    return words if isinstance(words, str) else words[-1]


def _texts(value: Any, language: str) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get(language), str):
            yield value[language]
        for each in value.values():
            yield from _texts(each, language)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, language)
