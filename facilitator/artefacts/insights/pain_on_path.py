"""Where on a path the pain sits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.votes import total
from facilitator.artefacts.words import LANGUAGES

UNKNOWN_SEVERITY = 3  # the middle of the scale: what nobody graded neither hides nor stands out
TEXT = {
    "fi": "Eniten kipua on vaiheessa {phase}: {share} % kipupisteiden äänistä vakavuudella painotettuna.",
    "sv": "Mest ont gör fasen {phase}: {share} % av smärtpunkternas röster, vägda med allvarlighetsgrad.",
    "en": "It hurts most in the phase {phase}: {share}% of the votes for pain points, weighted by severity.",
}


def weight(pain: Mapping[str, Any]) -> int:
    """Votes × severity."""
    return total(pain) * int(pain["fields"].get("severity", UNKNOWN_SEVERITY))


def pain_on_path(draft: Mapping[str, Any]) -> list[Insight]:
    """The heaviest phase; of equals the earlier. Said when pain points on the path have got votes."""
    pains = [item for item in draft["items"] if item["entity"] == "pain_points" and "phase" in item["place"]]
    weights: dict[str, int] = {}
    for pain in pains:
        weights[pain["place"]["phase"]] = weights.get(pain["place"]["phase"], 0) + weight(pain)
    whole = sum(weights.values())
    if not whole:
        return []
    heaviest = max(weights, key=weights.__getitem__)  # of equals the first, and items are in path order
    title = next(zone["title"] for zone in draft["zones"] if zone["id"] == heaviest)
    share = (200 * weights[heaviest] + whole) // (2 * whole)  # whole per cent, halves upwards, without floats
    text = {each: TEXT[each].format(phase=quoted(title, each), share=share) for each in LANGUAGES}
    behind = (pain["id"] for pain in pains if pain["place"]["phase"] == heaviest and weight(pain))
    return [insight("pain_on_path", share, text, behind)]
