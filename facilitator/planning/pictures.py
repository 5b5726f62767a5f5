"""Pictures on boards: somebody brings one, whoever sees its note is shown it, and what lies nowhere goes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import exists, select

from facilitator.engine import Actor, Event, Item, State
from facilitator.engine.ids import is_account
from facilitator.engine.may import is_late_and_waiting, why_not
from facilitator.engine.pictures import picture_of
from facilitator.errors import Conflict, Invalid, NotAllowed, NotThere, Problem
from facilitator.extensions import db
from facilitator.hub.apart import Failed, apart
from facilitator.models import LoggedEvent, StoredPicture
from facilitator.models.transaction import transaction
from facilitator.pictures import Picture, Unreadable, understood
from facilitator.record import pictures

WORKER = "facilitator.pictures.worker"
MOST, MOST_SIZE = 100, 60 * 1024 * 1024  # on one board: they fit into the files of its output too
WAITING = timedelta(days=1)  # for its note: as long as a device keeps what was not sent
LOOKED_AT = timedelta(days=8)  # what has been on a note by then stays


class NotRead(Problem):
    """The process that read it was killed, or took too much."""

    status = 503
    code = "picture.failed"


def bring_picture(document: str, state: State, actor: Actor, sent: bytes) -> Picture:
    """Read a file that somebody wants to put on a note, and keep what is in the picture itself.

    Raises NotAllowed or Conflict where they may add no note; Invalid (`picture.…`); Conflict (`picture.full`); NotRead.
    """
    code = why_not(state, "note.add", actor)
    if code is not None:
        raise NotAllowed if code == "not.allowed" else Conflict(code)
    count, size = pictures.room_taken(document)
    if count >= MOST or size >= MOST_SIZE:
        raise Conflict("picture.full", most=MOST)
    db.session.rollback()  # who waits for long holds no connection
    try:
        picture = understood(apart(WORKER, sent))
    except Unreadable as fault:
        raise Invalid(fault.code) from None
    except Failed:
        raise NotRead from None
    with transaction() as tx:
        pictures.keep(tx, document, picture)
    return picture


def show_picture(document: str, state: State, actor: Actor, picture: str, *, is_small: bool) -> tuple[str, bytes]:
    """Its media type and bytes, for whoever sees a note that it lies on, or saw one that is gone. Raises NotThere."""
    items = (*state.items.values(), *state.gone.values())
    if not any(picture_of(item) == picture and _is_shown(item, actor) for item in items):
        raise NotThere
    found = pictures.form_of(document, picture, is_small=is_small)
    if found is None:
        raise NotThere
    return found


def pictures_named(events: Iterable[Event]) -> set[str]:
    """The pictures that these events put on something."""
    named = (picture_of(change.get("set") or {}) for event in events for change in event.changes)
    return {picture for picture in named if picture}


def forget_unused(at: datetime) -> int:
    """Delete what was brought more than a day ago and is on no note, nor ever was; returns how many.

    A picture that a note had once stays: it may come back with it.
    """
    of_it = (LoggedEvent.document_id == StoredPicture.document_id, LoggedEvent.changes.contains(StoredPicture.id))
    unused = select(StoredPicture.document_id, StoredPicture.id).where(
        StoredPicture.brought_at.between(at - LOOKED_AT, at - WAITING), ~exists().where(*of_it)
    )
    with transaction() as tx:
        found = tx.execute(unused).all()
        for document, picture in found:
            pictures.take_away(tx, document, {picture})
    return len(found)


def _is_shown(item: Item, actor: Actor) -> bool:
    if is_late_and_waiting(item):
        return item.get("author") == actor.id or is_account(actor.id)
    return not item.get("private") or item.get("author") == actor.id
