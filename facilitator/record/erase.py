"""Erasing from the record: every version of a board loses what was said, and keeps all else."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.artefacts import canonical
from facilitator.artefacts.erased import without
from facilitator.artefacts.identity import own_id
from facilitator.engine.ids import noun_of
from facilitator.models import Entity, EntityAct, EntityPlace, RecordedArtefact
from facilitator.record.read import read
from facilitator.record.registering import IS, RENAME


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
    for note_id in about:
        if noun_of(note_id) == "note":
            _erase_from_register(tx, board_id, note_id, words)
    return changed


def _erase_from_register(tx: Session, board_id: str, note_id: str, words: str) -> None:
    """The register's names that came from this note go with it; what other notes call the same thing stays."""
    own = own_id(board_id, note_id)
    here = tx.scalars(select(EntityPlace).where(EntityPlace.board_id == board_id, EntityPlace.item_id == note_id)).all()
    said = {place.text for place in here}
    for place in here:
        place.text = words
    for entity_id in {own, *(place.entity_id for place in here if place.role == IS)}:
        entity = tx.get(Entity, entity_id)
        if entity is None:
            continue
        named = select(EntityPlace).where(EntityPlace.entity_id == entity_id, EntityPlace.role == IS)
        others = [each.text for each in tx.scalars(named) if (each.board_id, each.item_id) != (board_id, note_id)]
        acts = tx.scalars(select(EntityAct).where(EntityAct.entity_id == entity_id, EntityAct.verb == RENAME)).all()
        gone = said | {text for act in acts if act.board_id == board_id or not others for text in (act.was, act.became)}
        gone -= set(others)
        if entity.name in gone or not others:
            entity.name = next(iter(others), words)
        for act in acts:
            act.was, act.became = (words if text in gone else text for text in (act.was, act.became))
