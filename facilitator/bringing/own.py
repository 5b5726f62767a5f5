"""Our own JSON: an artefact, with every note's kind, place and typed fields, and the arrows between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.bringing.brought import Brought, BroughtLink, BroughtNote, BroughtTheme, Listed, links_of
from facilitator.bringing.json_text import Object, number_of, objects, parse, text_of
from facilitator.bringing.own_said import ballots_of, comments_of, unbrought
from facilitator.bringing.own_shape import origin_of, shape_of

MOST_VOICES = 999
MOST_LEFT_OUT = 20_000  # as many notes as a board ever has
SCHEMA = "urn:facilitator:artefact:1"
READ = 101  # of a list that a note has: one more than a board takes, so that it is known that there are too many


def read(body: bytes) -> Brought:
    """Raises Unreadable (`file.json`)."""
    return read_artefact(parse(body))


def is_artefact(value: Object) -> bool:
    """Whether it says that it is one."""
    return value.get("schema") == SCHEMA


def read_artefact(value: Object) -> Brought:
    """The same of JSON that has been parsed. Of a ballot its sums come: votes are in no file."""
    notes: list[BroughtNote] = []
    skipped: list[Listed] = []
    for row, item in enumerate(objects(value.get("items")), 1):
        if not text_of(item.get("text")).strip():
            skipped.append(Listed(row, "row.no_text"))
            continue
        notes.append(note_of(row, item))
    wanted = (_link(row, each) for row, each in enumerate(objects(value.get("relations")), 1))
    links, loose = links_of(wanted, {note.key for note in notes}, set())
    themes = [theme_of(row, each) for row, each in enumerate(objects(value.get("clusters")), 1)]
    comments, mute = comments_of(value)
    ballots, unheld = ballots_of(value)
    return Brought(
        notes=notes,
        links=links,
        themes=themes,
        comments=comments,
        ballots=ballots,
        shape=shape_of(value),
        left_out=left_out_of(value),
        skipped=[*skipped, *loose, *mute, *unheld],
        remarks=list(unbrought(value, ballots)),
    )


def note_of(row: int, item: Object) -> BroughtNote:
    """An item of an artefact."""
    place = item.get("place")
    where = place if isinstance(place, dict) else {}
    picture = item["picture"] if isinstance(item.get("picture"), dict) else {}
    return BroughtNote(
        row=row,
        key=text_of(item.get("id")),
        text=text_of(item.get("text")),
        kind=text_of(item.get("kind")),
        zone=text_of(where.get("zone")),
        called=_words(where.get("title")),
        x=number_of(where.get("x")),
        y=number_of(where.get("y")),
        is_placed=True,
        order=text_of(where.get("order")),
        angle=number_of(where.get("angle")),
        fields=_fields(item),
        lang=text_of(item.get("lang")) or None,
        voices=voices_of(item.get("voices")),
        alternatives=_texts(item.get("alternatives"))[:READ],
        merged=[
            {"id": text_of(each.get("id")), "text": text_of(each.get("text")), "lang": each.get("lang")}
            for each in objects(item.get("merged"))[:READ]
        ],
        entity=text_of(item.get("entity_id")),
        about=_texts(item.get("about"))[:READ],
        origin=origin_of(item),
        picture=text_of(picture.get("id")),
        shows=text_of(picture.get("description")),
        is_ground=picture.get("ground") is True,
    )


def voices_of(value: Any) -> int | None:
    """For how many it was entered; None where it was for nobody else, or where that cannot be."""
    count = number_of(value)
    return int(count) if count is not None and count == int(count) and 1 <= count <= MOST_VOICES else None


def left_out_of(value: Object) -> int:
    """How many notes had been left out of the output."""
    count = value.get("left_out")
    return count if type(count) is int and 1 <= count <= MOST_LEFT_OUT else 0


def theme_of(row: int, theme: Object) -> BroughtTheme:
    """A cluster of an artefact."""
    notes = theme.get("notes")
    keys = dict.fromkeys(map(text_of, notes)) if isinstance(notes, list) else {}
    return BroughtTheme(row=row, key=text_of(theme.get("id")), title=text_of(theme.get("title")), notes=list(keys))


def _texts(value: Any) -> list[str]:
    return [each for each in value if isinstance(each, str) and each] if isinstance(value, list) else []


def _words(title: Any) -> list[str]:
    words = title.values() if isinstance(title, Mapping) else [title]
    return [word for word in words if isinstance(word, str) and word]


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
