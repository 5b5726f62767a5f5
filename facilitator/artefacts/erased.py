"""An artefact of the record without what one note said, or one comment: the only change that one ever gets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from facilitator.artefacts.derive import sealed
from facilitator.artefacts.insights.sentence import quoted
from facilitator.artefacts.words import LANGUAGES
from facilitator.engine.fields import WRITTEN

RECORDED = ("decisions", "actions", "open_questions", "lessons")
Artefact = Mapping[str, Any]


def without(artefact: Artefact, about: Collection[str], words: str) -> dict[str, Any] | None:
    """The artefact with these words in place of what these notes and comments said, sealed anew.

    about: ids, as the engine's `all_of` finds them. None if none of them is in it.
    """
    after = artefact
    for note in [each for each in artefact["items"] if each["id"] in about]:
        after = _without_note(after, note, words)
    after = {**after, "items": [_told_without(each, about, words) for each in after["items"]]}
    if "comments" in artefact:
        after["comments"] = [_silenced(each, about, words) for each in artefact["comments"]]
    return None if after == artefact else sealed(after)


def _without_note(artefact: Artefact, item: Mapping[str, Any], words: str) -> Artefact:
    written = {
        field["key"]
        for kind in artefact["vocabulary"]["kinds"]
        for field in kind["fields"]
        if field.get("type") in WRITTEN
    }
    said = [value for name, value in item["fields"].items() if name in written]
    fields = {name: value for name, value in item["fields"].items() if name not in written}
    emptied = {**item, "text": words, "alternatives": [], "fields": fields}
    emptied.pop("picture", None)
    if item.get("merged"):
        emptied["merged"] = [{**each, "text": words} for each in item["merged"]]
    lists = {name: [_emptied(each, item["id"], words, said) for each in artefact[name]] for name in RECORDED}
    return {
        **artefact,
        "items": [emptied if each is item else each for each in artefact["items"]],
        **lists,
        "insights": [_unquoted(each, item["text"], words) for each in artefact["insights"]],
    }


def _told_without(item: Mapping[str, Any], about: Collection[str], words: str) -> Mapping[str, Any]:
    """A note that others have become tells no more what one of these said."""
    if not item.get("merged"):
        return item
    return {**item, "merged": [{**each, "text": words} if each["id"] in about else each for each in item["merged"]]}


def _emptied(told: Mapping[str, Any], note_id: str, words: str, said: Collection[Any]) -> dict[str, Any]:
    if told["id"] != note_id:
        return dict(told)
    return {name: words if name == "text" else None if value in said else value for name, value in told.items()}


def _unquoted(insight: Mapping[str, Any], text: str, words: str) -> dict[str, Any]:
    """A sentence that quotes the note quotes the words instead."""
    told = {each: insight["text"][each].replace(quoted(text, each), quoted(words, each)) for each in LANGUAGES}
    return {**insight, "text": told}


def _silenced(thread: Mapping[str, Any], about: Collection[str], words: str) -> dict[str, Any]:
    answers = [{**each, "text": words} if each["id"] in about else each for each in thread["answers"]]
    return {**thread, "text": words if thread["id"] in about else thread["text"], "answers": answers}
