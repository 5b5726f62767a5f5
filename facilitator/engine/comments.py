"""Comments on notes and links, one level deep: a comment, and what is answered to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from facilitator.engine.ids import is_id, noun_of
from facilitator.engine.may import is_mine_now, is_seen, is_writer_or_leads
from facilitator.engine.merged import where
from facilitator.engine.operation import Decision, Operation, Quiet, decides, decides_in_time
from facilitator.engine.returning import talk_returning
from facilitator.engine.state import Actor, Item, Refusal, State, put, stamp
from facilitator.engine.talk import is_talked_of
from facilitator.engine.text import clean
from facilitator.engine.touch import decided, removed, restorable, shown, to_whom, touchable

MOST_COMMENTS = 5_000
CLOCKS_APART = timedelta(hours=1)
_AT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddComment(Operation):
    """`on`: a note, a link, or the comment that it answers."""

    type: ClassVar[str] = "comment.add"

    comment: str
    on: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BringComment(Operation):
    """As AddComment. at: when it was said, where it is known; resolved: whether what it raised is dealt with."""

    type: ClassVar[str] = "comment.bring"

    comment: str
    on: str
    text: str
    at: str | None = None
    resolved: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteComment(Operation):
    type: ClassVar[str] = "comment.write"

    comment: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveComment(Operation):
    type: ClassVar[str] = "comment.remove"

    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreComment(Operation):
    type: ClassVar[str] = "comment.restore"

    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveComment(Operation):
    type: ClassVar[str] = "comment.resolve"

    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenComment(Operation):
    type: ClassVar[str] = "comment.reopen"

    comment: str


@decides_in_time(AddComment)
def add_comment(state: State, op: AddComment, actor: Actor, now: datetime) -> Decision:
    """Say something about a note or a link, or answer. In silence it is its author's alone until it is shown."""
    comment = _begun(state, op, actor)
    if isinstance(comment, Refusal):
        return comment
    if not comment.get("private"):
        comment["at"] = stamp(now)
        if state.board["authors"] == "organisations":
            comment["organisation"] = actor.organisation
    return _put(op.comment, comment)


@decides_in_time(BringComment)
def bring_comment(state: State, op: BringComment, actor: Actor, now: datetime) -> Decision:
    """What somebody said on another board, and when. Whoever brings it did not say it, and does not change it."""
    comment = _begun(state, op, actor)
    if isinstance(comment, Refusal):
        return comment
    if op.at is not None and not _is_past(op.at, now):
        return Refusal("field.wrong", {"field": "at"})
    if op.resolved and noun_of(op.on) == "comment":
        return Refusal("comment.answer")
    return _put(op.comment, comment | {"at": op.at, "brought": True, "resolved": op.resolved or None})


@decides(WriteComment)
def write_comment(state: State, op: WriteComment, actor: Actor) -> Decision:
    """Change one's own words; nobody changes another's."""
    comment = _talked(state, op.comment, actor)
    if isinstance(comment, Refusal):
        return comment
    if comment.get("author") != actor.id or comment.get("brought"):
        return Refusal("comment.not_yours")
    if comment.get("erased"):
        return Refusal("comment.erased")
    text = clean(op.text)
    if isinstance(text, Refusal):
        return text
    return decided(op.comment, comment, {"text": text, "edited": True} if text != comment["text"] else {})


@decides(RemoveComment)
def remove_comment(state: State, op: RemoveComment, actor: Actor) -> Decision:
    """Take a comment away; its answers leave with it, and return with it."""
    comment = state.items.get(op.comment)
    if comment is not None and is_seen(comment, actor) and not is_writer_or_leads(comment, actor):
        return Refusal("comment.not_yours")
    return removed(state, "comment", op.comment, actor)


