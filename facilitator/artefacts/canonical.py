"""The one way to write an artefact down, and the digests over it.

RFC 8785 (JSON Canonicalization Scheme): members sorted, no spaces, one form for every number. So the same artefact is
the same bytes on every machine and in every language that somebody may check it with (I12).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

CONTENT = ("method", "zones", "items", "relations", "clusters", "votes")


def canonical(value: Any) -> bytes:
    """RFC 8785 bytes. Raises ValueError for what JSON cannot carry: NaN, an integer over 2^53, a lone surrogate."""
    return rfc8785.dumps(value)


def digest(artefact: Mapping[str, Any]) -> str:
    """SHA-256, in hexadecimal, over the artefact without its own `digest`."""
    return _sha256({name: value for name, value in artefact.items() if name != "digest"})


def content_digest(artefact: Mapping[str, Any]) -> str:
    """The same over what the room made, its zones included, and nothing about when or by whom it was taken."""
    return _sha256({name: artefact[name] for name in CONTENT})


def _sha256(value: Any) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()
