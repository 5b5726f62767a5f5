"""A board to practise a method on: the method's worked example, in a programme of one's own, marked as invented."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from facilitator import methods
from facilitator.engine import PUBLIC, see_state
from facilitator.errors import Invalid, NotThere
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.methods import Method, editing
from facilitator.methods.sample import with_sample
from facilitator.methods.taken import Taken, taken_from
from facilitator.models import (
    Board,
    LoggedEvent,
    Membership,
    MethodVersion,
    OwnMethod,
    Programme,
    Project,
    User,
    Workshop,
    WorkshopStatus,
)
from facilitator.models.transaction import transaction
from facilitator.planning.boards import create_board
from facilitator.planning.own_methods import change_draft, check, draft_of
from facilitator.planning.programmes import create_programme
from facilitator.planning.projects import create_project
from facilitator.planning.workshops import create_workshop

# Told in each language alike, so that it is found again whatever language its owner reads.
PROGRAMME = {"fi": "Harjoittelu", "sv": "Övning", "en": "Practice"}
PROJECT = {
    "fi": "Menetelmien harjoitustaulut",
    "sv": "Övningstavlor för metoderna",
    "en": "Practice boards of the methods",
}


def open_practice(by: User, method_key: str, language: str) -> Board:
    """The practice board of a method: a new one, or one of this person's that nobody has touched yet.

    language: of its notes. Raises NotThere for an unknown method, or one without an example.
    """
    try:
        method = methods.library().load(method_key)
    except KeyError:
        raise NotThere from None
    if "example" not in method:
        raise NotThere
    project = _project(by, language)
    return _untouched(project, method, language) or _begin(project, method, by, language)


def open_sample(by: User, own: OwnMethod, language: str) -> Board:
    """A practice board of a method as it is being written. Raises Invalid (`method.faulty`)."""
    check(draft_of(own))
    method = with_sample(methods.load(own.trial_key, _trial_version(own)))
    project = _project(by, language)
    return _untouched(project, method, language) or _begin(project, method, by, language)


def sample_of(by: User, own: OwnMethod) -> Board | None:
    """The newest practice board of this person on which a draft of the method was tried."""
    wanted = (
        select(Board)
        .join(Workshop)
        .join(Project)
        .join(Membership, Membership.programme_id == Project.programme_id)
        .where(Membership.user_id == by.id, Membership.role == "lead", Board.method_key == own.trial_key)
    )
    return db.session.scalars(wanted.order_by(Board.created_at.desc()).limit(1)).first()


def take_example(by: User, own: OwnMethod, is_lead: bool) -> Taken:
    """Make what lies on the sample board the worked example of the draft.

    Raises Invalid (`example.none`) where there is no such board or nothing on it, Conflict (`method.locked`).
    """
    board = sample_of(by, own)
    if board is None:
        raise Invalid("example.none")
    method = with_sample(methods.load(own.trial_key, board.method_version))
    items = see_state(rooms.state(board.id), PUBLIC)
    taken = taken_from(method, items, board.workshop.language)
    if "notes" not in taken.example:
        raise Invalid("example.none")
    draft = editing.put(draft_of(own), (), {"example": taken.example})
    change_draft(own, draft, own.edition, is_lead)
    return taken


def _trial_version(own: OwnMethod) -> int:
    """The draft among those that practice boards have, kept there once."""
    try:
        return _kept_trial(own)
    except IntegrityError:  # another process has just kept it
        return _kept_trial(own)


def _kept_trial(own: OwnMethod) -> int:
    wanted = select(MethodVersion).where(MethodVersion.key == own.trial_key)
    with transaction() as tx:
        newest = tx.scalars(wanted.order_by(MethodVersion.version.desc()).limit(1)).first()
        if newest is not None and newest.body == own.draft:
            return newest.version
        version = newest.version + 1 if newest else 1
        tx.add(MethodVersion(key=own.trial_key, version=version, body=own.draft))
        return version


def _begin(project: Project, method: Method, by: User, language: str) -> Board:
    workshop = create_workshop(project, dict(method["example"]["title"]), language=language)
    return create_board(workshop, dict(method["title"]), method["key"], example_by=by.id, method=method)


def _untouched(project: Project, method: Method, language: str) -> Board | None:
    events = select(func.count()).where(LoggedEvent.document_id == Board.id).scalar_subquery()
    wanted = (
        select(Board)
        .join(Workshop)
        .where(Workshop.project_id == project.id, Workshop.language == language, events == 1)
        .where(Workshop.status != WorkshopStatus.CLOSED)
        .where(Board.method_key == method["key"], Board.method_version == method["version"])
    )
    return db.session.scalars(wanted.order_by(Board.created_at.desc())).first()


def _project(by: User, language: str) -> Project:
    wanted = (
        select(Project)
        .join(Programme)
        .join(Membership, Membership.programme_id == Programme.id)
        .where(Membership.user_id == by.id, Membership.role == "lead", Programme.is_example)
        .where(Programme.title.in_(PROGRAMME.values()), Project.title.in_(PROJECT.values()))
    )
    found = db.session.scalars(wanted.order_by(Project.created_at)).first()
    if found is not None:
        return found
    programme = create_programme(by, PROGRAMME[language], is_example=True)
    return create_project(programme, PROJECT[language])
