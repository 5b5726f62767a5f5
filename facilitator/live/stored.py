"""Stored states: what a document's log came to at some seq, so that opening it costs the same however long the log is.

Nothing rests on them: they can be thrown away at any time, and are when the log gets another epoch.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, cast

import orjson
from sqlalchemy import Connection, Table, delete, insert, select

from facilitator.engine import State, stored
from facilitator.engine.rules import Rules
from facilitator.live.log import Rewritten, is_current
from facilitator.models import StoredState
from facilitator.models.base import now

LAST = 2  # kept of each document: the newest to open it with, the one before for what was done lately

_STATES = cast("Table", StoredState.__table__)


@dataclass(frozen=True, slots=True)
class Kept:
    """One stored state, not yet taken up."""

    seq: int
    body: str

    def state(self, document: str, rules: Rules) -> State:
        """As it was when it was stored."""
        return stored.from_plain(document, rules, json.loads(self.body))


def written(state: State) -> str:
    """The state as compact JSON."""
    return orjson.dumps(stored.plain(state)).decode()


def newest(connection: Connection, document: str, epoch: str, head: int, most: int = 1) -> list[Kept]:
    """The last stored states of this epoch up to this seq, newest first. A form that we do not know counts as none."""
    query = (
        select(_STATES.c.seq, _STATES.c.body)
        .where(
            _STATES.c.document_id == document,
            _STATES.c.epoch == epoch,
            _STATES.c.form == stored.FORM,
            _STATES.c.seq <= head,
        )
        .order_by(_STATES.c.seq.desc())
        .limit(most)
    )
    return [Kept(row.seq, row.body) for row in connection.execute(query)]


def store(connection: Connection, document: str, epoch: str, seq: int, body: str) -> None:
    """Store what the document came to at this seq, and forget all but the last ones.

    Raises Rewritten if the epoch is over: what was erased must not come back by this door.
    """
    if not is_current(connection, document, epoch):
        raise Rewritten
    _forget(connection, document, seq)
    row: dict[str, Any] = {"document_id": document, "seq": seq, "epoch": epoch, "form": stored.FORM}
    connection.execute(insert(_STATES), {**row, "body": body, "made_at": now()})


def _forget(connection: Connection, document: str, seq: int) -> None:
    """Leave room for one at this seq: of those before it the newest stay, of those at it or after none."""
    earlier = select(_STATES.c.seq).where(_STATES.c.document_id == document, _STATES.c.seq < seq)
    staying = connection.scalars(earlier.order_by(_STATES.c.seq.desc()).limit(LAST - 1)).all()
    connection.execute(delete(_STATES).where(_STATES.c.document_id == document, _STATES.c.seq.not_in(staying)))
