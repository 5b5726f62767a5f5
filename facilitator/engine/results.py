"""The result of a ballot that was held on another board: it comes closed, with its sums and not one vote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from facilitator.engine.ids import is_id
from facilitator.engine.may import is_seen
from facilitator.engine.operation import Decision, Operation, decides
from facilitator.engine.state import Actor, Refusal, State, put, take_away
from facilitator.engine.votes import NOUN, SECRET_FROM, question_of

MOST_VOTERS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBallot(Operation):
    """As OpenBallot. sums: by note or cluster, how many votes it got; voters: how many people gave one.

    zones: where it was asked; a place that is gone since may be one. secret: whether the sums tell nobody's vote.
    """

    type: ClassVar[str] = "ballot.bring"

    ballot: str
    title: str
    each: int
    per_note: int
    over: str
    sums: Mapping[str, int]
    voters: int
    secret: bool
    zones: Sequence[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveBallot(Operation):
    type: ClassVar[str] = "ballot.remove"

    ballot: str


@decides(BringBallot)
def bring_ballot(state: State, op: BringBallot, actor: Actor) -> Decision:
    """Put down what a ballot came to elsewhere. Nobody votes in it, and it says that it was brought."""
    if not is_id(op.ballot, "ballot"):
        return Refusal("id.invalid")
    if state.known(op.ballot) is not None:
        return Refusal("item.exists")
    if state.board["mode"] == "silent":
        return Refusal("mode.silent")
    asked = question_of(op.title, op.over, op.each, op.per_note)
    if isinstance(asked, Refusal):
        return asked
    if op.zones is not None and not (op.zones and all(is_id(zone, "zone") for zone in op.zones)):
        return Refusal("item.unknown")
    if not _can_be(op):
        return Refusal("ballot.sums")
    if not all(is_id(each, NOUN[op.over]) and is_seen(state.items.get(each), actor) for each in op.sums):
        return Refusal("item.unknown")
    zones = {"zones": list(dict.fromkeys(op.zones))} if op.zones else {}
    result = {"open": False, "sums": dict(sorted(op.sums.items())), "voters": op.voters, "secret": op.secret}
    return [put(op.ballot, asked | zones | result | {"brought": True})]


@decides(RemoveBallot)
def remove_ballot(state: State, op: RemoveBallot, actor: Actor) -> Decision:
    """Take a brought result away again. What was held here stays."""
    if is_id(op.ballot, "ballot") and op.ballot in state.gone:
        return []
    ballot = state.items.get(op.ballot)
    if ballot is None or not is_id(op.ballot, "ballot"):
        return Refusal("item.unknown")
    return [take_away(op.ballot)] if ballot.get("brought") else Refusal("ballot.held")


def _can_be(op: BringBallot) -> bool:
    """Whether so many people with so many votes each can have come to this, and its secrecy is told as it is."""
    counts = list(op.sums.values())
    return (
        0 <= op.voters <= MOST_VOTERS
        and all(type(count) is int and 1 <= count <= op.voters * op.per_note for count in counts)
        and sum(counts) <= op.voters * op.each
        and op.secret == (op.voters >= SECRET_FROM)
    )
