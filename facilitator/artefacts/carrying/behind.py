"""What does not come along with what was chosen from an output, counted: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.carrying.made import Beginning
from facilitator.artefacts.carrying.offer import AS_IT_LIES

Artefact = Mapping[str, Any]


def behind(artefact: Artefact, begun: Beginning) -> dict[str, int]:
    """By the code of what it is, how many of them stay in the output; those of notes that were left are not counted."""
    ways = {offer.item["id"]: way for offer, way in begun.carried if offer.artefact == artefact["id"]}
    lies = AS_IT_LIES in ways.values()
    came = [item for item in artefact["items"] if item["id"] in ways]
    there = set(ways) | ({each["id"] for each in artefact["relations"]} if lies else set())
    threads = [thread for thread in artefact.get("comments", ()) if thread["on"] in there]
    counts = {
        "carry.fields": sum(_lost(item, begun, (artefact["id"], item["id"], ways[item["id"]])) for item in came),
        "carry.alternatives": sum(len(item["alternatives"]) for item in came),
        "carry.merged": sum(len(item.get("merged", ())) for item in came),
        "carry.pictures": sum("picture" in item for item in came),
        "carry.comments": sum(1 + len(thread["answers"]) for thread in threads),
        "carry.ballots": len(artefact["votes"]),
    }
    if lies:
        counts["carry.kinds"] = sum("title" in kind for kind in artefact["method"].get("kinds", ()))
    else:
        counts["carry.relations"] = len(artefact["relations"])
        counts["carry.themes"] = len(artefact["clusters"])
        counts["carry.notes"] = len(artefact["items"]) - len(came)
    return {code: count for code, count in counts.items() if count}


def _lost(item: Mapping[str, Any], begun: Beginning, came_as: tuple[str, str, str]) -> int:
    """How many of its typed fields the new note has no room for; a phase or a lane has none at all."""
    told = {**item["fields"], "evidence": item["evidence"]}
    note = begun.items.get(begun.notes.get(came_as, ""), {})
    return sum(value is not None for value in told.values()) - len(note.get("fields", {}))
