"""Erasing: what a note said is taken out of the past, and the past stays otherwise as it was."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from facilitator.engine.fields import WRITTEN
from facilitator.engine.ids import noun_of
from facilitator.engine.rules import Rules
from facilitator.engine.state import Change, Event, State, put
from facilitator.engine.talk import talk_of


def written_fields(rules: Rules) -> frozenset[str]:
    """The fields that hold people's own words: a name may be somebody's too."""
    own = [rules.own_kinds.fields] if rules.own_kinds else []
    return frozenset(
        name for kind in (*rules.kinds.values(), *own) for name, rule in kind.items() if rule.type in WRITTEN
    )


def erased(
    event: Event, about: Collection[str], words: str, fields: Collection[str], *, marks: Collection[str] = ()
) -> Event:
    """The event without what the note said; the same event if it said nothing.

    about: the note, and what was said about it (`all_of`). words: what stands in place of its text. fields: those that
    hold people's words. marks: those whose texts are each marked as erased, since they are gone and no new event can
    mark them. Comments always are, since not everybody who hears of the note may see them.
    """
    changes = [_told_of(change, about, words) for change in event.changes]
    changes = [
        _without(change, words, fields, change["id"] in marks or noun_of(change["id"]) == "comment")
        if change["id"] in about
        else change
        for change in changes
    ]
    return event if changes == list(event.changes) else replace(event, changes=changes)


def erasure(state: State, note: str) -> tuple[list[Change], tuple[str, ...] | None]:
    """The changes of the event that tells of it, and who may see it; none of a note that is gone."""
    item = state.items.get(note)
    if item is None:
        return [], None
    return [put(note, {"erased": True})], (item["author"],) if item.get("private") else None


def all_of(state: State, item_id: str) -> frozenset[str]:
    """What is emptied with it: a comment alone; with a note the notes that became it, the comments on them and on their
    links, and answers.
    """
    if noun_of(item_id) != "note":
        return frozenset({item_id})
    items = {**state.gone, **state.items}
    notes = {item_id, *(each["id"] for each in items.get(item_id, {}).get("merged") or ())}
    links = (each for each, item in items.items() if noun_of(each) == "link" and {item["from"], item["to"]} & notes)
    about = {*notes, *links}
    talk = (each for each, item in items.items() if noun_of(each) == "comment" and talk_of(items, item) in about)
    return frozenset({*notes, *talk})


def _without(change: Change, words: str, fields: Collection[str], marks: bool) -> Change:
    if "set" not in change:
        return change
    kept = {name: value for name, value in change["set"].items() if name != "alternatives"}
    if "text" in kept:
        kept["text"] = words
        if marks:
            kept["erased"] = True
    kept = {name: value for name, value in kept.items() if name not in ("picture", "ground")}
    if kept.get("fields"):
        kept["fields"] = {name: value for name, value in kept["fields"].items() if name not in fields} or None
    return put(change["id"], kept)


def _told_of(change: Change, about: Collection[str], words: str) -> Change:
    """The change with these words where a note tells that one of these became it."""
    merged = change.get("set", {}).get("merged")
    if not merged or not any(each["id"] in about for each in merged):
        return change
    told = [{**each, "text": words, "erased": True} if each["id"] in about else each for each in merged]
    return put(change["id"], {**change["set"], "merged": told})
