"""What a log comes to: its fold, by the rules of the method that its first event names."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from facilitator.engine import Event, State, cleared, empty, fold
from facilitator.engine.rules import NO_RULES, Rules
from facilitator.live import log, stored
from facilitator.models.base import now
from facilitator.shelf import load_on

PAGE = 500  # events that are read and folded at a time
RECENT = 1_000  # events that are read though the state may hold them already: who comes back may lack them


@dataclass(frozen=True, slots=True)
class Folded:
    """A document as the database has it."""

    epoch: str
    state: State
    recent: list[Event]  # the last ones, 1,000 of them unless there are fewer
    stored_at: int  # seq of the stored state that it began from; 0: none


def fold_log(connection: Connection, document: str, rest: Callable[[], object] = lambda: None) -> Folded:
    """The newest stored state and what came after it. Raises KeyError if there is no such document.

    rest: what is done between two pages of a long log, so that nobody else waits for all of it.
    """
    epoch, head = log.heads(connection, [document])[document]
    rules = rules_of(connection, document)
    base, stored_at = empty(document, rules), 0
    for kept in stored.newest(connection, document, epoch, head):
        base, stored_at = kept.state(document, rules), kept.seq
    state, since = base, max(0, min(stored_at, head - RECENT))
    recent: deque[Event] = deque(maxlen=RECENT)
    while page := log.read(connection, document, since, PAGE):
        state = fold(state, (event for event in page if event.seq > stored_at))
        recent.extend(page)
        since = page[-1].seq
        if len(page) < PAGE:
            break
        rest()
    return Folded(epoch, state, list(recent), stored_at)


def rules_of(connection: Connection, document: str) -> Rules:
    """By the method that its first event names; event 1 begins with the board itself (P4.1)."""
    first = log.read(connection, document, limit=1)[0]
    method = first.changes[0]["set"].get("method")
    return Rules.of(load_on(connection, method["key"], method["version"])) if method else NO_RULES


def is_written(state: State) -> bool:
    """Whether anything has ever been on the board but its places and what it began with."""
    items = [*state.items.items(), *state.gone.items()]
    return any(not item_id.startswith(("board", "zone:")) and not item.get("carried") for item_id, item in items)


def clear_board(tx: Session, document: str, **board: str) -> State:
    """Begin a board's log anew with its places as they are and nothing in them; another epoch, in this transaction.

    board: fields of the board itself that are others from now on. Returns the state that it had.
    """
    log.begin_epoch(tx, document)
    state = fold_log(tx.connection(), document).state
    log.replace(tx, document, cleared(state, now(), **board))
    return state
