"""A document's log: append events, read those since, find the one that an operation made. The state is its fold."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import orjson
from sqlalchemy import Connection, ScalarSelect, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from facilitator.engine import Event
from facilitator.models import Document, LoggedEvent, StoredState
from facilitator.models.base import new_id, now
from facilitator.models.ready import Ready, filling, places

PAST_LENGTH = 16  # this much of an epoch stays while nothing is taken back: clients send on what waits (P4.6)
FORGOTTEN = ""  # in place of a digest that would tell what was erased
Key = tuple[str, str]  # (person, operation id): unique in a document
_EVENTS, _DOCUMENTS = cast("Table", LoggedEvent.__table__), cast("Table", Document.__table__)
_STATES = cast("Table", StoredState.__table__)
_EPOCH = Ready(select(_DOCUMENTS.c.epoch).where(_DOCUMENTS.c.id == bindparam("document")).with_for_update(read=True))
_APPEND = Ready(insert(_EVENTS), _EVENTS.columns.keys())


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it is stored: with the digest of the operation that it answers."""

    event: Event
    digest: str


def begin(tx: Session, document: str, opening: Event) -> None:
    """Lay a new document's first event, as part of a transaction that is open already."""
    tx.flush()  # what the caller has added comes first
    tx.execute(insert(_DOCUMENTS), {"id": document, "epoch": new_id(), "created_at": now()})
    tx.execute(insert(_EVENTS), [_row(document, Entry(opening, ""))])


def is_other_past(epoch: str, now: str) -> bool:
    """Whether the log went back in time, or was begun anew, between these two epochs."""
    return epoch[:PAST_LENGTH] != now[:PAST_LENGTH]


class Rewritten(Exception):
    """The log is not what it was: it has another epoch now."""


def append(connection: Connection, document: str, entries: Sequence[Entry], epoch: str) -> None:
    """Add events. IntegrityError: somebody else took the number, or the operation is there already (I1, I3).

    epoch: that of the state on which they were decided. Raises Rewritten if it is over.
    """
    if not is_current(connection, document, epoch):
        raise Rewritten
    _APPEND.on(connection, [_row(document, entry) for entry in entries])


def is_current(connection: Connection, document: str, epoch: str) -> bool:
    """Whether this is the document's epoch, and stays so until the transaction ends."""
    return _EPOCH.on(connection, {"document": document}).scalar() == epoch


def replace(tx: Session, document: str, opening: Event) -> None:
    """Nothing but another first event, as part of a transaction that has begun another epoch already."""
    tx.execute(delete(_EVENTS).where(_EVENTS.c.document_id == document))
    tx.execute(insert(_EVENTS), [_row(document, Entry(opening, ""))])


def hold(tx: Session, document: str) -> None:
    """Until the transaction ends, nobody else writes in this log. SQLite's transaction is the only one anyway."""
    tx.execute(select(_DOCUMENTS.c.id).where(_DOCUMENTS.c.id == document).with_for_update())


def begin_epoch(tx: Session, document: str, past: str = "") -> str:
    """Another epoch from now on; until the transaction ends, nobody else writes in this log.

    past: what the epochs of one past begin with; nothing: the log goes back in time or begins anew. What it came to
    before is not stored any more: what leaves the log must not stay there.
    """
    epoch = past + new_id()[len(past) :]
    tx.execute(update(_DOCUMENTS).where(_DOCUMENTS.c.id == document).values(epoch=epoch))
    tx.execute(delete(_STATES).where(_STATES.c.document_id == document))
    return epoch


def rewrite(tx: Session, document: str, changed: Iterable[Event], telling: Event) -> None:
    """Say anew what some events changed, and tell of it by one more; as part of a transaction that is open already.

    It is another epoch of the same past from now on. What such an event answered is not known by its digest any more:
    that was made over the words that are gone.
    """
    before = tx.scalars(select(_DOCUMENTS.c.epoch).where(_DOCUMENTS.c.id == document).with_for_update()).one()
    epoch = begin_epoch(tx, document, past=before[:PAST_LENGTH])
    for event in changed:
        row = _row(document, Entry(event, FORGOTTEN))
        is_it = (_EVENTS.c.document_id == document) & (_EVENTS.c.seq == event.seq)
        tx.execute(update(_EVENTS).where(is_it).values(changes=row["changes"], op_hash=FORGOTTEN))
    append(tx.connection(), document, [Entry(telling, FORGOTTEN)], epoch)


def writers(tx: Session, documents: Collection[str]) -> set[str]:
    """Who made events in these documents."""
    return set(tx.scalars(select(_EVENTS.c.by).where(_EVENTS.c.document_id.in_(documents)).distinct()))


def read(connection: Connection, document: str, since: int = 0, limit: int | None = None) -> list[Event]:
    """Events with a seq greater than `since`, in order."""
    query = (
        select(_EVENTS).where(_EVENTS.c.document_id == document, _EVENTS.c.seq > since).order_by(_EVENTS.c.seq)
    ).limit(limit)
    return [_event(row) for row in connection.execute(query)]


def naming(
    connection: Connection, document: str, ids: Collection[str], since: int = 0, until: int | None = None
) -> list[Event]:
    """Events after `since`, `until` the last of them, in whose changes one of these ids stands. Others stay unread."""
    query = select(_EVENTS).where(_EVENTS.c.document_id == document, _EVENTS.c.seq > since)
    if until is not None:
        query = query.where(_EVENTS.c.seq <= until)
    rows = connection.execute(query.order_by(_EVENTS.c.seq))
    return [_event(row) for row in rows if any(each in row.changes for each in ids)]


def find(connection: Connection, document: str, keys: Collection[Key]) -> dict[Key, Entry]:
    """What these operations made before, where they did."""
    query = select(_EVENTS).where(
        _EVENTS.c.document_id == document,
        _EVENTS.c.by.in_({person for person, _ in keys}),
        _EVENTS.c.op_id.in_({operation for _, operation in keys}),
    )
    found = {(row.by, row.op_id): Entry(_event(row), row.op_hash) for row in connection.execute(query)}
    return {key: found[key] for key in keys if key in found}


def heads(connection: Connection, documents: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Epoch and last seq of each document that there is."""
    asked = list(documents)
    if not asked:
        return {}
    given = filling("document", asked)
    found = _heads(len(given)).on(connection, given)
    return {row.id: (row.epoch, row.seq) for row in found if row.seq is not None}


def last_seq() -> ScalarSelect[int]:
    """In SQL: the number of a document's last event, beside its row."""
    return select(func.max(_EVENTS.c.seq)).where(_EVENTS.c.document_id == _DOCUMENTS.c.id).scalar_subquery()


@cache
def _heads(count: int) -> Ready:
    asked = places("document", count)
    return Ready(select(_DOCUMENTS.c.id, _DOCUMENTS.c.epoch, last_seq().label("seq")).where(_DOCUMENTS.c.id.in_(asked)))


def _row(document: str, entry: Entry) -> dict[str, Any]:
    event = entry.event
    return {
        "document_id": document,
        "seq": event.seq,
        "by": event.by,
        "op_id": event.op,
        "op_hash": entry.digest,
        "at": event.at,
        "seen_by": None if event.to is None else orjson.dumps(event.to).decode(),
        "changes": orjson.dumps(list(event.changes)).decode(),
    }


def _event(row: Any) -> Event:
    to = None if row.seen_by is None else tuple(json.loads(row.seen_by))
    return Event(row.seq, row.op_id, row.by, row.at, json.loads(row.changes), to)
