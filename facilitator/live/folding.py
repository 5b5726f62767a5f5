"""What a log comes to: its fold, by the rules of the method that its first event names."""

from __future__ import annotations

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from facilitator.engine import Event, State, cleared, empty, fold
from facilitator.engine.rules import NO_RULES, Rules
from facilitator.live import log
from facilitator.methods import load
from facilitator.models.base import now


def fold_log(connection: Connection, document: str) -> tuple[str, State, list[Event]]:
    """Epoch, state and events. Raises KeyError if there is no such document."""
    epoch, _ = log.heads(connection, [document])[document]
    events = log.read(connection, document)
    method = events[0].changes[0]["set"].get("method")  # event 1 begins with the board itself (P4.1)
    rules = Rules.of(load(method["key"], method["version"])) if method else NO_RULES
    return epoch, fold(empty(document, rules), events), events


def is_written(state: State) -> bool:
    """Whether anything but places has ever been on the board."""
    return any(not item_id.startswith(("board", "zone:")) for item_id in (*state.items, *state.gone))


def clear_board(tx: Session, document: str, **board: str) -> State:
    """Begin a board's log anew with its places as they are and nothing in them; another epoch, in this transaction.

    board: fields of the board itself that are others from now on. Returns the state that it had.
    """
    log.begin_epoch(tx, document)
    _, state, _ = fold_log(tx.connection(), document)
    log.replace(tx, document, cleared(state, now(), **board))
    return state
