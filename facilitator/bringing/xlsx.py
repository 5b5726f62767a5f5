"""XLSX: the first sheet that can be seen, as the values that were last shown. Nothing in it is computed or fetched.

A workbook is a zip of XML, so it may be a bomb twice over. What is unpacked is counted as it comes, whatever the zip
says of itself; XML with a document type, where entities would be declared, is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import PurePosixPath
from xml.parsers import expat

from facilitator.bringing.brought import Listed, Unreadable
from facilitator.bringing.tables import MOST_COLUMNS, Table, table_of

MOST_PARTS = 2_000
MOST_UNPACKED = 64 << 20
MOST_CELLS = 1_000_000
MOST_SPREAD = 100_000  # cells that say what the one above them says
MOST_ROW, MOST_COLUMN = 1_048_576, 16_384  # a sheet has no more
CHUNK = 65_536
FROM_1900, FROM_1904 = datetime(1899, 12, 30, tzinfo=UTC), datetime(1904, 1, 1, tzinfo=UTC)
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"  # a workbook of before 2007, or one with a password
DATE_FORMATS = {*range(14, 23), *range(45, 48)}  # that every workbook has
_DATE_SIGNS = re.compile(r"[dmyhs]", re.IGNORECASE)
_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    KeyError,
    EOFError,
    ValueError,
    OverflowError,
    NotImplementedError,  # a way of packing that is not known here
    RuntimeError,  # a part that is locked by a password
)
Start = Callable[[str, dict[str, str]], None]


def read(body: bytes) -> Table:
    """The table. Raises Unreadable: no workbook, locked, too large unpacked, no rows."""
    if body.startswith(OLD_OR_LOCKED):
        raise Unreadable("xlsx.locked")
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise Unreadable("xlsx.large")
            return _Workbook(archive).table()
    except FAULTS:
        raise Unreadable("xlsx.broken") from None


class _Workbook:
    """One open workbook, and how much of it may still be unpacked."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MOST_UNPACKED

    def table(self) -> Table:
        sheets, is_1904 = self._sheets()
        if not sheets:
            raise Unreadable("file.empty")
        path = sheets[0][1]
        strings = self._strings()
        days = self._day_styles()
        records, remarks, spread = self._records(path, strings, days, FROM_1904 if is_1904 else FROM_1900)
        remarks += [
            Listed(number, "sheet.other", {"sheet": name[:80]}) for number, (name, _) in enumerate(sheets[1:], 2)
        ]
        return replace(table_of(records, remarks), spread=spread)

    def _sheets(self) -> tuple[list[tuple[str, str]], bool]:
        """The names and paths of those that are not hidden, in order; and whether days are counted from 1904."""
        targets: dict[str, str] = {}
        named: list[tuple[str, str]] = []
        epochs: list[bool] = []

        def relation(name: str, given: dict[str, str]) -> None:
            if name == "Relationship" and given.get("TargetMode") != "External":
                targets[given.get("Id", "")] = given.get("Target", "")

        def sheet(name: str, given: dict[str, str]) -> None:
            if name == "sheet" and given.get("state", "visible") == "visible":
                key = next((value for member, value in given.items() if member.rpartition(":")[2] == "id"), "")
                named.append((given.get("name", ""), key))
            elif name == "workbookPr":
                epochs.append(given.get("date1904") in ("1", "true"))

        self._parse("xl/_rels/workbook.xml.rels", relation)
        self._parse("xl/workbook.xml", sheet)
        return [(name, _part(targets[key])) for name, key in named if key in targets], any(epochs)

    def _strings(self) -> list[str]:
        found: list[str] = []
        if "xl/sharedStrings.xml" not in self._archive.namelist():
            return found
        gather = _Gather()

        def start(name: str, _given: dict[str, str]) -> None:
            if name == "si":
                gather.begin()
            gather.enter(name)

        def end(name: str) -> None:
            gather.leave(name)
            if name == "si":
                found.append(gather.text())

        self._parse("xl/sharedStrings.xml", start, end, gather.hear)
        return found

    def _day_styles(self) -> set[int]:
        """The numbers of the styles that show a number as a day or a time."""
        codes: dict[int, str] = {}
        styles: list[int] = []
        within: list[str] = []
        if "xl/styles.xml" not in self._archive.namelist():
            return set()

        def start(name: str, given: dict[str, str]) -> None:
            within.append(name)
            if name == "numFmt":
                codes[int(given.get("numFmtId", "0"))] = given.get("formatCode", "")
            elif name == "xf" and "cellXfs" in within:
                styles.append(int(given.get("numFmtId", "0")))

        def end(_name: str) -> None:
            within.pop()

        self._parse("xl/styles.xml", start, end)
        return {
            at
            for at, style in enumerate(styles)
            if style in DATE_FORMATS or (style in codes and _DATE_SIGNS.search(_ASIDE.sub("", codes[style])))
        }

    def _records(
        self, path: str, strings: list[str], days: set[int], first_day: datetime
    ) -> tuple[list[tuple[int, list[str]]], list[Listed], list[tuple[int, int, str]]]:
        rows: dict[int, dict[int, str]] = {}
        remarks: list[Listed] = []
        areas: list[str] = []
        cell: dict[str, str] = {}
        gather = _Gather()

        def start(name: str, given: dict[str, str]) -> None:
            if name == "c":
                cell.clear()
                cell.update(given)
                gather.begin()
            elif name == "f":
                cell["formula"] = "yes"
            elif name == "mergeCell":
                areas.append(given.get("ref", ""))
            gather.enter(name)

        def end(name: str) -> None:
            gather.leave(name)
            if name != "c":
                return
            place = _place(cell.get("r", ""))
            value = _shown(cell, gather.text(), strings, days, first_day)
            if value and place[1] >= MOST_COLUMNS:
                raise Unreadable("file.columns", limit=MOST_COLUMNS, found=place[1] + 1)
            if value:
                rows.setdefault(place[0], {})[place[1]] = value
            elif "formula" in cell:
                remarks.append(Listed(place[0], "cell.formula", {"column": place[1] + 1}))

        self._parse(path, start, end, gather.hear)
        spread = _joined(rows, areas)
        if sum(max(row) + 1 for row in rows.values()) > MOST_CELLS:
            raise Unreadable("xlsx.large")
        return [(row, _filled(rows[row])) for row in sorted(rows)], remarks, spread

    def _parse(
        self,
        path: str,
        start: Start,
        end: Callable[[str], None] | None = None,
        hear: Callable[[str], None] | None = None,
    ) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        parser.StartElementHandler = lambda name, given: start(name.rpartition(":")[2], given)
        if end is not None:
            close = end
            parser.EndElementHandler = lambda name: close(name.rpartition(":")[2])
        if hear is not None:
            parser.CharacterDataHandler = hear
        for chunk in self._chunks(path):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def _chunks(self, path: str) -> Iterator[bytes]:
        with self._archive.open(path) as part:
            while chunk := part.read(CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise Unreadable("xlsx.large")
                yield chunk


class _Gather:
    """The text within `t` and `v` of what is being read; how it sounds aloud (`rPh`) is left aside."""

    def __init__(self) -> None:
        self._heard: list[str] = []
        self._listening = self._aside = 0

    def begin(self) -> None:
        self._heard.clear()

    def enter(self, name: str) -> None:
        self._aside += name == "rPh"
        self._listening += name in ("t", "v")

    def leave(self, name: str) -> None:
        self._aside -= name == "rPh"
        self._listening -= name in ("t", "v")

    def hear(self, text: str) -> None:
        if self._listening and not self._aside:
            self._heard.append(text)

    def text(self) -> str:
        return "".join(self._heard)


def _shown(cell: dict[str, str], text: str, strings: list[str], days: set[int], first_day: datetime) -> str:
    match cell.get("t", "n"):
        case "s":
            at = int(text or "-1")
            return strings[at] if 0 <= at < len(strings) else ""
        case "n" if text:
            return _figure(text, int(cell.get("s", "0")) in days, first_day)
        case "b":
            return "TRUE" if text == "1" else "FALSE"
    return text


def _figure(text: str, is_day: bool, first_day: datetime) -> str:
    number = float(text)
    if is_day and 0 <= number < 2_958_466:  # the end of the year 9999
        moment = first_day + timedelta(days=number)
        shown = moment + timedelta(microseconds=500_000)
        return shown.date().isoformat() if number == int(number) else shown.strftime("%Y-%m-%d %H:%M")
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)


