"""Notes: added, written, settled, moved, described, removed, restored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar

from facilitator.engine.circles import closing_with
from facilitator.engine.ids import is_guest_id, is_id
from facilitator.engine.kinds import checked_fields, known, why_not_kind
from facilitator.engine.may import is_leading, is_mine_now, may_rewrite
from facilitator.engine.merge import merge
from facilitator.engine.merged import keepers, still_in, without
from facilitator.engine.operation import Decision, Operation, Quiet, decides, decides_in_time
from facilitator.engine.pictures import read_picture
from facilitator.engine.place import read_place
from facilitator.engine.returning import returning
from facilitator.engine.state import Actor, Refusal, State, put
from facilitator.engine.text import clean
from facilitator.engine.touch import decided, movable, removed, restorable, rewritable, shown, to_whom, writable

MOST_NOTES = 20_000
MOST_ALTERNATIVES = 5
LATE = timedelta(hours=24)  # for so long after the end a note may arrive that was written before it


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote(Operation):
    type: ClassVar[str] = "note.add"

    note: str
    kind: str
    text: str
    zone: str
    order: str | None = None
    x: int | None = None
    y: int | None = None
    angle: int | None = None
    fields: Mapping[str, Any] | None = None
    lang: str | None = None
    on_behalf: str | None = None
    voices: int | None = None
    picture: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteNote(Operation):
    type: ClassVar[str] = "note.write"

    note: str
    was: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleNote(Operation):
    type: ClassVar[str] = "note.settle"

    note: str
    keep: str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveNote(Operation):
    type: ClassVar[str] = "note.move"

    note: str
    zone: str
    order: str | None = None
    x: int | None = None
    y: int | None = None
    angle: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNote(Operation):
    type: ClassVar[str] = "note.set"

    note: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveNote(Operation):
    type: ClassVar[str] = "note.remove"

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreNote(Operation):
    type: ClassVar[str] = "note.restore"

    note: str


@decides_in_time(AddNote)
def add_note(state: State, op: AddNote, actor: Actor, now: datetime) -> Decision:
    """A new note. In silence it is its author's alone until it is shown.

    A participant's that arrives after the end waits, for a day, until somebody who leads takes it in (P3.6). One
    that is entered for others says so for good.
    """
    is_late = bool(state.board.get("ended")) and not is_leading(actor)
    if is_late and not _is_in_time(state, now):
        return Refusal("note.too_late")
    if not is_id(op.note, "note"):
        return Refusal("id.invalid")
    if state.known(op.note) is not None:
        return Refusal("item.exists")
    if state.notes >= MOST_NOTES:
        return Refusal("board.full", {"limit": MOST_NOTES})
    wrong = why_not_kind(state, op.kind)
    if wrong is not None:
        return wrong
    text = clean(op.text)
    if isinstance(text, Refusal):
        return text
    place = read_place(state, op, op.kind)
    if isinstance(place, Refusal):
        return place
    fields = checked_fields(state, op.kind, op.fields or {})
    if isinstance(fields, Refusal):
        return fields
    behalf = _behalf(op, actor)
    if isinstance(behalf, Refusal):
        return behalf
    picture = read_picture(op.picture) if op.picture is not None else None
    if isinstance(picture, Refusal):
        return picture
    note = {
        "kind": op.kind,
        "text": text,
        **place,
        **behalf,
        "lang": op.lang,
        "author": actor.id,
        "fields": fields or None,
        "picture": picture,
    }
    silence = state.board.get("silence")
    if is_late:
        note |= {"late": True, "private": True}
    elif silence is not None:
        note |= {"silence": silence, "private": True}
    elif state.board["authors"] == "organisations" and not behalf:
        note["organisation"] = actor.organisation
    change = put(op.note, {name: value for name, value in note.items() if value is not None})
    return to_whom([change], note)


@decides(WriteNote)
def write_note(state: State, op: WriteNote, actor: Actor) -> Decision:
    """Change a note's text. What somebody else wrote meanwhile is merged; what clashes stays beside it."""
    note = writable(state, op.note, actor)
    if isinstance(note, Refusal):
        return note
    text = clean(op.text)
    if isinstance(text, Refusal):
        return text
    current: str = note["text"]
    if text == current:
        return decided(op.note, note, {})
    was = clean(op.was)
    if was == current:
        return decided(op.note, note, {"text": text})
    merged = None if isinstance(was, Refusal) else merge(was, current, text)
    if merged is not None:
        merged_text = clean(merged)
        if not isinstance(merged_text, Refusal):
            return decided(op.note, note, {"text": merged_text})
    alternatives = list(note.get("alternatives") or ())
    if any(each["text"] == text for each in alternatives):
        return decided(op.note, note, {})
    if len(alternatives) >= MOST_ALTERNATIVES:
        return Refusal("note.unsettled", {"limit": MOST_ALTERNATIVES})
    alternatives.append({"text": text, "by": actor.id, "seq": state.seq + 1})
    return decided(op.note, note, {"alternatives": alternatives})


