"""Ballots and votes. Who voted for what reaches nobody; after the ballot, only the sums do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from facilitator.engine.ids import is_id
from facilitator.engine.may import is_seen
from facilitator.engine.merged import keepers
from facilitator.engine.operation import Decision, Operation, Quiet, decides
from facilitator.engine.state import Actor, Item, Refusal, State, put, take_away
from facilitator.engine.text import clean_line

MOST_VOTES = 50
SECRET_FROM = 5  # sums of fewer voters than this say that they are not secret
NOUN = {"notes": "note", "clusters": "cluster"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBallot(Operation):
    """each: votes a person has; per_note: how many of them may go to one; over: notes or clusters."""

    type: ClassVar[str] = "ballot.open"

    ballot: str
    title: str
    each: int
    per_note: int
    over: str
    zones: Sequence[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseBallot(Operation):
    type: ClassVar[str] = "ballot.close"

    ballot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CastVote(Operation):
    """note: the id of a note, or of a cluster where the ballot is over clusters."""

    type: ClassVar[str] = "vote.cast"

    vote: str
    ballot: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawVote(Operation):
    type: ClassVar[str] = "vote.withdraw"

    vote: str


@decides(OpenBallot)
def open_ballot(state: State, op: OpenBallot, actor: Actor) -> Decision:
    """Ask the room to choose. One ballot at a time, and none while people write in silence."""
    if not is_id(op.ballot, "ballot"):
        return Refusal("id.invalid")
    if state.known(op.ballot) is not None:
        return Refusal("item.exists")
    if state.board["mode"] == "silent" or state.board.get("ended"):
        return Refusal("mode.ended" if state.board.get("ended") else "mode.silent")
    if any(item.get("open") for item_id, item in state.items.items() if item_id.startswith("ballot:")):
        return Refusal("ballot.other_open")
    asked = question_of(op.title, op.over, op.each, op.per_note)
    if isinstance(asked, Refusal):
        return asked
    ballot = asked | {"open": True}
    if op.zones is not None:
        if not all(is_id(zone, "zone") and zone in state.items for zone in op.zones) or not op.zones:
            return Refusal("item.unknown")
        ballot["zones"] = list(dict.fromkeys(op.zones))
    return [put(op.ballot, ballot)]


@decides(CloseBallot)
def close_ballot(state: State, op: CloseBallot, actor: Actor) -> Decision:
    """End the ballot. Its event carries the sums, nothing earlier does."""
    ballot = state.items.get(op.ballot)
    if ballot is None or not is_id(op.ballot, "ballot"):
        return Refusal("item.unknown")
    if not ballot["open"]:
        return []
    cast = _counted(state, op.ballot, ballot)
    sums = Counter(target for _, target in cast)
    voters = len({voter for voter, _ in cast})
    result = {"open": False, "sums": dict(sorted(sums.items())), "voters": voters, "secret": voters >= SECRET_FROM}
    return [put(op.ballot, {**ballot, **result})]


@decides(CastVote)
def cast_vote(state: State, op: CastVote, actor: Actor) -> Decision:
    """Give one vote. Only its giver ever sees it."""
    if not is_id(op.vote, "vote"):
        return Refusal("id.invalid")
    if state.known(op.vote) is not None:
        return Refusal("item.exists")
    ballot = state.items.get(op.ballot)
    if ballot is None or not is_id(op.ballot, "ballot"):
        return Refusal("item.unknown")
    if not ballot["open"]:
        return Refusal("ballot.closed")
    target = state.items.get(op.note)
    if not is_seen(target, actor) or not is_id(op.note, NOUN[ballot["over"]]):
        return Refusal("item.gone" if is_seen(state.gone.get(op.note), actor) else "item.unknown")
    if target is not None and not _is_within(state, target, ballot):
        return Refusal("vote.outside")
    mine = [given for voter, given in _counted(state, op.ballot, ballot) if voter == actor.id]
    if len(mine) >= ballot["each"]:
        return Refusal("vote.none_left", {"limit": ballot["each"]})
    if mine.count(op.note) >= ballot["per_note"]:
        return Refusal("vote.per_note", {"limit": ballot["per_note"]})
    return Quiet([put(op.vote, {"ballot": op.ballot, "note": op.note, "author": actor.id})], (actor.id,))


@decides(WithdrawVote)
def withdraw_vote(state: State, op: WithdrawVote, actor: Actor) -> Decision:
    """Take one's own vote back while the ballot is open."""
    vote = state.items.get(op.vote)
    if vote is None or not is_id(op.vote, "vote") or vote["author"] != actor.id:
        was_mine = is_id(op.vote, "vote") and state.gone.get(op.vote, {}).get("author") == actor.id
        return Quiet([], (actor.id,)) if was_mine else Refusal("item.unknown")
    if not state.items[vote["ballot"]]["open"]:
        return Refusal("ballot.closed")
    return Quiet([take_away(op.vote)], (actor.id,))


def question_of(title: str, over: str, each: int, per_note: int) -> dict[str, Any] | Refusal:
    """What a ballot asks, and how many votes each has for it, as it is kept."""
    cleaned = clean_line(title)
    if isinstance(cleaned, Refusal):
        return cleaned
    if not 1 <= per_note <= each <= MOST_VOTES:
        return Refusal("number.wrong", {"most": MOST_VOTES})
    if over not in NOUN:
        return Refusal("field.wrong", {"field": "over"})
    return {"title": cleaned, "each": each, "per_note": per_note, "over": over}


def _counted(state: State, ballot_id: str, ballot: Item) -> list[tuple[str, str]]:
    """The votes that count, as (who, for what), in the order in which they were given.

    A vote counts for what the thing that it was given to has become. Of one person's, no more count than they may give
    to one thing, and than they have: where two things became one, the rest is theirs to give again.
    """
    kept = keepers(state.items)
    counted: list[tuple[str, str]] = []
    spent: Counter[str | tuple[str, str]] = Counter()
    for item_id, vote in state.items.items():
        if not item_id.startswith("vote:") or vote["ballot"] != ballot_id:
            continue
        voter, target = vote["author"], vote["note"] if vote["note"] in state.items else kept.get(vote["note"])
        if target is None or spent[voter] >= ballot["each"] or spent[voter, target] >= ballot["per_note"]:
            continue
        spent.update((voter, (voter, target)))
        counted.append((voter, target))
    return counted


def _is_within(state: State, target: Item, ballot: Item) -> bool:
    """Whether the ballot asks about this one. A phase or a lane stands for its cells."""
    zones = ballot.get("zones")
    if zones is None or ballot["over"] == "clusters":
        return True
    zone = state.items.get(target["zone"], {})
    return any(place in zones for place in (target["zone"], zone.get("phase"), zone.get("lane")))
