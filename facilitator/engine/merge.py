"""Two people in one text: a three-way merge, word by word."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

PAIRS = 250_000  # token pairs beyond which comparing costs more than it is worth (P3.3)

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]+")  # a run of symbols, an emoji sequence say, is one token

_Edit = tuple[int, int, list[str]]


def merge(was: str, current: str, mine: str) -> str | None:
    """What both meant, or None where both changed the same words.

    was: the text that `mine` started from; current: what it has become meanwhile.

    >>> merge("hakemus viipyy", "hakemus viipyy kauan", "Migrin hakemus viipyy")
    'Migrin hakemus viipyy kauan'
    """
    base, theirs, ours = _tokens(was), _tokens(current), _tokens(mine)
    if not base or len(base) * max(len(theirs), len(ours)) > PAIRS:
        return None
    left, right = _edits(base, theirs), _edits(base, ours)
    out: list[str] = []
    position = 0
    while left or right:
        edit = _next(left, right)
        if edit is None or edit[0] < position:
            return None
        start, end, words = edit
        out += base[position:start] + words
        position = end
    return "".join(out + base[position:])


def _next(left: list[_Edit], right: list[_Edit]) -> _Edit | None:
    """The earlier of both sides' next edits, or one made of both; None where they meet in the same words."""
    if not left:
        return right.pop(0)
    if not right:
        return left.pop(0)
    a, b = left[0], right[0]
    if a == b:
        left.pop(0)
        return right.pop(0)
    if max(a[0], b[0]) < min(a[1], b[1]):
        return None
    if a[0] == b[0] and a[0] == a[1] == b[1]:  # both inserted at one point: keep both, the earlier first
        left.pop(0)
        right.pop(0)
        return a[0], a[1], a[2] + b[2]
    return left.pop(0) if a[:2] <= b[:2] else right.pop(0)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFC", text))


def _edits(base: list[str], new: list[str]) -> list[_Edit]:
    matcher = SequenceMatcher(None, base, new, autojunk=False)
    return [(i1, i2, new[j1:j2]) for tag, i1, i2, j1, j2 in matcher.get_opcodes() if tag != "equal"]
