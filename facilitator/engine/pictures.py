"""Pictures on notes: which one, what it shows for those who do not see it, and whether it is the ground of its zone.

The bytes lie elsewhere, by their digest; here a picture is its name, its size and its description.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import Actor, Item, Refusal, State
from facilitator.engine.text import clean
from facilitator.engine.touch import decided, touchable, writable

MOST_SIDE = 2_560  # of a picture as it is kept, in pixels
DESCRIPTION_POINTS = 1_000

_ID = re.compile(r"[0-9a-f]{64}")
_MEMBERS = {"id", "width", "height", "description"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPicture(Operation):
    """picture: {id, width, height, description?}, or null for none."""

    type: ClassVar[str] = "note.picture"

    note: str
    picture: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundNote(Operation):
    """ground: whether the note's picture lies under the other notes of its zone, where nobody moves it."""

    type: ClassVar[str] = "note.ground"

    note: str
    ground: bool


@decides(SetPicture)
def set_picture(state: State, op: SetPicture, actor: Actor) -> Decision:
    """Give a note a picture, another one, another description, or none; without one it is no ground any more."""
    note = writable(state, op.note, actor)
    if isinstance(note, Refusal):
        return note
    if op.picture is None:
        return decided(op.note, note, {"picture": None, "ground": None})
    picture = read_picture(op.picture)
    return picture if isinstance(picture, Refusal) else decided(op.note, note, {"picture": picture})


@decides(GroundNote)
def ground_note(state: State, op: GroundNote, actor: Actor) -> Decision:
    """Lay a note's picture under its zone, or take it up again."""
    note = touchable(state, "note", op.note, actor)
    if isinstance(note, Refusal):
        return note
    if op.ground and not note.get("picture"):
        return Refusal("picture.none")
    return decided(op.note, note, {"ground": op.ground or None})


def read_picture(given: Any) -> dict[str, Any] | Refusal:
    """A picture as it is kept on a note; `picture.wrong` for what is none."""
    wrong = Refusal("picture.wrong")
    if not isinstance(given, Mapping) or not given.keys() <= _MEMBERS:
        return wrong
    if not isinstance(given.get("id"), str) or not _ID.fullmatch(given["id"]):
        return wrong
    sides = [given.get(name) for name in ("width", "height")]
    if not all(type(side) is int and 0 < side <= MOST_SIDE for side in sides):
        return wrong
    picture = {"id": given["id"], "width": given["width"], "height": given["height"]}
    description = given.get("description")
    if description is None:
        return picture
    if not isinstance(description, str):
        return wrong
    cleaned = clean(description, DESCRIPTION_POINTS, 4 * DESCRIPTION_POINTS)
    return cleaned if isinstance(cleaned, Refusal) else {**picture, "description": cleaned}


def undescribed(items: Mapping[str, Item]) -> list[str]:
    """What the notes say whose pictures nobody has described, but for those that are left out."""
    return [
        item["text"]
        for item in items.values()
        if item.get("picture") and not item["picture"].get("description") and not item.get("out")
    ]


def picture_of(fields: Item) -> str | None:
    """The name of the picture that these fields of a note give it, if they do."""
    picture = fields.get("picture")
    return str(picture["id"]) if picture else None
