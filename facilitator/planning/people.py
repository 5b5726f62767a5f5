"""Everybody of a workshop, and where they are now: what those who lead need to know of the room, and no ranking."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from facilitator import access
from facilitator.access import Person
from facilitator.engine import floor_of
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import Membership, Participant, User, Workshop


@dataclass(frozen=True)
class Somebody:
    """One person of a workshop. board: where they are now; None: away. is_writing: as everybody there may see."""

    id: str
    name: str
    organisation: str
    role: str
    group: str | None
    board: str | None
    is_writing: bool


def everybody_of(workshop: Workshop) -> list[Somebody]:
    """The guests who are in, here or away, and the accounts that are on a board now; by name."""
    here = rooms.whereabouts([board.id for board in workshop.boards])
    found = [
        _somebody(guest, guest.visible_name, guest.role, here, guest.group_id)
        for guest in workshop.participants
        if guest.removed_at is None and not guest.is_trial
    ]
    accounts = db.session.scalars(select(User).where(User.id.in_([each for each in here if each.startswith("u:")])))
    found += [_somebody(account, account.name, "facilitator", here) for account in accounts]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def leaders_of(workshop: Workshop, session: Session) -> list[str]:
    """The names of the accounts that run this workshop, and of those who help."""
    query = (
        select(User.name)
        .outerjoin(Membership, Membership.user_id == User.id)
        .where(
            User.disabled_at.is_(None),
            or_(User.is_admin, Membership.programme_id == workshop.project.programme_id),
        )
    )
    helpers = select(Participant).where(Participant.workshop_id == workshop.id, Participant.role == "facilitator")
    return [*session.scalars(query), *(each.visible_name for each in session.scalars(helpers))]


def look_again(workshop: Workshop) -> None:
    """Have the rooms see at once who may still be in them; those of other processes see it within seconds."""
    rooms.look_again([floor_of(workshop.id), *(board.id for board in workshop.boards)])


def sign_out(person: Person) -> None:
    """Their token ends, with those made from it, and so do the seats that were taken with it."""
    access.revoke(person.token_id)
    rooms.look_at(person.id)


def _somebody(
    person: Participant | User, name: str, role: str, here: rooms.Whereabouts, group: str | None = None
) -> Somebody:
    board, is_writing = here.get(person.id, (None, False))
    return Somebody(person.id, name, person.organisation, role, group, board, is_writing)
