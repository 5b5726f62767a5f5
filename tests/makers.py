"""The fewest words for a setting. Aino facilitates, Björn takes part, Chloé is from another programme."""

from __future__ import annotations

import secrets
from typing import Any

from facilitator.models import Board, Membership, Participant, Programme, Project, User, Workshop, WorkshopStatus
from facilitator.models.transaction import transaction
from facilitator.planning.boards import create_board


def make_user(name: str = "Aino", **fields: Any) -> User:
    """An account without a password."""
    return _kept(User(name=name, **{"email": f"{name.lower()}-{secrets.token_hex(4)}@example.org", **fields}))


def make_programme(*members: User, **fields: Any) -> Programme:
    """A programme; members become its facilitators."""
    programme = _kept(Programme(**{"title": "Sujuvat palvelut", **fields}))
    for member in members:
        _kept(Membership(user_id=member.id, programme_id=programme.id))
    return programme


def make_project(programme: Programme | None = None, **fields: Any) -> Project:
    """A project, in a programme of its own unless one is given."""
    programme = programme or make_programme()
    return _kept(Project(programme_id=programme.id, **{"title": "Yrityksen perustaminen", **fields}))


def make_workshop(project: Project | None = None, **fields: Any) -> Workshop:
    """A live workshop with its door open."""
    project = project or make_project()
    chosen = {"title": "Palvelupolku", "status": WorkshopStatus.LIVE, "code": secrets.token_hex(4).upper(), **fields}
    return _kept(Workshop(project_id=project.id, **chosen))


def make_participant(workshop: Workshop | None = None, name: str = "Björn", **fields: Any) -> Participant:
    """A guest who has joined."""
    workshop = workshop or make_workshop()
    return _kept(Participant(workshop_id=workshop.id, name=name, name_key=name.casefold(), **fields))


def make_board(workshop: Workshop | None = None, method: str = "service_path", **fields: Any) -> Board:
    """A board with its log begun. fields: as `create_board` takes them."""
    return create_board(workshop or make_workshop(), **{"title": "Palvelupolku", "method_key": method, **fields})


def _kept(row: Any) -> Any:
    with transaction() as tx:
        tx.add(row)
    return row
