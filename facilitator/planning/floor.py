"""A workshop's floor, and the agenda on it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitator.engine import Refusal, State, apply, decide, floor_of, opening_floor
from facilitator.errors import Invalid
from facilitator.extensions import db
from facilitator.live import log, rooms
from facilitator.live.schemas import read_operations
from facilitator.live.wishes import Refused
from facilitator.models import Document, Workshop
from facilitator.models.base import now
from facilitator.models.transaction import transaction


def begin_floor(tx: Session, workshop_id: str) -> None:
    """Begin a new workshop's floor, as part of a transaction that is open already."""
    document = floor_of(workshop_id)
    log.begin(tx, document, opening_floor(document, now()))


def ensure_floor(workshop: Workshop) -> str:
    """The id of the floor's document; begun now, if the workshop is older than floors are."""
    workshop_id = workshop.id
    document = floor_of(workshop_id)
    if db.session.get(Document, document) is None:
        try:
            with transaction() as tx:
                if tx.get(Document, document) is None:
                    begin_floor(tx, workshop_id)
        except IntegrityError:  # another process was first
            db.session.rollback()
    return document


def plan_steps(workshop: Workshop, steps: Sequence[Mapping[str, Any]]) -> list[str]:
    """Add parts to the agenda, after those that there are. Never inside a transaction.

    steps: each as the members of `step.add` (`docs/protocol.md`, P9), without `step` and `after`. Returns their ids, in
    order. Raises Invalid for the first that cannot be; then none is added.
    """
    document = ensure_floor(workshop)
    ids = [f"step:{uuid.uuid4()}" for _ in steps]
    wanted = [
        {**step, "id": str(uuid.uuid4()), "type": "step.add", "step": step_id}
        for step_id, step in zip(ids, steps, strict=True)
    ]
    refused = _first_refused(rooms.state(document), wanted)
    if refused is None:
        answers = rooms.submit(document, wanted, rooms.SYSTEM)
        refused = next((each for each in answers if isinstance(each, Refused)), None)
    if refused is not None:
        raise Invalid(refused.code, **refused.detail)
    return ids


def _first_refused(state: State, wanted: Sequence[Mapping[str, Any]]) -> Refused | Refusal | None:
    """What of this would not be done if all of it were tried now."""
    for wish in read_operations(list(wanted)):
        if isinstance(wish, Refused):
            return wish
        decided = decide(state, wish.operation, rooms.SYSTEM, now())
        if isinstance(decided, Refusal):
            return decided
        state = apply(state, decided)
    return None


def leave_agenda(workshop: Workshop) -> None:
    """No part of the agenda is going on any more, and no timer or call with it. Never inside a transaction."""
    document = ensure_floor(workshop)
    if rooms.state(document).root.get("step") or rooms.state(document).root.get("timer"):
        rooms.submit(document, [{"id": str(uuid.uuid4()), "type": "step.go", "step": None}], rooms.SYSTEM)
