"""The agenda of a workshop, part by part: each change is an operation on the floor by the person who makes it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitator.config import LANGUAGES
from facilitator.engine import Actor, floor_of
from facilitator.engine.state import Item, State
from facilitator.engine.steps import INSTRUCTION_POINTS, MOST_MINUTES, STEP_MODES
from facilitator.errors import Conflict, Invalid, NotAllowed, NotThere, Problem
from facilitator.live import rooms
from facilitator.live.wishes import Refused
from facilitator.models import Workshop, WorkshopStatus
from facilitator.planning.floor import ensure_floor
from facilitator.planning.wording import Bound, cleaned, refusal_of
from facilitator.planning.zones import shared_zones

PART_TITLE = Bound(200, is_optional=True)
SENTENCE = Bound(INSTRUCTION_POINTS, is_optional=True)
_BY_CODE: dict[str, type[Problem]] = {
    "not.there": NotThere,
    "not.allowed": NotAllowed,
    "item.unknown": NotThere,
    "item.gone": Conflict,
    "floor.full": Conflict,
}


@dataclass(frozen=True)
class Agenda:
    """Parts by id in their order, those that were removed, and the id of the part that is going on."""

    parts: Sequence[tuple[str, Item]] = ()
    removed: Sequence[tuple[str, Item]] = ()
    current: str | None = None


@dataclass(frozen=True, kw_only=True)
class Part:
    """What people plan of a part. title and instruction: by language, where one or two may be empty; no instruction at
    all is none. focus: the id of a zone on one of the boards; empty: none."""

    title: Mapping[str, str]
    instruction: Mapping[str, str] = field(default_factory=dict)
    minutes: int | None = None
    mode: str = "open"
    boards: Sequence[str] = ()
    focus: str = ""


def agenda_of(workshop: Workshop) -> Agenda:
    """What is planned now. A workshop that is older than floors has no agenda."""
    try:
        state = rooms.state(floor_of(workshop.id))
    except NotThere:
        return Agenda()
    return Agenda(_steps(state.items), _steps(state.gone), _current(state))


def part_of(workshop: Workshop, step: str) -> Item:
    """One part as it is kept. Raises NotThere."""
    found = dict(agenda_of(workshop).parts).get(step)
    if found is None:
        raise NotThere
    return found


def add_part(workshop: Workshop, by: str, part: Part) -> str:
    """Add a part at the end; its id. by: a person's id. Raises Invalid field by field, Conflict."""
    step = f"step:{uuid.uuid4()}"
    members = {name: value for name, value in _fields(workshop, part).items() if value is not None}
    _do(workshop, by, {"type": "step.add", "step": step, **members})
    return step


def change_part(workshop: Workshop, by: str, step: str, part: Part) -> None:
    """Change what a part says and asks for."""
    _do(workshop, by, {"type": "step.set", "step": step, "fields": _fields(workshop, part)})


def move_part(workshop: Workshop, by: str, step: str, is_up: bool) -> None:
    """Let a part change places with the one before it, or after it. At the end of the list it stays."""
    order = [step_id for step_id, _ in agenda_of(workshop).parts]
    if step not in order:
        raise NotThere
    place = order.index(step) + (-1 if is_up else 1)
    if not 0 <= place < len(order):
        return
    order.remove(step)
    _do(workshop, by, {"type": "step.move", "step": step, "after": order[place - 1] if place else None})


def remove_part(workshop: Workshop, by: str, step: str) -> None:
    """Take a part away; it can be restored."""
    _do(workshop, by, {"type": "step.remove", "step": step})


def restore_part(workshop: Workshop, by: str, step: str) -> None:
    """Bring a part back to where it was."""
    _do(workshop, by, {"type": "step.restore", "step": step})


def _steps(items: Mapping[str, Item]) -> list[tuple[str, Item]]:
    found = [(item_id, item) for item_id, item in items.items() if item_id.startswith("step:")]
    return sorted(found, key=lambda each: (each[1]["order"], each[0]))


def _current(state: State) -> str | None:
    step: str | None = state.root.get("step")
    return step if step in state.items else None


def _do(workshop: Workshop, by: str, operation: dict[str, Any]) -> None:
    """Hand one operation in for this person. Raises what its refusal means here."""
    if workshop.status == WorkshopStatus.CLOSED:
        raise Conflict("workshop.closed")
    wanted = {"id": str(uuid.uuid4()), **operation}
    (answer,) = rooms.submit(ensure_floor(workshop), [wanted], Actor(by, "facilitator"))  # rights are read there
    if isinstance(answer, Refused):
        raise _BY_CODE.get(answer.code, Invalid)(answer.code, **answer.detail)


def _fields(workshop: Workshop, part: Part) -> dict[str, Any]:
    """A part's fields as `step.set` takes them. Raises Invalid with every field that is wrong."""
    refused: dict[str, tuple[str, dict[str, Any]]] = {}
    title = _in_languages("title", part.title, PART_TITLE, refused)
    instruction = _in_languages("instruction", part.instruction, SENTENCE, refused)
    if not any(title.values()) and not refused.keys() & {f"title_{each}" for each in LANGUAGES}:
        refused[f"title_{LANGUAGES[0]}"] = ("title.missing", {})
    if part.minutes is not None and not 1 <= part.minutes <= MOST_MINUTES:
        refused["minutes"] = ("number.out_of_range", {"least": 1, "most": MOST_MINUTES})
    if part.mode not in STEP_MODES:
        refused["mode"] = ("choice.unknown", {})
    boards = [board for board in workshop.boards if board.id in part.boards]
    if len(boards) != len(set(part.boards)):
        refused["boards"] = ("choice.unknown", {})
    if part.focus and part.focus not in shared_zones(boards):
        refused["focus"] = ("focus.elsewhere", {})
    if refused:
        raise refusal_of(refused)
    return {
        "title": title,
        "instruction": instruction if any(instruction.values()) else None,
        "minutes": part.minutes,
        "mode": part.mode,
        "boards": [board.id for board in boards],
        "focus": part.focus or None,
    }


def _in_languages(
    name: str, words: Mapping[str, str], bound: Bound, refused: dict[str, tuple[str, dict[str, Any]]]
) -> dict[str, str]:
    try:
        kept = cleaned(**{f"{name}_{each}": (words.get(each), bound) for each in LANGUAGES})
    except Invalid as problem:
        refused |= problem.detail["fields"]
        return dict.fromkeys(LANGUAGES, "")
    return {each: kept[f"{name}_{each}"] for each in LANGUAGES}
