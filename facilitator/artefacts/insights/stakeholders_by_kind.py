"""Who is on a stakeholder map, kind by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Sidosryhmiä kartalla: {n} ({kinds}).",
    "sv": "Intressentgrupper på kartan: {n} ({kinds}).",
    "en": "Stakeholders on the map: {n} ({kinds}).",
}


def stakeholders_by_kind(draft: Mapping[str, Any]) -> list[Insight]:
    """The kinds come in the method's order, each with its figure: `Organisation 7, Group of people 4`."""
    found = [item for item in draft["items"] if item["entity"] == "stakeholders"]
    counts = Counter(item["kind"] for item in found)
    kinds = [kind for kind in draft["vocabulary"]["kinds"] if counts[kind["key"]]]
    if not found:
        return []
    text = {
        each: TEXT[each].format(
            n=len(found), kinds=", ".join(f"{kind['title'][each]} {counts[kind['key']]}" for kind in kinds)
        )
        for each in LANGUAGES
    }
    return [insight("stakeholders_by_kind", len(found), text, (item["id"] for item in found))]
