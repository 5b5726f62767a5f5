"""What each ballot put first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Äänestys {ballot}, eniten ääniä ({n}): {first}.",
    "sv": "Omröstningen {ballot}, flest röster ({n}): {first}.",
    "en": "Ballot {ballot}, most votes ({n}): {first}.",
}


def most_voted(draft: Mapping[str, Any]) -> list[Insight]:
    """One for each closed ballot; those with equally many votes are named together, in reading order."""
    return [_first(ballot, draft) for ballot in draft["votes"] if ballot["sums"]]


def _first(ballot: Mapping[str, Any], draft: Mapping[str, Any]) -> Insight:
    most = max(ballot["sums"].values())
    words = {item["id"]: item["text"] for item in draft["items"]}
    words |= {cluster["id"]: cluster["title"] for cluster in draft["clusters"]}
    first = [item_id for item_id in words if ballot["sums"].get(item_id) == most]
    members = {cluster["id"]: cluster["notes"] for cluster in draft["clusters"]}
    text = {
        each: TEXT[each].format(
            ballot=quoted(ballot["title"], each), n=most, first=", ".join(quoted(words[one], each) for one in first)
        )
        for each in LANGUAGES
    }
    return insight("most_voted", most, text, (note for one in first for note in members.get(one, [one])))
