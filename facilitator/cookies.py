"""The session's cookie: signed, and not dated."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer


class Undated:
    """Reads a signed value of whatever age. A clock that was set back must not sign people out."""

    def __init__(self, signed: URLSafeTimedSerializer) -> None:
        self.dumps = signed.dumps
        self._signed = signed

    def loads(self, value: str, max_age: int | None = None) -> Any:
        """Raises BadSignature. How long a token in it opens anything, the database knows (`facilitator/access.py`)."""
        return self._signed.loads(value)


class Cookies(SecureCookieSessionInterface):
    """Flask's own, but for the age."""

    def get_signing_serializer(self, app: Flask) -> Any:
        """None without a key."""
        signed = super().get_signing_serializer(app)
        return None if signed is None else Undated(signed)
