"""Who the people of a document are. Names live in their own table and travel beside events, never in them (P1.3)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, or_, select

from facilitator.access import Person, place_of
from facilitator.engine import Actor
from facilitator.models import Participant, User

Card = dict[str, Any]  # id, name, organisation or None, role; trial where somebody tries as a participant


def card_of(person: Person, actor: Actor) -> Card:
    """The card of somebody who has come in."""
    if person.participant is not None:
        guest = person.participant
        return _card(person.id, guest.visible_name, guest.organisation, actor.role, guest.is_trial)
    name, organisation = (person.user.name, person.user.organisation) if person.user else ("", "")
    return _card(person.id, name, organisation, actor.role)


def people_of(connection: Connection, document: str, also: Collection[str]) -> list[Card]:
    """The guests who can open the document, and those of `also`: who wrote there or is there now. In a fixed order."""
    guests = Participant.__table__
    place = connection.execute(place_of(document)).first()
    cards: list[Card] = []
    if place is not None:
        shown = [guests.c[name] for name in ("id", "name", "number", "organisation", "role", "is_trial")]
        query = (
            select(*shown).where(guests.c.workshop_id == place.workshop_id).order_by(guests.c.joined_at, guests.c.id)
        )
        if place.group_id is not None:
            query = query.where(or_(guests.c.group_id == place.group_id, guests.c.id.in_(also)))
        for person, name, number, organisation, role, is_trial in connection.execute(query):
            visible = name if number == 1 else f"{name} {number}"
            cards.append(_card(person, visible, organisation, role, is_trial))
    accounts = [person for person in also if person.startswith("u:")]
    if accounts:
        query = select(User.id, User.name, User.organisation).where(User.id.in_(accounts)).order_by(User.id)
        cards += [_card(row.id, row.name, row.organisation, "facilitator") for row in connection.execute(query)]
    return cards


def _card(person: str, name: str, organisation: str, role: str, is_trial: bool = False) -> Card:
    card = {"id": person, "name": name, "organisation": organisation or None, "role": role}
    return {**card, "trial": True} if is_trial else card
