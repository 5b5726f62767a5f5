"""Who may do what: predicates, nothing else (P3.4)."""

from __future__ import annotations

from facilitator.engine.ids import noun_of
from facilitator.engine.state import Actor, Item, State

MODES = ("open", "silent", "vote", "look", "closed")
_LEADS = frozenset({"facilitator", "system"})
_ITEM_NOUNS = frozenset({"note", "link", "cluster", "comment"})
_TIDYING = frozenset(  # for those who lead alone
    {"note.take_in", "note.leave_out", "note.tie", "note.ground", "comment.bring", "zone.tie"}
)


def is_leading(actor: Actor) -> bool:
    """Whether the person runs this workshop."""
    return actor.role in _LEADS


def may_shape(state: State, actor: Actor) -> bool:
    """Whether the person may add, name, move and remove zones."""
    return is_leading(actor) or state.board.get("shaped_by") == "everybody"


def may_rewrite(state: State, note: Item, actor: Actor) -> bool:
    """Whether the person may change a note's words and fields, take it away and bring it back.

    A board from before there was a choice counts as one that leaves this to authors.
    """
    return (
        is_leading(actor) or note.get("author") == actor.id or state.board.get("rewritten_by", "authors") == "everybody"
    )


def is_writer_or_leads(item: Item, actor: Actor) -> bool:
    """Whether the person may take the item away and bring it back where only its author may, and who leads."""
    return is_leading(actor) or item.get("author") == actor.id


def why_not(state: State, kind: str, actor: Actor) -> str | None:
    """The code for which an operation of this type is refused before it is looked at, or None.

    kind: the operation's type, `note.move`. What silence allows depends on the item too: `is_mine_now`.
    """
    noun = noun_of(kind.replace(".", ":"))
    mode = state.root.get("mode")  # a floor has none: there only roles count
    if actor.role == "observer":
        return "mode.closed" if mode == "closed" else "not.allowed"
    if noun == "vote":  # an open ballot is not enough: also for those who lead
        return None if mode in ("open", "vote") else f"mode.{mode}"
    if is_leading(actor):
        return None
    if kind == "note.add" and state.root.get("ended"):  # it may have been written before the end: it waits
        return None
    if kind in _TIDYING or (noun not in _ITEM_NOUNS and not (noun == "zone" and may_shape(state, actor))):
        return "mode.closed" if mode == "closed" else "not.allowed"
    if mode == "open" or (mode == "silent" and noun in _ITEM_NOUNS):
        return None
    return f"mode.{mode}"


def is_seen(item: Item | None, actor: Actor) -> bool:
    """Whether the item is there for this person to do something with.

    What was written in silence is there for its author alone; what arrived late is nobody's until it is taken in.
    """
    if item is None or is_late_and_waiting(item):
        return False
    return (not item.get("private") or item.get("author") == actor.id) and (
        "ballot" not in item or item.get("author") == actor.id
    )


def is_late_and_waiting(item: Item | None) -> bool:
    """Whether it is a note that arrived after the end and has not been taken in: it may be seen, but not touched."""
    return item is not None and bool(item.get("late")) and bool(item.get("private"))


def is_mine_now(state: State, item: Item, actor: Actor) -> bool:
    """Whether the item is one of the person's own of the silence that runs."""
    return (
        bool(item.get("private"))
        and item.get("silence") == state.root.get("silence")
        and item.get("author") == actor.id
    )


def is_held_by_silence(state: State, item: Item, actor: Actor) -> bool:
    """In silence one touches only what one wrote in it; those who lead may touch all that they see."""
    return state.root.get("mode") == "silent" and not is_leading(actor) and not is_mine_now(state, item, actor)
