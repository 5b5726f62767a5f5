"""A table, whoever wrote it: its head, its rows with their numbers, and which column is what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.bringing.brought import MOST_NOTES, Brought, BroughtNote, Listed, Unreadable

MOST_COLUMNS = 200
GUESSES: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "teksti", "lappu", "note", "lapp", "content", "sisältö", "innehåll", "comment-body", "comment",
        "kommentti", "kommentar", "statement", "väite", "kuvaus", "description", "beskrivning", "title", "otsikko",
        "rubrik", "name", "nimi", "namn",
    ),
    "kind": ("kind", "laji", "slag", "type", "tyyppi", "typ"),
    "zone": (
        "zone", "place", "paikka", "plats", "alue", "område", "area", "frame", "column", "sarake", "group", "ryhmä",
        "vaihe", "phase", "fas",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under one head. encoding, separator: how a CSV was read, so that people can see whether it was right."""

    head: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]
    encoding: str = ""
    separator: str = ""
    remarks: Sequence[Listed] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column, from 0, holds what; fields: by the key of a typed field."""

    text: int
    kind: int | None = None
    zone: int | None = None
    fields: Mapping[str, int] = field(default_factory=dict)


def table_of(records: Sequence[tuple[int, Sequence[str]]], **how: object) -> Table:
    """The first record that is not empty is the head; empty ones after it are nothing. Raises Unreadable."""
    filled = [(number, cells) for number, cells in records if any(cell.strip() for cell in cells)]
    if not filled:
        raise Unreadable("file.empty")
    head = [cell.strip() for cell in filled[0][1]]
    while head and not head[-1]:
        head.pop()
    if len(head) > MOST_COLUMNS:
        raise Unreadable("file.columns", limit=MOST_COLUMNS, found=len(head))
    return Table(head=head, rows=filled[1:], **how)  # type: ignore[arg-type]


def guess_columns(table: Table, fields: Mapping[str, Sequence[str]] | None = None) -> Columns:
    """By the words of the head; for the text, where none of them is there, the column with the longest texts.

    fields: by the key of a typed field, what it may be called.
    """
    heads = [head.casefold() for head in table.head]
    found: dict[str, int] = {}
    for what, words in GUESSES.items():
        place = next((heads.index(word) for word in words if word in heads), None)
        if place is not None and place not in found.values():
            found[what] = place
    if "text" not in found:
        rest = [column for column in range(len(heads)) if column not in found.values()]
        found["text"] = max(rest or [0], key=lambda column: (_letters(table, column), -column))
    taken = set(found.values())
    typed: dict[str, int] = {}
    for key, names in (fields or {}).items():
        called = {key.casefold(), *(name.casefold() for name in names)}
        place = next((at for at, head in enumerate(heads) if head in called and at not in taken), None)
        if place is not None:
            typed[key] = place
            taken.add(place)
    return Columns(text=found["text"], kind=found.get("kind"), zone=found.get("zone"), fields=typed)


def notes_of(table: Table, columns: Columns) -> Brought:
    """A note of each row. A row with a cell beyond the head is left behind: nobody knows which cell is which.

    Raises Unreadable (`file.rows`) above MOST_NOTES rows, (`column.unknown`) for a column that is not there.
    """
    asked = [columns.text, columns.kind, columns.zone, *columns.fields.values()]
    if any(at is not None and not 0 <= at < len(table.head) for at in asked):
        raise Unreadable("column.unknown")
    if len(table.rows) > MOST_NOTES:
        raise Unreadable("file.rows", limit=MOST_NOTES, found=len(table.rows))
    notes: list[BroughtNote] = []
    skipped: list[Listed] = []
    for number, cells in table.rows:
        beyond = [cell for cell in cells[len(table.head) :] if cell.strip()]
        if beyond:
            skipped.append(Listed(number, "row.long", {"cells": len(cells), "columns": len(table.head)}))
            continue
        text = _cell(cells, columns.text)
        if not text.strip():
            skipped.append(Listed(number, "row.no_text"))
            continue
        given = {key: _cell(cells, at).strip() for key, at in columns.fields.items()}
        notes.append(
            BroughtNote(
                row=number,
                text=text,
                kind=_cell(cells, columns.kind).strip(),
                zone=_cell(cells, columns.zone).strip(),
                fields={key: value for key, value in given.items() if value},
            )
        )
    return Brought(notes=notes, skipped=skipped, remarks=table.remarks)


def _cell(cells: Sequence[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def _letters(table: Table, column: int) -> int:
    return sum(sum(map(str.isalpha, _cell(cells, column))) for _, cells in table.rows[:50])
