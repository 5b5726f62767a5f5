"""Erasing from the record: every version of a board loses what was said, and keeps all else."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.artefacts import canonical
from facilitator.artefacts.erased import without
from facilitator.artefacts.identity import own_id
from facilitator.engine.ids import noun_of
from facilitator.extensions import db
from facilitator.hub.offload import offload
from facilitator.models import Entity, EntityAct, EntityPlace, RecordedArtefact
from facilitator.record.registering import IS, RENAME


@dataclass(frozen=True, slots=True)
class Emptied:
    """A version without what was said."""

    body: str
    digest: str
    content_digest: str


Emptyings = Mapping[str, Emptied | None]  # by the digest of the version as it is; None: nothing of it was said there
NONE: Emptyings = MappingProxyType({})


def emptied(board_id: str, about: Collection[str], words: str) -> Emptyings:
    """What each version of a board will be: the work of `erase`, in a thread, before anybody has to wait for it."""
    of_board = select(RecordedArtefact.digest, RecordedArtefact.body).where(RecordedArtefact.board_id == board_id)
    bodies = {row.digest: row.body for row in db.session.execute(of_board)}
    db.session.rollback()
    return offload(_all_emptied, bodies, about, words)


def erase(tx: Session, board_id: str, about: Collection[str], words: str, known: Emptyings = NONE) -> int:
    """Put these words in place of what these notes and comments said; returns in how many versions.

    As part of a transaction that is open. A version is otherwise never changed. Its digests are those of what it holds
    now. known: what some versions will be, by the same ids and words.
    """
    changed = 0
    for saved in tx.scalars(select(RecordedArtefact).where(RecordedArtefact.board_id == board_id)):
        after = known[saved.digest] if saved.digest in known else _emptied(saved.body, about, words)
        if after is not None:
            saved.body, saved.digest, saved.content_digest = after.body, after.digest, after.content_digest
            changed += 1
    for note_id in about:
        if noun_of(note_id) == "note":
            _erase_from_register(tx, board_id, note_id, words)
    return changed


def _all_emptied(bodies: Mapping[str, str], about: Collection[str], words: str) -> Emptyings:
    return {digest: _emptied(body, about, words) for digest, body in bodies.items()}


def _emptied(body: str, about: Collection[str], words: str) -> Emptied | None:
    after = without(json.loads(body), about, words)
    return None if after is None else Emptied(canonical(after).decode(), after["digest"], after["content_digest"])


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
