"""Reading the record. Who may read is asked before, where the person is known."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import select

from facilitator.extensions import db
from facilitator.models import Board, RecordedArtefact


def latest(board_id: str) -> RecordedArtefact | None:
    """The board's newest version."""
    newest_first = RecordedArtefact.version.desc()
    return db.session.scalars(
        select(RecordedArtefact).where(RecordedArtefact.board_id == board_id).order_by(newest_first).limit(1)
    ).first()


def latest_read(board_id: str) -> dict[str, Any] | None:
    """The board's newest version as it was frozen; None before the first."""
    saved = latest(board_id)
    return read(saved) if saved else None


def newest(boards: Iterable[Board]) -> list[RecordedArtefact]:
    """The newest version of each board that has one, in the order of the boards."""
    ids = [board.id for board in boards]
    found = db.session.scalars(
        select(RecordedArtefact).where(RecordedArtefact.board_id.in_(ids)).order_by(RecordedArtefact.version)
    )
    last = {saved.board_id: saved for saved in found}  # of one board the later one stays
    return [last[board_id] for board_id in ids if board_id in last]


def known_outputs(project_id: str, named: Collection[str]) -> frozenset[str]:
    """Of these ids, those of versions in the project's record."""
    if not named:
        return frozenset()
    ids = select(RecordedArtefact.id).where(RecordedArtefact.project_id == project_id, RecordedArtefact.id.in_(named))
    return frozenset(db.session.scalars(ids))


def read(saved: RecordedArtefact) -> dict[str, Any]:
    """The artefact as it was frozen."""
    artefact: dict[str, Any] = json.loads(saved.body)
    return artefact
