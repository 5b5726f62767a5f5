"""Days as they are written: 15.1.2027 in Finnish and Swedish, 2027-01-15 in English, where 1.2. could be two days."""

from __future__ import annotations

from datetime import date

ISO = {"en"}


def day(text: str, language: str) -> str:
    """A day of the form 2027-01-15 for readers of this language; what is no day stays as people wrote it.

    >>> day("2027-01-05", "fi"), day("2027-01-05", "en"), day("keväällä", "sv")
    ('5.1.2027', '2027-01-05', 'keväällä')
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return text if language in ISO or found.isoformat() != text else f"{found.day}.{found.month}.{found.year}"
