"""Who somebody is, by what they hold, and what they may do where.

A secret has 256 random bits and only its SHA-256 is kept. Rights are never copied into a session: they are read from
the database whenever something is asked for, so that who was removed a second ago may do nothing now.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
    update,
)
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, aliased

from facilitator import failures
from facilitator.engine import Actor, workshop_of
from facilitator.errors import Invalid
from facilitator.extensions import db
from facilitator.models import (
    AccessToken,
    Board,
    Membership,
    Participant,
    Programme,
    Project,
    User,
    Workshop,
    WorkshopStatus,
)
from facilitator.models.base import now
from facilitator.models.ready import Ready, filling, places
from facilitator.models.transaction import transaction
from facilitator.passwords import is_password

LIFETIMES: dict[str, timedelta | None] = {
    "browser": timedelta(hours=12),  # from its last use
    "api": timedelta(hours=12),  # from its last use
    "guest": timedelta(days=30),  # after joining, and again after the workshop was closed
    "seat": None,  # as long as what it was made from
    "sign_in": timedelta(hours=24),
    "device": timedelta(minutes=2),
    "trial": timedelta(hours=12),
    "co_lead": timedelta(days=7),
    "leader": timedelta(days=7),
}
ONCE = {"sign_in", "device", "co_lead"}  # they are exchanged for another and open nothing themselves
SLIDING = {"browser", "api"}
RENEW_AFTER = timedelta(minutes=30)  # so that reading a page writes seldom

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Person:
    """Somebody known by a token: an account (`u:…`) or a guest (`p:…`)."""

    id: str
    user: User | None
    participant: Participant | None
    token_id: str
    kind: str  # of the token

    @property
    def language(self) -> str | None:
        """What the person chose, if anything."""
        known = self.user or self.participant
        return known.language if known else None


# --- Tokens -------------------------------------------------------------------------------------------------------


def issue(kind: str, person_id: str, parent: str | None = None, expires: datetime | None = None) -> str:
    """A new secret, in a transaction of its own. parent: id of the token that it dies with."""
    with transaction() as tx:
        return add_token(tx, kind, person_id, parent=parent, expires=expires)


def add_token(
    tx: Session,
    kind: str,
    person_id: str,
    parent: str | None = None,
    expires: datetime | None = None,
    secret: str | None = None,
) -> str:
    """A new secret, as part of a transaction that is open already. secret: one that was made elsewhere."""
    secret = secret or secrets.token_urlsafe(32)
    life = LIFETIMES[kind]
    if expires is None and life is not None:
        expires = now() + life
    tx.add(AccessToken(token_hash=digest(secret), kind=kind, person_id=person_id, parent_id=parent, expires_at=expires))
    return secret


def revoke(token_id: str) -> None:
    """End a token and every token made from it."""
    with transaction() as tx:
        end_tokens(tx, [token_id])


def revoke_all(person_id: str) -> None:
    """End everything that a person holds."""
    with transaction() as tx:
        end_tokens(tx, tx.scalars(select(AccessToken.id).where(AccessToken.person_id == person_id)).all())


def end_tokens(tx: Session, token_ids: Collection[str]) -> None:
    """End tokens and what was made from them, as part of a transaction that is open already."""
    at = now()
    while token_ids:
        tx.execute(
            update(AccessToken)
            .where(AccessToken.id.in_(token_ids), AccessToken.revoked_at.is_(None))
            .values(revoked_at=at)
        )
        token_ids = tx.scalars(
            select(AccessToken.id).where(AccessToken.parent_id.in_(token_ids), AccessToken.revoked_at.is_(None))
        ).all()


def use_up(tx: Session, token_id: str) -> bool:
    """End a token that works once, as part of a transaction that is open already. False if somebody was faster."""
    query = update(AccessToken).where(AccessToken.id == token_id, AccessToken.revoked_at.is_(None))
    return tx.scalar(query.values(revoked_at=now()).returning(AccessToken.id)) is not None


def bearer(token: str | None) -> Person | None:
    """Who holds this secret now. None when it is unknown, ended, too old, or its holder is out."""
    if not token or len(token) > 200:
        return None
    row = db.session.scalar(select(AccessToken).where(AccessToken.token_hash == digest(token)))
    if row is None or row.kind in ONCE:
        return None
    source = db.session.get(AccessToken, row.parent_id) if row.parent_id else None
    if not _holds(row) or (row.parent_id and not (source and _holds(source))):
        return None
    _renew([row] if source is None else [row, source])
    person_id, token_id, kind = row.person_id, row.id, row.kind
    if person_id.startswith("u:"):
        user = db.session.get(User, person_id)
        if user is None or user.disabled_at is not None:
            return None
        return Person(user.id, user, None, token_id, kind)
    guest = db.session.get(Participant, person_id)
    if guest is None or guest.removed_at is not None:
        return None
    return Person(guest.id, None, guest, token_id, kind)


def held(token_ids: Collection[str], connection: Connection | Session | None = None) -> set[str]:
    """Those of the tokens that still hold, in one query: what a room asks about its seats."""
    source = aliased(AccessToken)
    query = (
        select(AccessToken.id)
        .outerjoin(source, source.id == AccessToken.parent_id)
        .where(AccessToken.id.in_(token_ids), is_held(AccessToken, source, now()))
    )
    return set((connection or db.session).execute(query).scalars())


def is_held(token: Any, source: Any, at: Any) -> ColumnElement[bool]:
    """In SQL: whether a token holds at this time, and what it was made from. source: the token of its parent_id."""
    return and_(
        token.revoked_at.is_(None),
        or_(token.expires_at.is_(None), token.expires_at > at),
        or_(
            token.parent_id.is_(None),
            source.revoked_at.is_(None) & or_(source.expires_at.is_(None), source.expires_at > at),
        ),
    )


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _holds(token: AccessToken) -> bool:
    return token.revoked_at is None and (token.expires_at is None or token.expires_at > now())


def _renew(tokens: Iterable[AccessToken]) -> None:
    """Count a life from its last use, not from its first."""
    at = now()
    due = []
    for token in tokens:
        life = LIFETIMES[token.kind] if token.kind in SLIDING else None
        if life and token.expires_at and token.expires_at < at + life - RENEW_AFTER:
            due.append((token.id, at + life))
    if due:
        with suppress(OperationalError), transaction() as tx:  # a busy database must not keep a reader out
            for token_id, expires in due:
                tx.execute(update(AccessToken).where(AccessToken.id == token_id).values(expires_at=expires))


# --- Coming in ----------------------------------------------------------------------------------------------------


def sign_in(email: str, password: str, address: str | None) -> User:
    """The account of this e-mail and password. Raises Invalid (`sign_in.wrong`), or TooMany after many wrong tries.

    Text, code and time are the same whether the account is unknown, has no password, or has another one.
    """
    email = email_key(email)
    budgets = (
        (failures.SIGN_IN_ADDRESS, failures.network(address)),
        (failures.SIGN_IN_ACCOUNT, f"{failures.network(address)} {email}"),
    )
    failures.check(*budgets)
    user = db.session.scalar(select(User).where(User.email == email, User.disabled_at.is_(None)))
    if not is_password(user.password_hash if user else None, password) or user is None:
        failures.count(*budgets)
        raise Invalid("sign_in.wrong")
    logger.info("signed in", extra={"person": user.id, "by": "password"})
    return user


def email_key(email: str) -> str:
    """An e-mail as compared; empty for what no database takes, which is nobody's."""
    key = email.strip().lower()[:254]
    return key if key.isprintable() else ""


