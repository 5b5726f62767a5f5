"""What can go wrong, by name. A page, the API and a socket each say it in the reader's language."""

from __future__ import annotations

from typing import Any


class Problem(Exception):
    """Something that the person can be told: `code` for programs, a sentence for people (`facilitator/words.py`)."""

    status = 400
    code = "invalid"

    def __init__(self, code: str | None = None, **detail: Any) -> None:
        super().__init__(code or self.code)
        self.code = code or self.code
        self.detail = detail


class NotThere(Problem):
    """It does not exist, or this person may not know that it does: the same answer."""

    status = 404
    code = "not.there"


class NotSignedIn(Problem):
    """No token, or one that no longer holds."""

    status = 401
    code = "not.signed_in"


class NotAllowed(Problem):
    """This person sees the thing, but may not do this to it."""

    status = 403
    code = "not.allowed"


class Invalid(Problem):
    """What was sent cannot be read or breaks a bound."""

    status = 400
    code = "invalid"


class Conflict(Problem):
    """Right in itself, but not now."""

    status = 409
    code = "conflict"


class Gone(Problem):
    """It was there for who holds this, and is not any more."""

    status = 410
    code = "gone"


class TooMany(Problem):
    """Over a budget. `retry_after` seconds in `detail`."""

    status = 429
    code = "slow.down"
