"""Wrong words: what a note said is taken out of the log, the state and the record at once, and does not come back."""

from __future__ import annotations

import uuid

from flask import current_app
from sqlalchemy.orm import Session

from facilitator.engine import Actor, Event, empty, fold
from facilitator.engine.erase import all_of, erased, erasure, written_fields
from facilitator.engine.ids import is_id
from facilitator.engine.may import is_seen
from facilitator.engine.state import stamp
from facilitator.errors import NotThere
from facilitator.live import log, rooms
from facilitator.live.folding import rules_of
from facilitator.models import Board
from facilitator.models.base import now
from facilitator.models.transaction import forget_old_pages, transaction
from facilitator.planning.pictures import erased_pictures
from facilitator.record import erasures, pictures
from facilitator.record.erase import erase
from facilitator.words import content_removed


def erase_note(board: Board, note_id: str, actor: Actor) -> None:
    """Empty a note for good, with what was said about it, or one comment; also one that was removed.

    What remains is the note, marked, and who emptied it when.

    All in one transaction, under the lock that rooms write with; afterwards everybody fetches the board anew. Doing it
    twice is the same as once. actor: somebody who leads. Raises NotThere where the note is not there for them.
    """
    board_id = board.id
    note = rooms.state(board_id).known(note_id)
    if note is None or not any(is_id(note_id, noun) for noun in ("note", "comment")) or not is_seen(note, actor):
        raise NotThere
    with transaction() as tx:
        if _empty(tx, board_id, note_id, actor.id):
            erasures.write_down(actor.id, board=board_id, note=note_id)
    _leave_nothing(board_id)


def erase_again(board_id: str, note_id: str, by: str) -> bool:
    """The same after a restore, as the journal says, whoever sees the note now. Returns whether there was anything."""
    with transaction() as tx:
        is_there = tx.get(Board, board_id) is not None and _empty(tx, board_id, note_id, by)
    if is_there:
        _leave_nothing(board_id)
    return is_there


def _empty(tx: Session, board_id: str, note_id: str, by: str) -> bool:
    """Rewrite the log and the record, as part of a transaction that is open. False if there is nothing to erase."""
    log.hold(tx, board_id)  # what is sent meanwhile comes after it
    rules = rules_of(tx.connection(), board_id)
    events = log.read(tx.connection(), board_id)
    state = fold(empty(board_id, rules), events)
    note = state.known(note_id)
    if note is None or note.get("erased"):
        return False
    words = content_removed(note.get("lang") or current_app.config["SETTINGS"].default_language)
    fields, about = written_fields(rules), all_of(state, note_id)
    after = [erased(event, about, words, fields, marks=about & state.gone.keys()) for event in events]
    changes, to = erasure(state, note_id)
    telling = Event(state.seq + 1, str(uuid.uuid4()), by, stamp(now()), changes, to)
    log.rewrite(tx, board_id, [new for old, new in zip(events, after, strict=True) if new is not old], telling)
    erase(tx, board_id, about, words)
    pictures.take_away(tx, board_id, erased_pictures(events, after))
    return True


def _leave_nothing(board_id: str) -> None:
    forget_old_pages()
    rooms.start_over([board_id])
