"""Reading the record. Who may read is asked before, where the person is known."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from facilitator.extensions import db
from facilitator.models import RecordedArtefact


def latest(board_id: str) -> RecordedArtefact | None:
    """The board's newest version."""
    newest_first = RecordedArtefact.version.desc()
    return db.session.scalars(
        select(RecordedArtefact).where(RecordedArtefact.board_id == board_id).order_by(newest_first).limit(1)
    ).first()


def read(saved: RecordedArtefact) -> dict[str, Any]:
    """The artefact as it was frozen."""
    artefact: dict[str, Any] = json.loads(saved.body)
    return artefact
