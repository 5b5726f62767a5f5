"""Wrong words: what a note said is taken out of the log, the state and the record at once, and does not come back."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from facilitator.engine import Actor, Event, Item, State, fold
from facilitator.engine.erase import all_of, erased, erasure, written_fields
from facilitator.engine.ids import is_id
from facilitator.engine.may import is_seen
from facilitator.engine.state import stamp
from facilitator.errors import NotThere
from facilitator.hub.turns import give_way
from facilitator.live import log, rooms
from facilitator.live.folding import fold_log
from facilitator.models import Board
from facilitator.models.base import now
from facilitator.models.transaction import forget_old_pages, transaction
from facilitator.planning.pictures import pictures_named
from facilitator.record import erasures, pictures
from facilitator.record.erase import NONE, Emptyings, emptied, erase
from facilitator.words import content_removed

PAGE = 500  # events that are looked through at a time


def erase_note(board: Board, note_id: str, actor: Actor) -> None:
    """Empty a note for good, with what was said about it, or one comment; also one that was removed.

    What remains is the note, marked, and who emptied it when.

    All in one transaction, under the lock that rooms write with; afterwards everybody fetches the board anew. What has
    to be looked through is looked through before, and only what came since under the lock. Doing it twice is the same
    as once. actor: somebody who leads. Raises NotThere where the note is not there for them.
    """
    board_id = board.id
    note = rooms.state(board_id).known(note_id)
    if note is None or not any(is_id(note_id, noun) for noun in ("note", "comment")) or not is_seen(note, actor):
        raise NotThere
    looked = _look(board_id, note_id)
    with transaction() as tx:
        if _empty(tx, board_id, note_id, actor.id, looked):
            erasures.write_down(actor.id, board=board_id, note=note_id)
    _leave_nothing(board_id)


def erase_again(board_id: str, note_id: str, by: str) -> bool:
    """The same after a restore, as the journal says, whoever sees the note now. Returns whether there was anything."""
    with transaction() as tx:
        is_there = tx.get(Board, board_id) is not None and _empty(tx, board_id, note_id, by)
    if is_there:
        _leave_nothing(board_id)
    return is_there


@dataclass(frozen=True, slots=True)
class _Looked:
    """A board's log, looked through as far as `state` goes. events: all in which one of `about` is named."""

    epoch: str
    state: State
    about: frozenset[str]
    events: Sequence[Event]
    words: str
    record: Emptyings  # what the versions come to by these words


def _look(board_id: str, note_id: str) -> _Looked:
    """A page at a time; in between, everybody else has a turn."""
    room, workings = rooms.room_of(board_id), current_app.extensions["live"].workings
    with room.lock:
        epoch, state = room.epoch, room.state
    about, events = all_of(state, note_id), list[Event]()
    for first in range(0, state.seq, PAGE):
        with workings.reading() as connection:
            events += log.naming(connection, board_id, about, first, min(first + PAGE, state.seq))
        give_way()
    words = _words(state.known(note_id) or {})
    return _Looked(epoch, state, about, events, words, emptied(board_id, about, words))


def _empty(tx: Session, board_id: str, note_id: str, by: str, looked: _Looked | None = None) -> bool:
    """Rewrite the log and the record, as part of a transaction that is open. False if there is nothing to erase.

    looked: what is known of the log already; of no use where the log was rewritten since.
    """
    log.hold(tx, board_id)  # what is sent meanwhile comes after it
    connection = tx.connection()
    if looked is not None and log.is_current(connection, board_id, looked.epoch):
        state = fold(looked.state, log.read(connection, board_id, looked.state.seq))
    else:
        looked, state = None, fold_log(connection, board_id).state
    note = state.known(note_id)
    if note is None or note.get("erased"):
        return False
    words = _words(note)
    fields, about = written_fields(state.rules), all_of(state, note_id)
    events = _events_of(connection, board_id, about, looked)
    after = [erased(event, about, words, fields, marks=about & state.gone.keys()) for event in events]
    changes, to = erasure(state, note_id)
    telling = Event(state.seq + 1, str(uuid.uuid4()), by, stamp(now()), changes, to)
    log.rewrite(tx, board_id, [new for old, new in zip(events, after, strict=True) if new is not old], telling)
    is_known = looked is not None and (looked.about, looked.words) == (about, words)
    erase(tx, board_id, about, words, looked.record if looked and is_known else NONE)
    unnamed = pictures_named(events) - pictures_named(after)
    if unnamed:  # they may lie on another note too
        pictures.take_away(tx, board_id, unnamed - pictures_named(log.naming(connection, board_id, unnamed)))
    return True


def _events_of(connection: Connection, board_id: str, about: frozenset[str], looked: _Looked | None) -> list[Event]:
    """All in which one of these is named. What has come to be about the note since the look is sought in all."""
    if looked is None or not about <= looked.about:
        return log.naming(connection, board_id, about)
    return [*looked.events, *log.naming(connection, board_id, about, looked.state.seq)]


def _words(note: Item) -> str:
    """What stands in place of what it said: in its language."""
    return content_removed(note.get("lang") or current_app.config["SETTINGS"].default_language)


def _leave_nothing(board_id: str) -> None:
    forget_old_pages()
    rooms.start_over([board_id])
