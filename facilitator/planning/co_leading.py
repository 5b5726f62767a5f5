"""Helping to lead one workshop without an account: by a personal link, for seven days.

The link works once. What it gives ends when the link would have, or when whoever made it takes it back.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator import access
from facilitator.config import LANGUAGES
from facilitator.errors import Conflict, Gone, NotThere
from facilitator.extensions import db
from facilitator.models import AccessToken, Participant, Workshop, WorkshopStatus
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning import names
from facilitator.planning.joining import free_number
from facilitator.planning.wording import NAME, ORGANISATION, cleaned

MOST = 20  # of one workshop at a time
KIND = "co_lead"


@dataclass(frozen=True)
class CoLeader:
    """Somebody who was asked to help. has_come: whether the link was used."""

    person: Participant
    expires_at: datetime
    has_come: bool


def invite(workshop: Workshop, name: str, organisation: str = "") -> tuple[Participant, str]:
    """A personal link's secret, which is told once and never kept, and whom it brings.

    Raises Invalid as words do, Conflict (`workshop.closed`, `co_lead.many`).
    """
    words = cleaned(name=(name, NAME), organisation=(organisation, ORGANISATION))
    secret = secrets.token_urlsafe(32)
    with transaction() as tx:
        tx.refresh(workshop, with_for_update=True)
        if workshop.status == WorkshopStatus.CLOSED:
            raise Conflict("workshop.closed")
        if len(_helpers(workshop)) >= MOST:
            raise Conflict("co_lead.many", most=MOST)
        person = Participant(
            workshop_id=workshop.id,
            role="facilitator",
            name_key=names.kept_key(words["name"]),
            number=free_number(tx, workshop, words["name"]),
            **words,
        )
        tx.add(person)
        tx.flush()
        access.add_token(tx, KIND, person.id, secret=secret)
    return person, secret


def co_leaders_of(workshop: Workshop) -> list[CoLeader]:
    """Those whose time is not over and who were not sent away, in the order of being asked."""
    asked = {each.id: each for each in _helpers(workshop)}
    links = db.session.scalars(
        select(AccessToken)
        .where(AccessToken.kind == KIND, AccessToken.person_id.in_(asked), AccessToken.expires_at > now())
        .order_by(AccessToken.created_at)
    )
    return [
        CoLeader(asked[link.person_id], link.expires_at, link.revoked_at is not None)
        for link in links
        if link.expires_at is not None
    ]


def find_invited(secret: str) -> Participant:
    """Whom a link brings. Raises NotThere (`co_lead.unknown`), Gone (`co_lead.used`, `co_lead.old`)."""
    return _find(db.session(), secret)[1]


def come_in(secret: str, language: str | None = None) -> tuple[Participant, str]:
    """The person, and the token of the browser that leads from now on; the link ends here. Raises as `find_invited`."""
    with transaction() as tx:
        link, person = _find(tx, secret)
        if not access.use_up(tx, link.id):
            raise Gone("co_lead.used")
        if language in LANGUAGES:
            person.language = language
        token = access.add_token(tx, "leader", person.id, expires=link.expires_at)
    return person, token


def _find(session: Session, secret: str) -> tuple[AccessToken, Participant]:
    hashed = access.digest(secret[:200])
    link = session.scalar(select(AccessToken).where(AccessToken.token_hash == hashed, AccessToken.kind == KIND))
    person = session.get(Participant, link.person_id) if link else None
    if link is None or person is None:
        raise NotThere("co_lead.unknown")
    if person.removed_at is not None or link.expires_at is None or link.expires_at <= now():
        raise Gone("co_lead.old")
    if link.revoked_at is not None:
        raise Gone("co_lead.used")
    return link, person


def _helpers(workshop: Workshop) -> list[Participant]:
    return [each for each in workshop.participants if each.role == "facilitator" and each.removed_at is None]