def use_sign_in_link(token: str) -> User:
    """The account that a one-time link was made for; the link ends here. Raises Invalid (`sign_in.link_used`)."""
    with transaction() as tx:
        secret_hash, at = digest(token[:200]), now()
        person_id = tx.scalar(
            update(AccessToken)
            .where(
                AccessToken.token_hash == secret_hash,
                AccessToken.kind == "sign_in",
                AccessToken.revoked_at.is_(None),
                AccessToken.expires_at > at,
            )
            .values(revoked_at=at)
            .returning(AccessToken.person_id)
        )
        if person_id is None:
            logger.info("a sign-in link that does not work")
            raise Invalid("sign_in.link_used")
    user = db.session.get(User, person_id)
    if user is None or user.disabled_at is not None:
        raise Invalid("sign_in.link_used")
    logger.info("signed in", extra={"person": user.id, "by": "link"})
    return user


# --- Rights -------------------------------------------------------------------------------------------------------


def rights(person_id: str, document: str) -> Actor | None:
    """What this person is on this board or floor; None when for them there is no such document."""
    return rights_of([person_id], document)[person_id]


def rights_of(
    person_ids: Collection[str], document: str, connection: Connection | Session | None = None
) -> dict[str, Actor | None]:
    """`rights` of many persons in one query. connection: where a room reads; the request's session if not given."""
    found: dict[str, Actor | None] = dict.fromkeys(person_ids)
    if found:
        is_floor, place = place_of(document)
        asked = filling("person", found)
        reading = connection if isinstance(connection, Connection) else (connection or db.session).connection()
        for row in _rights_query(is_floor, len(asked)).on(reading, {**asked, "place": place}):
            found[row.id] = Actor(row.id, row.role, row.organisation or None)
    return found


