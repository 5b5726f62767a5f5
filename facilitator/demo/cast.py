"""The people of the example: the one who facilitates, and those who take part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from facilitator.extensions import db
from facilitator.models import Participant, User, Workshop
from facilitator.planning.accounts import create_account
from facilitator.planning.joining import join


def find_or_make_account(email: str, name: str, organisation: str) -> User:
    """The facilitator's account: no administrator, and without a password like any new one."""
    found = db.session.scalar(select(User).where(User.email == email))
    return found or create_account(email, name, organisation)


def find_or_make_people(workshop: Workshop, people: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Ids of those who take part, by name. Whoever is not there yet joins by the code, as guests do."""
    latest_first = Participant.joined_at.desc()  # of two who gave the same name, the first one is kept
    guests = select(Participant).where(Participant.workshop_id == workshop.id).order_by(latest_first)
    there = {(each.name, each.organisation): each.id for each in db.session.scalars(guests)}
    return {
        each["name"]: there.get((each["name"], each["organisation"]))
        or join(workshop.code, each["name"], each["organisation"], "fi").participant.id
        for each in people
    }
