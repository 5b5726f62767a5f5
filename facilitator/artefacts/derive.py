"""derive: what a board holds, as an artefact.

Pure, and the only way from items to an artefact. It is given the public view of a board, so what is private never
reaches it; who wrote what is in that view and is left behind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.canonical import content_digest, digest
from facilitator.artefacts.clusters import clusters
from facilitator.artefacts.comments import comments
from facilitator.artefacts.entities import entities
from facilitator.artefacts.insights import insights
from facilitator.artefacts.places import Items, Places
from facilitator.artefacts.plots import plots
from facilitator.artefacts.questions import questions
from facilitator.artefacts.recorded import recorded
from facilitator.artefacts.refined import refined
from facilitator.artefacts.relations import relations
from facilitator.artefacts.tables import tables
from facilitator.artefacts.vocabulary import named, vocabulary
from facilitator.artefacts.votes import give_out, votes
from facilitator.engine.merged import pointed
from facilitator.methods import with_kinds

SCHEMA_URN = "urn:facilitator:artefact:1"
DRAFT, CONFIRMED, AT_END, FINISHED = "draft", "confirmed", "at_end", "finished"
STATES = (DRAFT, CONFIRMED, AT_END, FINISHED)  # each goes farther than the one before


def derive(
    method: Mapping[str, Any],
    items: Items,
    provenance: Mapping[str, Any],
    *,
    artefact_id: str | None = None,
    version: int = 0,
    state: str = DRAFT,
    before: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The artefact of one board at one revision.

    method: as the library loads it. items: the closed public view, fields by item id. provenance: where it comes from,
    as `record/provenance.py` tells it; the languages of the notes are added here. before: the board's latest version,
    by which the insights tell what changed. What was left out is counted, with what had been left out of the output
    that the board was brought from, and is in nothing else.
    """
    drawn = _drawn(method, items)
    on_behalf = sum("voices" in note for note in drawn["items"])
    head: dict[str, Any] = {
        "schema": SCHEMA_URN,
        "id": artefact_id,
        "version": version,
        "title": provenance["board"]["title"],
        "state": state,
        "provenance": {
            **provenance,
            "languages": sorted({note["lang"] for note in drawn["items"] if note["lang"]}),
            **({"on_behalf": on_behalf} if on_behalf else {}),
            **({"brought": brought} if (brought := _brought(items, drawn)) else {}),
            **({"sources": sources} if (sources := items.get("board", {}).get("sources")) else {}),
        },
        "licence": None,  # nobody has been asked yet under which terms others may use it
    }
    return sealed(head | drawn | _read_off(method, drawn, before))


def shown(method: Mapping[str, Any], items: Items, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What the artefact would say of the board, questions, insights and plots alone: for looking, while people work."""
    drawn = _drawn(method, items)
    return _read_off(method, drawn, before) | {"plots": plots(drawn)}


def _drawn(method: Mapping[str, Any], items: Items) -> dict[str, Any]:
    """What lies on the board, with its meaning."""
    items, left_out = _left_in(pointed(items))
    its_own, method = method, _as_named(method, items)
    places = Places(items)
    notes = entities(method, items, places)
    themes = clusters(items, notes)
    ballots = votes(items, [thing["id"] for thing in (*notes, *themes)])
    give_out(ballots, notes)
    give_out(ballots, themes)
    _name_clusters(themes, notes)
    draft: dict[str, Any] = {
        "method": named(its_own, method["kinds"], items.get("board", {}).get("variant")),
        "vocabulary": vocabulary(method),
        "zones": places.zones([kind["key"] for kind in method["kinds"]]),
        "items": notes,
        "relations": relations(items, notes),
        "clusters": themes,
        "votes": ballots,
        "left_out": left_out + items.get("board", {}).get("left_out", 0),
        "refined": refined(method, places, notes),
    }
    draft |= recorded(notes, draft["relations"])
    draft["comments"] = comments(items, notes, draft["relations"])
    return draft | {"tables": tables(method, draft)}


def _read_off(method: Mapping[str, Any], drawn: Mapping[str, Any], before: Mapping[str, Any] | None) -> dict[str, Any]:
    return {"questions": questions(method, drawn), "insights": insights(drawn, before)}


def _as_named(method: Mapping[str, Any], items: Items) -> Mapping[str, Any]:
    """The method with the kinds of this board: those that are chosen on it, and those that its notes have."""
    used = {item["kind"] for item_id, item in items.items() if item_id.startswith("note:")}
    return with_kinds(method, items.get("board", {}), used)


def _brought(items: Items, drawn: Mapping[str, Any]) -> dict[str, Any]:
    """What was said and voted on another board and came here in a file: which ballots, and how many comments."""
    ballots = [each["ballot"] for each in drawn["votes"] if items[each["ballot"]].get("brought")]
    said = [each["id"] for head in drawn["comments"] for each in (head, *head["answers"])]
    comments = sum(bool(items[each].get("brought")) for each in said)
    return ({"ballots": ballots} if ballots else {}) | ({"comments": comments} if comments else {})


def sealed(artefact: Mapping[str, Any]) -> dict[str, Any]:
    """The artefact with its two digests, computed anew."""
    with_content = {**artefact, "content_digest": content_digest(artefact)}
    return {**with_content, "digest": digest(with_content)}


def _left_in(items: Items) -> tuple[Items, int]:
    """The items without the notes that were left out of the output, and how many these are."""
    kept = {item_id: fields for item_id, fields in items.items() if not fields.get("out")}
    return kept, len(items) - len(kept)


def _name_clusters(themes: list[dict[str, Any]], notes: list[dict[str, Any]]) -> None:
    """A note is in one cluster at most; were it in two, the first in reading order counts."""
    of = {note: theme["id"] for theme in reversed(themes) for note in theme["notes"]}
    for note in notes:
        note["cluster"] = of.get(note["id"])
