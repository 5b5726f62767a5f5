"""What the formats say in their own voice; what people wrote is never here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.words import in_language

WORDS: Mapping[str, Mapping[str, str]] = {}


def say(name: str, language: str, **values: Any) -> str:
    """One of the formats' own wordings."""
    return in_language(WORDS[name], language).format(**values)
