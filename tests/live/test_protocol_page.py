"""`docs/protocol.md` says what the server takes."""

from __future__ import annotations

import re
from pathlib import Path

from facilitator.live.schemas import SCHEMAS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "protocol.md").read_text("utf-8")


def members_in(page: str) -> dict[str, dict[str, bool]]:
    """For each operation of the table: its members, and whether each must be there."""
    rows = re.findall(r"^\| `(\w+\.\w+)` \| (.+?) \| ", page, re.MULTILINE)
    return {
        name: {m.rstrip("?"): not m.endswith("?") for m in re.findall(r"`([\w?]+)`", cells)} for name, cells in rows
    }


def test_the_page_names_every_operation_with_its_members():
    taken = {
        name: {field.data_key or key: field.required for key, field in schema().fields.items() if key != "id"}
        for name, schema in SCHEMAS.items()
    }

    assert members_in(PAGE) == taken


def test_every_member_has_a_description():
    bare = [
        f"{name}.{key}"
        for name, schema in SCHEMAS.items()
        for key, field in schema().fields.items()
        if not field.metadata.get("description")
    ]

    assert bare == []
