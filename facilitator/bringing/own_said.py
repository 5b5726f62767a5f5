"""Of a board of ours that was written to a file: what was said about its notes and arrows, and what ballots came to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitator.bringing.brought import BroughtBallot, BroughtComment, Listed
from facilitator.bringing.json_text import Object, objects, text_of

MOST_COUNT = 1_000_000


def comments_of(value: Object) -> tuple[list[BroughtComment], list[Listed]]:
    """Each with its answers, and those without a text; an answer goes by the number of what it answers."""
    comments: list[BroughtComment] = []
    skipped: list[Listed] = []
    for row, each in enumerate(objects(value.get("comments")), 1):
        said = [_said(row, answer) for answer in objects(each.get("answers"))]
        comment = _said(row, each, [answer for answer in said if answer.text.strip()])
        if not comment.text.strip():
            skipped += [Listed(row, "row.no_text")] * (1 + len(said))
            continue
        comments.append(comment)
        skipped += [Listed(row, "row.no_text")] * (len(said) - len(comment.answers))
    return comments, skipped


def ballots_of(value: Object) -> tuple[list[BroughtBallot], list[Listed]]:
    """Those that are over; the others have no result."""
    ballots: list[BroughtBallot] = []
    skipped: list[Listed] = []
    for row, each in enumerate(objects(value.get("votes")), 1):
        read = _ballot(row, each)
        if isinstance(read, Listed):
            skipped.append(read)
        else:
            ballots.append(read)
    return ballots, skipped


def unbrought(value: Object, ballots: list[BroughtBallot]) -> Iterator[Listed]:
    """Notes that say of votes in a ballot that does not come."""
    come = {ballot.key for ballot in ballots}
    for row, item in enumerate(objects(value.get("items")), 1):
        votes = item.get("votes")
        if isinstance(votes, dict) and not votes.keys() <= come:
            yield Listed(row, "own.votes")


def _said(row: int, comment: Object, answers: list[BroughtComment] | None = None) -> BroughtComment:
    return BroughtComment(
        row=row,
        key=text_of(comment.get("id")),
        on=text_of(comment.get("on")),
        text=text_of(comment.get("text")),
        at=text_of(comment.get("at")),
        is_resolved=comment.get("resolved") is True,
        answers=answers or [],
    )


def _ballot(row: int, ballot: Object) -> BroughtBallot | Listed:
    if ballot.get("open"):
        return Listed(row, "ballot.still_open", {"title": text_of(ballot.get("title"))[:80]})
    counts = [_count(ballot.get(name)) for name in ("each", "per_note", "voters")]
    sums = ballot.get("sums")
    found = {key: _count(count) for key, count in sums.items()} if isinstance(sums, dict) else {"": None}
    zones = ballot.get("zones")
    if None in (*counts, *found.values()) or not isinstance(ballot.get("secret"), bool):
        return Listed(row, "ballot.sums")
    each, per_note, voters = (count or 0 for count in counts)
    return BroughtBallot(
        row=row,
        key=text_of(ballot.get("ballot")),
        title=text_of(ballot.get("title")),
        over=text_of(ballot.get("over")),
        each=each,
        per_note=per_note,
        zones=list(map(text_of, zones)) if isinstance(zones, list) else [],
        sums={key: count or 0 for key, count in found.items()},
        voters=voters,
        is_secret=ballot["secret"],
    )


def _count(value: Any) -> int | None:
    """A number of people or votes; anything else is none."""
    return value if type(value) is int and 0 <= value <= MOST_COUNT else None
