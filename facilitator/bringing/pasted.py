"""Pasted text: a note of each line, or a table where it was copied from a spreadsheet."""

from __future__ import annotations

import re

from facilitator.bringing import csv
from facilitator.bringing.brought import MOST_NOTES, Brought, BroughtNote, Unreadable
from facilitator.bringing.tables import GUESSES, Table

_BULLET = re.compile(r"\s*[-*•‣◦]\s+(?=\S)")


def read(text: str) -> Brought | Table:
    """Text whose first lines all have a tab comes from a spreadsheet and is a table; so does a CSV with semicolons,
    told by its head. Raises Unreadable.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines:
        raise Unreadable("file.empty")
    if len(lines) > 1 and all("\t" in line.strip() for line in lines[:2]):
        return csv.read_text(text)
    if _has_head(text):
        return csv.read_text(text, separator=";")
    return notes_of_lines(text)


def _has_head(text: str) -> bool:
    """Whether semicolons cut all of the first rows alike, under a head of which a cell is a word for the notes' texts.

    People write semicolons in sentences, too, with a blank after them: a sentence is never taken apart.
    """
    rows = csv.first_rows(text, ";")
    heads = [cell.strip().casefold() for cell in rows[0]] if len(rows) > 1 else []
    return (
        len(heads) > 1
        and all(heads)
        and any(head in GUESSES["text"] for head in heads)
        and all(len(row) == len(heads) for row in rows)
        and not any(cell.startswith(" ") for row in rows for cell in row[1:])
    )


def notes_of_lines(text: str) -> Brought:
    """A note of each line that is not empty, without the sign of a list before it. Raises Unreadable (`file.rows`)."""
    notes = [
        BroughtNote(row=number, text=_BULLET.sub("", line, count=1).strip())
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    if len(notes) > MOST_NOTES:
        raise Unreadable("file.rows", limit=MOST_NOTES, found=len(notes))
    return Brought(notes=notes)
