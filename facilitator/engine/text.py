"""The one gate that all text passes, so that every format can carry it afterwards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from facilitator.engine.state import Refusal

NOTE_POINTS, NOTE_BYTES = 2_000, 8_192
LANGUAGES = ("fi", "sv", "en")
TITLE_POINTS, NAME_POINTS, ORGANISATION_POINTS = 200, 80, 120

_CONTROLS = re.compile(r"[\x01-\x08\x0b-\x1f\x7f-\x9f]")  # C0 and C1 but tab and newline
_REFUSED = re.compile(r"[\x00\ud800-\udfff]")
_BIDI_AND_HIDDEN = re.compile(  # joiners, variation selectors and tags stay: emoji and scripts are made of them
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a]"
)
_UNSEEN = ("Cf", "Mn", "Me", "Zs")  # alone, nobody sees them
_BRAILLE_BLANK = "\u2800"
_SPACE = re.compile(r"\s+")


def clean(text: str, points: int = NOTE_POINTS, octets: int = NOTE_BYTES) -> str | Refusal:
    """The text as it is kept: CRLF → LF, NFC, without control characters but tab and newline (P8.1).

    points: the most code points; octets: the most bytes in UTF-8. NUL, a lone surrogate, nothing that can be seen, or
    too much of it: refused by name.
    """
    if len(text) > 4 * points:  # before any work is spent on it
        return Refusal("text.too_long", {"limit": points, "length": len(text)})
    if _REFUSED.search(text):
        return Refusal("text.invalid")
    text = unicodedata.normalize("NFC", _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    if not _is_seen(text):
        return Refusal("text.empty")
    if len(text) > points or len(text.encode()) > octets:
        return Refusal("text.too_long", {"limit": points, "length": len(text)})
    return text


def clean_line(text: str, points: int = TITLE_POINTS) -> str | Refusal:
    """The same for a title or a name: one line, single spaces, and nothing hidden in it that could imitate another."""
    cleaned = clean(_BIDI_AND_HIDDEN.sub("", text), points, 4 * points)
    if isinstance(cleaned, Refusal):
        return cleaned
    return _SPACE.sub(" ", cleaned).strip()


def _is_seen(text: str) -> bool:
    """Whether anything in it can be seen. Joiners and selectors alone cannot; within a text they stay."""
    rest = _BIDI_AND_HIDDEN.sub("", text)
    return any(
        not sign.isspace() and unicodedata.category(sign) not in _UNSEEN and sign != _BRAILLE_BLANK for sign in rest
    )


def clean_words(
    value: Any, gate: Callable[[str], str | Refusal], field: str, *, may_lack: bool = False
) -> str | dict[str, str] | Refusal:
    """Words as people write them, or the same in three languages: a string, or {fi, sv, en}.

    gate: what each text passes. may_lack: whether one language or two may be empty; then they stay "".
    """
    if isinstance(value, str):
        return gate(value)
    if (
        not isinstance(value, dict)
        or set(value) != set(LANGUAGES)
        or not all(isinstance(each, str) for each in value.values())
    ):
        return Refusal("field.wrong", {"field": field})
    kept: dict[str, str] = {}
    for language, text in value.items():
        cleaned = gate(text)
        if isinstance(cleaned, Refusal):
            if not may_lack or cleaned.code != "text.empty":
                return cleaned
            cleaned = ""
        kept[language] = cleaned
    return kept if any(kept.values()) else Refusal("text.empty")
