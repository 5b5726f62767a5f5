"""Where on a path the pain sits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.pain import weight
from facilitator.artefacts.insights.path import on_path, titles
from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Eniten kipua on vaiheessa {phase}: {share}\N{NO-BREAK SPACE}% (äänet × vakavuus × yleisyys).",
    "sv": "Mest ont gör fasen {phase}: {share}\N{NO-BREAK SPACE}% (röster × allvarlighetsgrad × förekomst).",
    "en": "It hurts most in the phase {phase}: {share}% (votes × severity × frequency).",
}


def pain_on_path(draft: Mapping[str, Any]) -> list[Insight]:
    """The heaviest phase; of equals the earlier. Said when pain points on the path have got votes."""
    pains = on_path(draft, "pain_points")
    weights: dict[str, int] = {}
    for pain in pains:
        weights[pain["place"]["phase"]] = weights.get(pain["place"]["phase"], 0) + weight(pain)
    whole = sum(weights.values())
    if not whole:
        return []
    heaviest = max(weights, key=weights.__getitem__)  # of equals the first, and items are in path order
    title = titles(draft)[heaviest]
    share = (200 * weights[heaviest] + whole) // (2 * whole)  # whole per cent, halves upwards, without floats
    text = {each: TEXT[each].format(phase=quoted(title, each), share=share) for each in LANGUAGES}
    behind = (pain["id"] for pain in pains if pain["place"]["phase"] == heaviest and weight(pain))
    return [insight("pain_on_path", share, text, behind)]