def place_of(document: str) -> tuple[bool, str]:
    """Whether it is a floor, and the workshop's id then, else the board's: the parameter `place` of a statement."""
    workshop_id = workshop_of(document)
    return (False, document) if workshop_id is None else (True, workshop_id)


def place_query(is_floor: bool) -> Select[Any, Any]:
    """Where a document belongs: its workshop, and the group whose board it is; a floor is everybody's."""
    place: BindParameter[str] = bindparam("place")
    if is_floor:
        return select(Workshop.id.label("workshop_id"), null().label("group_id")).where(Workshop.id == place)
    return select(Board.workshop_id, Board.group_id).where(Board.id == place)


@cache
def _rights_query(is_floor: bool, persons: int) -> Ready:
    """For so many persons at most. Built once: rooms ask it for every batch."""
    return Ready(rights_query(is_floor, places("person", persons)))


def rights_query(is_floor: bool, person_ids: Sequence[Any]) -> Select[Any, Any]:
    """Id, role and organisation of those of these persons for whom the document of `place` is there."""
    place = place_query(is_floor).subquery()
    accounts = (
        select(User.id, literal("facilitator").label("role"), User.organisation)
        .join(place, true())
        .join(Workshop, Workshop.id == place.c.workshop_id)
        .join(Project, Project.id == Workshop.project_id)
        .outerjoin(Membership, (Membership.user_id == User.id) & (Membership.programme_id == Project.programme_id))
        .where(User.id.in_(person_ids), User.disabled_at.is_(None), or_(User.is_admin, Membership.id.is_not(None)))
    )
    guests = (
        select(Participant.id, Participant.role, Participant.organisation)
        .join(Workshop, Workshop.id == Participant.workshop_id)
        .join(place, place.c.workshop_id == Workshop.id)
        .where(
            Participant.id.in_(person_ids),
            Participant.removed_at.is_(None),
            or_(Workshop.status != WorkshopStatus.DRAFT, Participant.is_trial, Participant.role == "facilitator"),
            or_(
                place.c.group_id.is_(None),
                place.c.group_id == Participant.group_id,
                Participant.role == "facilitator",
            ),
        )
    )
    both = union_all(accounts, guests).subquery()
    return select(both.c.id, both.c.role, both.c.organisation)


def programme_role(person: Person | None, programme_id: str) -> str | None:
    """`lead` or `facilitator` of this programme; an administrator leads every one. None: it is not there for them."""
    if person is None or person.user is None:
        return None
    if person.user.is_admin:
        return "lead"
    return db.session.scalar(
        select(Membership.role).where(Membership.user_id == person.id, Membership.programme_id == programme_id)
    )


def workshop_role(person: Person | None, workshop: Workshop) -> str | None:
    """`facilitator`, `participant` or `observer` in this workshop. None: it is not there for them."""
    if person is None:
        return None
    if person.participant is not None:
        guest = person.participant
        is_open = workshop.status != WorkshopStatus.DRAFT or guest.is_backstage
        return guest.role if guest.workshop_id == workshop.id and is_open else None
    return "facilitator" if programme_role(person, workshop.project.programme_id) else None


def programmes_of(person: Person) -> list[Programme]:
    """The programmes that are there for this person, newest first."""
    if person.user is None:
        return []
    query = select(Programme).order_by(Programme.created_at.desc(), Programme.id)
    if not person.user.is_admin:
        query = query.join(Membership).where(Membership.user_id == person.id)
    return list(db.session.scalars(query))


def boards_of(participant: Participant) -> list[Board]:
    """The boards that a guest may open, in their order: everybody's, and those of the guest's own group."""
    workshop = participant.workshop
    if workshop.status == WorkshopStatus.DRAFT and not participant.is_backstage:
        return []
    query = select(Board).where(Board.workshop_id == workshop.id).order_by(Board.position, Board.created_at)
    if participant.role != "facilitator":
        query = query.where(or_(Board.group_id.is_(None), Board.group_id == participant.group_id))
    return list(db.session.scalars(query))
