"""Steps: the parts of the run of show, and going from one to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.floor import FloorOperation, wrong_place
from facilitator.engine.ids import is_id
from facilitator.engine.may import MODES
from facilitator.engine.operation import Decision, decides
from facilitator.engine.siblings import Siblings, order_after, order_last, siblings
from facilitator.engine.state import FLOOR, Actor, Item, Refusal, State, put
from facilitator.engine.text import clean_line, clean_words
from facilitator.engine.touch import decided, removed, restorable, touchable

STEP_MODES = tuple(mode for mode in MODES if mode != "closed")
MOST_STEPS = 60
MOST_BOARDS = 60  # of one step: one of everybody's, or one for each group
MOST_MINUTES = 480
INSTRUCTION_POINTS = 300  # a sentence

Words = str | Mapping[str, str]  # as people write them, or {fi, sv, en} where a language may be ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddStep(FloorOperation):
    """after: the step that it follows; None for the last place."""

    type: ClassVar[str] = "step.add"

    step: str
    title: Words
    instruction: Words | None = None
    minutes: int | None = None
    mode: str | None = None
    boards: Sequence[str] | None = None
    focus: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStep(FloorOperation):
    type: ClassVar[str] = "step.set"

    step: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveStep(FloorOperation):
    """after: the step that it will follow; None for the first place."""

    type: ClassVar[str] = "step.move"

    step: str
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveStep(FloorOperation):
    type: ClassVar[str] = "step.remove"

    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreStep(FloorOperation):
    type: ClassVar[str] = "step.restore"

    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoStep(FloorOperation):
    """step: None to be in none, before the first and after the last."""

    type: ClassVar[str] = "step.go"

    step: str | None


@decides(AddStep)
def add_step(state: State, op: AddStep, actor: Actor) -> Decision:
    """A new part of the agenda."""
    if not is_id(op.step, "step"):
        return Refusal("id.invalid")
    if state.known(op.step) is not None:
        return Refusal("item.exists")
    among = _steps(state)
    if len(among) >= MOST_STEPS:
        return Refusal("floor.full", {"limit": MOST_STEPS})
    given = {
        "title": op.title,
        "instruction": op.instruction,
        "minutes": op.minutes,
        "mode": op.mode or "open",
        "boards": op.boards or [],
        "focus": op.focus,
    }
    fields = _checked(given)
    if isinstance(fields, Refusal):
        return fields
    order = order_last(among) if op.after is None else order_after(among, op.after)
    if isinstance(order, Refusal):
        return order
    kept = {name: value for name, value in fields.items() if value is not None}
    return [put(op.step, {**kept, "order": order})]


@decides(SetStep)
def set_step(state: State, op: SetStep, actor: Actor) -> Decision:
    """Change what a part says and asks for. Of the current one too: the boards follow when somebody goes to it anew."""
    step = touchable(state, "step", op.step, actor)
    if isinstance(step, Refusal):
        return step
    fields = _checked(op.fields)
    return fields if isinstance(fields, Refusal) else decided(op.step, step, fields)


@decides(MoveStep)
def move_step(state: State, op: MoveStep, actor: Actor) -> Decision:
    """Put a part elsewhere in the agenda."""
    step = touchable(state, "step", op.step, actor)
    if isinstance(step, Refusal):
        return step
    order = order_after([each for each in _steps(state) if each[0] != op.step], op.after)
    return order if isinstance(order, Refusal) else decided(op.step, step, {"order": order})


@decides(RemoveStep)
def remove_step(state: State, op: RemoveStep, actor: Actor) -> Decision:
    """Take a part away. If it is the current one, none is, until it returns or somebody goes on."""
    return removed(state, "step", op.step, actor)


@decides(RestoreStep)
def restore_step(state: State, op: RestoreStep, actor: Actor) -> Decision:
    """Bring a part back to its place."""
    step = restorable(state, "step", op.step, actor)
    if step is None or isinstance(step, Refusal):
        return step or []
    return [put(op.step, step)]


@decides(GoStep)
def go_step(state: State, op: GoStep, actor: Actor) -> Decision:
    """Go to a part, or to the same one anew: everybody's place is there, and its boards get its mode.

    `went` holds what the boards are to be told, with this operation's id, so that a server that was stopped before it
    told them can tell them later, and no board hears it twice. The last part's timer and summons end.
    """
    ended = {"timer": None, "summon": None}
    if op.step is None:
        return [put(FLOOR, {"step": None, "went": None, **ended})]
    step = touchable(state, "step", op.step, actor)
    if isinstance(step, Refusal):
        return step
    went = {"op": op.id, "mode": step["mode"], "boards": list(step["boards"])}
    return [put(FLOOR, {"step": op.step, "went": went, **ended})]


def _steps(state: State) -> Siblings:
    return siblings(state, lambda item_id, _: item_id.startswith("step:"))


def _checked(given: Item) -> dict[str, Any] | Refusal:
    """The fields of a step as they are kept; null takes one away where there may be none."""
    fields: dict[str, Any] = {}
    for name, value in given.items():
        if value is None and name in ("instruction", "minutes", "focus"):
            fields[name] = None
            continue
        answer = _CHECKS[name](value) if name in _CHECKS else Refusal("field.unknown", {"field": name})
        if isinstance(answer, Refusal):
            return answer
        fields[name] = answer
    return fields


def _title(value: Any) -> Words | Refusal:
    return clean_words(value, clean_line, "title", may_lack=True)


def _instruction(value: Any) -> Words | Refusal:
    return clean_words(value, lambda text: clean_line(text, INSTRUCTION_POINTS), "instruction", may_lack=True)


def _minutes(value: Any) -> int | Refusal:
    if not isinstance(value, int) or isinstance(value, bool):
        return Refusal("field.wrong", {"field": "minutes"})
    return value if 1 <= value <= MOST_MINUTES else Refusal("number.wrong", {"most": MOST_MINUTES})


def _mode(value: Any) -> str | Refusal:
    return str(value) if value in STEP_MODES else Refusal("mode.unknown")


def _boards(value: Any) -> list[str] | Refusal:
    is_list = isinstance(value, Sequence) and not isinstance(value, str) and len(value) <= MOST_BOARDS
    if not is_list or not all(isinstance(each, str) for each in value):
        return Refusal("field.wrong", {"field": "boards"})
    boards = list(dict.fromkeys(value))
    return wrong_place(boards, None) or boards


def _focus(value: Any) -> str | Refusal:
    if not isinstance(value, str):
        return Refusal("field.wrong", {"field": "focus"})
    return wrong_place([], value) or value


_CHECKS = {
    "title": _title,
    "instruction": _instruction,
    "minutes": _minutes,
    "mode": _mode,
    "boards": _boards,
    "focus": _focus,
}
