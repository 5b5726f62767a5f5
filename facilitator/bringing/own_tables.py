"""The zip of tables that we write of an artefact: its notes with what the cells say, their pictures, relations, themes.

Cells are in words of one of three languages. What a word means is found out when the notes go to a board.
"""

from __future__ import annotations

import base64
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from facilitator.artefacts.formats.words import WORDS
from facilitator.bringing import csv, own
from facilitator.bringing.brought import (
    MOST_NOTES,
    Brought,
    BroughtLink,
    BroughtNote,
    BroughtTheme,
    Listed,
    Unreadable,
    links_of,
)
from facilitator.bringing.json_text import number_of

MOST_UNPACKED = 32 << 20
MOST_PARTS, MOST_ROWS = 2_000, 200_000
MOST_PICTURE = 5 << 20
SIGNS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")  # how the pictures that we write begin
RELATIONS, CLUSTERS = "relations.csv", "clusters.csv"
ALWAYS = frozenset({"README.txt", RELATIONS, CLUSTERS, "provenance.csv"})
TOLD = (
    "id",
    "kind",
    "text",
    "lang",
    "zone",
    "phase",
    "lane",
    "x",
    "y",
    "cluster",
    "votes",
    "voices",
    "alternatives",
    "entity_id",
    "came_from",
    "merged",
)
PICTURED = ("picture_file", "picture")  # columns that are there where a note has a picture
ABOUT = {
    RELATIONS: ("id", "from_id", "to_id", "relation", "label", "state"),
    CLUSTERS: ("cluster_id", "cluster", "note_id"),
}
NOTES = frozenset({"id", "kind", "text", "zone"})  # the columns by which a table is known to hold notes
# What zipfile raises of a file that is damaged, encrypted, or packed in a way that it does not know.
FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError)

Row = Mapping[str, str]


def is_ours(body: bytes) -> bool:
    """Whether a zip has the tables that ours always has."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return set(archive.namelist()) >= ALWAYS
    except FAULTS:
        return False


def read(body: bytes) -> Brought:
    """Raises Unreadable: broken, or too much in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = dict(_parts(archive))
            tables = dict(_tables(parts))
    except FAULTS:
        raise Unreadable("zip.broken") from None
    notes: list[BroughtNote] = []
    skipped: list[Listed] = []
    remarks: list[Listed] = []
    for rows in tables.values():
        for number, row in rows:
            if not row.keys() >= NOTES:
                continue
            if row["text"].strip():
                notes.append(_note(number, row))
                remarks += _aside(number, row, parts)
            else:
                skipped.append(Listed(number, "row.no_text"))
    if len(notes) > MOST_NOTES:
        raise Unreadable("file.rows", limit=MOST_NOTES, found=len(notes))
    relations = (_link(number, row) for number, row in tables[RELATIONS])
    links, loose = links_of(relations, {note.key for note in notes}, set())
    named = {note.picture for note in notes} & parts.keys()
    return Brought(
        notes=notes,
        links=links,
        themes=_themes(tables[CLUSTERS]),
        pictures={name: base64.b64encode(parts[name]).decode() for name in named if _can_be_picture(parts[name])},
        skipped=[*skipped, *loose],
        remarks=remarks,
    )


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Each by its name, as long as all of them together are not too much."""
    left = MOST_UNPACKED
    if len(archive.infolist()) > MOST_PARTS:
        raise Unreadable("zip.large")
    for name in archive.namelist():
        with archive.open(name) as part:
            body = part.read(left + 1)
        left -= len(body)
        if left < 0:
            raise Unreadable("zip.large")
        yield name, body


def _tables(parts: Mapping[str, bytes]) -> Iterator[tuple[str, list[tuple[int, Row]]]]:
    """Each table by its name, its rows by what their columns mean; a column of a typed field goes by its head."""
    rows = MOST_ROWS
    for name, body in parts.items():
        if name.endswith(".csv"):
            table = csv.read(body)
            rows -= len(table.rows)
            if rows < 0:
                raise Unreadable("zip.large")
            head = list(_meanings(table.head, ABOUT.get(name, TOLD)))
            yield name, [(number, dict(zip(head, cells, strict=False))) for number, cells in table.rows]


def _can_be_picture(body: bytes) -> bool:
    """Whether it begins like one, and is not more than one may have; what it holds is seen when it is painted anew."""
    return body.startswith(SIGNS) and len(body) <= MOST_PICTURE


def _meanings(heads: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    """The names of our own columns, whatever the language; of the others their heads. Ours come first."""
    known = {word.casefold(): name for name in names for word in WORDS[name].values()}
    pictured = {word.casefold(): name for name in PICTURED for word in WORDS[name].values()}
    if PICTURED[0] in {pictured.get(head.casefold()) for head in heads}:
        known |= pictured
    meant = [known.get(head.casefold(), head) for head in heads]
    strips = _strips(meant)
    meant[strips] = ("phase", "lane")[: strips.stop - strips.start]
    found: set[str] = set()
    for head, name in zip(heads, meant, strict=True):
        yield head if name in found else name
        found.add(name)


def _strips(meant: Sequence[str]) -> slice:
    """Where a matrix' column and row stand, under whatever words its method has for them: between place and theme."""
    if "zone" in meant and "cluster" in meant:
        begin, end = meant.index("zone") + 1, meant.index("cluster")
        if end - begin == 2 and "x" not in meant:
            return slice(begin, end)
    return slice(0, 0)


