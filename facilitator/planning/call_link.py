"""The address of the workshop's video call: a web address, and nothing else that a browser could be made to open."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from facilitator.errors import Invalid
from facilitator.planning.wording import Bound, cleaned

CALL_LINK = Bound(2_000, is_optional=True)  # invitations that a mail filter has rewritten are long


def read_call_link(text: Any, field: str = "call_url") -> str:
    """The link as it is kept; empty for none. Raises Invalid (`link.invalid`) for all but https with a host."""
    link = cleaned(**{field: (text, CALL_LINK)})[field]
    if link and not _is_web_address(link):
        raise Invalid("link.invalid", field=field, fields={field: ("link.invalid", {})})
    return link


def _is_web_address(link: str) -> bool:
    """Browsers read a backslash as a slash, and what stands before @ can pass for the host: neither is taken."""
    if any(sign.isspace() or not sign.isprintable() or sign in '\\"<>' for sign in link):
        return False
    try:
        parts = urlsplit(link)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return parts.scheme == "https" and has_host and "@" not in parts.netloc
