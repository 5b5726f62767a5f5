"""Which sectors around the middle have nobody in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.places import UNPLACED
from facilitator.artefacts.words import LANGUAGES

ONE = {
    "fi": "1 sektorilla ei ole ketään: {sectors}.",
    "sv": "I 1 sektor finns ingen: {sectors}.",
    "en": "1 sector has nobody in it: {sectors}.",
}
MANY = {
    "fi": "{n} sektorilla ei ole ketään: {sectors}.",
    "sv": "I {n} sektorer finns ingen: {sectors}.",
    "en": "{n} sectors have nobody in them: {sectors}.",
}


def empty_sectors(draft: Mapping[str, Any]) -> list[Insight]:
    """Of a map of sectors, the first place being its middle; said once somebody lies in one of them."""
    if draft["vocabulary"].get("layout") != "sectors":
        return []
    _, *sectors = [zone for zone in draft["zones"] if zone["id"] != UNPLACED]
    taken = {item["place"]["zone"] for item in draft["items"]}
    empty = [zone["title"] for zone in sectors if zone["id"] not in taken]
    if not empty or len(empty) == len(sectors):
        return []
    text = {
        each: (ONE if len(empty) == 1 else MANY)[each].format(
            n=len(empty), sectors=", ".join(quoted(title, each) for title in empty)
        )
        for each in LANGUAGES
    }
    return [insight("empty_sectors", len(empty), text, ())]
