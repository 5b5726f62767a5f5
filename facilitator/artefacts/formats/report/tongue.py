"""What people called a thing, in a report for readers of one language."""

from __future__ import annotations

from typing import Any

from facilitator.artefacts.formats.report.element import Child, element
from facilitator.artefacts.formats.words import say
from facilitator.artefacts.words import told


def spoken(words: Any, language: str) -> Child:
    """The text; in another language than the reader's it is marked, for the eye and for a voice."""
    text, tongue = told(words, language)
    if tongue is None:
        return text
    return element("span", element("span", text, lang=tongue), f" ({say(f'in_{tongue}', language)})")
