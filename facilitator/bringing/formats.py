"""Which format a file is in, told by what it holds; its name is asked only where that says nothing."""

from __future__ import annotations

from facilitator.bringing import canvas, csv, excalidraw, own, own_tables, pasted, xlsx
from facilitator.bringing.brought import MOST_BYTES, MOST_NOTES, Brought, Unreadable
from facilitator.bringing.encodings import decode, unmarked_utf16
from facilitator.bringing.json_text import parse
from facilitator.bringing.tables import Table
from facilitator.engine.comments import MOST_COMMENTS

ZIP = b"PK\x03\x04"
JSON_NAMES = (".json", ".canvas", ".excalidraw", ".excalidrawlib")
TEXT_NAMES = (".txt", ".md")


def read(body: bytes, name: str = "") -> tuple[str, Brought | Table]:
    """The format and what was in the file. name: the file's; nothing for what was pasted. Raises Unreadable.

    What is too much to be brought is told here, where nobody else waits for it.
    """
    format_name, found = _read(body, name)
    if isinstance(found, Table) and len(found.rows) > MOST_NOTES:
        raise Unreadable("file.rows", limit=MOST_NOTES, found=len(found.rows))
    return format_name, found


def _read(body: bytes, name: str) -> tuple[str, Brought | Table]:
    if len(body) > MOST_BYTES:
        raise Unreadable("file.large", limit=MOST_BYTES >> 20)
    if not body.strip():
        raise Unreadable("file.empty")
    if body.startswith(ZIP) and own_tables.is_ours(body):
        return "tables", own_tables.read(body)
    if body.startswith((ZIP, xlsx.OLD_OR_LOCKED)):
        return "xlsx", xlsx.read(body)
    ending = name.lower()
    if ending.endswith(JSON_NAMES) or (not name and body.lstrip().startswith(b"{")):
        return _json(body)
    if not name or ending.endswith(TEXT_NAMES):
        return "text", pasted.read(decode(body)[0])
    if b"\0" in body and not body.startswith((b"\xff\xfe", b"\xfe\xff")) and not unmarked_utf16(body):
        raise Unreadable("file.unknown")
    return "csv", csv.read(body)


def _json(body: bytes) -> tuple[str, Brought]:
    value = parse(body)
    for name, is_it, reading in (
        ("artefact", own.is_artefact, own.read_artefact),
        ("excalidraw", excalidraw.is_drawing, excalidraw.read_drawing),
        ("canvas", canvas.is_canvas, canvas.read_canvas),
    ):
        if is_it(value):
            brought = reading(value)
            if not brought.found and not brought.frames:
                raise Unreadable("file.empty")
            most = max(map(len, (brought.notes, brought.links, brought.themes, brought.ballots)))
            if most > MOST_NOTES:
                raise Unreadable("file.rows", limit=MOST_NOTES, found=most)
            said = len(brought.comments) + sum(len(each.answers) for each in brought.comments)
            if said > MOST_COMMENTS:
                raise Unreadable("file.comments", limit=MOST_COMMENTS, found=said)
            return name, brought
    raise Unreadable("file.unknown")
