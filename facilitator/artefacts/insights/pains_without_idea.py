"""Pain points that no idea answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, counted, insight

ONE = {
    "fi": "1 kipupisteeseen ei ole liitetty yhtään ideaa.",
    "sv": "1 smärtpunkt har ingen idé kopplad till sig.",
    "en": "1 pain point has no idea linked to it.",
}
MANY = {
    "fi": "{n} kipupisteeseen ei ole liitetty yhtään ideaa.",
    "sv": "{n} smärtpunkter har ingen idé kopplad till sig.",
    "en": "{n} pain points have no idea linked to them.",
}


def pains_without_idea(draft: Mapping[str, Any]) -> list[Insight]:
    """Said once ideas are on the board: before that it would only say that their turn has not come."""
    ideas = {item["id"] for item in draft["items"] if item["entity"] == "ideas"}
    answered = {
        end
        for relation in draft["relations"]
        for end, other in ((relation["from"], relation["to"]), (relation["to"], relation["from"]))
        if other in ideas
    }
    alone = [item["id"] for item in draft["items"] if item["entity"] == "pain_points" and item["id"] not in answered]
    if not ideas or not alone:
        return []
    return [insight("pains_without_idea", len(alone), counted(len(alone), ONE, MANY), alone)]
