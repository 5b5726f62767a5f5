"""Where long Finnish words may be broken in a report: few browsers know that language's syllables by themselves.

Only the drawing knows of it, as on the board: the text stays as it was written, for whoever copies or searches it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONG = 11  # shorter words fit into the narrowest column
ROOM = 3  # letters that stay together on both sides of a break
_WORD = re.compile(rf"[^\W\d_]{{{LONG},}}")
# A consonant before a vowel begins a syllable; with r or l after a stop, as in words from elsewhere, both do.
_SYLLABLE = re.compile(
    r"(?<=[aeiouyåäö])(?=[bdfgkpt]r[aeiouyåäö]|[bfgkp]l[aeiouyåäö])"
    r"|(?<![aeiouyåäö][bdfgkpt](?=r))(?<![aeiouyåäö][bfgkp](?=l))(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö])",
    re.IGNORECASE,
)


def pieces(text: str, language: str) -> list[str]:
    """The text in pieces between which it may be broken; in one piece in other languages.

    >>> pieces("Vastuuorganisaatio", "fi")
    ['Vas', 'tuuor', 'ga', 'ni', 'saa', 'tio']
    """
    cuts = [cut for word in _WORD.finditer(text) for cut in _within(word)] if language == "fi" else []
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _within(word: re.Match[str]) -> Iterator[int]:
    for found in _SYLLABLE.finditer(word.group()):
        if ROOM <= found.start() <= len(word.group()) - ROOM:
            yield word.start() + found.start()
