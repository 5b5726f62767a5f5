"""A table, whoever wrote it: its head, its rows with their numbers, and which column is what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.bringing.brought import MOST_NOTES, Brought, BroughtNote, Listed, Unreadable

MOST_COLUMNS = 200
FEWEST = 3  # cells of a row that may be a title above a table
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
    """Rows under one head. encoding, separator: how a CSV was read, so that people can see whether it was right.

    spread: row, column and value of cells that are one with a cell above them, which has the value.
    """

    head: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]
    encoding: str = ""
    separator: str = ""
    remarks: Sequence[Listed] = ()
    spread: Sequence[tuple[int, int, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column, from 0, holds what; fields: by the key of a typed field."""

    text: int
    kind: int | None = None
    zone: int | None = None
    fields: Mapping[str, int] = field(default_factory=dict)


def table_of(records: Sequence[tuple[int, Sequence[str]]], remarks: Sequence[Listed] = ()) -> Table:
    """The first record that is not empty is the head; empty ones after it are nothing. Raises Unreadable.

    Before it there may be titles, as people write them above a table: they are remarked.
    """
    filled = [(number, cells) for number, cells in records if any(cell.strip() for cell in cells)]
    if not filled:
        raise Unreadable("file.empty")
    titles = _titles([cells for _, cells in filled])
    said = [Listed(number, "row.title", {"text": _first(cells)[:80]}) for number, cells in filled[:titles]]
    filled = filled[titles:]
    head = [cell.strip() for cell in filled[0][1]]
    while head and not head[-1]:
        head.pop()
    if len(head) > MOST_COLUMNS:
        raise Unreadable("file.columns", limit=MOST_COLUMNS, found=len(head))
    return Table(head=head, rows=filled[1:], remarks=[*said, *remarks])


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
    above = {(row, column): value for row, column, value in table.spread}

    def told(number: int, cells: Sequence[str], at: int | None) -> str:
        return (_cell(cells, at) or above.get((number, -1 if at is None else at), "")).strip()

    for number, cells in table.rows:
        beyond = [cell for cell in cells[len(table.head) :] if cell.strip()]
        if beyond:
            skipped.append(Listed(number, "row.long", {"cells": len(cells), "columns": len(table.head)}))
            continue
        text = _cell(cells, columns.text)
        if not text.strip():
            skipped.append(Listed(number, "row.no_text"))
            continue
        given = {key: told(number, cells, at) for key, at in columns.fields.items()}
        notes.append(
            BroughtNote(
                row=number,
                text=text,
                kind=told(number, cells, columns.kind),
                zone=told(number, cells, columns.zone),
                fields={key: value for key, value in given.items() if value},
            )
        )
    return Brought(notes=notes, skipped=skipped, remarks=table.remarks)


def _titles(rows: Sequence[Sequence[str]]) -> int:
    """How many rows of one cell stand above the first that has more; a word that heads a column heads one."""
    known = {word for words in GUESSES.values() for word in words}
    for at, cells in enumerate(rows):
        if sum(bool(cell.strip()) for cell in cells) > 1:
            return at
        if len(cells) < FEWEST or _first(cells).casefold() in known:
            break
    return 0


def _first(cells: Sequence[str]) -> str:
    return next((cell.strip() for cell in cells if cell.strip()), "")


def _cell(cells: Sequence[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def _letters(table: Table, column: int) -> int:
    return sum(sum(map(str.isalpha, _cell(cells, column))) for _, cells in table.rows[:50])
