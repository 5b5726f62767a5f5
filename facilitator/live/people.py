"""Who the people of a document are. Names live in their own table and travel beside events, never in them (P1.3)."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from facilitator.access import place_of, place_query
from facilitator.engine.ids import is_account
from facilitator.live.workings import Workings
from facilitator.models import Participant, User
from facilitator.models.ready import Ready, filling, places
from facilitator.models.transaction import commits

KEPT_SECONDS = 0.25  # another process may have written

Card = dict[str, Any]  # id, name, organisation or None, role; trial where somebody tries as a participant
Known = tuple[Card, bool]  # whether the document is theirs to open; else they are told of when they are there


class Read:
    """What was read once. asked: how often had been written then, and the accounts that were asked for."""

    def __init__(self, known: dict[str, Known], asked: tuple[int, set[str]], until: float) -> None:
        self.known, self.asked, self.until = known, asked, until
        self.are_all_in = all(is_theirs for _card, is_theirs in known.values())  # whoever else is there or not


class People:
    """The people of one document: read once for all who ask between two changes, be they three hundred."""

    def __init__(self, document: str, workings: Workings) -> None:
        self._document, self._workings = document, workings
        self._latest = Read({}, (-1, set()), 0.0)
        self._cards: list[Card] = []

    def cards(self, viewer: str, also: Collection[str]) -> list[Card]:
        """As `people_of`; the same list as long as it says the same. A guest who asks is known by then."""
        asked, latest = (commits.count, set(filter(is_account, also))), self._latest
        is_old = asked != latest.asked or time.monotonic() > latest.until
        if is_old or (viewer not in latest.known and not is_account(viewer)):
            with self._workings.reading() as connection:
                known = _read(connection, self._document, asked[1])
            latest = self._latest = Read(known, asked, time.monotonic() + KEPT_SECONDS)
            self._keep(_among(known, also))
        elif not latest.are_all_in:
            self._keep(_among(latest.known, also))
        return self._cards

    def _keep(self, cards: list[Card]) -> None:
        if cards != self._cards:
            self._cards = cards


def card_of(person: str, name: str, number: int, organisation: str, role: str, is_trial: bool) -> Card:
    """The card of one person. number: of those who gave the same name; shown from 2 on."""
    visible = name if number == 1 else f"{name} {number}"
    card = {"id": person, "name": visible, "organisation": organisation or None, "role": role}
    return {**card, "trial": True} if is_trial else card


def people_of(connection: Connection, document: str, also: Collection[str]) -> list[Card]:
    """The guests who can open the document, and those of `also`: who wrote there or is there now. In a fixed order."""
    return _among(_read(connection, document, set(filter(is_account, also))), also)


def _among(read: Mapping[str, Known], also: Collection[str]) -> list[Card]:
    return [card for person, (card, is_theirs) in read.items() if is_theirs or person in also]


def _read(connection: Connection, document: str, accounts: Collection[str]) -> dict[str, Known]:
    is_floor, place = place_of(document)
    known = {
        row.id: (
            card_of(row.id, row.name, row.number, row.organisation, row.role, row.is_trial),
            row.board_group is None or row.group_id == row.board_group,
        )
        for row in _guests(is_floor).on(connection, {"place": place})
    }
    if accounts:
        asked = filling("person", accounts)
        for row in _accounts(len(asked)).on(connection, asked):
            known[row.id] = card_of(row.id, row.name, 1, row.organisation, "facilitator", False), True
    return known


@cache
def _guests(is_floor: bool) -> Ready:
    place, guest = place_query(is_floor).subquery(), Participant
    return Ready(
        select(guest.id, guest.name, guest.number, guest.organisation, guest.role, guest.is_trial)
        .add_columns(guest.group_id, place.c.group_id.label("board_group"))
        .join(place, place.c.workshop_id == guest.workshop_id)
        .order_by(guest.joined_at, guest.id)
    )


@cache
def _accounts(count: int) -> Ready:
    return Ready(
        select(User.id, User.name, User.organisation).where(User.id.in_(places("person", count))).order_by(User.id)
    )
