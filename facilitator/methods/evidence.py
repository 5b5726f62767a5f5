"""How it is known: the one field that every kind of note has, whether its file names it or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

EVIDENCE: dict[str, Any] = {
    "key": "evidence",
    "title": {"fi": "Mistä tämä tiedetään", "sv": "Hur vi vet det här", "en": "How we know this"},
    "type": "choice",
    "choices": [
        {"key": "assumption", "title": {"fi": "Oletus", "sv": "Antagande", "en": "Assumption"}},
        {"key": "heard", "title": {"fi": "Kuultu", "sv": "Hört", "en": "Heard"}},
        {"key": "observed", "title": {"fi": "Havaittu", "sv": "Observerat", "en": "Observed"}},
        {
            "key": "data",
            "title": {"fi": "Mitattu tai tutkittu", "sv": "Uppmätt eller undersökt", "en": "Measured or researched"},
        },
    ],
}


def with_evidence(method: Mapping[str, Any]) -> dict[str, Any]:
    """The method with the field in each of its kinds, last where the file does not name it."""
    whole = {**method, "kinds": [_asking(kind) for kind in method["kinds"]]}
    if "own_kinds" in method:
        whole["own_kinds"] = _asking(method["own_kinds"])
    return whole


def _asking(kind: Mapping[str, Any]) -> dict[str, Any]:
    named = any(field["key"] == EVIDENCE["key"] for field in kind["fields"])
    return {**kind, "fields": kind["fields"] if named else [*kind["fields"], EVIDENCE]}
