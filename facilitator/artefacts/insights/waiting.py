"""How long the customer waits along the path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.path import on_path, titles
from facilitator.artefacts.insights.sentence import Insight, insight, quoted
from facilitator.artefacts.words import LANGUAGES

TEXT = {
    "fi": "Odotusta polun varrella yhteensä {days} pv: {phases}.",
    "sv": "Väntetid längs vägen sammanlagt {days} dagar: {phases}.",
    "en": "Waiting along the path, {days} days in all: {phases}.",
}
AT_LEAST, AT_MOST = "wait_days_min", "wait_days_max"

Days = tuple[int, int]


def waiting(draft: Mapping[str, Any]) -> list[Insight]:
    """The figure is the most that it may take. Where a phase has notes about waiting alone, its steps do not count."""
    told = [item for entity in ("steps", "waitings") for item in on_path(draft, entity) if _days(item)]
    of_their_own = {item["place"]["phase"] for item in told if item["entity"] == "waitings"}
    counted = [item for item in told if item["entity"] == "waitings" or item["place"]["phase"] not in of_their_own]
    names = titles(draft)
    by_phase = {
        phase: [days for item in counted if item["place"]["phase"] == phase and (days := _days(item))]
        for phase in names
    }
    if not counted:
        return []
    whole = [days for found in by_phase.values() for days in found]
    text = {
        each: TEXT[each].format(
            days=_sum(whole),
            phases=", ".join(
                f"{quoted(names[phase], each)} {_sum(found)}" for phase, found in by_phase.items() if found
            ),
        )
        for each in LANGUAGES
    }
    return [insight("waiting", sum(most for _, most in whole), text, (item["id"] for item in counted))]


def _days(item: Mapping[str, Any]) -> Days | None:
    """Least and most; one that nobody said is as the other."""
    least, most = (item["fields"].get(name) for name in (AT_LEAST, AT_MOST))
    if least is None and most is None:
        return None
    return int(most if least is None else least), int(least if most is None else most)


def _sum(days: list[Days]) -> str:
    least, most = (sum(each[end] for each in days) for end in (0, 1))
    return str(most) if least == most else f"{least}–{most}"
