"""Whom nobody has talked to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, counted, insight

ONE = {
    "fi": "Kartan mukaan 1 osapuoli on vielä kuulematta.",
    "sv": "Enligt kartan har ingen ännu talat med 1 part.",
    "en": "According to the map, nobody has talked to 1 party yet.",
}
MANY = {
    "fi": "Kartan mukaan {n} osapuolta on vielä kuulematta.",
    "sv": "Enligt kartan har ingen ännu talat med {n} parter.",
    "en": "According to the map, nobody has talked to {n} parties yet.",
}
ENTITIES = ("stakeholders", "affected_groups", "partners")
TALKED_TO = {"involvement_status": ("contacted", "committed"), "heard_from": ("yes", "some")}
KNOWN_FROM_THEM = ("heard", "observed")


def unheard(draft: Mapping[str, Any]) -> list[Insight]:
    """Said once it is known of some party whether it was heard: before that, nobody has been asked."""
    parties = [item for item in draft["items"] if item["entity"] in ENTITIES]
    if not any(is_known(party) for party in parties):
        return []
    alone = [party["id"] for party in parties if not was_heard(party)]
    return [insight("unheard", len(alone), counted(len(alone), ONE, MANY), alone)] if alone else []


def is_known(party: Mapping[str, Any]) -> bool:
    """Whether anything is known of whether it was heard."""
    return party["evidence"] is not None or any(party["fields"].get(field) for field in TALKED_TO)


def was_heard(party: Mapping[str, Any]) -> bool:
    """What was measured or researched may be known without a word with anybody."""
    if party["evidence"] in KNOWN_FROM_THEM:
        return True
    return any(party["fields"].get(field) in values for field, values in TALKED_TO.items())
