"""Our own JSON: an artefact, with every note's kind, place and typed fields, and the arrows between them."""

from __future__ import annotations

from facilitator.bringing.brought import Brought, BroughtLink, BroughtNote, Listed
from facilitator.bringing.canvas import links_of
from facilitator.bringing.json_text import Object, number_of, objects, parse, text_of

SCHEMA = "urn:facilitator:artefact:1"
FIELDS_ASIDE = ("cluster", "votes", "alternatives")


def read(body: bytes) -> Brought:
    """Raises Unreadable (`file.json`)."""
    return read_artefact(parse(body))


def is_artefact(value: Object) -> bool:
    """Whether it says that it is one."""
    return value.get("schema") == SCHEMA


def read_artefact(value: Object) -> Brought:
    """The same of JSON that has been parsed. Votes stay behind: they were given once, by those who were there."""
    notes: list[BroughtNote] = []
    skipped: list[Listed] = []
    remarks: list[Listed] = []
    for row, item in enumerate(objects(value.get("items")), 1):
        text, place = text_of(item.get("text")), item.get("place")
        if not text.strip():
            skipped.append(Listed(row, "row.no_text"))
            continue
        where = place if isinstance(place, dict) else {}
        notes.append(
            BroughtNote(
                row=row,
                key=text_of(item.get("id")),
                text=text,
                kind=text_of(item.get("kind")),
                zone=text_of(where.get("zone")),
                x=number_of(where.get("x")),
                y=number_of(where.get("y")),
                fields=_fields(item),
                lang=text_of(item.get("lang")) or None,
            )
        )
        remarks += [Listed(row, "own.aside", {"what": name}) for name in FIELDS_ASIDE if item.get(name)]
    wanted = (_link(row, each) for row, each in enumerate(objects(value.get("relations")), 1))
    links, loose = links_of(wanted, {note.key for note in notes}, set())
    return Brought(notes=notes, links=links, skipped=[*skipped, *loose], remarks=remarks)


def _fields(item: Object) -> Object:
    """Evidence stands beside them in an artefact, and among them on a board."""
    fields = item.get("fields")
    found = dict(fields) if isinstance(fields, dict) else {}
    return found | {"evidence": item["evidence"]} if item.get("evidence") else found


def _link(row: int, relation: Object) -> BroughtLink:
    return BroughtLink(
        row=row,
        key=text_of(relation.get("id")),
        source=text_of(relation.get("from")),
        target=text_of(relation.get("to")),
        kind=text_of(relation.get("kind")),
        label=text_of(relation.get("label")),
        state=text_of(relation.get("state")),
    )
