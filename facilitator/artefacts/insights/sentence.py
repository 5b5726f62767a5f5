"""How an insight says what it saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.artefacts.words import LANGUAGES, in_language

Insight = dict[str, Any]

_LONGEST = 80  # code points of a note quoted in a sentence


def insight(key: str, value: int, text: Mapping[str, str], notes: Iterable[str]) -> Insight:
    """One observation: its kind, its figure, its sentence, and the notes that it rests on."""
    return {"key": key, "value": value, "text": dict(text), "notes": list(dict.fromkeys(notes))}


def counted(count: int, one: Mapping[str, str], many: Mapping[str, str]) -> dict[str, str]:
    """The sentence in the number that the count asks for; `{n}` stands for the count."""
    return {each: (one if count == 1 else many)[each].format(n=count) for each in LANGUAGES}


def quoted(words: Any, language: str) -> str:
    """What people wrote, on one line, in the language's quotation marks; never inflected."""
    text = " ".join(in_language(words, language).split())
    short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
    return f"“{short}”" if language == "en" else f"”{short}”"
