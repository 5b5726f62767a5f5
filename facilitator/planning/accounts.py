"""Accounts. None has a default password: a new one comes in by a link that works once."""

from __future__ import annotations

import re

from sqlalchemy import select

from facilitator import access
from facilitator.errors import Conflict, Invalid
from facilitator.extensions import db
from facilitator.models import AccessToken, User
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.passwords import hash_password
from facilitator.planning.wording import NAME, ORGANISATION, cleaned

_EMAIL = re.compile(r"[^@\s\x00-\x1f\x7f]{1,64}@[^@\s\x00-\x1f\x7f]{1,189}")


def create_account(email: str, name: str, organisation: str = "", is_admin: bool = False) -> User:
    """An account without a password. Raises Invalid (`email.invalid`), Conflict (`account.exists`)."""
    email = access.email_key(email)
    if not _EMAIL.fullmatch(email):
        raise Invalid("email.invalid", field="email", fields={"email": ("email.invalid", {})})
    words = cleaned(name=(name, NAME), organisation=(organisation, ORGANISATION))
    with transaction() as tx:
        if tx.scalar(select(User.id).where(User.email == email)):
            raise Conflict("account.exists", field="email", fields={"email": ("account.exists", {})})
        user = User(email=email, is_admin=is_admin, **words)
        tx.add(user)
    return user


def set_password(user: User, password: str) -> None:
    """Choose a password. Everything that the account holds ends: whoever had the old one is out."""
    hashed = hash_password(password)  # slow, so before the transaction
    with transaction() as tx:
        user.password_hash = hashed
        held = tx.scalars(select(AccessToken.id).where(AccessToken.person_id == user.id)).all()
        access.end_tokens(tx, held)


def disable_account(user: User) -> None:
    """Let this account in no more; what it made stays."""
    with transaction() as tx:
        user.disabled_at = user.disabled_at or now()
        held = tx.scalars(select(AccessToken.id).where(AccessToken.person_id == user.id)).all()
        access.end_tokens(tx, held)


def account_of(email: str) -> User:
    """The account of an e-mail. Raises Invalid (`account.unknown`)."""
    user = db.session.scalar(select(User).where(User.email == access.email_key(email)))
    if user is None:
        raise Invalid("account.unknown", field="email", fields={"email": ("account.unknown", {})})
    return user


def choose_language(person: access.Person, language: str) -> None:
    """Remember the language that a person chose."""
    known = person.user or person.participant
    with transaction():
        if known is not None:
            known.language = language
