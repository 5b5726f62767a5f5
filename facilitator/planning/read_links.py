"""Read links: what came of a workshop, for whoever holds the link, until its day is over or somebody revokes it."""

from __future__ import annotations

import secrets
from datetime import date, datetime, time, timedelta

from sqlalchemy import select, update

from facilitator.access import digest
from facilitator.errors import Gone, Invalid, NotThere
from facilitator.extensions import db
from facilitator.home import HOME
from facilitator.models import ReadLink, Workshop
from facilitator.models.base import now
from facilitator.models.transaction import transaction

USUAL_DAYS = 30
MOST_DAYS = 366


def make_read_link(workshop: Workshop, last_day: date, by: str) -> str:
    """A new link's secret, which is told once and never kept. last_day: it opens until midnight. by: an account's id.

    Raises Invalid (`link.past`, `link.far`) for a day that is over, or so far away that nobody will remember the link.
    """
    days = (last_day - now().astimezone(HOME).date()).days
    if days < 0:
        raise Invalid("link.past", field="last_day")
    if days > MOST_DAYS:
        raise Invalid("link.far", field="last_day", days=MOST_DAYS)
    expires_at = datetime.combine(last_day + timedelta(days=1), time(), tzinfo=HOME)
    secret = secrets.token_urlsafe(32)
    with transaction() as tx:
        tx.add(ReadLink(workshop_id=workshop.id, token_hash=digest(secret), expires_at=expires_at, created_by=by))
    return secret


def revoke_read_link(link: ReadLink) -> None:
    """End a link at once. Doing it twice is the same as once."""
    with transaction() as tx:
        tx.execute(
            update(ReadLink).where(ReadLink.id == link.id, ReadLink.revoked_at.is_(None)).values(revoked_at=now())
        )


def read_links_of(workshop: Workshop) -> list[ReadLink]:
    """All that were ever made, the newest first."""
    newest_first = (ReadLink.created_at.desc(), ReadLink.id)
    return list(db.session.scalars(select(ReadLink).where(ReadLink.workshop_id == workshop.id).order_by(*newest_first)))


def last_day_of(link: ReadLink) -> date:
    """The last day on which it opens anything, in Finland."""
    return (link.expires_at - timedelta(microseconds=1)).astimezone(HOME).date()


def opened_by(secret: str) -> ReadLink:
    """The link of this secret. Raises NotThere (`link.unknown`), or Gone (`link.revoked`, `link.ended`)."""
    found = db.session.scalar(select(ReadLink).where(ReadLink.token_hash == digest(secret[:200])))
    if found is None:
        raise NotThere("link.unknown")
    if found.revoked_at is not None:
        raise Gone("link.revoked")
    if found.expires_at <= now():
        day = last_day_of(found)
        raise Gone("link.ended", day=f"{day.day}.{day.month}.{day.year}")
    return found
