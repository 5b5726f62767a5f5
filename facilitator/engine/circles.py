"""Links that may not go in a circle: where one thing must come before the other, nothing comes before itself."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.engine.may import is_seen
from facilitator.engine.merged import ends_of, keepers
from facilitator.engine.state import Actor, Item, Refusal, State


def closing(
    state: State, kind: str, ends: tuple[str, str], actor: Actor, items: Mapping[str, Item] | None = None
) -> Refusal | None:
    """Why no link of this kind may go from the first end to the second; None if it may.

    items: those of the state as it is about to be, where a note returns with its links, or notes become one. Only the
    links that this person sees count: an answer must not tell of what others keep to themselves. Those touch nothing of
    anybody else's, so they never close a circle later.
    """
    rule = state.rules.links.get(kind)
    if rule is None or not rule.acyclic:
        return None
    items = state.items if items is None else items
    kept = keepers(items)
    onwards: dict[str, list[str]] = {}
    for item_id, item in items.items():
        if not item_id.startswith("link:") or item["kind"] != kind or not is_seen(item, actor):
            continue
        if between := ends_of(items, item, kept):
            onwards.setdefault(between[0], []).append(between[1])
    start, reached = ends[0], {ends[1]}
    waiting = [ends[1]]
    while waiting:
        here = waiting.pop()
        if here == start:
            return Refusal("link.circle", {"kind": kind, "title": dict(rule.title) or kind})
        fresh = [note for note in onwards.get(here, ()) if note not in reached]
        reached.update(fresh)
        waiting += fresh
    return None


def closing_with(state: State, note: str, items: Mapping[str, Item], actor: Actor) -> Refusal | None:
    """The same of all the links that this note will have once these are the items."""
    kept = keepers(items)
    for item_id, item in items.items():
        between = ends_of(items, item, kept) if item_id.startswith("link:") else None
        if between and note in between and (circle := closing(state, item["kind"], between, actor, items)):
            return circle
    return None
