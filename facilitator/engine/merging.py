"""Notes that say the same become one: one stays, and tells which notes became it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.circles import closing_with
from facilitator.engine.ids import is_id
from facilitator.engine.kinds import checked_fields
from facilitator.engine.may import is_leading
from facilitator.engine.merged import MOST_MERGED, Entry, merged_of
from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import Actor, Change, Item, Refusal, State, differing, put, take_away
from facilitator.engine.text import clean
from facilitator.engine.touch import writable

MOST_TOLD = 20_000  # code points of all that one tells to have been


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeNotes(Operation):
    """note: the one that stays; notes: those that become it.

    What it is from then on, where it differs: its text; fields of its kind, over those that it has; and, by those who
    lead, which entity of the project's register.
    """

    type: ClassVar[str] = "note.merge"

    note: str
    notes: Sequence[str]
    text: str | None = None
    fields: Mapping[str, Any] | None = None
    entity: str | None = None


@decides(MergeNotes)
def merge_notes(state: State, op: MergeNotes, actor: Actor) -> Decision:
    """Make one of several. `note.restore` takes one out again, and all that hung on it is its own again.

    Whoever may take all of them away may do it. What is private is never part of it: nobody would see what became of
    it.
    """
    if not op.notes or len({op.note, *op.notes}) != len(op.notes) + 1:
        return Refusal("field.wrong", {"field": "notes"})
    found: dict[str, Item] = {}
    for note_id in (op.note, *op.notes):
        note = writable(state, note_id, actor)
        if isinstance(note, Refusal):
            return note
        if note.get("private"):
            return Refusal("mode.silent")
        if note.get("ground"):
            return Refusal("note.ground")
        found[note_id] = note
    kept = found[op.note]
    text = kept["text"] if op.text is None else clean(op.text)
    if isinstance(text, Refusal):
        return text
    told = _told(state, kept, op, actor)
    if isinstance(told, Refusal):
        return told
    merged = merged_of(kept, found, [_entry(state, each, found[each]) for each in op.notes])
    if len(merged) > MOST_MERGED or sum(len(each["text"]) for each in merged) > MOST_TOLD:
        return Refusal("field.wrong", {"field": "notes"})
    fields = differing(kept, {"text": text, "merged": merged, **told})
    after = {each: item for each, item in state.items.items() if each not in op.notes}
    if circle := closing_with(state, op.note, {**after, op.note: {**kept, "merged": merged}}, actor):
        return circle
    gathered = _gathered(state, op.note, op.notes)
    return [put(op.note, fields), *gathered, *(take_away(each) for each in op.notes)]


def _told(state: State, kept: Item, op: MergeNotes, actor: Actor) -> Item | Refusal:
    """What the one that stays says besides its text."""
    if op.entity is not None and not is_leading(actor):
        return Refusal("not.allowed")
    if op.entity is not None and not is_id(op.entity, "entity"):
        return Refusal("field.wrong", {"field": "entity"})
    given = checked_fields(state, kept["kind"], op.fields or {})
    if isinstance(given, Refusal):
        return given
    fields = {"fields": {**(kept.get("fields") or {}), **given}} if given else {}
    return {**fields, **({"entity": op.entity} if op.entity else {})}


def _entry(state: State, note_id: str, note: Item) -> Entry:
    """What the note was, with its writer only as the board shows writers to everybody."""
    entry: dict[str, Any] = {"id": note_id, "text": note["text"]}
    names = [name for name in ("lang", "organisation") if note.get(name) is not None]
    if state.board["authors"] == "names" and note.get("silence") is None and not note.get("late"):
        names.append("author")
    return {**entry, **{name: note[name] for name in names}}


def _gathered(state: State, kept: str, notes: Sequence[str]) -> list[Change]:
    """A note that is in no cluster takes its place in that of the first of the others that is in one."""
    clusters: Mapping[str, Item] = {each: item for each, item in state.items.items() if each.startswith("cluster:")}
    if any(kept in cluster["notes"] for cluster in clusters.values()):
        return []
    for note in notes:
        for cluster_id, cluster in clusters.items():
            if note in cluster["notes"]:
                at = cluster["notes"].index(note)
                return [put(cluster_id, {"notes": [*cluster["notes"][:at], kept, *cluster["notes"][at:]]})]
    return []
