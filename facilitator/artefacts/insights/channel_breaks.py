"""Where the customer cannot go on in the channel in which they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from facilitator.artefacts.insights.path import on_path, titles
from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES, in_language

ONE = {
    "fi": "Asiointikanava vaihtuu kerran: {where}.",
    "sv": "Servicekanalen byts en gång: {where}.",
    "en": "The service channel changes once: {where}.",
}
MANY = {
    "fi": "Asiointikanava vaihtuu {n} kertaa: {where}.",
    "sv": "Servicekanalen byts {n} gånger: {where}.",
    "en": "The service channel changes {n} times: {where}.",
}

Stop = tuple[str, list[str]]  # a phase, and the channels in which it can be dealt with


def breaks(stops: Sequence[Stop]) -> list[tuple[Stop, Stop]]:
    """The neighbours without a common channel. A phase whose channels nobody has told is no stop.

    >>> breaks([("a", ["web"]), ("b", ["web", "phone"]), ("c", ["letter"])])
    [(('b', ['web', 'phone']), ('c', ['letter']))]
    """
    return [(before, after) for before, after in pairwise(stops) if not set(before[1]) & set(after[1])]


def channel_breaks(draft: Mapping[str, Any]) -> list[Insight]:
    """Behind it are the touchpoints on both sides of each break."""
    told = [item for item in on_path(draft, "touchpoints") if item["fields"].get("channel")]
    channels: dict[str, list[str]] = {}
    for item in told:
        known = channels.setdefault(item["place"]["phase"], [])
        known += [each for each in item["fields"]["channel"] if each not in known]
    found = breaks(list(channels.items()))
    if not found:
        return []
    names, phases = _names(draft), titles(draft)
    text = {
        each: (ONE if len(found) == 1 else MANY)[each].format(
            n=len(found),
            where="; ".join(
                f"{_said(before[1], names, each)} → {_said(after[1], names, each)} ({quoted(phases[after[0]], each)})"
                for before, after in found
            ),
        )
        for each in LANGUAGES
    }
    around = {phase for pair in found for phase, _ in pair}
    return [insight("channel_breaks", len(found), text, (t["id"] for t in told if t["place"]["phase"] in around))]


def _names(draft: Mapping[str, Any]) -> dict[str, Any]:
    """What each channel is called."""
    return {
        choice["key"]: choice["title"]
        for kind in draft["vocabulary"]["kinds"]
        if kind["entity"] == "touchpoints"
        for field in kind["fields"]
        if field["key"] == "channel"
        for choice in field["choices"]
    }


def _said(channels: Sequence[str], names: Mapping[str, Any], language: str) -> str:
    return " / ".join(in_language(names.get(each, each), language) for each in channels)
