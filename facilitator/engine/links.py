"""Links between notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.circles import closing
from facilitator.engine.ids import is_id
from facilitator.engine.merged import where
from facilitator.engine.operation import Decision, Operation, Quiet, decides
from facilitator.engine.returning import talk_returning
from facilitator.engine.state import Actor, Item, Refusal, State, put
from facilitator.engine.text import clean_line
from facilitator.engine.touch import decided, removed, restorable, shown, touchable


@dataclass(frozen=True, slots=True, kw_only=True)
class AddLink(Operation):
    """`source` and `target` are `from` and `to` on the wire."""

    type: ClassVar[str] = "link.add"

    link: str
    source: str
    target: str
    kind: str
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLink(Operation):
    type: ClassVar[str] = "link.set"

    link: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveLink(Operation):
    type: ClassVar[str] = "link.remove"

    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreLink(Operation):
    type: ClassVar[str] = "link.restore"

    link: str


@decides(AddLink)
def add_link(state: State, op: AddLink, actor: Actor) -> Decision:
    """Say how one note stands to another. A link that touches something private is private with it."""
    if not is_id(op.link, "link"):
        return Refusal("id.invalid")
    if state.known(op.link) is not None:
        return Refusal("item.exists")
    ends = _ends(state, op.source, op.target, actor)
    if isinstance(ends, Refusal):
        return ends
    wrong = _wrong_kind(state, op.kind, ends) or closing(state, op.kind, (op.source, op.target), actor)
    if wrong is not None:
        return wrong
    link = {"from": op.source, "to": op.target, "kind": op.kind, "author": actor.id}
    if op.label:
        label = clean_line(op.label)
        if isinstance(label, Refusal):
            return label
        link["label"] = label
    if any(end.get("private") for end in ends):
        return Quiet([put(op.link, {**link, "silence": state.board.get("silence"), "private": True})], (actor.id,))
    return [put(op.link, link)]


@decides(SetLink)
def set_link(state: State, op: SetLink, actor: Actor) -> Decision:
    """Change a link's kind, label or state; null removes label and state."""
    link = touchable(state, "link", op.link, actor)
    if isinstance(link, Refusal):
        return link
    fields = dict(op.fields)
    if unknown := set(fields) - {"kind", "label", "state"}:
        return Refusal("field.unknown", {"field": min(unknown)})
    if "kind" in fields:
        between = _between(state, link)
        ends = _ends(state, *between, actor)
        if isinstance(ends, Refusal):
            return ends
        wrong = _wrong_kind(state, fields["kind"], ends)
        if wrong is None and fields["kind"] != link["kind"]:
            wrong = closing(state, fields["kind"], between, actor)
        if wrong is not None:
            return wrong
    if fields.get("state") is not None and fields["state"] not in state.rules.link_states:
        return Refusal("field.wrong", {"field": "state"})
    if fields.get("label") is not None:
        label = (
            clean_line(fields["label"])
            if isinstance(fields["label"], str)
            else Refusal("field.wrong", {"field": "label"})
        )
        if isinstance(label, Refusal):
            return label
        fields["label"] = label
    return decided(op.link, link, fields)


@decides(RemoveLink)
def remove_link(state: State, op: RemoveLink, actor: Actor) -> Decision:
    """Take a link away."""
    return removed(state, "link", op.link, actor)


@decides(RestoreLink)
def restore_link(state: State, op: RestoreLink, actor: Actor) -> Decision:
    """Bring a link back; both its ends must be there, and what came meanwhile must leave room for it."""
    link = restorable(state, "link", op.link, actor)
    if link is None or isinstance(link, Refusal):
        return link or []
    between = _between(state, link)
    ends = _ends(state, *between, actor)
    if isinstance(ends, Refusal):
        return ends
    if circle := closing(state, link["kind"], between, actor):
        return circle
    is_private = any(end.get("private") for end in ends)
    talk = talk_returning(state, {op.link}, actor, is_private=is_private)
    if is_private:
        return Quiet([put(op.link, link), *talk], (actor.id,))
    return [put(op.link, shown(link)), *talk]


def _between(state: State, link: Item) -> tuple[str, str]:
    """The notes that it is between now: an end that went into another is that other."""
    return where(state.items, link["from"]), where(state.items, link["to"])


def _ends(state: State, source: str, target: str, actor: Actor) -> tuple[Item, Item] | Refusal:
    if source == target:
        return Refusal("link.same")
    ends = []
    for note_id in (source, target):
        note = touchable(state, "note", note_id, actor)
        if isinstance(note, Refusal):
            return note
        ends.append(note)
    return ends[0], ends[1]


def _wrong_kind(state: State, kind: str, ends: tuple[Item, Item]) -> Refusal | None:
    rule = state.rules.links.get(kind) if isinstance(kind, str) else None
    if rule is None:
        return Refusal("link.kind")
    for allowed, end in zip((rule.leaves, rule.reaches), ends, strict=True):
        if allowed and end["kind"] not in allowed:
            return Refusal("link.kind")
    return None
