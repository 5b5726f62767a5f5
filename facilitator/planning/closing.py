"""Closing a workshop, and confirming what a board holds: from there on it lies in the project's record."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from facilitator import access
from facilitator.artefacts.derive import AT_END, CONFIRMED, FINISHED
from facilitator.engine import PUBLIC, see_state
from facilitator.engine.pictures import undescribed
from facilitator.errors import Conflict
from facilitator.live import rooms
from facilitator.models import AccessToken, Board, Participant, RecordedArtefact, Workshop, WorkshopStatus
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.record.freeze import Outdated, freeze
from facilitator.record.read import latest

MOST_NAMED, MOST_QUOTED = 5, 40  # pictures without a description, and signs of each note
REOPENABLE = timedelta(hours=24)  # after the closing; late notes are taken for as long (P3.6)


def close_workshop(workshop: Workshop, by: str) -> list[RecordedArtefact]:
    """End a workshop: nobody joins or writes any more, what a silence kept is shown, votes are counted, boards frozen.

    Those who took part go on reading and downloading. Doing it twice is the same as once; what broke off in the middle
    is finished by doing it again. by: a person's id. Returns an artefact for each board, in the boards' order: as the
    workshop ended, or what has become of that since.
    """
    with transaction() as tx:
        if workshop.status != WorkshopStatus.CLOSED:
            workshop.status = WorkshopStatus.CLOSED
            workshop.closed_at = now()
            _keep_guests(tx, workshop)
    boards = list(workshop.boards)
    for board_id in [board.id for board in boards]:
        _end(board_id)
    return [_taken_since(board) or _freeze(board, by, AT_END) for board in boards]


def reopen_workshop(workshop: Workshop) -> None:
    """Go on where a workshop was closed too early: its boards are open, and people come back by their old links.

    What was taken stays in the record. Doing it twice is the same as once; what broke off in the middle is finished by
    doing it again. Raises Conflict (`workshop.reopen_late`) a day after the closing.
    """
    with transaction():
        if workshop.status == WorkshopStatus.CLOSED:
            until = reopenable_until(workshop)
            if until is None or until < now():
                raise Conflict("workshop.reopen_late")
            workshop.status, workshop.closed_at = WorkshopStatus.LIVE, None
    for board_id in [board.id for board in workshop.boards]:
        if rooms.state(board_id).board.get("ended"):
            rooms.submit(board_id, [{"id": str(uuid.uuid4()), "type": "mode.set", "mode": "open"}], rooms.SYSTEM)


def reopenable_until(workshop: Workshop) -> datetime | None:
    """Until when it may be opened again; None where it is not closed."""
    is_over = workshop.status == WorkshopStatus.CLOSED and workshop.closed_at is not None
    return workshop.closed_at + REOPENABLE if is_over and workshop.closed_at else None


def finish_workshop(workshop: Workshop, by: str) -> list[RecordedArtefact]:
    """Confirm every board as those who lead have tidied it. Raises Conflict (`workshop.open`) before the closing.

    Doing it twice is the same as once. by: a person's id. Returns an artefact for each board, in the boards' order.
    """
    if workshop.status != WorkshopStatus.CLOSED:
        raise Conflict("workshop.open")
    boards = list(workshop.boards)
    for board in boards:
        _check_pictures(board)
    return [_freeze(board, by, FINISHED) for board in boards]


def confirm_board(board: Board, by: str) -> RecordedArtefact:
    """Freeze what a board holds now; with nothing new, the latest version is the answer. by: a person's id.

    While the workshop goes on it is a version on the way; once it is closed, the finished one. Raises Conflict
    (`picture.undescribed`) while a picture has no words for those who do not see it; what a closing takes by itself
    waits for nobody.
    """
    _check_pictures(board)
    is_over = board.workshop.status == WorkshopStatus.CLOSED
    return _freeze(board, by, FINISHED if is_over else CONFIRMED)


def _check_pictures(board: Board) -> None:
    """Whether every picture that would be in the output is described."""
    missing = undescribed(see_state(rooms.state(board.id), PUBLIC))
    if missing:
        texts = ", ".join(f"”{text[:MOST_QUOTED]}”" for text in missing[:MOST_NAMED])
        raise Conflict("picture.undescribed", notes=texts + (" …" if len(missing) > MOST_NAMED else ""))


def _freeze(board: Board, by: str, standing: str) -> RecordedArtefact:
    room = rooms.room_of(board.id)
    while True:
        room.catch_up()
        try:
            return freeze(board, room.state, room.epoch, by, standing)
        except Outdated:  # a note's content was erased meanwhile
            continue


def _taken_since(board: Board) -> RecordedArtefact | None:
    """The newest version, if the board has one from after the end."""
    saved, ended_at = latest(board.id), board.workshop.closed_at
    return saved if saved and ended_at and saved.taken_at >= ended_at else None


def _end(board_id: str) -> None:
    """An open ballot is counted, else its votes would be in no output; then the board is there to look at."""
    state = rooms.state(board_id)
    wanted: list[dict[str, object]] = [
        {"type": "ballot.close", "ballot": item_id}
        for item_id, item in state.items.items()
        if item_id.startswith("ballot:") and item["open"]
    ]
    if not state.board.get("ended"):
        wanted.append({"type": "mode.set", "mode": "look", "ended": True})
    if wanted:
        rooms.submit(board_id, [{"id": str(uuid.uuid4()), **each} for each in wanted], rooms.SYSTEM)


def _keep_guests(tx: Session, workshop: Workshop) -> None:
    """Guests get their thirty days of reading from now on."""
    life = access.LIFETIMES["guest"]
    if life is None or workshop.closed_at is None:
        return
    until = workshop.closed_at + life
    guests = select(Participant.id).where(Participant.workshop_id == workshop.id)
    tx.execute(
        update(AccessToken)
        .where(
            AccessToken.kind == "guest",
            AccessToken.person_id.in_(guests),
            AccessToken.revoked_at.is_(None),
            AccessToken.expires_at < until,
        )
        .values(expires_at=until)
        .execution_options(synchronize_session=False)
    )
