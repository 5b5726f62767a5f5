"""What an artefact's files say, read back as a program or a reader of Markdown would: {(field, item): text}."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import Any

from facilitator.artefacts.formats.csv import SEPARATORS, from_cell
from facilitator.artefacts.formats.words import say
from tests.artefacts.test_markdown import read as read_inline

Found = dict[tuple[str, str], str]

_ESCAPED_END = re.compile(r"(?:^|[^\\])(?:\\\\)*\\$")  # a backslash that is not itself escaped: the line goes on


def from_json(artefact: dict[str, Any], text_field: str) -> Found:
    """As the API gives it."""
    found: Found = {("text", each["id"]): each["text"] for each in artefact["items"]}
    found |= {("field", each["id"]): each["fields"].get(text_field, "") for each in artefact["items"]}
    found |= {("label", each["id"]): each["label"] or "" for each in artefact["relations"]}
    found |= {("cluster", each["id"]): each["title"] for each in artefact["clusters"]}
    found |= {("ballot", each["ballot"]): each["title"] for each in artefact["votes"]}
    return found | {
        ("title", each["id"]): each["title"] for each in artefact["zones"] if isinstance(each["title"], str)
    }


def from_csv(archive: bytes, language: str, entity: str, field_title: str) -> Found:
    """From the tables in the zip, with the leading apostrophe taken off."""
    with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
        assert zipped.testzip() is None
        rows = {name.removesuffix(".csv"): _rows(zipped.read(name).decode(), language) for name in zipped.namelist()}
    found: Found = {}
    for table, noun, column in (
        (entity, "text", say("text", language)),
        (entity, "field", field_title),
        ("relations", "label", say("label", language)),
        ("clusters", "cluster", say("cluster", language)),
        ("votes", "ballot", say("ballot", language)),
        ("zones", "title", say("zone", language)),
    ):
        head, *body = rows[table]
        found |= {(noun, row[0]): from_cell(row[head.index(column)]) for row in body}
    return found


def from_markdown(report: str, language: str, artefact: dict[str, Any], text_field: str, field_title: str) -> Found:
    """From the report. It names no ids, so what is read is counted off against the artefact, in its order."""
    parts: dict[str, list[str]] = {}
    for line in _lines(report):
        if line.startswith("## "):
            parts[line[3:]] = []
        elif parts:
            parts[list(parts)[-1]].append(line)
    notes = parts[say("heading_notes", language)]
    texts = [_after(line, ":** ", "  ") for line in notes if line.startswith("- **")]
    fields = [_after(line, f"  - {field_title}: ", "    ") for line in notes if line.startswith(f"  - {field_title}: ")]
    zones = [_heading(line) for line in notes if line.startswith("### ")]
    relations = [line for line in parts.get(say("table_relations", language), ()) if line]
    return {
        **_counted("text", [each["id"] for each in artefact["items"]], texts),
        **_counted("field", [each["id"] for each in artefact["items"] if text_field in each["fields"]], fields),
        **_counted("label", [each["id"] for each in artefact["relations"]], list(map(_label, relations))),
        **_counted("cluster", [each["id"] for each in artefact["clusters"]], _headings(parts, "clusters", language)),
        **_counted("ballot", [each["ballot"] for each in artefact["votes"]], _headings(parts, "votes", language)),
        **_counted("title", [each["id"] for each in artefact["zones"] if _is_heading(each, artefact)], zones),
    }


def _counted(noun: str, ids: list[str], texts: list[str]) -> Found:
    return {(noun, item): text for item, text in zip(ids, texts, strict=True)}


def _is_heading(zone: dict[str, Any], artefact: dict[str, Any]) -> bool:
    """Phases and plain zones are; the one for what is not placed only when something lies there."""
    if zone["id"] == "zone:unplaced":
        return any(item["place"]["zone"] == zone["id"] for item in artefact["items"])
    return zone.get("axis", "phase") == "phase" and "phase" not in zone


def _rows(text: str, language: str) -> list[list[str]]:
    plain = io.StringIO(text.removeprefix("\ufeff"), newline="")
    return list(csv.reader(plain, delimiter=SEPARATORS[language]))


def _lines(report: str) -> list[str]:
    """Lines as they stand in the file; those that a hard break joins are one."""
    lines: list[str] = []
    goes_on = False
    for line in report.split("\n"):
        if goes_on:
            lines[-1] += f"\n{line}"
        else:
            lines.append(line)
        goes_on = bool(_ESCAPED_END.search(line))
    return lines


def _after(line: str, mark: str, indent: str) -> str:
    return read_inline(line.partition(mark)[2], indent)


def _heading(line: str) -> str:
    return read_inline(line.removeprefix("### "))


def _headings(parts: dict[str, list[str]], table: str, language: str) -> list[str]:
    return [_heading(line) for line in parts.get(say(f"table_{table}", language), ()) if line.startswith("### ")]


def _label(line: str) -> str:
    """`- a – next → b: label`."""
    return read_inline(line.partition(" → b")[2].removeprefix(": "))
