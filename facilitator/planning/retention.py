"""Names are kept as long as the programme says, then replaced. Events and outputs carry ids alone, and stay."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.models import Participant, Programme, Project, Workshop
from facilitator.models.transaction import transaction
from facilitator.record import erasures

REPLACED = "#"  # a name that begins so was replaced: #1, #2 … in the order in which people joined


def forget_names(at: datetime) -> int:
    """Replace the guests' names of every workshop whose time is over, and say how many. Twice is the same as once.

    The days count from when the workshop was closed, or else from its planned end. Invented people keep theirs.
    """
    forgotten = 0
    with transaction() as tx:
        over = func.coalesce(Workshop.closed_at, Workshop.ends_at)
        query = (
            select(Workshop.id, over, Programme.retention_days)
            .join(Project, Project.id == Workshop.project_id)
            .join(Programme, Programme.id == Project.programme_id)
            .where(over.is_not(None), Programme.is_example.is_(False))
        )
        for workshop_id, ended_at, days in tx.execute(query).all():
            if ended_at + timedelta(days=days) < at:
                forgotten += _replace_names(tx, workshop_id)
    return forgotten


def forget_name(guest: Participant) -> None:
    """Replace one guest's name at once, because they ask. Twice is the same as once.

    It becomes what it would become when the days are over: a number by the order of joining.
    """
    with transaction() as tx:
        if _give_up_name(tx, guest):
            erasures.write_down(guest.id, person=guest.id)


def forget_name_again(person: str) -> bool:
    """The same after a restore, as the journal says. Returns whether there was anything to replace."""
    with transaction() as tx:
        guest = tx.get(Participant, person)
        return guest is not None and _give_up_name(tx, guest)


def _give_up_name(tx: Session, guest: Participant) -> bool:
    names = tx.execute(
        select(Participant.id, Participant.name)
        .where(Participant.workshop_id == guest.workshop_id)
        .order_by(Participant.joined_at, Participant.id)
    ).all()
    name = f"{REPLACED}{[each.id for each in names].index(guest.id) + 1}"
    if guest.name == name:
        return False
    guest.number = 1 + sum(each.name == name for each in names)  # somebody may have called themselves #3
    guest.name = guest.name_key = name
    return True


def is_replaced(guest: Participant) -> bool:
    """Whether the name is gone: a number stands in its place."""
    return guest.name.startswith(REPLACED) and guest.name[len(REPLACED) :].isdecimal()


def _replace_names(tx: Session, workshop_id: str) -> int:
    guests = tx.scalars(
        select(Participant)
        .where(Participant.workshop_id == workshop_id)
        .order_by(Participant.joined_at, Participant.id)
    ).all()
    named = [(place, guest) for place, guest in enumerate(guests, 1) if guest.name != f"{REPLACED}{place}"]
    for _, guest in named:
        guest.name_key = guest.id  # somebody may have called themselves #3: no two keys meet on the way
    tx.flush()
    for place, guest in named:
        guest.name = guest.name_key = f"{REPLACED}{place}"
        guest.number = 1
    return len(named)
