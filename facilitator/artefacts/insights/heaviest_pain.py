"""Which pain point weighs most."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Vakavuus × yleisyys on suurin ({n}): {pains}.",
    "sv": "Allvarlighetsgrad × förekomst är störst ({n}): {pains}.",
    "en": "Severity × frequency is highest ({n}): {pains}.",
}


def heaviest_pain(draft: Mapping[str, Any]) -> list[Insight]:
    """Severity × frequency, both 1…5; those that weigh the same are named together. Votes are told apart from it."""
    weights = {
        item["id"]: item["fields"]["severity"] * item["fields"]["frequency"]
        for item in draft["items"]
        if item["entity"] == "pain_points" and {"severity", "frequency"} <= item["fields"].keys()
    }
    if not weights:
        return []
    most = max(weights.values())
    texts = {item["id"]: item["text"] for item in draft["items"] if weights.get(item["id"]) == most}
    text = {
        each: TEXT[each].format(n=most, pains=", ".join(quoted(words, each) for words in texts.values()))
        for each in LANGUAGES
    }
    return [insight("heaviest_pain", most, text, texts)]