@decides(SettleNote)
def settle_note(state: State, op: SettleNote, actor: Actor) -> Decision:
    """End a clash: keep the note's text, or take one of the alternatives by its index."""
    note = writable(state, op.note, actor)
    if isinstance(note, Refusal):
        return note
    alternatives = note.get("alternatives") or ()
    if op.keep == "text":
        return decided(op.note, note, {"alternatives": None})
    if isinstance(op.keep, (str, bool)) or not 0 <= op.keep < len(alternatives):
        return Refusal("settle.wrong")
    return decided(op.note, note, {"text": alternatives[op.keep]["text"], "alternatives": None})


@decides(MoveNote)
def move_note(state: State, op: MoveNote, actor: Actor) -> Decision:
    """Put a note in a zone. Only the place changes, so a move never hides who said it."""
    note = movable(state, op.note, actor)
    if isinstance(note, Refusal):
        return note
    if note.get("ground"):
        return Refusal("note.ground")
    place = read_place(state, op, note["kind"])
    if isinstance(place, Refusal):
        return place
    return decided(op.note, note, place)


@decides(SetNote)
def set_note(state: State, op: SetNote, actor: Actor) -> Decision:
    """Set typed fields, the kind or the language; null removes one. Fields that a new kind lacks go with the old."""
    note = writable(state, op.note, actor)
    if isinstance(note, Refusal):
        return note
    wanted = dict(op.fields)
    kind, lang = wanted.pop("kind", note["kind"]), wanted.pop("lang", note.get("lang"))
    wrong = None if kind == note["kind"] else why_not_kind(state, kind)
    if wrong is not None:
        return wrong
    rules = known(state)[kind]
    if kind not in state.items.get(note["zone"], {"accepts": [kind]})["accepts"]:
        return Refusal("zone.wrong_kind")
    if lang is not None and lang not in ("fi", "sv", "en"):
        return Refusal("field.wrong", {"field": "lang"})
    given = checked_fields(state, kind, {name: value for name, value in wanted.items() if value is not None})
    if isinstance(given, Refusal):
        return given
    before = known(state)[note["kind"]]  # what only the old kind has goes with it, also where it is taken away by name
    if unknown := [name for name in wanted if name not in rules and (wanted[name] is not None or name not in before)]:
        return Refusal("field.unknown", {"field": unknown[0]})
    kept = {name: value for name, value in (note.get("fields") or {}).items() if name not in wanted and name in rules}
    return decided(op.note, note, {"kind": kind, "lang": lang, "fields": (kept | given) or None})


@decides(RemoveNote)
def remove_note(state: State, op: RemoveNote, actor: Actor) -> Decision:
    """Take a note away. Its links, votes and place in a cluster leave with it, and return with it."""
    if op.note in state.items:
        note = rewritable(state, op.note, actor)
        if isinstance(note, Refusal):
            return note
        if note.get("ground"):
            return Refusal("note.ground")
    return removed(state, "note", op.note, actor)


@decides(RestoreNote)
def restore_note(state: State, op: RestoreNote, actor: Actor) -> Decision:
    """Bring a note back, with all that returns with it, and out of the one that it had become.

    Not where its links would now close a circle.
    """
    note = restorable(state, "note", op.note, actor)
    if note is None or isinstance(note, Refusal):
        return note or []
    if not may_rewrite(state, note, actor):
        return Refusal("note.not_yours")
    keeper = keepers(state.items).get(op.note)
    note = still_in(state, note, keeper)
    parted = {} if keeper is None else {keeper: {"merged": without(state.items[keeper], op.note, note)}}
    left = {each: {**state.items[each], **fields} for each, fields in parted.items()}
    if circle := closing_with(state, op.note, {**state.items, **left, op.note: note}, actor):
        return circle
    if note.get("private") and is_mine_now(state, note, actor):
        return Quiet([put(op.note, note), *returning(state, op.note, note, actor, is_private=True)], (actor.id,))
    note = shown(note)
    back = returning(state, op.note, note, actor, is_private=False)
    return [put(op.note, note), *(put(each, fields) for each, fields in parted.items()), *back]


def _behalf(op: AddNote, actor: Actor) -> dict[str, Any] | Refusal:
    """For whom somebody who leads enters it; a person by id alone, since names live in a table of their own (P1.3)."""
    if op.on_behalf is None and op.voices is None:
        return {}
    if not is_leading(actor):
        return Refusal("not.allowed")
    if op.on_behalf is not None and not is_guest_id(op.on_behalf):
        return Refusal("id.invalid")
    return {"on_behalf": op.on_behalf, "voices": op.voices or 1}


def _is_in_time(state: State, now: datetime) -> bool:
    """Whether the workshop ended less than a day ago; of one that ended before this was told, nobody knows."""
    ended_at = state.board.get("ended_at")
    return ended_at is not None and now <= datetime.fromisoformat(ended_at) + LATE
