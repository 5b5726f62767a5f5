"""Which data the customer is asked for though some authority has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.insights.sentence import Insight, counted, insight

ONE = {
    "fi": "1 kysytty tieto on jollakin viranomaisella jo.",
    "sv": "1 uppgift som frågas finns redan hos en myndighet.",
    "en": "1 item of data that is asked for is already held by an authority.",
}
MANY = {
    "fi": "{n} kysyttyä tietoa on jollakin viranomaisella jo.",
    "sv": "{n} uppgifter som frågas finns redan hos en myndighet.",
    "en": "{n} items of data that are asked for are already held by an authority.",
}
ENTITIES = ("data_flows", "data_needs")


def already_held(draft: Mapping[str, Any]) -> list[Insight]:
    """Where somebody has said so: what nobody has said counts as not held."""
    held = [
        item["id"]
        for item in draft["items"]
        if item["entity"] in ENTITIES and item["fields"].get("already_held") is True
    ]
    return [insight("already_held", len(held), counted(len(held), ONE, MANY), held)] if held else []
