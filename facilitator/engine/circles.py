"""Links that may not go in a circle: where one thing must come before the other, nothing comes before itself."""

from __future__ import annotations

from facilitator.engine.may import is_seen
from facilitator.engine.state import Actor, Refusal, State


def closing(state: State, kind: str, ends: tuple[str, str], actor: Actor, back: str | None = None) -> Refusal | None:
    """Why no link of this kind may go from the first end to the second; None if it may.

    back: a note that is about to return with its links. Only the links that this person sees count: an answer must not
    tell of what others keep to themselves. Those touch nothing of anybody else's, so they never close a circle later.
    """
    rule = state.rules.links.get(kind)
    if rule is None or not rule.acyclic:
        return None
    onwards: dict[str, list[str]] = {}
    for item_id, item in state.items.items():
        if not item_id.startswith("link:") or item["kind"] != kind or not is_seen(item, actor):
            continue
        if all(end in state.items or end == back for end in (item["from"], item["to"])):
            onwards.setdefault(item["from"], []).append(item["to"])
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


def closing_with(state: State, note: str, actor: Actor) -> Refusal | None:
    """The same of all the links that would return with a note."""
    for item_id, item in state.items.items():
        if item_id.startswith("link:") and note in (item["from"], item["to"]):
            other = item["to"] if item["from"] == note else item["from"]
            circle = closing(state, item["kind"], (item["from"], item["to"]), actor, back=note)
            if other in state.items and circle:
                return circle
    return None
