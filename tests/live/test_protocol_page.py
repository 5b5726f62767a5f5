"""`docs/protocol.md` and the pages that it leads to say what the server takes."""

from __future__ import annotations

import re
from pathlib import Path

from facilitator.live.schemas import SCHEMAS

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = "\n".join(page.read_text("utf-8") for page in sorted((DOCS / "protocol").glob("*.md")))


def members_in(page: str) -> dict[str, dict[str, bool]]:
    """For each operation of the tables: its members, and whether each must be there."""
    rows = re.findall(r"^\| `(\w+\.\w+)` \| (.+?) \| ", page, re.MULTILINE)
    return {
        name: {m.rstrip("?"): not m.endswith("?") for m in re.findall(r"`([\w?]+)`", cells)} for name, cells in rows
    }


def test_the_pages_name_every_operation_with_its_members():
    taken = {
        name: {field.data_key or key: field.required for key, field in schema().fields.items() if key != "id"}
        for name, schema in SCHEMAS.items()
    }

    assert members_in(PAGES) == taken


def test_every_member_has_a_description():
    bare = [
        f"{name}.{key}"
        for name, schema in SCHEMAS.items()
        for key, field in schema().fields.items()
        if not field.metadata.get("description")
    ]

    assert bare == []
