"""Going on with another device: the same person, by a code that works once, for two minutes, and cannot be guessed."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from facilitator import access, failures
from facilitator.access import Person
from facilitator.errors import Gone, Invalid, NotAllowed, Problem, TooMany
from facilitator.extensions import db
from facilitator.models import AccessToken, Participant
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning import codes, devices, groups, joining
from tests.makers import make_user, make_workshop

HOME = "192.0.2.1"


@pytest.fixture
def anna(app: Flask) -> Person:
    return known(joining.join(make_workshop().code, "Anna", "Porvoo").token)


def known(token: str) -> Person:
    person = access.bearer(token)
    assert person is not None
    return person


def refusal(code: str, address: str = HOME) -> str:
    with pytest.raises(Problem) as refused:
        devices.use_code(code, address)
    return refused.value.code


def test_the_code_brings_the_same_person_and_the_first_device_stays(anna: Person) -> None:
    made = devices.make_code(anna)

    guest, token = devices.use_code(f" {made.code[:4].lower()}-{made.code[4:]} ", HOME)

    assert (guest, known(token).id) == (anna.participant, anna.id)
    assert known(token).token_id != anna.token_id
    assert {anna.token_id, known(token).token_id} <= access.held([anna.token_id, known(token).token_id])
    assert db.session.query(Participant).count() == 1


def test_a_board_page_may_ask_and_what_it_gets_ends_with_the_person(anna: Person) -> None:
    seat = known(access.issue("seat", anna.id, parent=anna.token_id))

    guest, token = devices.use_code(devices.make_code(seat).code, HOME)
    expiry = dict(db.session.execute(select(AccessToken.id, AccessToken.expires_at)).all())

    assert expiry[known(token).token_id] == expiry[anna.token_id]
    groups.remove_participant(guest)
    assert access.bearer(token) is None


def test_it_works_once_and_says_so_the_second_time(anna: Person) -> None:
    made = devices.make_code(anna)
    devices.use_code(made.code, HOME)

    assert refusal(made.code) == "device.used"


def test_a_new_code_ends_the_one_before(anna: Person) -> None:
    first, second = devices.make_code(anna), devices.make_code(anna)

    assert refusal(first.code) == "device.used"
    assert devices.use_code(second.code, HOME)[0].id == anna.id


def test_after_two_minutes_it_is_old(anna: Person) -> None:
    made = devices.make_code(anna)
    assert timedelta(seconds=110) < made.expires_at - now() <= timedelta(minutes=2)
    with transaction() as tx:
        tx.execute(update(AccessToken).where(AccessToken.kind == "device").values(expires_at=now()))

    assert refusal(made.code) == "device.old"


def test_whoever_was_sent_out_or_left_does_not_come_back_by_it(anna: Person) -> None:
    made = devices.make_code(anna)
    access.revoke(anna.token_id)

    with pytest.raises(Gone):
        devices.use_code(made.code, HOME)


def test_the_code_opens_nothing_by_itself_and_is_not_kept(anna: Person) -> None:
    made = devices.make_code(anna)

    kept = [each.token_hash for each in db.session.scalars(select(AccessToken))]

    assert access.bearer(made.code) is access.bearer(f"device {made.code}") is None
    assert not any(made.code in each for each in kept)
    assert access.digest(made.code) not in kept


def test_an_account_has_none(app: Flask) -> None:
    aino = known(access.issue("api", make_user().id))

    with pytest.raises(NotAllowed):
        devices.make_code(aino)


@pytest.mark.parametrize("typed", ["", "7KF2", "x" * 10_000, "\x00" * 8, "ÄÄÄÄÄÄÄÄ"])
def test_what_is_no_code_is_nobodys(app: Flask, typed: str) -> None:
    with pytest.raises(Invalid, match=r"device\.unknown"):
        devices.find_person(typed, HOME)


def test_it_cannot_be_guessed_while_it_holds(anna: Person) -> None:
    """Once the tries are used up even the right code is not taken, so guessing on and on leads nowhere."""
    made = devices.make_code(anna)
    answers = [refusal(codes.new_code()) for _ in range(22)]

    assert answers == ["device.unknown"] * 20 + ["slow.down"] * 2
    with pytest.raises(TooMany):
        devices.use_code(made.code, HOME)
    assert devices.use_code(made.code, "192.0.2.2")[0].id == anna.id


def test_all_tries_of_two_minutes_against_a_thousand_codes_hit_less_than_once_in_a_million() -> None:
    tries = failures.DEVICE_ALL.amount * devices.LIFE / timedelta(minutes=1)

    assert math.log2(len(codes.ALPHABET)) * codes.LENGTH == 40
    assert tries * 1_000 / 2**40 < 1e-6


def test_many_addresses_share_one_budget(anna: Person) -> None:
    answers = [refusal(codes.new_code(), f"198.51.{n // 15}.1") for n in range(failures.DEVICE_ALL.amount + 1)]

    assert answers[-1] == "slow.down"
    assert set(answers[:-1]) == {"device.unknown"}
