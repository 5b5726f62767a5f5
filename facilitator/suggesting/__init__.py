"""Themes suggested from what notes say: shared words, by their stems. Pure, and the same answer every time."""

from facilitator.suggesting.themes import MOST_TEXTS, Suggested, Text, suggest

__all__ = ["MOST_TEXTS", "Suggested", "Text", "suggest"]
