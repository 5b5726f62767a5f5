"""Relations that do not work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, counted, insight

BROKEN = ("broken", "missing")
ONE = {
    "fi": "1 suhde on poikki tai puuttuu.",
    "sv": "1 relation är bruten eller saknas.",
    "en": "1 relation is broken or missing.",
}
MANY = {
    "fi": "{n} suhdetta on poikki tai puuttuu.",
    "sv": "{n} relationer är brutna eller saknas.",
    "en": "{n} relations are broken or missing.",
}


def broken_relations(draft: Mapping[str, Any]) -> list[Insight]:
    """Behind it are the notes at both ends."""
    broken = [relation for relation in draft["relations"] if relation["state"] in BROKEN]
    if not broken:
        return []
    ends = (end for relation in broken for end in (relation["from"], relation["to"]))
    return [insight("broken_relations", len(broken), counted(len(broken), ONE, MANY), ends)]
