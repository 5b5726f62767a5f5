"""CSV: one table for each entity, and for relations, themes, votes, questions and the origin; zipped.

Finnish and Swedish spreadsheets take `;` between cells, a byte order mark before UTF-8, a decimal comma and days as
24.11.2026; English ones take `,`, no mark, a point and 2026-11-24. A cell that a spreadsheet would run as a formula is
made text by a leading apostrophe (OWASP; ASVS 5.0, 1.2.10).
"""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from facilitator.artefacts.formats.figures import figure
from facilitator.artefacts.formats.pictures import NO_PICTURES, Pictures, file_name
from facilitator.artefacts.formats.reader import Reader, Value
from facilitator.artefacts.formats.tables import Table, tables

SEPARATORS = {"fi": ";", "sv": ";", "en": ","}
BOM = {"fi": "\ufeff", "sv": "\ufeff", "en": ""}
TEXT_SIGN = "'"
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠") | {TEXT_SIGN}
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say: a time would change the bytes


def write(artefact: Mapping[str, Any], language: str, pictures: Pictures = NO_PICTURES) -> bytes:
    """The zip. Nothing in it depends on the machine: entries are stored, since compression differs by library."""
    reader = Reader(artefact, language)
    reader.files = {picture: file_name(picture, media_type) for picture, (media_type, _) in pictures.items()}
    files = {f"{table.name}.csv": sheet(table.rows, language) for table in tables(reader)}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as zipped:
        texts = {"README.txt": _readme(reader, tables(reader)), **files}
        bodies = {name: text.encode() for name, text in texts.items()}
        bodies |= {reader.files[picture]: body for picture, (_, body) in pictures.items()}
        for name, body in bodies.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            zipped.writestr(entry, body)
    return archive.getvalue()


def sheet(rows: Iterable[Sequence[Value]], language: str) -> str:
    """Rows as one CSV text; lines end in CRLF (RFC 4180)."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=SEPARATORS[language], lineterminator="\r\n")
    writer.writerows(
        [as_text(cell) if isinstance(cell, str) else figure(cell, language) for cell in row] for row in rows
    )
    return BOM[language] + lines.getvalue()


def as_text(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula; `from_cell` gives it back unharmed.

    A text that begins with the sign itself gets another one, else nobody could tell whose it is. Spaces and invisible
    signs before a formula do not hide it: some programs drop them.
    """
    visible = next((sign for sign in text if not _is_dropped(sign)), "")
    return TEXT_SIGN + text if text[:1] in FORMULA_STARTS or visible in FORMULA_STARTS else text


def from_cell(cell: str) -> str:
    """What `as_text` was given."""
    return cell.removeprefix(TEXT_SIGN)


def _is_dropped(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) == "Cf"


def _readme(reader: Reader, found: Iterable[Table]) -> str:
    marks = [reader.say("example_all_invented"), ""] if reader.artefact["provenance"]["is_example"] else []
    lines = [
        *marks,
        reader.say("readme"),
        reader.say("readme_files"),
        *(f"{table.name}.csv  {table.title}" for table in found),
        *(f"{name}  {reader.say('picture')}" for name in reader.files.values()),
    ]
    return "\r\n".join("\n".join(lines).split("\n")) + "\r\n"
