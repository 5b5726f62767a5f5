"""What the pages of the method editor show: plain values, and a place in a file as people know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from facilitator.method_words import because
from facilitator.methods.coherence import Fault, Path
from facilitator.methods.editing import part_at
from facilitator.methods.reasons import told
from facilitator.models import Board, OwnMethod
from facilitator.pages.language import in_language
from facilitator.pages.method_forms import IN, PartForm, missing_in, value_at
from facilitator.pages.method_part import Listing
from facilitator.pages.method_parts import PARTS, SINGLE, part_of
from facilitator.pages.method_terms import ADDS, CHECKS, TINTS
from facilitator.pages.terms import ENTITY_TYPES
from facilitator.planning import own_methods

MOST_FAULTS = 40


def address(own: OwnMethod, page: str, where: Path = (), **more: Any) -> str:
    """Of a page about one part."""
    steps = "/".join(map(str, where))
    inner: dict[str, Any] = {"where": steps} if steps else {}
    return url_for(f"method_editing.{page}", programme_id=own.programme_id, method_id=own.id, **inner, **more)


def seen_own(own: OwnMethod) -> dict[str, Any]:
    """A method in a list."""
    draft = own_methods.draft_of(own)
    return {
        "id": own.id,
        "programme_id": own.programme_id,
        "title": name_of(draft),
        "purpose": in_language(draft["purpose"]),
        "version": own.version,
        "edition": own.edition,
        "is_archived": own.archived_at is not None,
        "is_changed": own_methods.is_changed(own),
    }


def seen_faults(own: OwnMethod, faults: list[Fault]) -> list[dict[str, str]]:
    """Where, in words and with the way there, and what."""
    draft = own_methods.draft_of(own)
    return [
        {"where": place_of(draft, where), "path": told(where), "url": _nearest(own, draft, where), "what": what}
        for where, what in _told_once(faults)[:MOST_FAULTS]
    ]


def _told_once(faults: list[Fault]) -> list[tuple[Path, str]]:
    """The languages that one text lacks are told together."""
    lacking: dict[Path, list[str]] = {}
    for where, why in faults:
        if why.code == "missing" and where[-1:] and where[-1] in IN:
            lacking.setdefault(where[:-1], []).append(str(IN[str(where[-1])]))
    lines: dict[Path, list[str]] = {}
    for where, why in faults:
        if why.code == "missing" and where[-1:] and where[-1] in IN:
            lines[where[:-1]] = [_("missing %(languages)s", languages=", ".join(lacking[where[:-1]]))]
        else:
            lines.setdefault(where, []).append(because(why))
    return [(where, what) for where, each in lines.items() for what in each]


def seen_listing(own: OwnMethod, method: Mapping[str, Any], above: Path, listing: Listing) -> dict[str, Any]:
    """A list of parts: each with its name, what is missing of it, and the ways to change it."""
    where = (*above, listing.name)
    parts = part_at(method, above).get(listing.name, [])
    return {
        "id": "-".join(map(str, where)),
        "label": listing.label,
        "add": listing.add if listing.can_grow else "",
        "add_url": address(own, "add", where),
        "parts": [_seen_part(own, method, (*where, index), index, len(parts)) for index in range(len(parts))],
    }


def _seen_part(own: OwnMethod, method: Mapping[str, Any], where: Path, index: int, of: int) -> dict[str, Any]:
    value, page = part_at(method, where), where
    if isinstance(value, str):  # a shared field
        place = next((n for n, each in enumerate(method.get("fields", ())) if each["key"] == value), None)
        shared = place is not None
        value, page = (method["fields"][place], ("fields", place)) if place is not None else ({"title": {}}, where)
    else:
        shared = False
    return {
        "name": name_at(method, page) or str(index + 1),
        "key": value.get("key") or value.get("id") or "",
        "is_locked": bool(value.get("fixed")),
        "is_shared": shared,
        "missing": [str(IN[each]) for each in missing_in(value)],
        "url": address(own, "edit", page),
        "deed_url": address(own, "deed", where),
        "is_first": index == 0,
        "is_last": index == of - 1,
        "index": index,
    }


def name_at(method: Mapping[str, Any], where: Path) -> str:
    """What the part there is called; an arrow of the example by the notes at its ends."""
    value = value_at(method, where)
    if part_of(where) != "example_link":
        return name_of(value)
    notes = {each["key"]: each for each in method["example"]["notes"]}
    notes |= {f"given:{each['key']}": each for each in method.get("given", ())}
    return " → ".join(name_of(notes.get(value.get(end), {})) or str(value.get(end)) for end in ("from", "to"))


def name_of(value: Any) -> str:
    """What a part is called, in the reader's language or in another."""
    if not isinstance(value, Mapping):
        return str(value)
    words = value.get("title") or value.get("text") or value
    if set(words) & set(IN):
        return in_language(words) or next(iter(words.values()))
    if "tint" in value and "icon" in value:
        return f"{TINTS.get(value['tint'], value['tint'])} · {value['icon']}"
    if set(value) == {"type", "as"}:
        return f"{ENTITY_TYPES.get(value['type'], value['type'])} → {ADDS.get(value['as'], value['as'])}"
    lead = next((each for each in CHECKS if each in value and "key" not in value), None)
    return str(CHECKS[lead]) if lead else str(value.get("key") or value.get("id") or "")


