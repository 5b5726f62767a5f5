"""Join codes: eight characters of Crockford's base 32, forty random bits.

I, L, O and U are never in one; read I and L as 1 and O as 0, as his specification says.

>>> read_code("7kf2 qx9m"), read_code("oil0-0000")
('7KF2QX9M', '01100000')
"""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
PREFIX = 3  # tries are also counted by the first characters: guessing systematically is noticed

_AS_READ = str.maketrans("ILO", "110", " -\t\n\u00a0\u2009\u202f\u2013")


def new_code() -> str:
    """A code that nobody can guess within a workshop's life."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read_code(text: str) -> str | None:
    """The code that somebody typed, however they spaced it. None if it cannot be one."""
    code = text[:64].upper().translate(_AS_READ)
    return code if len(code) == LENGTH and all(each in ALPHABET for each in code) else None


def shown(code: str) -> str:
    """The code as people read it aloud: two groups of four."""
    return f"{code[:4]} {code[4:]}"
