"""The pain along a path, phase by phase: votes, severity and frequency apart, and together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.pain import GRADES, measure_of, weight
from facilitator.artefacts.insights.path import on_path, titles
from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.votes import total
from facilitator.artefacts.words import LANGUAGES

LEAD = {
    "fi": "Kipu polun varrella (äänet × vakavuus × yleisyys): {phases}.",
    "sv": "Smärtan längs vägen (röster × allvarlighetsgrad × förekomst): {phases}.",
    "en": "Pain along the path (votes × severity × frequency): {phases}.",
}
UNVOTED = {
    "fi": "Kipu polun varrella (vakavuus × yleisyys, ei ääniä): {phases}.",
    "sv": "Smärtan längs vägen (allvarlighetsgrad × förekomst, inga röster): {phases}.",
    "en": "Pain along the path (severity × frequency, no votes): {phases}.",
}
UNTOLD = "?"


def pain_by_phase(draft: Mapping[str, Any]) -> list[Insight]:
    """A phase is the sum of its pain points, each told as its product; a grade that nobody gave is `?` and counts 3.

    The figure is that of the whole path. Said once some pain point on the path has a grade.
    """
    pains = on_path(draft, "pain_points")
    measure = measure_of(pains)
    if measure is None:
        return []
    is_voted = measure is weight
    by_phase: dict[str, list[Mapping[str, Any]]] = {}
    for pain in pains:
        by_phase.setdefault(pain["place"]["phase"], []).append(pain)
    names = titles(draft)
    text = {
        each: (LEAD if is_voted else UNVOTED)[each].format(
            phases="; ".join(
                f"{quoted(names[phase], each)} {' + '.join(_apart(pain, is_voted) for pain in there)}"
                f" = {sum(map(measure, there))}"
                for phase, there in by_phase.items()
            )
        )
        for each in LANGUAGES
    }
    return [insight("pain_by_phase", sum(map(measure, pains)), text, (pain["id"] for pain in pains))]


def _apart(pain: Mapping[str, Any], is_voted: bool) -> str:
    grades = [str(pain["fields"].get(field, UNTOLD)) for field in GRADES]
    return " × ".join([str(total(pain)), *grades] if is_voted else grades)
