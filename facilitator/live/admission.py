"""Who comes to a document with a token: who they are, what they may do there, and where its log is.

One statement for all of it: when three hundred people come at once, nothing else of each is asked of the database.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import and_, bindparam, false, func, or_, select
from sqlalchemy.orm import aliased

from facilitator import access
from facilitator.engine import Actor
from facilitator.live import log
from facilitator.live.people import Card, card_of
from facilitator.live.workings import Workings
from facilitator.models import AccessToken, Document, Participant, User
from facilitator.models.base import now, stored
from facilitator.models.ready import Ready

MOST_SECRET, MOST_ID = 200, 80  # characters


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody whose token holds. actor: what they are there, or None where for them there is no such document."""

    id: str
    token_id: str
    language: str | None
    actor: Actor | None
    card: Card | None  # of whoever may be there
    head: tuple[str, int] | None  # epoch and last seq of the document


def admitted(workings: Workings, token: Any, document: Any) -> Admitted | None:
    """Who holds this secret now; None when it is unknown, over, or its holder is out. Both are as they were sent."""
    if not isinstance(token, str) or not 0 < len(token) <= MOST_SECRET:
        return None
    document = document if isinstance(document, str) and _may_be_id(document) else ""
    is_floor, place = access.place_of(document)
    with workings.reading() as connection:
        asked = {
            "token_hash": access.digest(token),
            "place": place,
            "document": document,
            "at": stored(now(), connection.dialect),
        }
        row = _query(is_floor).on(connection, asked).first()
    if row is None or row.kind in access.ONCE:
        return None
    if row.kind in access.SLIDING or row.source_kind in access.SLIDING:
        with workings.app.app_context():
            access.bearer(token)  # its life is counted from its last use
    actor = card = None
    if row.role is not None:
        actor = Actor(row.person_id, row.role, row.organisation or None)
        card = card_of(row.person_id, row.name, row.number, row.organisation, row.role, row.is_trial)
    head = None if row.seq is None else (row.epoch, row.seq)
    return Admitted(row.person_id, row.token_id, row.language, actor, card, head)


def _may_be_id(document: str) -> bool:
    """What no id of ours can be is not asked of the database, which might not take it."""
    return document.isascii() and document.isprintable() and len(document) <= MOST_ID


@cache
def _query(is_floor: bool) -> Ready:
    source = aliased(AccessToken)
    holder = select(AccessToken.person_id).where(AccessToken.token_hash == bindparam("token_hash")).scalar_subquery()
    rights = access.rights_query(is_floor, [holder]).subquery()
    guest, user = Participant, User
    return Ready(
        select(
            AccessToken.id.label("token_id"),
            AccessToken.kind,
            AccessToken.person_id,
            source.kind.label("source_kind"),
            func.coalesce(guest.language, user.language).label("language"),
            func.coalesce(guest.name, user.name).label("name"),
            func.coalesce(guest.number, 1).label("number"),
            func.coalesce(guest.is_trial, false()).label("is_trial"),
            rights.c.role,
            rights.c.organisation,
            Document.epoch,
            log.last_seq().label("seq"),
        )
        .outerjoin(source, source.id == AccessToken.parent_id)
        .outerjoin(guest, and_(guest.id == AccessToken.person_id, guest.removed_at.is_(None)))
        .outerjoin(user, and_(user.id == AccessToken.person_id, user.disabled_at.is_(None)))
        .outerjoin(rights, rights.c.id == AccessToken.person_id)
        .outerjoin(Document, Document.id == bindparam("document"))
        .where(
            AccessToken.token_hash == bindparam("token_hash"),
            access.is_held(AccessToken, source, bindparam("at")),
            or_(guest.id.is_not(None), user.id.is_not(None)),
        )
    )
