"""What changed since the version before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.comparing import MARKS, compare
from facilitator.artefacts.insights.sentence import Insight, insight
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Edellisen version ({version}) jälkeen: {what}.",
    "sv": "Sedan förra versionen ({version}): {what}.",
    "en": "Since the last version ({version}): {what}.",
}
WHAT = {
    "added": {"fi": "uusia lappuja {n}", "sv": "nya lappar {n}", "en": "new notes {n}"},
    "removed": {"fi": "poistettuja {n}", "sv": "borttagna {n}", "en": "removed {n}"},
    "moved": {"fi": "siirrettyjä {n}", "sv": "flyttade {n}", "en": "moved {n}"},
    "changed": {"fi": "muutettuja {n}", "sv": "ändrade {n}", "en": "changed {n}"},
    "links": {"fi": "muuttuneita suhteita {n}", "sv": "ändrade relationer {n}", "en": "changed relations {n}"},
}


def changed_since(draft: Mapping[str, Any], before: Mapping[str, Any]) -> list[Insight]:
    """A note that both moved and says something else counts as both. Behind it are those that are still there."""
    found = compare(before, draft, is_one_board=True)
    counts = {mark: len(found.of(mark)) for mark in MARKS} | {"links": len(found.links)}
    told = {what: count for what, count in counts.items() if count}
    if not told:
        return []
    text = {
        each: TEXT[each].format(
            version=before["version"], what=", ".join(WHAT[what][each].format(n=n) for what, n in told.items())
        )
        for each in LANGUAGES
    }
    touched = [pair.now["id"] for pair in found.pairs if pair.now and pair.marks]
    return [insight("changed_since", sum(told.values()), text, touched)]
