"""What lies on a board before anybody writes: notes that a method gives it, and the method's worked example.

Both are told in three languages in the method's file; a board gets them in its own. Texts are written as people would
write them, so that whoever opens the example sees what a good note looks like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.methods import members
from facilitator.methods.coherence import Fault, Path, fits
from facilitator.methods.reasons import because
from facilitator.methods.several import SEVERAL, are_names, names_in
from facilitator.methods.zones import order_key

Items = dict[str, dict[str, Any]]
_PLANE = validate.Range(min=0, max=10_000)
_SECRET_FROM = 5
MOST_POINTS = 200  # of a name, a reference, an address
MOST_SAID = 500  # of a text in a field
_TONGUES = ("fi", "sv", "en")


class GivenSchema(Schema):
    """A note that every new board of the method has, and that nobody changes."""

    key = fields.String(required=True, validate=members.key())
    kind = fields.String(required=True)
    zone = fields.String(required=True)
    text = members.text()
    fields_ = fields.Dict(keys=fields.String(), values=fields.Raw(), data_key="fields")


class ExampleNoteSchema(GivenSchema):
    """A note of the example. A cell is called `zone:<phase>/<lane>`.

    In `fields` a text is told in three languages, and a name where it is not the same in all; several names have a
    semicolon between them.
    """

    x = fields.Integer(strict=True, validate=_PLANE)
    y = fields.Integer(strict=True, validate=_PLANE)
    angle = fields.Integer(strict=True, validate=validate.Range(min=0, max=3_599))


class ExampleLinkSchema(Schema):
    """An arrow between two notes of the example."""

    source = fields.String(required=True, data_key="from")
    target = fields.String(required=True, data_key="to")
    kind = fields.String(required=True)
    state = fields.String()
    label = members.title(required=False)


class ExampleThemeSchema(Schema):
    """A theme and its notes."""

    title = members.title()
    notes = fields.List(fields.String(), required=True, validate=validate.Length(min=1))


class ExampleBallotSchema(Schema):
    """A ballot that is over: how many votes each note got, from how many people."""

    title = members.title()
    sums = fields.Dict(keys=fields.String(), values=fields.Integer(strict=True), required=True)
    voters = fields.Integer(required=True, strict=True, validate=validate.Range(min=1))


class ExampleSchema(Schema):
    """A board as a good workshop would leave it. `names` are what zones are called there, by id."""

    title = members.title()
    question = members.text()
    names = fields.Dict(keys=fields.String(), values=members.title())
    notes = fields.List(fields.Nested(ExampleNoteSchema), required=True, validate=validate.Length(min=1))
    links = fields.List(fields.Nested(ExampleLinkSchema))
    themes = fields.List(fields.Nested(ExampleThemeSchema))
    ballot = fields.Nested(ExampleBallotSchema)


def given_items(method: Mapping[str, Any], language: str) -> Items:
    """The fixed notes of a new board, by id: the same ids on every board, since they are the same goals."""
    notes = _notes(method, method.get("given", ()), "note:given-", language, {})
    return {note_id: {**note, "author": "system", "fixed": True} for note_id, note in notes.items()}


def example_items(method: Mapping[str, Any], language: str, author: str) -> Items:
    """What the example adds to a new board: names of zones, notes, arrows, themes, a ballot that is over.

    author: whom its notes are by.
    """
    example = method["example"]
    given = given_items(method, language)
    taken: dict[str, int] = {}
    for note in given.values():
        taken[note["zone"]] = taken.get(note["zone"], 0) + 1
    notes = _notes(method, example["notes"], "note:example-", language, taken)
    items: Items = {note_id: {**note, "author": author} for note_id, note in notes.items()}
    for index, link in enumerate(example.get("links", ())):
        told = {"from": _id(link["from"]), "to": _id(link["to"]), "kind": link["kind"], "author": author}
        told |= {"state": link["state"]} if "state" in link else {}
        items[f"link:example-{index}"] = told | ({"label": link["label"][language]} if "label" in link else {})
    for index, theme in enumerate(example.get("themes", ())):
        members_ = [_id(key) for key in theme["notes"]]
        items[f"cluster:example-{index}"] = {"title": theme["title"][language], "notes": members_, "author": author}
    if ballot := example.get("ballot"):
        items["ballot:example"] = _ballot(ballot, language)
    return items


def example_names(method: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """What the example calls the zones that it names anew."""
    return {zone_id: dict(title) for zone_id, title in method["example"].get("names", {}).items()}


def _id(key: str) -> str:
    """A key with a colon names a note that the method gives."""
    return f"note:given-{key.partition(':')[2]}" if key.startswith("given:") else f"note:example-{key}"


def _notes(method: Mapping[str, Any], told: Any, before: str, language: str, taken: dict[str, int]) -> Items:
    types = {kind["key"]: {field["key"]: field["type"] for field in kind["fields"]} for kind in method["kinds"]}
    items: Items = {}
    for note in told:
        item = {"kind": note["kind"], "text": note["text"][language], "lang": language, "zone": note["zone"]}
        place = {name: note[name] for name in ("x", "y", "angle") if name in note}
        if "x" not in place:
            place["order"] = order_key(taken.setdefault(note["zone"], 0))
            taken[note["zone"]] += 1
        said = note.get("fields", {})
        values = {name: _in(value, language, types[note["kind"]][name]) for name, value in said.items()}
        items[before + note["key"]] = {**item, **place, **({"fields": values} if values else {})}
    return items


def _in(value: Any, language: str, type_: str) -> Any:
    if not isinstance(value, Mapping):
        return value
    return names_in(value[language]) if type_ in SEVERAL else value[language]


def _ballot(ballot: Mapping[str, Any], language: str) -> dict[str, Any]:
    sums = {_id(key): count for key, count in ballot["sums"].items()}
    told = {"title": ballot["title"][language], "each": 3, "per_note": 1, "over": "notes", "open": False}
    return told | {"sums": dict(sorted(sums.items())), "voters": ballot["voters"], "secret": _is_secret(ballot)}


def _is_secret(ballot: Mapping[str, Any]) -> bool:
    return bool(ballot["voters"] >= _SECRET_FROM)


def example_faults(method: Mapping[str, Any]) -> Iterator[Fault]:
    """Where the example or the given notes do not agree with the rest of the method."""
    accepts = _accepts(method)
    yield from _note_faults(("given",), method.get("given", []), method, _accepts(method, is_given=True))
    example = method.get("example")
    if example is None:
        return
    where: Path = ("example",)
    yield from _note_faults((*where, "notes"), example["notes"], method, accepts)
    keys = {note["key"] for note in example["notes"]} | {f"given:{note['key']}" for note in method.get("given", [])}
    for zone_id in example.get("names", {}):
        if zone_id not in {zone["id"] for part in ("phases", "lanes", "zones") for zone in method.get(part, [])}:
            yield (*where, "names"), because("zone.unknown", name=zone_id)
    links, states = ([each["key"] for each in method[part]] for part in ("links", "link_states"))
    for index, link in enumerate(example.get("links", [])):
        for member, known in (("from", keys), ("to", keys), ("kind", links), ("state", states)):
            if member in link and link[member] not in known:
                yield (*where, "links", index, member), because("thing.unknown", name=link[member])
    yield from _circles((*where, "links"), example.get("links", []), method)
    for index, theme in enumerate(example.get("themes", [])):
        for key in theme["notes"]:
            if key not in keys:
                yield (*where, "themes", index), because("note.unknown", name=key)
    for key in example.get("ballot", {}).get("sums", {}):
        if key not in keys:
            yield (*where, "ballot", "sums"), because("note.unknown", name=key)


def _circles(where: Path, links: Any, method: Mapping[str, Any]) -> Iterator[Fault]:
    """Arrows of the example that lead back to where they began, though the method says that none of their kind does."""
    for kind in (each["key"] for each in method["links"] if each.get("acyclic")):
        order: TopologicalSorter[str] = TopologicalSorter()
        for link in links:
            if link["kind"] == kind:
                order.add(link["to"], link["from"])
        try:
            order.prepare()
        except CycleError as error:
            yield where, because("links.circle", kind=kind, notes=" → ".join(error.args[1]))


def _accepts(method: Mapping[str, Any], is_given: bool = False) -> dict[str, list[str]]:
    """The kinds that each zone takes, cells included. is_given: from the method, which a phase does not keep out."""
    found = {zone["id"]: zone["accepts"] for zone in method["zones"]}
    for phase in method.get("phases", []):
        for lane in method.get("lanes", []):
            only = lane["takes"] if is_given else phase.get("takes", lane["takes"])
            takes = [kind for kind in lane["takes"] if kind in only]
            found[f"{phase['id']}/{lane['id'].partition(':')[2]}"] = takes
    return found


def fits_there(method: Mapping[str, Any], kind: str, zone: str, place: Mapping[str, Any]) -> bool:
    """Whether a note of the example may be of this kind, in this zone, with these coordinates."""
    planes = {each["id"] for each in method["zones"] if each["sort"] == "plane"}
    return kind in _accepts(method).get(zone, []) and {"x", "y"} & place.keys() == (
        {"x", "y"} if zone in planes else set()
    )


def _note_faults(where: Path, notes: Any, method: Mapping[str, Any], accepts: dict[str, list[str]]) -> Iterator[Fault]:
    kinds = {kind["key"]: {field["key"]: field for field in kind["fields"]} for kind in method["kinds"]}
    planes = {zone["id"] for zone in method["zones"] if zone["sort"] == "plane"}
    seen: set[str] = set()
    for index, note in enumerate(notes):
        if note["key"] in seen:
            yield (*where, index, "key"), because("twice", name=note["key"])
        seen.add(note["key"])
        if note["kind"] not in accepts.get(note["zone"], []):
            yield (*where, index, "zone"), because("zone.not_taking", zone=note["zone"], kind=note["kind"])
        if {"x", "y"} & note.keys() != ({"x", "y"} if note["zone"] in planes else set()):
            yield (*where, index, "x"), because("place.plane")
        for name, value in note.get("fields", {}).items():
            field = kinds.get(note["kind"], {}).get(name)
            if lacking := _lacking(value):
                yield from (((*where, index, "fields", name, each), because("missing")) for each in lacking)
            elif field is None or not _says(field, value):
                yield (*where, index, "fields", name), because("value.unfit", value=repr(value), name=name)


def _says(field: Mapping[str, Any], value: Any) -> bool:
    match field["type"]:
        case "text":
            return _is_told(value) and all(isinstance(each, str) and len(each) <= MOST_SAID for each in value.values())
        case "choices":
            return isinstance(value, list) and bool(value) and all(fits(field, each) for each in value)
        case "number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "date":
            return isinstance(value, str) and len(value) == 10
        case "stakeholder" | "organisation" | "reference":
            told = value.values() if _is_told(value) else [value]
            return all(isinstance(each, str) and 0 < len(each) <= MOST_POINTS for each in told)
        case "stakeholders" | "organisations":
            lists = [names_in(each) for each in value.values()] if _is_told(value) else [value]
            return all(are_names(each) for each in lists)
        case "link":
            return isinstance(value, str) and 0 < len(value) <= MOST_POINTS
    return fits(field, value)


def _is_told(value: Any) -> bool:
    return isinstance(value, Mapping) and set(value) == set(_TONGUES) and all(value.values())


def _lacking(value: Any) -> list[str]:
    """The languages in which a text of a field is still to be written."""
    is_text = isinstance(value, Mapping) and set(value) <= set(_TONGUES)
    return [each for each in _TONGUES if is_text and not value.get(each)]