def place_of(method: Mapping[str, Any], where: Path) -> str:
    """`Kinds of note › Lesson › Name › in Swedish`; what has no name of its own by its key."""
    said: list[str] = []
    for depth in range(1, len(where) + 1):
        step, at = where[depth - 1], where[:depth]
        if isinstance(step, int):
            try:
                said.append(name_at(method, at) or str(step + 1))
            except LookupError:
                said.append(str(step + 1))
        else:
            said.append(_said_of(step, part_of(where[: depth - 1])))
    return " › ".join(said)


def _said_of(step: str, owner: str | None) -> str:
    part = PARTS.get(owner or "")
    for each in part.listings if part else ():
        if each.name == step:
            return str(each.label)
    for member in part.members if part else ():
        if member.name == step:
            return PartForm.label_of(member)
    return str(PARTS[step].label if step in SINGLE.get(owner or "", ()) else IN.get(step, step))


def _nearest(own: OwnMethod, method: Mapping[str, Any], where: Path) -> str:
    """The page on which this can be put right."""
    for depth in range(len(where), 0, -1):
        if part_of(where[:depth]) is not None:
            try:
                found = part_at(method, where[:depth])
            except LookupError:
                continue
            if isinstance(found, Mapping):
                return address(own, "edit", where[:depth])
    is_list = len(where) == 1 and any(each.name == where[0] for each in PARTS["method"].listings)
    return f"{address(own, 'page')}#{where[0]}" if is_list else address(own, "edit")


def seen_parts(own: OwnMethod, method: Mapping[str, Any]) -> dict[str, Any]:
    """The whole method by its parts."""
    return {
        "texts": {"url": address(own, "edit"), "missing": [str(IN[each]) for each in missing_in(value_at(method, ()))]},
        "listings": [seen_listing(own, method, (), each) for each in PARTS["method"].listings if each.when(method)],
        "example": _seen_example(own, method["example"]) if "example" in method else None,
        "own_kinds": _seen_own_kinds(own, method),
    }


def _seen_own_kinds(own: OwnMethod, method: Mapping[str, Any]) -> dict[str, Any] | None:
    """How many kinds people may name on a board, where they may; nothing where the layout has no room for them."""
    named = method.get("own_kinds")
    if named is None and method["layout"] != "columns":
        return None
    return {
        "most": named["most"] if named else 0,
        "missing": [str(IN[each]) for each in missing_in(named)] if named else [],
        "url": address(own, "edit", ("own_kinds",)),
        "deed_url": address(own, "deed", ("own_kinds",)),
    }


def _seen_example(own: OwnMethod, example: Mapping[str, Any]) -> dict[str, Any]:
    """The worked example: what it is called, how many notes, in which languages something of it is missing."""
    whole = [example, *(part for each in ("notes", "links", "themes") for part in example.get(each, ()))]
    lacking = {language for part in whole for language in missing_in(part)}
    return {
        "title": name_of(example),
        "notes": len(example.get("notes", ())),
        "missing": [str(IN[each]) for each in IN if each in lacking],
        "url": address(own, "edit", ("example",)),
        "deed_url": address(own, "deed", ("example",)),
    }


def seen_sample(board: Board | None) -> dict[str, str] | None:
    """The board on which the draft was tried, as it can be led to."""
    return {"title": board.title, "url": url_for("board.page", board_id=board.id)} if board else None
