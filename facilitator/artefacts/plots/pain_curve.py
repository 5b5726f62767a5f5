"""The pain along a path: how much there is in each phase, and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.pain import measure_of, weight
from facilitator.artefacts.insights.path import on_path, titles
from facilitator.artefacts.votes import total


def pain_curve(draft: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Every phase of the path, those without pain too: where it does not hurt is seen as well.

    There when `pain_by_phase` is, from the same figures. A grade that nobody gave is None and counts 3.
    """
    pains = on_path(draft, "pain_points")
    measure = measure_of(pains)
    if measure is None:
        return []
    phases = [
        {
            "id": phase,
            "title": title,
            "pains": [
                {
                    "note": pain["id"],
                    "votes": total(pain),
                    "severity": pain["fields"].get("severity"),
                    "frequency": pain["fields"].get("frequency"),
                    "weight": measure(pain),
                }
                for pain in pains
                if pain["place"]["phase"] == phase
            ],
        }
        for phase, title in titles(draft).items()
    ]
    return [{"key": "pain_curve", "voted": measure is weight, "phases": phases}]
