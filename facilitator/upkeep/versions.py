"""The record: every version is the bytes that its digests were made over (I12)."""

from __future__ import annotations

import json
from typing import Any, cast

from sqlalchemy import Connection, Table, select

from facilitator.artefacts import canonical, content_digest, digest
from facilitator.models import RecordedArtefact
from facilitator.upkeep.findings import Check

_ARTEFACTS = cast("Table", RecordedArtefact.__table__)


def check_record(connection: Connection) -> list[Check]:
    """The form is canonical, and both digests are those of what is there: SHA-256 over RFC 8785."""
    check = Check("record", {"versions": 0})
    kept = (_ARTEFACTS.c.id, _ARTEFACTS.c.digest, _ARTEFACTS.c.content_digest, _ARTEFACTS.c.body)
    for row in connection.execute(select(*kept).order_by(_ARTEFACTS.c.id).execution_options(yield_per=50)):
        check.counted["versions"] += 1
        for code in _faults(row):
            check.wrong(code, artefact=row.id)
    return [check]


def _faults(row: Any) -> list[str]:
    try:
        artefact = json.loads(row.body)
        found = {
            "artefact.form": canonical(artefact) == row.body.encode(),
            "artefact.digest": digest(artefact) == row.digest == artefact["digest"],
            "artefact.content_digest": content_digest(artefact) == row.content_digest == artefact["content_digest"],
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return ["artefact.unreadable"]
    return [code for code, is_right in found.items() if not is_right]
