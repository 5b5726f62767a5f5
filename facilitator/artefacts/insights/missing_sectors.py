"""Which sectors of society a stakeholder map leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, insight
from facilitator.artefacts.words import LANGUAGES

SECTORS = {
    "public": frozenset(
        {"municipality", "joint_municipal_authority", "wellbeing_services_county", "region", "state_agency", "ministry"}
        | {"kela", "church", "education_research", "library"}
    ),
    "private": frozenset({"company"}),
    "third": frozenset({"ngo", "citizen_group"}),
}
NAMES = {
    "public": {"fi": "julkinen sektori", "sv": "den offentliga sektorn", "en": "the public sector"},
    "private": {"fi": "yritykset", "sv": "företagen", "en": "companies"},
    "third": {"fi": "kolmas sektori", "sv": "den tredje sektorn", "en": "the third sector"},
}
TEXT = {
    "fi": "Kartalta puuttuu: {sectors}.",
    "sv": "På kartan saknas: {sectors}.",
    "en": "Missing from the map: {sectors}.",
}


def missing_sectors(draft: Mapping[str, Any]) -> list[Insight]:
    """Said once some stakeholder's type is known; behind it are those, since an untyped one may be what is missing."""
    typed = [item for item in draft["items"] if item["entity"] == "stakeholders" and "org_type" in item["fields"]]
    present = {item["fields"]["org_type"] for item in typed}
    missing = [sector for sector, types in SECTORS.items() if not types & present]
    if not typed or not missing:
        return []
    text = {each: TEXT[each].format(sectors=", ".join(NAMES[sector][each] for sector in missing)) for each in LANGUAGES}
    return [insight("missing_sectors", len(missing), text, (item["id"] for item in typed))]
