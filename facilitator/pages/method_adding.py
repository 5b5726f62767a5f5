"""A new part of a method: what is asked of it at once, and what it begins as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from facilitator.config import LANGUAGES
from facilitator.methods.blank import new_zone, slug
from facilitator.methods.checks import CHECK_WORDS
from facilitator.methods.coherence import Path
from facilitator.methods.editing import part_at
from facilitator.models import OwnMethod
from facilitator.pages.language import in_language
from facilitator.pages.method_forms import PartForm, form_of
from facilitator.pages.method_part import Listing, Member, Part
from facilitator.pages.method_parts import PARTS, TEXT, TITLE
from facilitator.pages.method_seen import address
from facilitator.pages.method_terms import TINTS

_QUESTION = PARTS["question"].members[0]
_STEP = PARTS["step"].members[0]


def add_form(listing: Listing, method: Mapping[str, Any]) -> PartForm:
    """What a new part is asked for: its name in the three languages, and what cannot be left for later."""
    return form_of(Part("", PARTS[listing.part].schema, (*_named(listing), *listing.asks)), {}, method, False)


def _named(listing: Listing) -> Iterator[Member]:
    if listing.part == "question":
        yield _QUESTION
    elif listing.part == "step":
        yield _STEP
    elif listing.part == "given":
        yield TEXT
    elif listing.has_name:
        yield TITLE


def made_of(listing: Listing, method: Mapping[str, Any], where: Path, told: Mapping[str, Any]) -> Any:
    """The new part, as a file has it: with a key that its siblings do not have."""
    if listing.part == "step":
        return told[""] or {}
    if listing.part == "look":
        return {"tint": told["tint"], "icon": told["icon"] or "square"}
    if listing.part == "carry":
        return {each: told.get(each) or "" for each in ("type", "as")}
    if listing.part == "check":
        return _check(told["lead"], method)
    words = told.get("title") or told.get("text") or {}
    key = _key(method, where, words, listing.part)
    if listing.part in ("zone", "phase", "lane"):
        return _place(listing.part, method, f"zone:{key}", words)
    begun: dict[str, dict[str, Any]] = {
        "kind": {
            "title": words,
            "plural": {},
            "hint": {},
            "icon": "square",
            "tint": _tint(method),
            "entity": key[:39] + "s",
        },
        "field": {"title": words, "type": told.get("type")},
        "choice": {"title": words},
        "link": {"title": words, "sentence": {}},
        "link_state": {"title": words},
        "variant": {"title": words},
        "question": {"text": words, "check": {"asked": True}},
        "table": {"title": words, **{each: told.get(each) for each in ("entity", "rows", "columns")}},
        "given": {"kind": told.get("kind"), "zone": told.get("zone"), "text": words},
    }
    made = {"key": key, **begun[listing.part]}
    if listing.part == "kind":
        made["fields"] = []
    if made.get("type") in ("choice", "choices"):
        made["choices"] = []
    return made


def shared_fields(own: OwnMethod, method: Mapping[str, Any], where: Path) -> dict[str, Any]:
    """The fields of other kinds that this kind could have too, the shared ones."""
    has = {each if isinstance(each, str) else each["key"] for each in part_at(method, where).get("fields", ())}
    choices = {each["key"]: in_language(each["title"]) for each in method.get("fields", ()) if each["key"] not in has}
    return {"choices": choices, "url": address(own, "deed", where)}


def _place(part: str, method: Mapping[str, Any], zone_id: str, words: dict[str, str]) -> dict[str, Any]:
    if part == "zone":
        return new_zone(method["layout"], zone_id, words)
    return {"id": zone_id, "title": words, **({"takes": []} if part == "lane" else {})}


def _check(lead: str, method: Mapping[str, Any]) -> dict[str, Any]:
    first = {
        "kind": [each["key"] for each in method["kinds"]],
        "each_phase_has": [kind for lane in method.get("lanes", ()) for kind in lane["takes"]],
        "zone": [each["id"] for each in method["zones"]],
        "field": [
            each if isinstance(each, str) else each["key"] for kind in method["kinds"] for each in kind["fields"]
        ],
    }
    if lead in first:
        return {lead: next(iter(first[lead]), "")}
    begun: dict[str, Any] = {"clusters": 1, "links": [], "all_of": [], "any_of": []}
    return {lead: begun.get(lead, True)} if lead in CHECK_WORDS else {"asked": True}


def _key(method: Mapping[str, Any], where: Path, words: Mapping[str, str], noun: str) -> str:
    """From the English name, or another; with a number where it is taken."""
    text = words.get("en") or next((words[each] for each in LANGUAGES if words.get(each)), "")
    taken = _taken(method, where, noun)
    key = slug(text, noun)
    return key if key not in taken else next(name for n in range(2, 10_000) if (name := f"{key[:34]}_{n}") not in taken)


def _taken(method: Mapping[str, Any], where: Path, noun: str) -> set[str]:
    if noun in ("zone", "phase", "lane"):
        every = [each for part in ("zones", "phases", "lanes") for each in method.get(part, ())]
        return {each["id"].partition(":")[2] for each in every} | {"unplaced"}
    siblings = part_at(method, where[:-1]).get(where[-1], ())
    own = {each if isinstance(each, str) else each.get("key", "") for each in siblings}
    shared = {each["key"] for each in method.get("fields", ())} if noun == "field" else set()
    return own | shared


def _tint(method: Mapping[str, Any]) -> str:
    """The first that no kind has yet."""
    used = {kind.get("tint") for kind in method["kinds"]}
    return next((tint for tint in TINTS if tint not in used), "neutral")
