"""One batch of a room: all operations that came, decided in order on a draft."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from facilitator.engine import Actor, Event, Refusal, State, decide
from facilitator.faults import told
from facilitator.live.log import FORGOTTEN, Entry, Key
from facilitator.live.wishes import Again, Answer, Refused, Wish

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one person sent at once. reply: gets the answers in the same order, or None when nothing was saved."""

    actor: Actor  # of a person only the id counts: the role is read anew for every batch
    wishes: Sequence[Wish]
    reply: Callable[[list[Answer] | None], None]


@dataclass(frozen=True, slots=True)
class Answered:
    """What an operation got, and the digest that tells a retry from another payload."""

    answer: Event | Refused
    digest: str


@dataclass(slots=True)
class Decided:
    """A batch after deciding: the state that follows, the events to store, the answers for each bundle."""

    draft: State
    entries: list[Entry] = field(default_factory=list)
    answers: list[list[Answer]] = field(default_factory=list)
    refused: dict[Key, Answered] = field(default_factory=dict)  # refused now, not earlier


def decide_all(
    draft: State,
    bundles: Sequence[Bundle],
    actors: Mapping[str, Actor | None],
    before: Mapping[Key, Answered],
    now: datetime,
) -> Decided:
    """Decide every operation after those before it. before: what repeated operations got.

    actors: the persons' rights of this moment; None for whom there is no such board.
    """
    decided = Decided(draft)
    known: dict[Key, Answered] = {}
    for bundle in bundles:
        person = bundle.actor.id
        answers: list[Answer] = []
        for wish in bundle.wishes:
            key = (person, wish.id)
            earlier = known.get(key) or before.get(key)
            if earlier is not None:
                answers.append(_repeated(earlier, wish))
                continue
            answer = _decide(draft, wish, actors[person], now)
            known[key] = Answered(answer, wish.digest)
            if isinstance(answer, Event):
                draft.absorb(answer)
                decided.entries.append(Entry(answer, wish.digest))
            else:
                decided.refused[key] = known[key]
            answers.append(answer)
        decided.answers.append(answers)
    return decided


def _repeated(earlier: Answered, wish: Wish) -> Answer:
    """The same id again: what it got then, or `op.reused` where it says something else now (P1.4)."""
    if earlier.digest not in (FORGOTTEN, wish.digest):
        return Refused(wish.id, "op.reused")
    return Again(earlier.answer) if isinstance(earlier.answer, Event) else earlier.answer


def _decide(draft: State, wish: Wish, actor: Actor | None, now: datetime) -> Event | Refused:
    if actor is None:
        return Refused(wish.id, "not.there")
    try:
        answer = decide(draft, wish.operation, actor, now)
    except Exception as fault:  # one operation that we cannot handle must not hold up everybody's
        logger.error("an operation failed", extra={"type": wish.operation.type, "fault": told(fault)})
        return Refused(wish.id, "op.failed")
    return Refused(wish.id, answer.code, answer.detail) if isinstance(answer, Refusal) else answer
