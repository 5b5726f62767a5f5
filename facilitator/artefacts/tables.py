"""The method's own tables, such as who has which role in which task: notes put where two things meet.

A table holds ids of notes and nothing that people wrote, so that what is erased from a note is erased here too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.artefacts.entities import value_of

Item = Mapping[str, Any]
Head = dict[str, Any]
Heads = dict[Any, Head]  # by what groups the notes, in the order in which they are told


def tables(method: Mapping[str, Any], draft: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each that has at least one note in it, in the method's order."""
    told = (_table(table, draft) for table in method.get("tables", ()))
    return [table for table in told if any(notes for row in table["rows"] for notes in row["cells"])]


def _table(table: Mapping[str, Any], draft: Mapping[str, Any]) -> dict[str, Any]:
    items = [item for item in draft["items"] if item["entity"] == table["entity"]]
    rows, columns = (_heads(table[axis], table["entity"], items, draft) for axis in ("rows", "columns"))
    cells: dict[tuple[Any, Any], list[str]] = {}
    for item in items:
        for row in _groups(table["rows"], item):
            for column in _groups(table["columns"], item):
                cells.setdefault((row, column), []).append(item["id"])
    rows = {
        row: head for row, head in rows.items() if head["note"] is None or any((row, each) in cells for each in columns)
    }
    columns = {
        each: head
        for each, head in columns.items()
        if head["note"] is None or any((row, each) in cells for row in rows)
    }
    return {
        "key": table["key"],
        "title": table["title"],
        "field": table.get("field"),
        "columns": list(columns.values()),
        "rows": [
            {"head": head, "cells": [cells.get((row, column), []) for column in columns]} for row, head in rows.items()
        ],
    }


def _groups(axis: Mapping[str, str], item: Item) -> Sequence[Any]:
    """What the note belongs to on this axis; nothing where nobody has said."""
    match axis["by"]:
        case "phase" | "lane" as strip:
            return [item["place"][strip]] if strip in item["place"] else []
        case "zone":
            return [item["place"]["zone"]]
        case "kind":
            return [item["kind"]]
        case "text":
            return [_alike(item["text"])]
    value = value_of(item, axis["field"])
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [_alike(each) if isinstance(each, str) else each for each in values]


def _heads(axis: Mapping[str, str], entity: str, items: Sequence[Item], draft: Mapping[str, Any]) -> Heads:
    """Zones, kinds and choices are all there; what people wrote is there as often as it differs."""
    kinds = [kind for kind in draft["vocabulary"]["kinds"] if kind["entity"] == entity]
    match axis["by"]:
        case "phase" | "lane" as strip:
            return {zone["id"]: _titled(zone) for zone in draft["zones"] if zone.get("axis") == strip}
        case "zone":
            taking = {kind["key"] for kind in kinds}
            return {zone["id"]: _titled(zone) for zone in draft["zones"] if taking & set(zone["accepts"])}
        case "kind":
            return {kind["key"]: _titled(kind) for kind in kinds}
        case "text":
            return _first(items)
    name = axis["field"]
    field = next(each for kind in kinds for each in kind["fields"] if each["key"] == name)
    if field["type"] == "scale5":
        return {step: _titled({"title": _step(field, step)}) for step in range(1, 6)}
    if field["choices"]:
        return {choice["key"]: _titled(choice) for choice in field["choices"]}
    return _first([item for item in items if value_of(item, name)], name)


def _step(field: Mapping[str, Any], step: int) -> Any:
    """*Vakavuus 4*: a figure alone says nothing at the head of a column."""
    return {language: f"{title} {step}" for language, title in field["title"].items()}


def _first(items: Sequence[Item], field: str | None = None) -> Heads:
    """Each text once, as it was first written; of several names in a field each."""
    heads: Heads = {}
    for item in items:
        value = item["text"] if field is None else value_of(item, field)
        if isinstance(value, list):
            for at, name in enumerate(value):
                heads.setdefault(_alike(name), _written(item, field) | {"at": at})
        else:
            heads.setdefault(_alike(str(value)), _written(item, field))
    return heads


def _titled(thing: Mapping[str, Any]) -> Head:
    return {"title": thing["title"], "note": None, "field": None}


def _written(item: Item, field: str | None = None) -> Head:
    return {"title": None, "note": item["id"], "field": field}


def _alike(text: str) -> str:
    """The same name in other letters is the same."""
    return " ".join(text.casefold().split())
