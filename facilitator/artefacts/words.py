"""Wordings: a method speaks three languages, people write in one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LANGUAGES = ("fi", "sv", "en")
UNPLACED_TITLE = {"fi": "Sijoittamatta", "sv": "Inte placerad", "en": "Not placed"}


def in_language(words: Any, language: str) -> str:
    """What people wrote, as they wrote it; a method's wording in this language; nothing for None."""
    if isinstance(words, Mapping):
        return str(words[language])
    return "" if words is None else str(words)


def joined(first: Any, second: Any) -> Any:
    """`Applying · Pain points`: two titles as one, in three languages unless people wrote both."""
    if isinstance(first, str) and isinstance(second, str):
        return f"{first} · {second}"
    return {each: f"{in_language(first, each)} · {in_language(second, each)}" for each in LANGUAGES}