@decides(RestoreComment)
def restore_comment(state: State, op: RestoreComment, actor: Actor) -> Decision:
    """Bring a comment back, with its answers; what it is about must be there."""
    comment = restorable(state, "comment", op.comment, actor)
    if comment is None or isinstance(comment, Refusal):
        return comment or []
    if not is_writer_or_leads(comment, actor):
        return Refusal("comment.not_yours")
    about = _about(state, where(state.items, comment["on"]), actor)
    if isinstance(about, Refusal):
        return about
    if comment.get("private") and (is_mine_now(state, comment, actor) or about.get("private")):
        talk = talk_returning(state, {op.comment}, actor, is_private=True)
        return Quiet([put(op.comment, comment), *talk], (actor.id,))
    return [put(op.comment, shown(comment)), *talk_returning(state, {op.comment}, actor, is_private=False)]


@decides(ResolveComment)
def resolve_comment(state: State, op: ResolveComment, actor: Actor) -> Decision:
    """Say that what was raised is dealt with; everybody may who may comment."""
    return _settled(state, op.comment, actor, is_resolved=True)


@decides(ReopenComment)
def reopen_comment(state: State, op: ReopenComment, actor: Actor) -> Decision:
    """Say that it is not."""
    return _settled(state, op.comment, actor, is_resolved=False)


def _begun(state: State, op: AddComment | BringComment, actor: Actor) -> dict[str, Any] | Refusal:
    """The comment, but for when it was said; in silence, or on what is private, its author's alone."""
    if not is_id(op.comment, "comment"):
        return Refusal("id.invalid")
    if state.known(op.comment) is not None:
        return Refusal("item.exists")
    if state.comments >= MOST_COMMENTS:
        return Refusal("board.full", {"limit": MOST_COMMENTS})
    about = _about(state, op.on, actor)
    if isinstance(about, Refusal):
        return about
    text = clean(op.text)
    if isinstance(text, Refusal):
        return text
    comment: dict[str, Any] = {"on": op.on, "text": text, "author": actor.id}
    silence = state.board.get("silence")
    if silence is not None or about.get("private"):
        comment |= {"silence": silence or about.get("silence"), "private": True}
    return comment


def _put(comment_id: str, comment: Item) -> Decision:
    return to_whom([put(comment_id, {name: value for name, value in comment.items() if value is not None})], comment)


def _is_past(at: str, now: datetime) -> bool:
    """Whether it is a time as events carry it, and not to come; another installation's clock may go a little wrong."""
    try:
        return _AT.fullmatch(at) is not None and datetime.fromisoformat(at).astimezone(UTC) <= now + CLOCKS_APART
    except ValueError:
        return False


def _settled(state: State, comment_id: str, actor: Actor, *, is_resolved: bool) -> Decision:
    comment = _talked(state, comment_id, actor)
    if isinstance(comment, Refusal):
        return comment
    if noun_of(comment["on"]) == "comment":
        return Refusal("comment.answer")
    return decided(comment_id, comment, {"resolved": is_resolved or None})


def _talked(state: State, comment_id: str, actor: Actor) -> Item | Refusal:
    """The comment, if this person may touch it and what it is about is there."""
    comment = touchable(state, "comment", comment_id, actor)
    if not isinstance(comment, Refusal) and not is_talked_of(state.items, comment["on"]):
        return Refusal("item.gone")
    return comment


def _about(state: State, item_id: str, actor: Actor) -> Item | Refusal:
    """What somebody wants to say something about, if they see it; to an answer there is no answer."""
    item = state.items.get(item_id)
    if noun_of(item_id) not in ("note", "link", "comment"):
        return Refusal("item.unknown")
    if item is None or not is_seen(item, actor):
        return Refusal("item.gone" if is_seen(state.gone.get(item_id), actor) else "item.unknown")
    if not is_talked_of(state.items, item_id):
        return Refusal("item.gone")
    if noun_of(item_id) == "comment" and noun_of(item["on"]) == "comment":
        return Refusal("comment.answer")
    return item
