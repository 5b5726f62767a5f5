"""What an artefact's files say, each read back into the same shape: every note with its place and its votes."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page

DERIVED = "table_"  # a method's own tables name no note that the others lack
ABOUT = {"relations", "clusters", "votes", "guide_questions", "insights", "zones", "provenance"}


class Line(NamedTuple):
    """One note. zone: its title; a cell's is *phase · lane*."""

    kind: str
    text: str
    zone: str
    votes: int


def download(page: Page, name: str) -> Path:
    """Press the button of a format on the page of an artefact, and get the file."""
    with page.expect_download() as started:
        page.get_by_role("link", name=f"Lataa {name}", exact=True).click()
    return Path(started.value.path())


def from_json(file: Path) -> list[Line]:
    """In the order of the words."""
    artefact = json.loads(file.read_text("utf-8"))
    kinds = {kind["key"]: _words(kind["title"]) for kind in artefact["vocabulary"]["kinds"]}
    return sorted(
        Line(kinds[item["kind"]], item["text"], _words(item["place"]["title"]), sum(item["votes"].values()))
        for item in artefact["items"]
    )


def from_csv(file: Path) -> list[Line]:
    """From the tables of all entities."""
    lines: list[Line] = []
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith(".csv") and name.removesuffix(".csv") not in ABOUT and not name.startswith(DERIVED):
                rows = csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig")), delimiter=";")
                lines += [Line(row["Laji"], row["Teksti"], row["Kohta"], int(row["Ääniä"])) for row in rows]
    return sorted(lines)


def from_markdown(file: Path) -> list[Line]:
    """From the part of the report that lists the notes under their places."""
    (notes,) = re.findall(r"^## Laput\n(.*?)(?=^## |\Z)", file.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines: list[Line] = []
    phase = zone = ""
    for line in notes.splitlines():
        if found := re.fullmatch(r"### (.+)", line):
            phase = zone = found[1]
        elif found := re.fullmatch(r"#### (.+)", line):
            zone = f"{phase} · {found[1]}"
        elif found := re.fullmatch(r"- \*\*(.+?):\*\* (.+)", line):
            lines.append(Line(found[1], found[2], zone, 0))
        elif found := re.fullmatch(r"  - Ääniä: (\d+)", line):
            lines[-1] = lines[-1]._replace(votes=int(found[1]))
    return sorted(lines)


def _words(title: Any) -> str:
    return title["fi"] if isinstance(title, dict) else str(title)
