"""Trying a workshop out: throw-away participants, and the boards emptied of it in one act."""

from __future__ import annotations

from sqlalchemy import func, select

from facilitator import access
from facilitator.errors import Conflict
from facilitator.extensions import db
from facilitator.live import log, rooms
from facilitator.live.folding import clear_board
from facilitator.models import AccessToken, Group, Participant, RecordedArtefact, Workshop, WorkshopStatus
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning import names
from facilitator.planning.floor import leave_agenda
from facilitator.planning.joining import Joined, free_number
from facilitator.planning.people import look_again
from facilitator.planning.wording import NAME, cleaned

MOST = 20  # trial persons of one workshop at a time


def begin_trial(workshop: Workshop, name: str, language: str, group: Group | None = None) -> Joined:
    """A throw-away participant, also of a draft. name: what the product calls such a one, in the lead's language.

    Raises Conflict (`workshop.closed`, `trial.many`).
    """
    words = cleaned(name=(name, NAME))
    if workshop.status == WorkshopStatus.CLOSED:
        raise Conflict("workshop.closed")
    with transaction() as tx:
        tx.refresh(workshop, with_for_update=True)
        if len(_trials(workshop)) >= MOST:
            raise Conflict("trial.many", most=MOST)
        group = group or next(iter(workshop.groups), None)
        guest = Participant(
            workshop_id=workshop.id,
            group_id=group.id if group else None,
            name_key=names.kept_key(words["name"]),
            number=free_number(tx, workshop, words["name"]),
            language=language,
            is_trial=True,
            **words,
        )
        tx.add(guest)
        tx.flush()
        token = access.add_token(tx, "trial", guest.id)
    return Joined(token, guest, workshop, access.boards_of(guest))


def trial_notes(workshop: Workshop) -> int:
    """How many notes there are on the boards now: all of them go when the trial is emptied."""
    states = [rooms.state(board_id) for board_id in [board.id for board in workshop.boards]]
    return sum(item_id.startswith("note:") for state in states for item_id in state.items)


def is_trial_only(workshop: Workshop) -> bool:
    """Whether nobody but those who lead and trial persons has written, and nothing lies in the record."""
    return _why_not(workshop) is None


def has_trial(workshop: Workshop) -> bool:
    """Whether there is anything to empty: a trial person, or something on a board."""
    return bool(_trials(workshop)) or bool(_writers(workshop))


def empty_trial(workshop: Workshop) -> int:
    """Clear every board, its places aside, and send the trial persons away; returns how many notes went.

    All in one transaction, under the lock that rooms write with. Raises Conflict (`workshop.closed`, `trial.others`,
    `trial.recorded`). Doing it twice is the same as once.
    """
    gone = trial_notes(workshop)
    leave_agenda(workshop)
    with transaction() as tx:
        tx.refresh(workshop, with_for_update=True)
        if code := _why_not(workshop):
            raise Conflict(code)
        boards = [board.id for board in workshop.boards]
        for board_id in boards:
            clear_board(tx, board_id)
        for guest in _trials(workshop):
            guest.removed_at = now()
            held = tx.scalars(select(AccessToken.id).where(AccessToken.person_id == guest.id)).all()
            access.end_tokens(tx, held)
    rooms.start_over(boards)
    look_again(workshop)
    return gone


def _trials(workshop: Workshop) -> list[Participant]:
    return [each for each in workshop.participants if each.is_trial and each.removed_at is None]


def _writers(workshop: Workshop) -> set[str]:
    return log.writers(db.session(), [board.id for board in workshop.boards]) - {"system"}


def _why_not(workshop: Workshop) -> str | None:
    if workshop.status == WorkshopStatus.CLOSED:
        return "workshop.closed"
    backstage = {each.id for each in workshop.participants if each.is_backstage}
    if any(each.startswith("p:") and each not in backstage for each in _writers(workshop)):
        return "trial.others"
    recorded = select(func.count()).where(RecordedArtefact.workshop_id == workshop.id)
    return "trial.recorded" if db.session.scalar(recorded) else None
