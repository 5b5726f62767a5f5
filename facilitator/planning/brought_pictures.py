"""Pictures that came in a file with their notes: each is read as any that somebody brings, and kept for the board."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.bringing import Brought, BroughtNote, Listed
from facilitator.engine import Actor, State
from facilitator.errors import Problem
from facilitator.planning.pictures import bring_picture

MOST_AT_ONCE = 40  # each is painted anew in a process of its own


def taken_of(brought: Brought) -> Sequence[BroughtNote]:
    """The notes whose pictures are taken."""
    names = _names(brought)
    return [note for note in brought.notes if note.picture in names]


def keep_pictures(document: str, state: State, actor: Actor, brought: Brought) -> dict[str, dict[str, Any]]:
    """By name in the file, what a note says of it. What is none, or more than the board may have, is left out.

    One that no note comes to name is forgotten after a day, as all such are.
    """
    kept: dict[str, dict[str, Any]] = {}
    for name in _names(brought):
        try:
            picture = bring_picture(document, state, actor, base64.b64decode(brought.pictures[name]))
        except Problem:
            continue
        kept[name] = {"id": picture.id, "width": picture.width, "height": picture.height}
    return kept


def left_behind(brought: Brought, kept: Mapping[str, Any], is_doing: bool) -> list[Listed]:
    """Of the notes whose pictures the file has: those that come without. Before it is done, as far as is known."""
    there = kept.keys() if is_doing else set(_names(brought))
    return [
        Listed(note.row, "own.picture")
        for note in brought.notes
        if note.picture in brought.pictures and note.picture not in there
    ]


def _names(brought: Brought) -> list[str]:
    """Those that are read, in the order of the notes."""
    named = dict.fromkeys(note.picture for note in brought.notes if note.picture in brought.pictures)
    return list(named)[:MOST_AT_ONCE]