def _place(reference: str) -> tuple[int, int]:
    """`C7` as row 7, column 2 from 0. ValueError if a sheet has no such cell."""
    found = _CELL.fullmatch(reference)
    if not found:
        raise ValueError("no cell")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(found[2])
    if not (0 < row <= MOST_ROW and column <= MOST_COLUMN):
        raise ValueError("no cell")
    return row, column - 1


def _joined(rows: dict[int, dict[int, str]], areas: Sequence[str]) -> list[tuple[int, int, str]]:
    """Cells that are one: the row that has the value is as wide as it looks, and those below it hear of it."""
    numbers, spread = sorted(rows), list[tuple[int, int, str]]()
    for area in areas:
        begins, _, ends = area.partition(":")
        (top, left), (bottom, right) = _place(begins), _place(ends or begins)
        value = rows.get(top, {}).get(left)
        if value is None:
            continue
        rows[top].setdefault(right, "")
        below = numbers[bisect_right(numbers, top) : bisect_right(numbers, bottom)]
        spread += [(row, left, value) for row in below]
        if len(spread) > MOST_SPREAD:
            raise Unreadable("xlsx.large")
    return spread


def _filled(row: dict[int, str]) -> list[str]:
    return [row.get(column, "") for column in range(max(row) + 1)]


def _part(target: str) -> str:
    """A path within the workbook; what leads out of it names no part and so is not found."""
    return target.removeprefix("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _refuse(*_declared: object) -> None:
    raise Unreadable("xlsx.broken")
