"""JSON: the artefact itself, in the one form that its digest is computed over. Nothing is lost, nothing translated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.canonical import canonical
from facilitator.artefacts.formats.pictures import NO_PICTURES, Pictures


def write(artefact: Mapping[str, Any], _language: str, _pictures: Pictures = NO_PICTURES) -> bytes:
    """RFC 8785 bytes; the same in every language. Pictures are named, not in it."""
    return canonical(artefact)
