"""Passwords: argon2id, off the hub, and as slow for an unknown account as for a known one."""

from __future__ import annotations

import secrets
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from facilitator.errors import Invalid
from facilitator.hub.offload import offload

SHORTEST = 12  # characters; ASVS 5.0, 6.2.1 asks for 8
LONGEST = 200

_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """The argon2id hash to store. Raises Invalid (`password.short`, `password.long`)."""
    if len(password) < SHORTEST:
        raise Invalid("password.short", least=SHORTEST)
    if len(password) > LONGEST:
        raise Invalid("password.long", most=LONGEST)
    return offload(_hasher.hash, password)


def is_password(stored: str | None, password: str) -> bool:
    """Whether `password` made `stored`. With nothing stored it costs the same, and the answer is no."""
    stand_in = _nobody()
    return offload(_verify, stored or stand_in, password[:LONGEST]) and stored is not None


def _verify(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


@lru_cache(maxsize=1)
def _nobody() -> str:
    return offload(_hasher.hash, secrets.token_urlsafe(24))
