"""CSV, as spreadsheets of any language write it: its encoding, its separator, line breaks in cells, `sep=` first."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from itertools import islice

from facilitator.artefacts.formats.csv import as_text, from_cell
from facilitator.bringing.brought import Unreadable
from facilitator.bringing.encodings import decode
from facilitator.bringing.tables import Table, table_of

SEPARATORS = (";", "\t", ",", "|")
MOST_ROWS = 200_000  # that are counted before the answer is that there are too many
SAMPLE_ROWS = 50

_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read(body: bytes) -> Table:
    """The table. Raises Unreadable: its encoding, a quotation mark that nothing closes, no rows or too many."""
    text, encoding = decode(body)
    return read_text(text, encoding)


def read_text(text: str, encoding: str = "", separator: str | None = None) -> Table:
    """The same of text, such as was pasted. separator: where it is known already."""
    said = _SAID.match(text)
    skipped = 0
    if said:
        text, skipped = text[said.end() :], 1
    between = said[1] if said else separator or guess_separator(text)
    return replace(table_of(_records(text, between, skipped)), encoding=encoding, separator=between)


def first_rows(text: str, separator: str) -> list[list[str]]:
    """The first rows that are not empty, as this separator cuts them; none where its quotation marks are not closed."""
    rows = filter(None, csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    try:
        return list(islice(rows, SAMPLE_ROWS))
    except csv.Error:
        return []


def guess_separator(text: str) -> str:
    """The one that cuts the first rows into most columns, rows of one length counting for more."""

    def columns(separator: str) -> tuple[int, int]:
        lengths = [len(row) for row in first_rows(text, separator)]
        alike = sum(length == lengths[0] for length in lengths) if lengths and lengths[0] > 1 else 0
        return (alike, lengths[0] if lengths else 0)

    best = max(SEPARATORS, key=columns)
    return best if columns(best)[1] > 1 else ";"


def _records(text: str, separator: str, skipped: int) -> list[tuple[int, list[str]]]:
    """Each row with the number of the line it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    records: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            records.append((begins + skipped, [_unmarked(cell) for cell in cells]))
            begins = reader.line_num + 1
            if len(records) > MOST_ROWS:
                raise Unreadable("file.rows", limit=MOST_ROWS, found=len(records))
    except csv.Error as fault:
        code = "cell.long" if "field larger" in str(fault) else "csv.quotes"
        raise Unreadable(code, row=begins + skipped) from None
    return records


def _unmarked(cell: str) -> str:
    """Without the apostrophe by which our own tables keep a text from being a formula; any other stays."""
    text = from_cell(cell)
    return text if as_text(text) == cell else cell
