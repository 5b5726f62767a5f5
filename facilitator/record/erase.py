"""Erasing from the record: every version of a board loses what was said, and keeps all else."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.artefacts import canonical
from facilitator.artefacts.erased import without
from facilitator.models import RecordedArtefact
from facilitator.record.read import read


def erase(tx: Session, board_id: str, about: Collection[str], words: str) -> int:
    """Put these words in place of what these notes and comments said; returns in how many versions.

    As part of a transaction that is open. A version is otherwise never changed. Its digests are those of what it holds
    now.
    """
    changed = 0
    for saved in tx.scalars(select(RecordedArtefact).where(RecordedArtefact.board_id == board_id)):
        artefact = without(read(saved), about, words)
        if artefact is not None:
            saved.body = canonical(artefact).decode()
            saved.digest, saved.content_digest = artefact["digest"], artefact["content_digest"]
            changed += 1
    return changed
