"""Parties that are on the board but in no phase of the path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.path import same, titles
from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Polun missään vaiheessa ei ole: {parties}.",
    "sv": "I ingen fas på vägen finns: {parties}.",
    "en": "In no phase of the path: {parties}.",
}
ENTITIES = ("organisations", "stakeholders", "parties")


def in_no_step(draft: Mapping[str, Any]) -> list[Insight]:
    """A party counts as in a phase when a note of its name lies there, or an arrow joins it to a note that does."""
    if not titles(draft):
        return []
    lying = {item["id"] for item in draft["items"] if "phase" in item["place"]}
    joined = {
        end
        for relation in draft["relations"]
        for end, other in ((relation["from"], relation["to"]), (relation["to"], relation["from"]))
        if other in lying
    }
    parties = [item for item in draft["items"] if item["entity"] in ENTITIES]
    there = {same(party["text"]) for party in parties if party["id"] in lying | joined}
    absent = [party for party in parties if same(party["text"]) not in there]
    if not absent:
        return []
    text = {
        each: TEXT[each].format(parties=", ".join(quoted(party["text"], each) for party in absent))
        for each in LANGUAGES
    }
    return [insight("in_no_step", len(absent), text, (party["id"] for party in absent))]
