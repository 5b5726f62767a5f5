"""Which colour a note has in a picture. An artefact tells what a note is, not how it looks; these are the board's."""

from __future__ import annotations

from facilitator.artefacts.formats.reader import Item

ENTITIES = {
    "pain_points": "pain",
    "ideas": "idea",
    "steps": "step",
    "touchpoints": "channel",
    "enablers": "channel",
    "organisations": "org",
    "decisions": "org",
    "data_flows": "data",
    "questions": "data",
    "emotions": "people",
    "actions": "step",
    "problems": "pain",
    "affected_groups": "people",
    "help_needs": "people",
    "findings": "data",
    "changes": "channel",
    "existing_solutions": "step",
    "partners": "org",
    "how_might_we": "idea",
}
KINDS = {  # of one entity, whose kinds differ
    "customer": "people",
    "citizens": "step",
    "state": "channel",
    "municipality": "org",
    "wellbeing_county": "org",
    "ngo": "data",
    "company": "idea",
}


def tint(item: Item) -> str:
    """A class of the style sheet. Colour says nothing alone: the kind stands in words beside it."""
    return KINDS.get(item["kind"]) or ENTITIES.get(item["entity"], "neutral")
