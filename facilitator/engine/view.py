"""What this person may see. Privacy is decided here, and nowhere later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.engine.ids import ACCOUNTS, is_account, noun_of
from facilitator.engine.may import is_late_and_waiting, is_seen, is_writer_or_leads, may_rewrite
from facilitator.engine.merged import ends_of, keepers
from facilitator.engine.place import is_shown
from facilitator.engine.state import BOARD, Actor, Event, Item, State
from facilitator.engine.talk import is_talked_of

PUBLIC = None  # the viewer who is nobody: what everybody sees


def see_event(event: Event, viewer: str | None, authors: str) -> dict[str, Any]:
    """The event as it goes to this person. To whom it is not for, a number with nothing in it, for ever (P4.2).

    authors: the document's choice: names, organisations or nothing.
    """
    if event.to is not None and viewer not in event.to and not (ACCOUNTS in event.to and is_account(viewer)):
        return {"seq": event.seq}
    seen: dict[str, Any] = {"seq": event.seq, "op": event.op, "by": event.by, "at": event.at}
    is_unsaid = authors != "names" or (event.to is not None and ACCOUNTS in event.to)
    if is_unsaid and viewer != event.by and event.by != "system":
        del seen["by"]
    seen["changes"] = [
        {"id": change["id"], "set": see_item(change["set"], viewer, authors)} if "set" in change else change
        for change in event.changes
    ]
    return seen


def persons_apart(event: Event, authors: str) -> set[str]:
    """Those who see this event otherwise than the public does, and so need an encoding of their own."""
    if event.to is not None:
        return set(event.to)
    apart = {event.by} if authors != "names" else set()
    for change in event.changes:
        fields = change.get("set")
        if fields is None:
            continue
        if "author" in fields and _hides_author(fields, authors):
            apart.add(fields["author"])
        if authors != "names":
            apart.update(each["by"] for each in fields.get("alternatives") or ())
    return apart


def see_state(state: State, viewer: str | None) -> dict[str, Item]:
    """All items that this person may see, as the display rule leaves them.

    A person's own private links, comments and votes come whole, even where an end is gone: no event could bring them
    back.
    """
    authors = state.root["authors"]
    own: dict[str, Item] = {}
    visible: dict[str, Item] = {}
    for item_id, item in state.items.items():
        author = item.get("author")
        if item.get("private") or "ballot" in item:
            if author != viewer and not _is_for(item, viewer):
                continue
            if author is not None and author == viewer:
                own[item_id] = item
        visible[item_id] = see_item(item, viewer, authors)
    return {**closed(visible), **own}


def closed(items: Mapping[str, Item]) -> dict[str, Item]:
    """The display rule: what hangs on something gone is left out, and returns with it (P3.2)."""
    shown: dict[str, Item] = {}
    kept = keepers(items)
    for item_id, item in items.items():
        if "phase" in item or "lane" in item:
            if not is_shown(items, item):
                continue
        elif item_id.startswith("link:"):
            if ends_of(items, item, kept) is None:
                continue
        elif item_id.startswith("comment:"):
            if not is_talked_of(items, item["on"], kept):
                continue
        elif item_id.startswith("vote:"):
            if item["note"] not in items and item["note"] not in kept:
                continue
        elif item_id.startswith("cluster:") and not all(note in items for note in item["notes"]):
            item = {**item, "notes": [note for note in item["notes"] if note in items]}
        shown[item_id] = item
    return shown


def private_count(state: State) -> dict[str, int]:
    """The one figure of silence for the whole board, never per place or kind (P4.5)."""
    if state.items.get(BOARD, {}).get("mode") != "silent":
        return {"notes": 0, "people": 0}
    authors = [
        item["author"]
        for item_id, item in state.items.items()
        if item.get("private") and not item.get("late") and item_id.startswith("note:")
    ]
    return {"notes": len(authors), "people": len(set(authors))}


def removed_for(state: State, actor: Actor) -> dict[str, Item]:
    """What is gone and this person could restore: of what was never shown, only one's own."""
    authors = state.root["authors"]
    return {
        item_id: see_item(item, actor.id, authors)
        for item_id, item in state.gone.items()
        if is_seen(item, actor) and _may_restore(state, item_id, item, actor)
    }


def _may_restore(state: State, item_id: str, item: Item, actor: Actor) -> bool:
    match noun_of(item_id):
        case "note":
            return may_rewrite(state, item, actor)
        case "comment":
            return is_writer_or_leads(item, actor)
        case "ballot":
            return False  # the file that it was in brings it again
    return True


def _hides_author(fields: Mapping[str, Any], authors: str) -> bool:
    """Names are shown only where the board says so, and never for what was written in silence or came late (P4.3)."""
    return authors != "names" or fields.get("silence") is not None or bool(fields.get("late"))


def _is_for(item: Item, viewer: str | None) -> bool:
    """What arrived late waits before the eyes of those who lead."""
    return is_late_and_waiting(item) and is_account(viewer)


def see_item(fields: Item, viewer: str | None, authors: str) -> Item:
    """Fields of an item without the names that this person may not see (P4.3): itself where nothing is hidden."""
    seen: dict[str, Any] = {}
    if "author" in fields and fields["author"] != viewer and _hides_author(fields, authors):
        seen = {name: value for name, value in fields.items() if name not in ("author", "on_behalf")}
    if authors != "names" and fields.get("alternatives"):
        seen = seen or dict(fields)
        seen["alternatives"] = [
            each if each["by"] == viewer else {name: value for name, value in each.items() if name != "by"}
            for each in fields["alternatives"]
        ]
    return seen or fields
