"""Which data does not move by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Tieto ei siirry itsestään: {what}.",
    "sv": "Uppgifter överförs inte av sig själva: {what}.",
    "en": "Data does not move by itself: {what}.",
}
WHAT = {
    "manual": {"fi": "käsin {n}", "sv": "för hand {n}", "en": "by hand {n}"},
    "missing": {"fi": "ei lainkaan {n}", "sv": "inte alls {n}", "en": "not at all {n}"},
}


def data_by_hand(draft: Mapping[str, Any]) -> list[Insight]:
    """The flows of which somebody said that they are carried by hand, or missing."""
    found = {
        state: [
            item["id"]
            for item in draft["items"]
            if item["entity"] == "data_flows" and item["fields"].get("state") == state
        ]
        for state in WHAT
    }
    behind = [note for notes in found.values() for note in notes]
    if not behind:
        return []
    text = {
        each: TEXT[each].format(
            what=", ".join(WHAT[state][each].format(n=len(notes)) for state, notes in found.items() if notes)
        )
        for each in LANGUAGES
    }
    return [insight("data_by_hand", len(behind), text, behind)]
