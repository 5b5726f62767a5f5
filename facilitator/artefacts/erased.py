"""An artefact of the record without what one note said: the only change that one ever gets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.derive import sealed
from facilitator.artefacts.insights.sentence import quoted
from facilitator.artefacts.words import LANGUAGES

RECORDED = ("decisions", "actions", "open_questions", "lessons")


def without(artefact: Mapping[str, Any], note_id: str, words: str) -> dict[str, Any] | None:
    """The artefact with these words in place of the note's, sealed anew; None if the note is not in it."""
    item = next((each for each in artefact["items"] if each["id"] == note_id), None)
    if item is None:
        return _told_without(artefact, note_id, words)
    written = {
        field["key"]
        for kind in artefact["vocabulary"]["kinds"]
        for field in kind["fields"]
        if field.get("type") == "text"
    }
    said = {value for name, value in item["fields"].items() if name in written}
    fields = {name: value for name, value in item["fields"].items() if name not in written}
    emptied = {**item, "text": words, "alternatives": [], "fields": fields}
    if item.get("merged"):
        emptied["merged"] = [{**each, "text": words} for each in item["merged"]]
    lists = {name: [_emptied(each, note_id, words, said) for each in artefact[name]] for name in RECORDED}
    return sealed(
        {
            **artefact,
            "items": [emptied if each is item else each for each in artefact["items"]],
            **lists,
            "insights": [_unquoted(each, item["text"], words) for each in artefact["insights"]],
        }
    )


def _told_without(artefact: Mapping[str, Any], note_id: str, words: str) -> dict[str, Any] | None:
    """The same where the note had become another, which tells what it said; None if none does."""
    items = [
        {**item, "merged": [{**each, "text": words} if each["id"] == note_id else each for each in item["merged"]]}
        if item.get("merged")
        else item
        for item in artefact["items"]
    ]
    return None if items == artefact["items"] else sealed({**artefact, "items": items})


def _emptied(told: Mapping[str, Any], note_id: str, words: str, said: set[Any]) -> dict[str, Any]:
    if told["id"] != note_id:
        return dict(told)
    return {name: words if name == "text" else None if value in said else value for name, value in told.items()}


def _unquoted(insight: Mapping[str, Any], text: str, words: str) -> dict[str, Any]:
    """A sentence that quotes the note quotes the words instead."""
    told = {each: insight["text"][each].replace(quoted(text, each), quoted(words, each)) for each in LANGUAGES}
    return {**insight, "text": told}
