"""Going on with another device: a code that works once, for two minutes, and brings the same person there.

Forty random bits would be few for a secret that lasts. For this one, 600 tries are all that the whole service allows in
its two minutes, right or wrong: with a thousand codes in force one guess in two million would be a hit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator import access, failures
from facilitator.access import Person
from facilitator.errors import Gone, Invalid, NotAllowed, Problem
from facilitator.extensions import db
from facilitator.models import AccessToken, Participant
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.codes import new_code, read_code

LIFE = timedelta(minutes=2)


@dataclass(frozen=True)
class Code:
    """It is told once; only its hash is kept."""

    code: str
    expires_at: datetime


def make_code(person: Person) -> Code:
    """A code for this guest; the one before opens nothing any more. Raises NotAllowed for an account: it signs in."""
    if person.participant is None:
        raise NotAllowed
    made = Code(new_code(), now() + LIFE)
    with transaction() as tx:
        source = tx.get(AccessToken, person.token_id)
        while source is not None and source.kind == "seat":
            source = tx.get(AccessToken, source.parent_id)
        earlier = tx.scalars(
            select(AccessToken.id).where(AccessToken.person_id == person.id, AccessToken.kind == "device")
        )
        access.end_tokens(tx, earlier.all())
        access.add_token(
            tx,
            "device",
            person.id,
            parent=source.id if source else None,
            expires=made.expires_at,
            secret=_secret(made.code),
        )
    return made


def find_person(code: str, address: str | None) -> Participant:
    """Whom a code brings here, before it is used.

    Raises Invalid (`device.unknown`), counted; Gone (`device.used`, `device.old`); TooMany after too many wrong tries,
    whatever is tried then.
    """
    token = _find(db.session(), code, address)
    found = db.session.get(Participant, token.person_id)
    if found is None or found.removed_at is not None:
        raise _gone("device.old")
    return found


def use_code(code: str, address: str | None) -> tuple[Participant, str]:
    """The person, and a token of their own for this device; the code ends here. Raises as `find_person`."""
    guest = find_person(code, address)
    with transaction() as tx:
        token = _find(tx, code, address)
        if not access.use_up(tx, token.id):
            raise _gone("device.used")
        source = tx.get(AccessToken, token.parent_id)
        if source is None or source.revoked_at is not None:
            raise _gone("device.old")
        secret = access.add_token(tx, source.kind, guest.id, expires=source.expires_at)
    return guest, secret


def _find(session: Session, code: str, address: str | None) -> AccessToken:
    budgets = ((failures.DEVICE_ADDRESS, failures.network(address)), (failures.DEVICE_ALL, "all"))
    failures.check(*budgets)
    read = read_code(code)
    hashed = access.digest(_secret(read or ""))
    token = session.scalar(select(AccessToken).where(AccessToken.token_hash == hashed, AccessToken.kind == "device"))
    if token is None or read is None:
        failures.count(*budgets)
        raise Invalid("device.unknown", field="code", fields={"code": ("device.unknown", {})})
    if token.revoked_at is not None:
        raise _gone("device.used")
    if token.expires_at is None or token.expires_at <= now():
        raise _gone("device.old")
    return token


def _gone(code: str) -> Problem:
    return Gone(code, field="code", fields={"code": (code, {})})


def _secret(code: str) -> str:
    """Never mistaken for another kind of secret."""
    return f"device {code}"
