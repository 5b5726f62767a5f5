"""The logs: their numbers, their fold from zero, and the stored states beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from sqlalchemy import Connection, Table, func, select

from facilitator.engine import Event, State, empty, stored
from facilitator.engine.rules import NO_RULES
from facilitator.live import log
from facilitator.models import Board, Document, LoggedEvent, StoredState
from facilitator.upkeep.findings import Check

PAGE = 5_000  # events in memory at a time

_BOARDS, _DOCUMENTS = cast("Table", Board.__table__), cast("Table", Document.__table__)
_EVENTS, _STATES = cast("Table", LoggedEvent.__table__), cast("Table", StoredState.__table__)


def check_logs(connection: Connection) -> list[Check]:
    """Numbers run 1…n (I3), no operation is there twice (I1), and what is stored of a log is what it comes to."""
    logs, states = Check("log"), Check("states")
    epochs = {row.id: row.epoch for row in connection.execute(select(_DOCUMENTS.c.id, _DOCUMENTS.c.epoch))}
    whole = _numbered(connection, logs, epochs)
    _twins(connection, logs)
    for board in connection.scalars(select(_BOARDS.c.id).where(_BOARDS.c.id.not_in(select(_DOCUMENTS.c.id)))):
        logs.wrong("board.no_log", board=board)
    states.counted["states"] = 0
    for document, epoch in epochs.items():
        kept = _kept(connection, states, document, epoch)
        _fold(connection, logs, states, document, kept if document in whole else {})
    return [logs, states]


def _numbered(connection: Connection, logs: Check, epochs: Mapping[str, str]) -> set[str]:
    """The documents whose numbers have no gap."""
    numbers = select(
        _EVENTS.c.document_id, func.count().label("events"), func.min(_EVENTS.c.seq), func.max(_EVENTS.c.seq)
    ).group_by(_EVENTS.c.document_id)
    found = {document: (events, first, last) for document, events, first, last in connection.execute(numbers)}
    for document in epochs:
        events, first, last = found.get(document, (0, 1, 0))
        if not events:
            logs.wrong("log.empty", document=document)
        elif (first, last) != (1, events):
            logs.wrong("log.gap", document=document, first=first, last=last, events=events)
    logs.counted |= {"documents": len(epochs), "events": sum(events for events, _, _ in found.values())}
    return {document for document, (events, first, last) in found.items() if (first, last) == (1, events)}


def _twins(connection: Connection, logs: Check) -> None:
    key = (_EVENTS.c.document_id, _EVENTS.c.by, _EVENTS.c.op_id)
    twins = select(_EVENTS.c.document_id, func.min(_EVENTS.c.seq)).group_by(*key).having(func.count() > 1)
    for document, seq in connection.execute(twins):
        logs.wrong("log.twin", document=document, seq=seq)


def _kept(connection: Connection, states: Check, document: str, epoch: str) -> dict[int, str]:
    """The stored states that can be compared, by seq."""
    kept = {}
    for row in connection.execute(select(_STATES).where(_STATES.c.document_id == document)):
        states.counted["states"] += 1
        if row.epoch != epoch:  # it may hold what was erased
            states.wrong("state.epoch", document=document, seq=row.seq)
        elif row.form == stored.FORM:
            kept[row.seq] = row.body
    return kept


def _fold(connection: Connection, logs: Check, states: Check, document: str, kept: dict[int, str]) -> None:
    """Fold from zero, in pages, and compare on the way. Rules decide what may happen; what did needs none."""
    state = empty(document, NO_RULES)
    try:
        for event in _events(connection, document):
            state.absorb(event)
            if (body := kept.pop(state.seq, None)) is not None and not _is_same(state, body):
                states.wrong("state.differs", document=document, seq=state.seq)
    except (ValueError, KeyError, TypeError, AttributeError):
        logs.wrong("log.unreadable", document=document, after=state.seq)
        return
    for seq in kept:
        states.wrong("state.ahead", document=document, seq=seq)


def _events(connection: Connection, document: str) -> Iterator[Event]:
    since = 0
    while page := log.read(connection, document, since, PAGE):
        yield from page
        since = page[-1].seq


def _is_same(state: State, body: str) -> bool:
    try:
        found: Any = json.loads(body)
    except ValueError:
        return False
    return bool(found == stored.plain(state))
