"""A picture as a page shows it: small, from this installation, and nothing that a browser would run."""

from __future__ import annotations

from flask import Response

from facilitator.pictures import EXTENSIONS


def as_picture(picture: str, media_type: str, body: bytes) -> Response:
    """The answer. It never changes; a device may keep it for a day, as it keeps what the board shows."""
    answer = Response(body, mimetype=media_type)
    answer.headers["Cache-Control"] = "private, max-age=86400, immutable"
    answer.headers["Vary"] = "Cookie"
    answer.headers["Content-Disposition"] = f'inline; filename="{picture[:12]}.{EXTENSIONS[media_type]}"'
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
