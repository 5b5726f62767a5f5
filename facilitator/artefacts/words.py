"""Wordings: a method speaks three languages, people write in one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LANGUAGES = ("fi", "sv", "en")
UNPLACED_TITLE = {"fi": "Sijoittamatta", "sv": "Inte placerad", "en": "Not placed"}


def in_language(words: Any, language: str) -> str:
    """What people wrote, as they wrote it; a wording in this language, or else in another; nothing for None."""
    return told(words, language)[0]


def told(words: Any, language: str) -> tuple[str, str | None]:
    """The same, and which language it is in where that is known and is another one."""
    if not isinstance(words, Mapping):
        return ("" if words is None else str(words)), None
    if words.get(language):
        return str(words[language]), None
    return next(((str(words[each]), each) for each in LANGUAGES if words.get(each)), ("", None))


def joined(first: Any, second: Any) -> Any:
    """`Applying · Pain points`: two titles as one, in three languages unless people wrote both."""
    if isinstance(first, str) and isinstance(second, str):
        return f"{first} · {second}"
    return {each: f"{in_language(first, each)} · {in_language(second, each)}" for each in LANGUAGES}
