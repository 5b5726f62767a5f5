"""Actions that nobody has taken on, or that have no time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, counted, insight

ONE = {
    "fi": "1 toimenpiteeltä puuttuu vastuutaho tai aika.",
    "sv": "1 åtgärd saknar ansvarig aktör eller tid.",
    "en": "1 action has no responsible party or no time.",
}
MANY = {
    "fi": "{n} toimenpiteeltä puuttuu vastuutaho tai aika.",
    "sv": "{n} åtgärder saknar ansvarig aktör eller tid.",
    "en": "{n} actions have no responsible party or no time.",
}


def vague_actions(draft: Mapping[str, Any]) -> list[Insight]:
    """A time is a day, or on a roadmap now, next or later."""
    actions = [item for item in draft["items"] if item["entity"] == "actions"]
    vague = [action["id"] for action in actions if not (_has(action, "owner") and _has(action, "due", "horizon"))]
    return [insight("vague_actions", len(vague), counted(len(vague), ONE, MANY), vague)] if vague else []


def _has(action: Mapping[str, Any], *fields: str) -> bool:
    return any(action["fields"].get(field) for field in fields)
