"""Ids of items: a noun, a colon and 1–80 of `A-Z a-z 0-9 _ . / -` (P1.1)."""

from __future__ import annotations

import re

_TAIL = re.compile(r"[A-Za-z0-9_./-]{1,80}")


def is_id(text: str, noun: str) -> bool:
    """Whether this is the id of such an item."""
    return text.startswith(noun + ":") and _TAIL.fullmatch(text, len(noun) + 1) is not None


def noun_of(item_id: str) -> str:
    """`note` of `note:1`."""
    return item_id.partition(":")[0]
