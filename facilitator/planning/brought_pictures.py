"""Pictures that notes of a file have: kept for the board that they come to.

Where the very picture, by its digest, lies on a board that who brings it may read, it was painted here before, so its
bytes are taken as they are and it is the same picture. What else the file holds is read as any that somebody brings.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from facilitator import access
from facilitator.bringing import Brought, Listed
from facilitator.engine import Actor, State
from facilitator.errors import NotThere, Problem
from facilitator.live import rooms
from facilitator.models.transaction import transaction
from facilitator.pictures import Picture
from facilitator.planning.pictures import MOST, MOST_SIZE, bring_picture, show_picture
from facilitator.record import pictures

MOST_AT_ONCE = 40  # each is painted anew in a process of its own
MOST_BOARDS = 10  # that are asked for one picture
_DIGEST = re.compile(r"[0-9a-f]{64}")

Known = Mapping[str, tuple[str, str]]  # by name in the file: a board on which the picture lies, and its id


def known_pictures(actor: Actor, brought: Brought) -> Known:
    """Those that lie on boards which this person may read, on notes that they see or saw."""
    found: dict[str, tuple[str, str]] = {}
    for name in _names(brought)[:MOST]:
        body = brought.pictures.get(name)
        picture = name if body is None else hashlib.sha256(base64.b64decode(body)).hexdigest()
        boards = pictures.boards_with(picture) if _DIGEST.fullmatch(picture) else []
        board = next((board for board in boards[:MOST_BOARDS] if _may_see(actor, board, picture)), None)
        if board is not None:
            found[name] = board, picture
    return found


def foreseen(brought: Brought, known: Known) -> set[str]:
    """The names of those that would come, as far as is known before it is done."""
    return {*known, *_to_paint(brought, known)}


def keep_pictures(
    document: str, state: State, actor: Actor, brought: Brought, known: Known
) -> dict[str, dict[str, Any]]:
    """By name in the file, what a note says of it. What is none, or more than the board may have, is left out.

    One that no note comes to name is forgotten after a day, as all such are.
    """
    kept: dict[str, Picture] = {}
    for name, (board, picture) in known.items():
        found = pictures.whole_of(board, picture)
        if found is not None and _has_room(document):
            with transaction() as tx:
                pictures.keep(tx, document, found)
            kept[name] = found
    for name in _to_paint(brought, known):
        try:
            kept[name] = bring_picture(document, state, actor, base64.b64decode(brought.pictures[name]))
        except Problem:
            continue
    return {name: {"id": each.id, "width": each.width, "height": each.height} for name, each in kept.items()}


def left_behind(brought: Brought, there: Collection[str]) -> list[Listed]:
    """Of the notes that have a picture: those that come without. there: the names of those that come."""
    named = set(_names(brought))
    return [
        Listed(note.row, "own.picture") for note in brought.notes if note.picture in named and note.picture not in there
    ]


def _to_paint(brought: Brought, known: Known) -> list[str]:
    return [name for name in _names(brought) if name in brought.pictures and name not in known][:MOST_AT_ONCE]


def _names(brought: Brought) -> list[str]:
    """Those that the file holds or names by their digest, in the order of the notes."""
    named: Iterable[str] = dict.fromkeys(note.picture for note in brought.notes)
    return [name for name in named if name in brought.pictures or _DIGEST.fullmatch(name)]


def _may_see(actor: Actor, board: str, picture: str) -> bool:
    there = access.rights(actor.id, board)
    if there is None:
        return False
    try:
        show_picture(board, rooms.state(board), there, picture, is_small=True)
    except NotThere:
        return False
    return True


def _has_room(document: str) -> bool:
    count, size = pictures.room_taken(document)
    return count < MOST and size < MOST_SIZE
