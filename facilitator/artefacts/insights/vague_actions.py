"""Actions that nobody has taken on, that have no time, or of which nobody could say whether they worked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight
from facilitator.artefacts.words import LANGUAGES

ONE = {
    "fi": "1 toimenpide kaipaa täsmennystä. Puuttuu: {lacks}.",
    "sv": "1 åtgärd behöver preciseras. Saknas: {lacks}.",
    "en": "1 action is still vague. Missing: {lacks}.",
}
MANY = {
    "fi": "{n} toimenpidettä kaipaa täsmennystä. Puuttuu: {lacks}.",
    "sv": "{n} åtgärder behöver preciseras. Saknas: {lacks}.",
    "en": "{n} actions are still vague. Missing: {lacks}.",
}
NAMES = {
    "owner": {"fi": "vastuutaho", "sv": "ansvarig aktör", "en": "responsible party"},
    "time": {"fi": "aika", "sv": "tid", "en": "time"},
    "measure": {"fi": "mittari", "sv": "mätare", "en": "indicator"},
}


def vague_actions(draft: Mapping[str, Any]) -> list[Insight]:
    """A time is a day, or on a roadmap now, next or later; an indicator is asked for where an action can have one."""
    measured = {relation["to"] for relation in draft["relations"] if relation["kind"] == "measures"}
    able = {
        kind["key"]
        for kind in draft["vocabulary"]["kinds"]
        if any(field["key"] == "measure" for field in kind["fields"])
    }
    actions = [item for item in draft["items"] if item["entity"] == "actions"]
    lacking = {
        "owner": [each["id"] for each in actions if not each["fields"].get("owner")],
        "time": [each["id"] for each in actions if not (each["fields"].get("due") or each["fields"].get("horizon"))],
        "measure": [
            each["id"]
            for each in actions
            if each["kind"] in able and not each["fields"].get("measure") and each["id"] not in measured
        ],
    }
    vague = [each["id"] for each in actions if any(each["id"] in found for found in lacking.values())]
    if not vague:
        return []
    text = {
        each: (ONE if len(vague) == 1 else MANY)[each].format(
            n=len(vague),
            lacks=", ".join(f"{NAMES[what][each]} {len(found)}" for what, found in lacking.items() if found),
        )
        for each in LANGUAGES
    }
    return [insight("vague_actions", len(vague), text, vague)]
