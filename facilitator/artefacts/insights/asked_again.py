"""Which data the path asks for more than once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.path import on_path, same
from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Samaa tietoa kysytään uudelleen: {data}.",
    "sv": "Samma uppgift frågas på nytt: {data}.",
    "en": "The same data is asked for again: {data}.",
}


def asked_again(draft: Mapping[str, Any]) -> list[Insight]:
    """Data flows with the same name in several phases; each is told with the number of its phases."""
    asked: dict[str, list[Mapping[str, Any]]] = {}
    for flow in on_path(draft, "data_flows"):
        asked.setdefault(same(flow["text"]), []).append(flow)
    again = [flows for flows in asked.values() if _phases(flows) > 1]
    if not again:
        return []
    text = {
        each: TEXT[each].format(
            data=", ".join(f"{quoted(flows[0]['text'], each)} ({_phases(flows)} ×)" for flows in again)
        )
        for each in LANGUAGES
    }
    return [insight("asked_again", len(again), text, (flow["id"] for flows in again for flow in flows))]


def _phases(flows: list[Mapping[str, Any]]) -> int:
    return len({flow["place"]["phase"] for flow in flows})