def _note(number: int, row: Row) -> BroughtNote:
    fields = {name: value.strip() for name, value in row.items() if name not in (*TOLD, *PICTURED) and value.strip()}
    return BroughtNote(
        row=number,
        key=row["id"],
        text=row["text"],
        kind=row["kind"],
        zone=row["zone"],
        x=_figure(row.get("x", "")),
        y=_figure(row.get("y", "")),
        is_placed=True,
        fields=fields,
        lang=row.get("lang") or None,
        voices=own.voices_of(_figure(row.get("voices", ""))),
        picture=row.get(PICTURED[0], ""),
        shows="" if row.get(PICTURED[1]) in WORDS["picture_unsaid"].values() else row.get(PICTURED[1], ""),
    )


def _aside(number: int, row: Row, parts: Mapping[str, bytes]) -> Iterator[Listed]:
    if row.get("votes", "0") not in ("", "0"):
        yield Listed(number, "own.votes")
    if row.get("entity_id"):
        yield Listed(number, "own.register")
    if row.get("alternatives"):
        yield Listed(number, "own.alternatives")
    if row.get("merged"):
        yield Listed(number, "own.merged")
    if any(row.get(name) for name in PICTURED) and not _can_be_picture(parts.get(row.get(PICTURED[0], ""), b"")):
        yield Listed(number, "own.picture")


def _link(number: int, row: Row) -> BroughtLink:
    return BroughtLink(
        row=number,
        key=row.get("id", ""),
        source=row.get("from_id", ""),
        target=row.get("to_id", ""),
        kind=row.get("relation", ""),
        label=row.get("label", ""),
        state=row.get("state", ""),
    )


def _themes(rows: list[tuple[int, Row]]) -> list[BroughtTheme]:
    """A theme has a row for each of its notes, or one without."""
    themes: dict[str, BroughtTheme] = {}
    for number, row in rows:
        key, note = row.get("cluster_id", ""), row.get("note_id", "")
        theme = themes.get(key) or BroughtTheme(row=number, key=key, title=row.get("cluster", ""), notes=())
        themes[key] = replace(theme, notes=[*theme.notes, *([note] if note else [])])
    return list(themes.values())


def _figure(cell: str) -> float | None:
    return number_of(int(cell)) if cell.isascii() and cell.isdigit() and len(cell) < 6 else None
