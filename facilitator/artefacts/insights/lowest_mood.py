"""Where on the path the mood is lowest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.path import on_path, titles
from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Tunnelma on matalimmillaan ({feeling}): {phases}.",
    "sv": "Känsloläget är som lägst ({feeling}): {phases}.",
    "en": "The mood is at its lowest ({feeling}): {phases}.",
}


def lowest_mood(draft: Mapping[str, Any]) -> list[Insight]:
    """The phases with the lowest mark that somebody gave, if it is below zero; behind it are those marks."""
    marked = [item for item in on_path(draft, "emotions") if "feeling" in item["fields"]]
    lowest = min((item["fields"]["feeling"] for item in marked), default=0)
    if lowest >= 0:
        return []
    there = [item for item in marked if item["fields"]["feeling"] == lowest]
    names = titles(draft)
    phases = list(dict.fromkeys(item["place"]["phase"] for item in there))
    text = {
        each: TEXT[each].format(feeling=f"−{-lowest}", phases=", ".join(quoted(names[phase], each) for phase in phases))
        for each in LANGUAGES
    }
    return [insight("lowest_mood", lowest, text, (item["id"] for item in there))]
