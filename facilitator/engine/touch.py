"""What notes, links and clusters share: whether this person may touch one now, and who sees what follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.engine.ids import ACCOUNTS, is_id
from facilitator.engine.may import is_held_by_silence, is_seen, may_rewrite
from facilitator.engine.operation import Decision, Quiet
from facilitator.engine.state import Actor, Change, Item, Refusal, State, differing, put, take_away


def touchable(state: State, noun: str, item_id: str, actor: Actor) -> Item | Refusal:
    """The item, if this person may change it now. One that was removed says so to whoever saw it."""
    item = state.items.get(item_id)
    if item is None or not is_id(item_id, noun) or not is_seen(item, actor):
        is_gone = is_id(item_id, noun) and is_seen(state.gone.get(item_id), actor)
        return Refusal("item.gone" if is_gone else "item.unknown")
    if is_held_by_silence(state, item, actor):
        return Refusal("mode.silent")
    return item


def restorable(state: State, noun: str, item_id: str, actor: Actor) -> Item | Refusal | None:
    """The item that is gone; None if it is there already."""
    if not is_id(item_id, noun):
        return Refusal("item.unknown")
    if is_seen(state.items.get(item_id), actor):
        return None
    item = state.gone.get(item_id)
    if item is None or not is_seen(item, actor):
        return Refusal("item.unknown")
    if is_held_by_silence(state, item, actor):
        return Refusal("mode.silent")
    return item


def movable(state: State, note_id: str, actor: Actor) -> Item | Refusal:
    """The note, if it may be put elsewhere: one that the method gave stays where it is, as it is, on every board."""
    note = touchable(state, "note", note_id, actor)
    return Refusal("note.fixed") if not isinstance(note, Refusal) and note.get("fixed") else note


def rewritable(state: State, note_id: str, actor: Actor) -> Item | Refusal:
    """The note, if this person may change what it says: everybody may move one, not everybody rewrite it."""
    note = movable(state, note_id, actor)
    if not isinstance(note, Refusal) and not may_rewrite(state, note, actor):
        return Refusal("note.not_yours")
    return note


def writable(state: State, note_id: str, actor: Actor) -> Item | Refusal:
    """The note, if this person may write in it: no words come to one that was emptied for good."""
    note = rewritable(state, note_id, actor)
    return Refusal("note.erased") if not isinstance(note, Refusal) and note.get("erased") else note


def removed(state: State, noun: str, item_id: str, actor: Actor) -> Decision:
    """The item goes; that it went before changes nothing."""
    if is_id(item_id, noun) and is_seen(state.gone.get(item_id), actor):
        return []
    item = touchable(state, noun, item_id, actor)
    if isinstance(item, Refusal):
        return item
    return to_whom([take_away(item_id)], item)


def decided(item_id: str, item: Item, fields: Mapping[str, Any]) -> Decision:
    """The change to these fields, or none where nothing differs."""
    changed = differing(item, fields)
    return to_whom([put(item_id, changed)] if changed else [], item)


def to_whom(changes: list[Change], item: Item) -> Decision:
    """What happens to a private item is its author's alone, and to a late one also theirs who lead."""
    return Quiet(changes, readers(item)) if item.get("private") else changes


def readers(item: Item) -> tuple[str, ...]:
    """Who may see a private item."""
    return (item["author"], ACCOUNTS) if item.get("late") else (item["author"],)


def shown(item: Item) -> Item:
    """The fields with which a private item becomes everybody's."""
    return {**item, "private": None} if item.get("private") else item
