"""Joining a workshop by its code, with a name and no account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator import access, failures
from facilitator.config import LANGUAGES
from facilitator.errors import Conflict, Invalid, Problem
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.live.people import card_of
from facilitator.models import Board, Group, Participant, Workshop, WorkshopStatus
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning import names
from facilitator.planning.codes import ALPHABET, PREFIX, read_code
from facilitator.planning.people import leaders_of
from facilitator.planning.wording import NAME, ORGANISATION, cleaned


@dataclass(frozen=True)
class Joined:
    """Who came in, and with what. The token is shown once; only its hash is kept."""

    token: str
    participant: Participant
    workshop: Workshop
    boards: list[Board]


def find_door(code: str, address: str | None) -> Workshop:
    """The live workshop that a code opens.

    Raises as `find_invitation`, and Conflict (`workshop.draft`) where people still wait.
    """
    workshop = find_invitation(code, address)
    if workshop.status == WorkshopStatus.DRAFT:
        raise _shut("workshop.draft")
    return workshop


def find_invitation(code: str, address: str | None) -> Workshop:
    """The workshop that a code invites to: a live one, or a draft at whose door people wait.

    Raises Invalid (`code.unknown`) for a wrong code and for one changed since, counted against the address, its first
    characters and the whole; TooMany once that is too much. A right code is never counted.
    Raises Conflict (`workshop.closed`, `door.closed`): the code is right, but nobody comes in by it.
    """
    read = read_code(code)
    workshop = db.session.scalar(select(Workshop).where(Workshop.code == read)) if read else None
    if workshop is None:
        prefix = "".join(each for each in code.upper() if each in ALPHABET)[:PREFIX]
        failures.count(
            (failures.JOIN_ADDRESS, failures.network(address)),
            (failures.JOIN_PREFIX, prefix),
            (failures.JOIN_ALL, "all"),
        )
        raise Invalid("code.unknown", field="code", fields={"code": ("code.unknown", {})})
    if workshop.status == WorkshopStatus.CLOSED:
        raise _shut("workshop.closed")
    if workshop.status == WorkshopStatus.LIVE and not workshop.is_door_open:
        raise _shut("door.closed")
    return workshop


def join(
    code: str, name: str, organisation: str = "", language: str | None = None, address: str | None = None
) -> Joined:
    """Come into the workshop of this code as a new guest.

    Somebody of the same name is here: the newcomer gets the next free visible number (P8.3). With at most one group,
    the guest is in it; with several, in none until placed (P7.3).
    """
    workshop = find_door(code, address)
    if not workshop.asks_organisation:
        organisation = ""
    words = cleaned(name=(name, NAME), organisation=(organisation, ORGANISATION))
    language = language if language in LANGUAGES else None
    with transaction() as tx:
        guest = _new_guest(tx, workshop, words, language)
        token = access.add_token(tx, "guest", guest.id, expires=_until(workshop))
    return Joined(token, guest, workshop, access.boards_of(guest))


def seat(workshop: Workshop, name: str, organisation: str = "") -> Participant:
    """Somebody who is in the room or on the phone, without a device: a guest who holds nothing, for whom others write.

    Named and numbered as who joins, and forgotten with them. Those who lead may do it while the door is shut.
    Raises Conflict (`workshop.draft`, `workshop.closed`).
    """
    words = cleaned(name=(name, NAME), organisation=(organisation, ORGANISATION))
    with transaction() as tx:
        tx.refresh(workshop, with_for_update=True)
        if workshop.status != WorkshopStatus.LIVE:
            raise _shut("workshop.closed" if workshop.status == WorkshopStatus.CLOSED else "workshop.draft")
        guest = _added(tx, workshop, words, None)
    card = card_of(guest.id, guest.name, guest.number, guest.organisation, guest.role, False)
    rooms.introduce([board.id for board in access.boards_of(guest)], card)
    return guest


def _new_guest(tx: Session, workshop: Workshop, words: dict[str, str], language: str | None) -> Participant:
    tx.refresh(workshop, with_for_update=True)  # it may have shut meanwhile; and two of one name come one by one
    if workshop.status != WorkshopStatus.LIVE or not workshop.is_door_open:
        raise _shut("workshop.closed" if workshop.status == WorkshopStatus.CLOSED else "door.closed")
    return _added(tx, workshop, words, language)


def _added(tx: Session, workshop: Workshop, words: dict[str, str], language: str | None) -> Participant:
    groups = tx.scalars(select(Group.id).where(Group.workshop_id == workshop.id).limit(2)).all()
    guest = Participant(
        workshop_id=workshop.id,
        group_id=groups[0] if len(groups) == 1 else None,
        name_key=names.kept_key(words["name"]),
        number=free_number(tx, workshop, words["name"]),
        language=language,
        **words,
    )
    tx.add(guest)
    tx.flush()
    return guest


def free_number(tx: Session, workshop: Workshop, name: str) -> int:
    """The number that tells this name apart from those of the guests and of those who lead."""
    guests = tx.execute(
        select(Participant.name, Participant.number).where(Participant.workshop_id == workshop.id)
    ).all()
    return names.free_number(
        name, [names.numbered(known, number) for known, number in guests], leaders_of(workshop, tx)
    )


def _until(workshop: Workshop) -> datetime:
    """Thirty days after the workshop's planned end; closing it counts them anew."""
    life = access.LIFETIMES["guest"]
    assert life is not None  # noqa: S101
    return max(now(), workshop.ends_at or now()) + life


def _shut(code: str) -> Problem:
    return Conflict(code, field="code", fields={"code": (code, {})})
