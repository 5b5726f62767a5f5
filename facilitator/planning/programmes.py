"""Programmes, and who belongs to them."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator import access
from facilitator.errors import Conflict, Invalid
from facilitator.models import Membership, Programme, User
from facilitator.models.transaction import transaction
from facilitator.planning.wording import ORGANISATION, TITLE, choice, cleaned

LONGEST_RETENTION = 3_650  # days


class Role(StrEnum):
    """What an account is in a programme."""

    LEAD = "lead"
    FACILITATOR = "facilitator"


def create_programme(
    by: User, title: str, owner: str = "", retention_days: int = 90, is_example: bool = False
) -> Programme:
    """A programme, led by whoever made it."""
    words = cleaned(title=(title, TITLE), owner=(owner, ORGANISATION))
    _check_retention(retention_days)
    with transaction() as tx:
        programme = Programme(**words, retention_days=retention_days, is_example=is_example)
        tx.add(programme)
        tx.flush()
        tx.add(Membership(user_id=by.id, programme_id=programme.id, role=Role.LEAD))
    return programme


def change_programme(programme: Programme, title: str, owner: str = "", retention_days: int = 90) -> None:
    """Give it other words, or keep names for another time."""
    words = cleaned(title=(title, TITLE), owner=(owner, ORGANISATION))
    _check_retention(retention_days)
    with transaction():
        programme.title, programme.owner = words["title"], words["owner"]
        programme.retention_days = retention_days


def add_member(programme: Programme, email: str, role: str = Role.FACILITATOR) -> Membership:
    """Let an account in, or change its role. Raises Invalid (`account.unknown`), Conflict (`programme.last_lead`)."""
    role = choice("role", role, Role)
    with transaction() as tx:
        user = tx.scalar(select(User).where(User.email == access.email_key(email), User.disabled_at.is_(None)))
        if user is None:
            raise Invalid("account.unknown", field="email", fields={"email": ("account.unknown", {})})
        membership = _membership(tx, programme, user)
        if membership is None:
            membership = Membership(user_id=user.id, programme_id=programme.id, role=role)
            tx.add(membership)
        else:
            if role != Role.LEAD:
                _check_leads(tx, membership)
            membership.role = role
    return membership


def remove_member(programme: Programme, user: User) -> None:
    """Take an account out; it loses its rights at once. Raises Conflict (`programme.last_lead`)."""
    with transaction() as tx:
        membership = _membership(tx, programme, user)
        if membership is not None:
            _check_leads(tx, membership)
            tx.delete(membership)


def _membership(tx: Session, programme: Programme, user: User) -> Membership | None:
    return tx.scalar(select(Membership).where(Membership.user_id == user.id, Membership.programme_id == programme.id))


def _check_leads(tx: Session, leaving: Membership) -> None:
    """A programme without a lead is one that nobody can give away."""
    others = select(func.count()).where(
        Membership.programme_id == leaving.programme_id, Membership.role == Role.LEAD, Membership.id != leaving.id
    )
    if leaving.role == Role.LEAD and not tx.scalar(others):
        raise Conflict("programme.last_lead")


def _check_retention(days: int) -> None:
    if not 1 <= days <= LONGEST_RETENTION:
        detail = {"least": 1, "most": LONGEST_RETENTION}
        raise Invalid(
            "number.out_of_range",
            field="retention_days",
            fields={"retention_days": ("number.out_of_range", detail)},
            **detail,
        )
