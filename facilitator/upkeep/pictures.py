"""Pictures of boards: each is the bytes that it is called after."""

from __future__ import annotations

import hashlib
from typing import cast

from sqlalchemy import Connection, Table, select

from facilitator.models import StoredPicture
from facilitator.upkeep.findings import Check

_PICTURES = cast("Table", StoredPicture.__table__)


def check_pictures(connection: Connection) -> list[Check]:
    """The name of each is the SHA-256 of its body."""
    check = Check("pictures", {"pictures": 0})
    kept = (_PICTURES.c.document_id, _PICTURES.c.id, _PICTURES.c.body)
    for row in connection.execute(select(*kept).execution_options(yield_per=10)):
        check.counted["pictures"] += 1
        if hashlib.sha256(row.body).hexdigest() != row.id:
            check.wrong("picture.digest", document=row.document_id, picture=row.id[:12])
    return [check]
