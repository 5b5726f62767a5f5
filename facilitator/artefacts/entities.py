"""Each note as an entity: its text, where it lies, and its typed fields, those of its place included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.places import Items, Places
from facilitator.engine.merged import keepers

EVIDENCE = ("assumption", "heard", "observed", "data")


def entities(method: Mapping[str, Any], items: Items, places: Places) -> list[dict[str, Any]]:
    """Every note once, in reading order. Who wrote it is left behind here."""
    notes = {item_id: fields for item_id, fields in items.items() if item_id.startswith("note:")}
    there = keepers(notes) | {note_id: note_id for note_id in notes}
    kinds = {kind["key"]: kind for kind in method["kinds"]}
    reading = sorted(notes, key=lambda note_id: places.reading_order(note_id, notes[note_id]))
    return [
        _entity(note_id, kinds.get(notes[note_id]["kind"], {}), places, notes[note_id], there) for note_id in reading
    ]


def _entity(
    note_id: str, kind: Mapping[str, Any], places: Places, note: Mapping[str, Any], there: Mapping[str, str]
) -> dict[str, Any]:
    fields = _fields(note, kind, places, there)
    evidence = fields.pop("evidence") if fields.get("evidence") in EVIDENCE else None
    told: dict[str, Any] = {
        "id": note_id,
        "entity": kind.get("entity", note["kind"]),
        "kind": note["kind"],
        "text": note["text"],
        "lang": note.get("lang"),
        "place": places.place(note),
        "fields": fields,
        "evidence": evidence,
        "alternatives": [each["text"] for each in note.get("alternatives") or []],
        "cluster": None,
        "votes": {},
        **({"voices": note["voices"]} if note.get("voices") else {}),
        **register_of(note),
        **({"merged": [_was(each) for each in note["merged"]]} if note.get("merged") else {}),
    }
    picture = note.get("picture")
    if not picture:
        return told
    ground = {"ground": True} if note.get("ground") else {}
    return {**told, "picture": {**picture, "description": picture.get("description"), **ground}}


def _was(merged: Mapping[str, Any]) -> dict[str, Any]:
    """What a note that became another said. Who wrote it is left behind here too."""
    return {"id": merged["id"], "text": merged["text"], "lang": merged.get("lang")}


def register_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """What the item is, or is about, in the project's register, and which output it was carried over from."""
    told = {"entity_id": item.get("entity"), "about": item.get("about"), "from": item.get("from")}
    return {name: value for name, value in told.items() if value}


def _fields(
    note: Mapping[str, Any], kind: Mapping[str, Any], places: Places, there: Mapping[str, str]
) -> dict[str, Any]:
    """What the kind supplies, what people chose, what the place says: the later goes before the earlier.

    there: each note, and each that became another, by the id of the one that is there. A field that names a note which
    is not there is left out, as a link to it would be.
    """
    types = {field["key"]: field["type"] for field in kind.get("fields", [])}
    chosen = {
        name: there[value] if types.get(name) == "item" else value
        for name, value in (note.get("fields") or {}).items()
        if value is not None and (types.get(name) != "item" or value in there)
    }
    return {**kind.get("sets", {}), **chosen, **places.meaning(note, types)}


def value_of(entity: Mapping[str, Any], field: str) -> Any:
    """The value of a typed field; evidence stands beside the others. None when nobody filled it."""
    return entity["evidence"] if field == "evidence" else entity["fields"].get(field)
