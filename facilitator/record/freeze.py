"""Freezing: what a board holds becomes a version in the project's record."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from facilitator import methods
from facilitator.artefacts import canonical, derive
from facilitator.artefacts.derive import CONFIRMED, STATES
from facilitator.engine import PUBLIC, State, see_state
from facilitator.hub.offload import offload
from facilitator.models import Board, Document, RecordedArtefact
from facilitator.models.base import new_id, now
from facilitator.models.transaction import transaction
from facilitator.record.provenance import provenance
from facilitator.record.read import latest, read

TRIES = 5  # each one lost is a version that somebody else just took


class Outdated(Exception):
    """The log was rewritten after the state was read: what was taken out of it must not lie in the record."""


def freeze(board: Board, state: State, epoch: str, taken_by: str, standing: str = CONFIRMED) -> RecordedArtefact:
    """Add what the board holds to the project's record, as a new version that names the one it replaces.

    Same content as the latest version, which has come as far: that one is returned and nothing is written. state: the
    committed one of the board's document; only its public view is read, so what is private stays out. taken_by: a
    person's id or `system`. standing: what the new version is, `confirmed`, `at_end` or `finished`. Opens its own
    transaction: not to be called inside one. Raises Outdated if the log has another epoch by now.
    """
    board_id = board.id
    for _ in range(TRIES - 1):
        try:
            return _freeze(board, state, epoch, taken_by, standing)
        except IntegrityError:
            if latest(board_id) is None:  # not a version taken twice: the board itself is gone
                raise
    return _freeze(board, state, epoch, taken_by, standing)


def _freeze(board: Board, state: State, epoch: str, taken_by: str, standing: str) -> RecordedArtefact:
    before = latest(board.id)
    taken_at = now()
    artefact, body = offload(
        _derived,
        methods.load(board.method_key, board.method_version),
        see_state(state, PUBLIC),
        provenance(board, state.seq, epoch, taken_at, taken_by, before.id if before else None),
        artefact_id=new_id(),
        version=before.version + 1 if before else 1,
        state=standing,
        before=read(before) if before else None,
    )
    if before and before.content_digest == artefact["content_digest"] and _has_come_as_far(before, standing):
        return before
    saved = RecordedArtefact(
        id=artefact["id"],
        project_id=board.workshop.project_id,
        workshop_id=board.workshop_id,
        board_id=board.id,
        version=artefact["version"],
        state=standing,
        revision=state.seq,
        title=board.title,
        titles=board.words("title"),
        method_key=board.method_key,
        digest=artefact["digest"],
        content_digest=artefact["content_digest"],
        body=body,
        taken_at=taken_at,
        taken_by=taken_by,
        replaces_id=before.id if before else None,
    )
    with transaction() as tx:
        query = select(Document.epoch).where(Document.id == saved.board_id).with_for_update(read=True)
        if tx.scalar(query) != epoch:
            raise Outdated
        tx.add(saved)
    return saved


def _derived(*where: Any, **more: Any) -> tuple[dict[str, Any], str]:
    """The artefact, and the bytes that it is kept as: of a large board a second's work, so in a thread of its own."""
    artefact = derive(*where, **more)
    return artefact, canonical(artefact).decode()


def _has_come_as_far(before: RecordedArtefact, standing: str) -> bool:
    """Whether the version is already what a new one would be: `finished` says more than `at_end`."""
    return STATES.index(before.state) >= STATES.index(standing)
