"""JSON: the artefact itself, in the one form that its digest is computed over. Nothing is lost, nothing translated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.canonical import canonical


def write(artefact: Mapping[str, Any], _language: str) -> bytes:
    """RFC 8785 bytes; the same in every language."""
    return canonical(artefact)
