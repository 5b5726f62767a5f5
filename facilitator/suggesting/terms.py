"""What a text is about, as terms: stems of its words, and the parts of compounds that other texts use by themselves.

Snowball's stems do not know consonant gradation (*kaupunki*, *kaupungissa*), so it is folded here; nor compounds, of
which Finnish and Swedish are full, so a word is also about the words of the same board that it begins or ends with.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import Stemmer

from facilitator.suggesting import stop_words

STEMMERS = {"fi": "finnish", "sv": "swedish", "en": "english"}
LEAST_LETTERS = 3
LEAST_PART, LEAST_BEGINNING = 4, 5  # letters of a part of a compound; of a beginning that two words share
PART, BEGINNING = 0.8, 0.8  # how much a word is about these, where it is about itself by 1

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")
_LAST_CONSONANTS = re.compile(r"(kk|pp|tt|nk|ng|mp|mm|nt|nn|lt|ll|rt|rr|d|v)([aeiouyäö]*)$")
_STRONG = {
    "kk": "k", "pp": "p", "tt": "t", "ng": "nk", "mm": "mp", "nn": "nt", "ll": "lt", "rr": "rt", "d": "t", "v": "p",
}  # fmt: skip


def words_of(text: str) -> list[str]:
    """The words of a text as they are written, in small letters; no numbers, no addresses.

    >>> words_of("Jonot ovat pitkiä: 45 min!")
    ['jonot', 'ovat', 'pitkiä', 'min']
    """
    return _WORD.findall(_ADDRESS.sub(" ", unicodedata.normalize("NFC", text)).casefold())


def language_of(words: Iterable[str], said: str | None) -> str:
    """The language whose small words the text has most of; where that does not tell, the one it is said to be in."""
    counts = {language: sum(word in small for word in words) for language, small in stop_words.OF.items()}
    most = max(counts.values())
    best = [language for language, count in counts.items() if count == most]
    if said in best:
        return str(said)
    return best[0] if len(best) == 1 or said not in counts else str(said)


@cache
def stem(word: str, language: str) -> str:
    """The stem by which a word is known, whatever its ending: *jonot* and *jonossa* are *jono*."""
    found: str = _stemmer(language).stemWord(word)
    if language == "fi":
        return _LAST_CONSONANTS.sub(lambda match: _STRONG.get(match[1], match[1]) + match[2], found)
    return found


@cache
def _stemmer(language: str) -> Any:
    return Stemmer.Stemmer(STEMMERS[language])


def telling(words: Iterable[str], language: str) -> list[tuple[str, str]]:
    """The words that tell what a text is about, each with its stem."""
    small = stop_words.OF[language]
    return [(word, stem(word, language)) for word in words if len(word) >= LEAST_LETTERS and word not in small]


def terms_of(word_stem: str, known: Mapping[str, int]) -> dict[str, float]:
    """What a word is about, and how much: itself, parts of it that are words of their own, and its beginning.

    known: the stems of all the texts, with how many texts have each.
    """
    found = {word_stem: 1.0}
    for cut in range(LEAST_PART, len(word_stem)):
        for part in (word_stem[:cut], word_stem[-cut:]):
            if part in known:
                found[part] = PART
    if len(word_stem) >= LEAST_BEGINNING:
        found[f"{word_stem[:LEAST_BEGINNING]}…"] = BEGINNING
    return found
