"""What a person may reach: the thing, or NotThere. The same answer whether it does not exist or is not theirs to know.

Every route begins here. A guest who asks for what facilitators do in the guest's own workshop gets NotAllowed: that
the workshop exists is no news. Nobody signed in gets NotSignedIn, whatever was asked for.
"""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select

from facilitator import access
from facilitator.access import Person
from facilitator.engine import Actor, floor_of
from facilitator.errors import NotAllowed, NotSignedIn, NotThere
from facilitator.extensions import db
from facilitator.models import (
    Board,
    Group,
    Membership,
    OwnMethod,
    Participant,
    Programme,
    Project,
    ReadLink,
    RecordedArtefact,
    User,
    Workshop,
)

Row = TypeVar("Row")


def account(person: Person | None) -> User:
    """The account that asks. Raises NotAllowed for a guest."""
    user = _known(person).user
    if user is None:
        raise NotAllowed
    return user


def administrator(person: Person | None) -> User:
    """The administrator that asks. Raises NotAllowed for anybody else."""
    user = account(person)
    if not user.is_admin:
        raise NotAllowed
    return user


def programme(person: Person | None, programme_id: str, lead: bool = False) -> Programme:
    """A programme that this account belongs to. lead: and leads, else NotAllowed."""
    known = _known(person)
    found = _get(Programme, programme_id)
    role = access.programme_role(known, found.id) if found else None
    if found is None or role is None:
        raise NotThere
    if lead and role != "lead":
        raise NotAllowed
    return found


def own_method(person: Person | None, programme_id: str, method_id: str) -> tuple[OwnMethod, bool]:
    """A method of a programme that this account belongs to, and whether the account leads it."""
    frame = programme(person, programme_id)
    found = _get(OwnMethod, method_id)
    if found is None or found.programme_id != frame.id:
        raise NotThere
    return found, access.programme_role(_known(person), frame.id) == "lead"


def leads(person: Person | None, programme: Programme) -> bool:
    """Whether this account leads the programme."""
    return access.programme_role(_known(person), programme.id) == "lead"


def project(person: Person | None, project_id: str) -> Project:
    """A project of a programme that this account belongs to."""
    known = _known(person)
    found = _get(Project, project_id)
    if found is None or access.programme_role(known, found.programme_id) is None:
        raise NotThere
    return found


def workshop(person: Person | None, workshop_id: str) -> Workshop:
    """A workshop that this account runs."""
    found, role = entered(person, workshop_id)
    if role != "facilitator":
        raise NotAllowed
    return found


def entered(person: Person | None, workshop_id: str) -> tuple[Workshop, str]:
    """A workshop that this person is in, and as what: facilitator, participant or observer."""
    known = _known(person)
    found = _get(Workshop, workshop_id)
    role = access.workshop_role(known, found) if found else None
    if found is None or role is None:
        raise NotThere
    return found, role


def board(person: Person | None, board_id: str) -> tuple[Board, Actor]:
    """A board that this person may open, and what they are on it."""
    known = _known(person)
    found = _get(Board, board_id)
    actor = access.rights(known.id, found.id) if found else None
    if found is None or actor is None:
        raise NotThere
    return found, actor


def floor(person: Person | None, workshop_id: str) -> tuple[Workshop, Actor]:
    """A workshop whose floor this person may see, and what they are on it."""
    found, _ = entered(person, workshop_id)
    actor = access.rights(_known(person).id, floor_of(found.id))
    if actor is None:
        raise NotThere
    return found, actor


def run_board(person: Person | None, board_id: str) -> Board:
    """A board whose workshop this account runs."""
    found, actor = board(person, board_id)
    if actor.role != "facilitator":
        raise NotAllowed
    return found


def group(person: Person | None, group_id: str) -> Group:
    """A group of a workshop that this account runs."""
    known = _known(person)
    found = _get(Group, group_id)
    if found is None or access.workshop_role(known, found.workshop) is None:
        raise NotThere
    workshop(known, found.workshop_id)
    return found


def group_of(workshop: Workshop, group_id: str | None) -> Group | None:
    """The workshop's own group of this id; None for none. Raises NotThere for any other."""
    if group_id is None:
        return None
    found = _get(Group, group_id)
    if found is None or found.workshop_id != workshop.id:
        raise NotThere
    return found


def participant(person: Person | None, participant_id: str) -> Participant:
    """A guest of a workshop that this account runs."""
    known = _known(person)
    found = _get(Participant, participant_id)
    if found is None or access.workshop_role(known, found.workshop) is None:
        raise NotThere
    workshop(known, found.workshop_id)
    return found


def co_leader(person: Person | None, participant_id: str) -> Participant:
    """Somebody who was asked to help lead a workshop that this account runs."""
    found = participant(person, participant_id)
    if found.role != "facilitator":
        raise NotThere
    return found


def member(person: Person | None, membership_id: str) -> Membership:
    """A membership of a programme that this account leads."""
    known = _known(person)
    found = _get(Membership, membership_id)
    if found is None:
        raise NotThere
    programme(known, found.programme_id, lead=True)
    return found


def record(person: Person | None, project_id: str) -> list[RecordedArtefact]:
    """The record of a project of a programme that this account belongs to, newest first."""
    found = project(person, project_id)
    newest_first = (RecordedArtefact.taken_at.desc(), RecordedArtefact.version.desc(), RecordedArtefact.id)
    return list(
        db.session.scalars(
            select(RecordedArtefact).where(RecordedArtefact.project_id == found.id).order_by(*newest_first)
        )
    )


def artefact(person: Person | None, artefact_id: str) -> RecordedArtefact:
    """An artefact, for who runs its workshop and for the participants who may open its board."""
    known = _known(person)
    found = _get(RecordedArtefact, artefact_id)
    if found is None:
        raise NotThere
    entered(known, found.workshop_id)
    if access.rights(known.id, found.board_id) is None:
        raise NotThere
    return found


def read_link(person: Person | None, link_id: str) -> ReadLink:
    """A read link of a workshop that this account runs."""
    known = _known(person)
    found = _get(ReadLink, link_id)
    if found is None or access.workshop_role(known, found.workshop) is None:
        raise NotThere
    workshop(known, found.workshop_id)
    return found


def artefact_by(link: ReadLink, artefact_id: str) -> RecordedArtefact:
    """An artefact of the workshop that a read link opens."""
    found = _get(RecordedArtefact, artefact_id)
    if found is None or found.workshop_id != link.workshop_id:
        raise NotThere
    return found


def _get(table: type[Row], id_: str) -> Row | None:
    """The row of this id. What no id of ours can be is not asked of the database, which might not take it."""
    return db.session.get(table, id_) if id_.isascii() and id_.isprintable() and len(id_) <= 80 else None


def _known(person: Person | None) -> Person:
    if person is None:
        raise NotSignedIn
    return person
