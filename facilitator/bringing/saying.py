"""What was said of a file's notes and arrows, and what its ballots came to, as operations on the board they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from facilitator.bringing.brought import BroughtBallot, BroughtComment, Listed
from facilitator.engine.ids import is_id

Step = tuple[int, str, dict[str, Any]]  # the row, the operation's type, its members
Ids = Mapping[str, str]  # by what the file calls something, what it is here


def comment_steps(comment: BroughtComment, there: Ids, new_id: Callable[[str, str], str]) -> Iterator[Step | Listed]:
    """The comment and its answers. there: notes and arrows. new_id: of a noun and what the file calls it."""
    on = there.get(comment.on)
    if on is None:
        for _ in range(1 + len(comment.answers)):
            yield Listed(comment.row, "comment.dangling")
        return
    head = new_id("comment", comment.key)
    resolved = {"resolved": True} if comment.is_resolved else {}
    yield _bring(comment, head, on, resolved)
    for answer in comment.answers:
        yield _bring(answer, new_id("comment", answer.key), head, {})


def ballot_step(ballot: BroughtBallot, there: Ids, zones: Ids, new_id: Callable[[str, str], str]) -> Step | Listed:
    """there: notes, or themes. zones: a place that the file does not know any more keeps its name."""
    if not ballot.sums.keys() <= there.keys():
        return Listed(ballot.row, "ballot.elsewhere")
    members: dict[str, Any] = {
        "ballot": new_id("ballot", ballot.key),
        "title": ballot.title,
        "each": ballot.each,
        "per_note": ballot.per_note,
        "over": ballot.over,
        "sums": {there[key]: count for key, count in ballot.sums.items()},
        "voters": ballot.voters,
        "secret": ballot.is_secret,
    }
    asked = [zones.get(zone, zone) for zone in ballot.zones]
    if not all(is_id(zone, "zone") for zone in asked):
        return Listed(ballot.row, "ballot.elsewhere")
    return ballot.row, "ballot.bring", members | ({"zones": asked} if asked else {})


def _bring(comment: BroughtComment, comment_id: str, on: str, more: dict[str, Any]) -> Step:
    at = {"at": comment.at} if comment.at else {}
    return comment.row, "comment.bring", {"comment": comment_id, "on": on, "text": comment.text, **at, **more}
