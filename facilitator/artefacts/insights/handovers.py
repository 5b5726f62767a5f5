"""How often a service path hands the customer to another organisation, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from facilitator.artefacts.insights.path import owners, same, titles
from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES

NONE = {
    "fi": "Asiakas asioi koko ajan saman organisaation kanssa.",
    "sv": "Kunden har att göra med samma organisation hela vägen.",
    "en": "The customer deals with the same organisation all the way.",
}
ONE = {
    "fi": "Asiakas siirtyy organisaatiosta toiseen kerran: {where}.",
    "sv": "Kunden byter organisation en gång: {where}.",
    "en": "The customer changes organisation once: {where}.",
}
MANY = {
    "fi": "Asiakas siirtyy organisaatiosta toiseen {n} kertaa: {where}.",
    "sv": "Kunden byter organisation {n} gånger: {where}.",
    "en": "The customer changes organisation {n} times: {where}.",
}


def borders(owners: Sequence[str | None]) -> int:
    """How many times the path goes from one organisation to another.

    owners: who is responsible, in path order; None where nobody is named yet, which counts as no border: an unknown
    owner must not look like a handover.

    >>> borders(["kela", "kela", None, "espoo", "dvv"])
    2
    """
    return sum(before != after for before, after in pairwise(filter(None, owners)))


def handovers(draft: Mapping[str, Any]) -> list[Insight]:
    """Said once at least two owners are named. A border is told with the phase in which the next one takes over."""
    named = owners(draft)
    if len(named) < 2:
        return []
    count = borders([same(owner["text"]) for owner in named])
    crossed = [pair for pair in pairwise(named) if same(pair[0]["text"]) != same(pair[1]["text"])]
    phases = titles(draft)
    text = {
        each: (NONE if not count else ONE if count == 1 else MANY)[each].format(
            n=count,
            where=", ".join(
                f"{quoted(before['text'], each)} → {quoted(after['text'], each)} "
                f"({quoted(phases[after['place']['phase']], each)})"
                for before, after in crossed
            ),
        )
        for each in LANGUAGES
    }
    return [insight("handovers", count, text, (owner["id"] for owner in named))]
