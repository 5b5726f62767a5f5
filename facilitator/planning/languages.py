"""Texts in one language or several: a plain one is the main language's, a mapping says which is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from facilitator.config import LANGUAGES
from facilitator.models.translated import Translated
from facilitator.planning.wording import Bound, cleaned

Words = str | Mapping[str, str | None]


def written(main: str, **given: tuple[Words | None, Bound]) -> dict[str, Any]:
    """The columns of a row that has these texts, with its `translations`.

    Raises Invalid field by field as `cleaned` does; a text of another language than the main one is `title_sv`.
    """
    asked: dict[str, tuple[Any, Bound]] = {}
    for name, (words, bound) in given.items():
        by_language = words if isinstance(words, Mapping) else {main: words}
        asked[name] = (by_language.get(main), bound)
        others = [each for each in LANGUAGES if each != main and by_language.get(each)]
        asked |= {f"{name}_{each}": (by_language[each], replace(bound, is_optional=True)) for each in others}
    kept = cleaned(**asked)
    translations = {
        name: found
        for name in given
        if (found := {each: text for each in LANGUAGES if (text := kept.get(f"{name}_{each}"))})
    }
    return {**{name: kept[name] for name in given}, "translations": translations}


def rewritten(row: Translated, main: str, **given: tuple[Words | None, Bound]) -> dict[str, Any]:
    """The same for a row that there is: a plain text changes the main language's, a mapping all; the rest stays."""
    replaced = {name for name, (words, _bound) in given.items() if isinstance(words, Mapping)}
    kept = {name: words for name, words in (row.translations or {}).items() if name not in replaced}
    columns = written(main, **given)
    columns["translations"] = kept | columns["translations"]
    return columns


def speak(row: Translated, before: str, after: str) -> None:
    """Make another language the main one. A text without that translation counts as written in it all along."""
    translations = {name: dict(words) for name, words in (row.translations or {}).items()}
    for name in row.WORDED:
        words = translations.get(name, {})
        if after in words:
            own = getattr(row, name)
            setattr(row, name, words.pop(after))
            words |= {before: own} if own else {}
    row.translations = {name: words for name, words in translations.items() if words}
