"""Wrong words: what a note said is taken out of the log, the state and the record at once, and does not come back."""

from __future__ import annotations

import uuid

from flask import current_app

from facilitator.engine import Actor, Event, empty, fold
from facilitator.engine.erase import erased, erasure, written_fields
from facilitator.engine.ids import is_id
from facilitator.engine.may import is_seen
from facilitator.engine.state import stamp
from facilitator.errors import NotThere
from facilitator.live import log, rooms
from facilitator.models import Board
from facilitator.models.base import now
from facilitator.models.transaction import forget_old_pages, transaction
from facilitator.record.erase import erase
from facilitator.words import content_removed


def erase_note(board: Board, note_id: str, actor: Actor) -> None:
    """Empty a note for good, also one that was removed. What remains is the note, marked, and who emptied it when.

    All in one transaction, under the lock that rooms write with; afterwards everybody fetches the board anew. Doing it
    twice is the same as once. actor: somebody who leads. Raises NotThere where the note is not there for them.
    """
    board_id, rules = board.id, rooms.state(board.id).rules
    with transaction() as tx:
        log.hold(tx, board_id)  # what is sent meanwhile comes after it
        events = log.read(tx.connection(), board_id)
        state = fold(empty(board_id, rules), events)
        note = state.known(note_id)
        if note is None or not is_id(note_id, "note") or not is_seen(note, actor):
            raise NotThere
        if not note.get("erased"):
            words = content_removed(note.get("lang") or current_app.config["SETTINGS"].default_language)
            fields, is_gone = written_fields(rules), note_id in state.gone
            after = [erased(event, note_id, words, fields, marks=is_gone) for event in events]
            changes, to = erasure(state, note_id)
            telling = Event(state.seq + 1, str(uuid.uuid4()), actor.id, stamp(now()), changes, to)
            log.rewrite(tx, board_id, [new for old, new in zip(events, after, strict=True) if new is not old], telling)
            erase(tx, board_id, note_id, words)
    forget_old_pages()
    rooms.start_over([board_id])
