"""Text in a picture: cut into lines by how wide it will be, about. No font is asked, so every machine cuts alike."""

from __future__ import annotations

import unicodedata

NARROW, WIDE = 0.31, 0.86  # in ems, of a humanist sans serif
USUAL, CAPITAL, SQUARE = 0.54, 0.66, 1.02
MORE = "…"


def width(text: str) -> float:
    """About how wide the text is, in ems."""
    return sum(map(_advance, text))


def lines(text: str, ems: float, most: int) -> list[str]:
    """The text in at most so many lines of at most this width; what does not fit ends in `…`.

    >>> lines("Sama tieto kysytään kolmesti", 8, 2)
    ['Sama tieto', 'kysytään…']
    """
    words = _pieces(text.split(), ems)
    found: list[str] = []
    for word in words:
        if found and width(f"{found[-1]} {word}") <= ems:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    if len(found) > most:
        found = [*found[: most - 1], _cut(found[most - 1] + MORE, ems)]
    return found


def _pieces(words: list[str], ems: float) -> list[str]:
    """Words, those that are wider than a line in pieces."""
    pieces: list[str] = []
    for word in words:
        piece = ""
        for sign in word:
            if piece and width(piece + sign) > ems:
                pieces.append(piece)
                piece = ""
            piece += sign
        pieces.append(piece)
    return pieces


def _cut(text: str, ems: float) -> str:
    while width(text) > ems and len(text) > 1:
        text = text[:-2] + MORE
    return text


def _advance(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return SQUARE
    if unicodedata.combining(sign):
        return 0
    if sign in "iljtfrI.,:;'|!()[]- ":
        return NARROW
    if sign in "mwMW@%&—…":
        return WIDE
    return CAPITAL if sign.isupper() or (not sign.isascii() and not sign.isalpha()) else USUAL
