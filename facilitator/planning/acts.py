"""A large act on a board: tried first, done a little at a time so that others have their turn, and found again.

It goes to the room in slices; each is durable before the next begins. Ids of operations come from the id of the act, so
one that broke off is known by what it did, and the rest of it can follow.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from flask import current_app

from facilitator.bringing import Listed
from facilitator.bringing.plan import operation_id
from facilitator.engine import Actor, Event, State, decide
from facilitator.live import log, rooms
from facilitator.live.limits import LONGEST_REST, TURN
from facilitator.live.schemas import read_operations
from facilitator.live.wishes import Refused
from facilitator.models.base import now

Step = tuple[int, dict[str, Any]]  # the row that it comes from, and the operation
Done = Mapping[str, Event]  # by the id of the operation
T = TypeVar("T")

CHUNK = 100  # operations that are looked for at once
NONE_ASIDE: Mapping[str, Listed] = {}


@dataclass(slots=True)
class Tried:
    """Operations that the board takes or has taken, and what it says of the others."""

    operations: list[Step] = field(default_factory=list)
    skipped: list[Listed] = field(default_factory=list)
    remarks: list[Listed] = field(default_factory=list)


def try_steps(
    state: State, steps: Sequence[Step], actor: Actor, done: Done, aside: Mapping[str, Listed] = NONE_ASIDE
) -> Tried:
    """Decide each on a copy, one after another. What rests on a note that was refused is refused with it.

    aside: by its id, of an operation that is nothing of the file by itself, what is said where it is refused.
    """
    draft, tried, at = state.copy(), Tried(), now()
    for some in _slices(steps):
        for (row, sent), wish in zip(some, read_operations([sent for _, sent in some]), strict=True):
            if sent["id"] in done:
                tried.operations.append((row, sent))
                continue
            answer = wish if isinstance(wish, Refused) else decide(draft, wish.operation, actor, at)
            if isinstance(answer, Event):
                draft.absorb(answer)
                tried.operations.append((row, sent))
            elif sent["id"] in aside:
                tried.remarks.append(aside[sent["id"]])
            else:
                tried.skipped.append(Listed(row, answer.code, dict(answer.detail)))
        _sleep()(0)
    return tried


def do(
    document: str,
    operations: Sequence[dict[str, Any]],
    actor: Actor,
    heard: Callable[[int], object] = lambda _count: None,
) -> list[dict[str, Any] | Refused]:
    """Hand them in, a slice at a time. heard: told after each how many are durable. As `rooms.submit`."""
    answers: list[dict[str, Any] | Refused] = []
    for some in _slices(operations):
        began = time.monotonic()
        answers += rooms.submit(document, some, actor)
        heard(len(answers))
        if len(answers) < len(operations):
            _sleep()(min(time.monotonic() - began, LONGEST_REST))
    return answers


def done_of(document: str, actor: Actor, act: str) -> dict[str, Event]:
    """What the act has done, in its order."""
    workings = current_app.extensions["live"].workings
    done: dict[str, Event] = {}
    first = 0
    while True:
        keys = [(actor.id, operation_id(act, number)) for number in range(first, first + CHUNK)]
        with workings.reading() as connection:
            found = log.find(connection, document, keys)
        done |= {key[1]: found[key].event for key in keys if key in found}
        if not found:
            return done
        first += CHUNK
        _sleep()(0)


def _slices(all_of: Sequence[T]) -> Iterator[Sequence[T]]:
    return (all_of[first : first + TURN] for first in range(0, len(all_of), TURN))


def _sleep() -> Callable[[float], object]:
    found: Callable[[float], object] = current_app.extensions["live"].workings.sleep
    return found
