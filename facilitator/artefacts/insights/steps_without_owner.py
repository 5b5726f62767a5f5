"""Steps for which nobody is responsible."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.path import on_path, owners
from facilitator.artefacts.insights.sentence import Insight, counted, insight

ONE = {
    "fi": "1 askeleella ei ole vastuuorganisaatiota.",
    "sv": "1 steg har ingen ansvarig organisation.",
    "en": "1 step has no responsible organisation.",
}
MANY = {
    "fi": "{n} askeleella ei ole vastuuorganisaatiota.",
    "sv": "{n} steg har ingen ansvarig organisation.",
    "en": "{n} steps have no responsible organisation.",
}


def steps_without_owner(draft: Mapping[str, Any]) -> list[Insight]:
    """Owned by an organisation in its phase, or by one that an arrow says; said once some owner is named."""
    named = owners(draft)
    owned = {owner["place"]["phase"] for owner in named}
    organisations = {item["id"] for item in draft["items"] if item["entity"] == "organisations"}
    said = {
        relation["to"]
        for relation in draft["relations"]
        if relation["kind"] == "owns" and relation["from"] in organisations
    }
    alone = [
        step["id"] for step in on_path(draft, "steps") if step["place"]["phase"] not in owned and step["id"] not in said
    ]
    if not (named or said) or not alone:
        return []
    return [insight("steps_without_owner", len(alone), counted(len(alone), ONE, MANY), alone)]
