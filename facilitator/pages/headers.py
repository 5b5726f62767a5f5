"""What every answer tells the browser about trust, in one place."""

from __future__ import annotations

from flask import Flask, Response, request

CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
BUILT = "/static/dist/assets/"


def init_app(app: Flask) -> None:
    """Set them last. What a view has set itself, such as a stricter policy of a download, stays."""
    app.after_request(set_headers)


def set_headers(response: Response) -> Response:
    """Nothing but this host, no frames, no address given away, and nothing of a page kept by anyone between."""
    headers = response.headers
    headers.setdefault("Content-Security-Policy", CONTENT_SECURITY)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", PERMISSIONS)
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    if request.is_secure:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.path.startswith(BUILT):  # the name carries a hash of the content
        headers["Cache-Control"] = "public, max-age=31536000, immutable"
    elif request.endpoint != "static":
        headers.setdefault("Cache-Control", "private, no-store")
    return response
