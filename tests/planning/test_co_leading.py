"""Helping to lead one workshop without an account: by a link for one person, which works once and ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from facilitator import access
from facilitator.errors import Conflict, NotAllowed, NotThere, Problem
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import AccessToken, Participant, Workshop, WorkshopStatus
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning import closing, co_leading, devices, groups, joining, reach, workshops
from facilitator.planning.people import everybody_of
from facilitator.record.provenance import participants
from tests.live.setting import op
from tests.makers import make_board, make_project, make_workshop


@pytest.fixture
def draft(app: Flask) -> Workshop:
    workshop = workshops.create_workshop(make_project(), "Polku")
    make_board(workshop)
    make_board(workshop, title="Ryhmän", group=groups.create_group(workshop, "1"))
    return workshop


def known(token: str) -> access.Person:
    person = access.bearer(token)
    assert person is not None
    return person


def come(workshop: Workshop, name: str = "Saara") -> access.Person:
    _, secret = co_leading.invite(workshop, name)
    return known(co_leading.come_in(secret, "sv")[1])


def refusal(secret: str) -> str:
    with pytest.raises(Problem) as refused:
        co_leading.come_in(secret)
    return refused.value.code


def test_who_comes_by_the_link_leads_this_workshop_and_no_other(draft: Workshop) -> None:
    saara, other = come(draft), make_workshop()

    assert reach.workshop(saara, draft.id) == draft
    assert {reach.run_board(saara, board.id) for board in draft.boards} == set(draft.boards)
    assert saara.language == "sv"
    with pytest.raises(NotThere):
        reach.workshop(saara, other.id)
    with pytest.raises(NotThere):
        reach.project(saara, draft.project_id)
    with pytest.raises(NotAllowed):
        reach.account(saara)


def test_they_lead_on_the_board_with_the_role_and_are_no_participant(draft: Workshop) -> None:
    saara, board = come(draft), draft.boards[0]
    actor = access.rights(saara.id, board.id)
    assert actor is not None

    (event,) = rooms.submit(board.id, [op("mode.set", mode="silent")], actor)

    assert (actor.role, event["by"]) == ("facilitator", saara.id)
    assert [(each.name, each.role) for each in everybody_of(draft)] == [("Saara", "facilitator")]
    assert (draft.guests, participants(board)["count"]) == ([], 0)


def test_the_link_works_once_and_opens_nothing_by_itself(draft: Workshop) -> None:
    person, secret = co_leading.invite(draft, "Saara")

    assert access.bearer(secret) is None
    assert co_leading.find_invited(secret) == co_leading.find_invited(secret) == person
    co_leading.come_in(secret)
    assert refusal(secret) == "co_lead.used"
    assert (refusal("unknown"), refusal("")) == ("co_lead.unknown", "co_lead.unknown")


def test_link_and_rights_end_on_the_seventh_day(draft: Workshop) -> None:
    _, secret = co_leading.invite(draft, "Saara")
    (link,) = co_leading.co_leaders_of(draft)
    token = known(co_leading.come_in(secret)[1]).token_id
    ends = db.session.scalar(select(AccessToken.expires_at).where(AccessToken.id == token))

    assert (ends, link.expires_at - now() > timedelta(days=6, hours=23)) == (link.expires_at, True)
    with transaction() as tx:
        tx.execute(update(AccessToken).values(expires_at=now()))
    assert (access.held([token]), co_leading.co_leaders_of(draft), refusal(secret)) == (set(), [], "co_lead.old")


def test_closing_the_workshop_makes_nobody_lead_for_longer(draft: Workshop) -> None:
    saara = come(draft)
    before = db.session.scalar(select(AccessToken.expires_at).where(AccessToken.id == saara.token_id))
    workshops.go_live(draft)
    closing.close_workshop(draft, "u:1")

    assert db.session.scalar(select(AccessToken.expires_at).where(AccessToken.id == saara.token_id)) == before
    with pytest.raises(Conflict, match=r"workshop\.closed"):
        co_leading.invite(draft, "Tuula")


@pytest.mark.parametrize("has_come", [True, False])
def test_what_is_revoked_is_over_at_once(draft: Workshop, has_come: bool) -> None:
    person, secret = co_leading.invite(draft, "Saara")
    token = co_leading.come_in(secret)[1] if has_come else ""

    groups.remove_participant(person)

    assert access.bearer(token) is None
    assert refusal(secret) == "co_lead.old"
    assert co_leading.co_leaders_of(draft) == []
    assert access.rights(person.id, draft.boards[0].id) is None


def test_another_device_leads_as_long_as_the_first(draft: Workshop) -> None:
    saara = come(draft)

    phone = known(devices.use_code(devices.make_code(saara).code, "192.0.2.1")[1])

    ends = dict(db.session.execute(select(AccessToken.id, AccessToken.expires_at)).all())
    assert (phone.id, ends[phone.token_id]) == (saara.id, ends[saara.token_id])


def test_their_name_is_told_apart_and_nobody_else_gets_it(app: Flask) -> None:
    workshop = make_workshop()
    joining.join(workshop.code, "Saara")

    helper = co_leading.invite(workshop, "Saara")[0]
    later = co_leading.invite(workshop, "Tuula")[0]
    typed = joining.join(workshop.code, "Tuula ★ (fasilitaattori)").participant

    assert (helper.visible_name, later.visible_name) == ("Saara 2", "Tuula")
    assert typed.visible_name == "Tuula ★ (fasilitaattori) 2"


def test_there_is_a_bound(draft: Workshop) -> None:
    for number in range(co_leading.MOST):
        co_leading.invite(draft, f"Apu {number}")

    with pytest.raises(Conflict, match=r"co_lead\.many"):
        co_leading.invite(draft, "Vielä yksi")
    assert db.session.query(Participant).count() == co_leading.MOST


def test_a_guest_of_the_workshop_is_not_made_to_lead_by_the_link_of_another(app: Flask) -> None:
    workshop = make_workshop(status=WorkshopStatus.LIVE)
    bjorn = known(joining.join(workshop.code, "Björn").token)
    come(workshop)

    with pytest.raises(NotAllowed):
        reach.workshop(bjorn, workshop.id)
