"""What was taken away from people since the backup stays so: a restore must let nobody in who was sent out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from facilitator.models import AccessToken, Participant, User

Since = Mapping[str, datetime]  # by id


@dataclass(frozen=True, slots=True)
class TakenAway:
    """Tokens that were revoked, guests who were sent out, accounts that were disabled."""

    tokens: Since = field(default_factory=dict)
    guests: Since = field(default_factory=dict)
    accounts: Since = field(default_factory=dict)


_ENDS: dict[str, Any] = {
    "tokens": AccessToken.revoked_at,
    "guests": Participant.removed_at,
    "accounts": User.disabled_at,
}


def taken_away(connection: Connection) -> TakenAway:
    """As this database knows it."""
    found = {
        name: {row.id: row[1] for row in connection.execute(select(end.class_.id, end).where(end.is_not(None)))}
        for name, end in _ENDS.items()
    }
    return TakenAway(**found)


def take_away_again(tx: Session, taken: TakenAway) -> None:
    """In a database that does not know it yet, as part of a transaction that is open."""
    for name, end in _ENDS.items():
        since: Since = getattr(taken, name)
        held = tx.scalars(select(end.class_.id).where(end.is_(None))).all()
        for each in since.keys() & set(held):
            tx.execute(update(end.class_).where(end.class_.id == each).values({end.key: since[each]}))
