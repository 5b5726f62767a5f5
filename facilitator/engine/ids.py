"""Ids of items: a noun, a colon and 1–80 of `A-Z a-z 0-9 _ . / -` (P1.1); and of documents (P1.2)."""

from __future__ import annotations

import re

ACCOUNTS = "u:"  # how their ids begin; among those who may see an event it stands for all of them

_FLOOR = "floor:"
_GUEST = re.compile(r"p:[A-Za-z0-9_-]{1,38}")
_DOCUMENT = re.compile(r"[A-Za-z0-9_-]{1,80}")
_TAIL = re.compile(r"[A-Za-z0-9_./-]{1,80}")


def is_id(text: str, noun: str) -> bool:
    """Whether this is the id of such an item."""
    return text.startswith(noun + ":") and _TAIL.fullmatch(text, len(noun) + 1) is not None


def noun_of(item_id: str) -> str:
    """`note` of `note:1`."""
    return item_id.partition(":")[0]


def is_board_id(text: str) -> bool:
    """Whether this can be the id of a board, and so of its document."""
    return _DOCUMENT.fullmatch(text) is not None


def is_guest_id(text: str) -> bool:
    """Whether it is the id of a guest (P1.3)."""
    return _GUEST.fullmatch(text) is not None


def is_account(person: str | None) -> bool:
    """Whether it is the id of an account (P1.3). Whoever of them may open a board leads it."""
    return person is not None and person.startswith(ACCOUNTS)


def floor_of(workshop_id: str) -> str:
    """The document that is this workshop's floor."""
    return _FLOOR + workshop_id


def workshop_of(document: str) -> str | None:
    """The workshop whose floor this document is; None for a board."""
    return document.removeprefix(_FLOOR) if document.startswith(_FLOOR) else None
