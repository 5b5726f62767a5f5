"""Tokens, one-time links, passwords and rights."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import event, select, update

from facilitator import access, passwords
from facilitator.engine import Actor, floor_of
from facilitator.errors import Invalid, TooMany
from facilitator.extensions import db
from facilitator.models import AccessToken, WorkshopStatus
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning import groups
from facilitator.planning.accounts import disable_account, set_password
from facilitator.planning.programmes import remove_member
from tests.makers import make_board, make_participant, make_programme, make_project, make_user, make_workshop

AS_SHIPPED = passwords._hasher  # before the tests put a quick one in its place
GOOD = "hyvä pitkä salasana"


def test_only_the_hash_of_a_token_is_kept(app: Flask) -> None:
    token = access.issue("api", make_user().id)

    kept = db.session.scalars(select(AccessToken)).one()
    assert token not in str({column.name: getattr(kept, column.name) for column in AccessToken.__table__.columns})
    assert len(kept.token_hash) == 64


def test_a_token_tells_whose_it_is(app: Flask) -> None:
    aino, bjorn = make_user("Aino"), make_participant(name="Björn")

    found = [access.bearer(access.issue(kind, who.id)) for kind, who in (("api", aino), ("guest", bjorn))]

    assert [(person.id, person.user, person.participant) for person in found if person] == [
        (aino.id, aino, None),
        (bjorn.id, None, bjorn),
    ]


@pytest.mark.parametrize("token", [None, "", "x", "ä" * 50, "\ud800", "x" * 100_000])
def test_what_is_no_token_is_nobody(app: Flask, token: str | None) -> None:
    assert access.bearer(token) is None


def test_ending_a_token_ends_those_made_from_it(app: Flask) -> None:
    aino = make_user()
    browser = access.issue("browser", aino.id)
    parent = access.bearer(browser)
    assert parent
    seat = access.issue("seat", aino.id, parent=parent.token_id)
    other = access.issue("api", aino.id)
    held = [parent.token_id, *(person.token_id for person in (access.bearer(seat), access.bearer(other)) if person)]

    access.revoke(parent.token_id)

    assert [bool(access.bearer(token)) for token in (browser, seat, other)] == [False, False, True]
    assert access.held(held) == {held[2]}


def test_a_seat_dies_with_the_age_of_its_parent(app: Flask) -> None:
    aino = make_user()
    parent = access.bearer(access.issue("browser", aino.id))
    assert parent
    seat = access.issue("seat", aino.id, parent=parent.token_id)
    seated = access.bearer(seat)
    assert seated

    age(parent.token_id, timedelta(hours=-1))

    assert access.bearer(seat) is None
    assert access.held([seated.token_id]) == set()


def test_a_browser_is_known_for_twelve_hours_from_its_last_use(app: Flask) -> None:
    person = access.bearer(token := access.issue("browser", make_user().id))
    assert person
    age(person.token_id, timedelta(hours=1))

    access.bearer(token)

    expires = db.session.get_one(AccessToken, person.token_id, populate_existing=True).expires_at
    assert expires
    assert timedelta(hours=11, minutes=59) < expires - now() <= timedelta(hours=12)


def test_a_guest_is_known_for_thirty_days_however_often_they_come(app: Flask) -> None:
    person = access.bearer(token := access.issue("guest", make_participant().id))
    assert person
    age(person.token_id, timedelta(minutes=5))

    assert access.bearer(token)

    age(person.token_id, timedelta(seconds=-1))
    assert access.bearer(token) is None


def test_a_disabled_account_and_a_removed_guest_are_nobody(app: Flask) -> None:
    aino, bjorn = make_user(), make_participant()
    tokens = [access.issue("api", aino.id), access.issue("guest", bjorn.id)]

    disable_account(aino)
    groups.remove_participant(bjorn)

    assert [access.bearer(token) for token in tokens] == [None, None]


def test_a_sign_in_link_works_once_and_is_no_token(app: Flask) -> None:
    aino = make_user()
    link = access.issue("sign_in", aino.id)

    assert access.bearer(link) is None
    assert access.use_sign_in_link(link) == aino
    with pytest.raises(Invalid, match=r"sign_in\.link_used"):
        access.use_sign_in_link(link)


def test_a_sign_in_link_ends_after_a_day(app: Flask) -> None:
    link = access.issue("sign_in", make_user().id)
    age(db.session.scalars(select(AccessToken.id)).one(), timedelta(seconds=-1))

    with pytest.raises(Invalid, match=r"sign_in\.link_used"):
        access.use_sign_in_link(link)


def test_a_password_is_as_slow_to_guess_as_it_should_be() -> None:
    """argon2id with 64 MiB, three times, four lanes: RFC 9106's second choice."""
    assert AS_SHIPPED.hash(GOOD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_the_right_password_signs_in(app: Flask) -> None:
    aino = make_user(email="aino@example.org")
    set_password(aino, GOOD)

    assert access.sign_in(" Aino@Example.org ", GOOD, "192.0.2.1") == aino
    assert GOOD not in str(aino.password_hash)


def test_an_unknown_account_and_a_wrong_password_answer_alike_and_cost_alike(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_password(make_user(email="aino@example.org"), GOOD)
    make_user(email="new@example.org")
    verified: list[str] = []
    real = passwords._verify
    monkeypatch.setattr(passwords, "_verify", lambda stored, given: (verified.append(given), real(stored, given))[1])

    problems = []
    for email in ("aino@example.org", "new@example.org", "nobody@example.org"):
        with pytest.raises(Invalid) as refused:
            access.sign_in(email, "wrong password", None)
        problems.append((refused.value.code, refused.value.detail))

    assert problems == [("sign_in.wrong", {})] * 3
    assert verified == ["wrong password"] * 3


def test_guessing_passwords_stops_and_another_address_is_not_hit(app: Flask) -> None:
    set_password(make_user(email="aino@example.org"), GOOD)
    for _ in range(10):
        with pytest.raises(Invalid):
            access.sign_in("aino@example.org", "wrong", "2001:db8::1")

    with pytest.raises(TooMany) as refused:
        access.sign_in("aino@example.org", GOOD, "2001:db8::2")  # the same /64
    assert refused.value.detail["retry_after"] >= 1
    assert access.sign_in("aino@example.org", GOOD, "2001:db8:1::1")


def test_choosing_a_password_ends_everything_held_before(app: Flask) -> None:
    aino = make_user()
    before = access.issue("browser", aino.id)

    set_password(aino, GOOD)

    assert access.bearer(before) is None


@pytest.mark.parametrize(("password", "code"), [("short", "password.short"), ("x" * 201, "password.long")])
def test_a_password_has_bounds(app: Flask, password: str, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        set_password(make_user(), password)


def test_rights_are_what_the_database_says_now(app: Flask) -> None:
    aino, chloe, admin = make_user("Aino", organisation="Kaupunki"), make_user("Chloé"), make_user(is_admin=True)
    programme = make_programme(aino)
    make_programme(chloe)
    workshop = make_workshop(make_project(programme))
    board = make_board(workshop)
    bjorn = make_participant(workshop, "Björn", organisation="Kela")
    watching = make_participant(workshop, "Doris", role="observer")
    elsewhere = make_participant(make_workshop(), "Eve")
    everybody = [each.id for each in (aino, chloe, admin, bjorn, watching, elsewhere)] + ["system", "p:none", ""]

    assert access.rights_of(everybody, board.id) == {
        aino.id: Actor(aino.id, "facilitator", "Kaupunki"),
        chloe.id: None,
        admin.id: Actor(admin.id, "facilitator"),
        bjorn.id: Actor(bjorn.id, "participant", "Kela"),
        watching.id: Actor(watching.id, "observer"),
        elsewhere.id: None,
        "system": None,
        "p:none": None,
        "": None,
    }
    assert access.rights(bjorn.id, "no board") is None

    remove_member(programme, aino)
    groups.remove_participant(bjorn)

    assert access.rights_of([aino.id, bjorn.id], board.id) == {aino.id: None, bjorn.id: None}


def test_a_group_s_board_is_there_for_its_group_alone(app: Flask) -> None:
    workshop = make_workshop()
    first, second = groups.create_group(workshop, "1"), groups.create_group(workshop, "2")
    board = make_board(workshop, group=first)
    people = {name: make_participant(workshop, name) for name in ("Anna", "Bo", "Eve")}
    groups.place(people["Anna"], first)
    groups.place(people["Bo"], second)

    assert {name: bool(access.rights(each.id, board.id)) for name, each in people.items()} == {
        "Anna": True,
        "Bo": False,
        "Eve": False,
    }
    assert [access.boards_of(each) for each in people.values()] == [[board], [], []]


def test_a_draft_is_not_there_for_guests_and_a_closed_workshop_is(app: Flask) -> None:
    workshop = make_workshop(status=WorkshopStatus.DRAFT)
    board = make_board(workshop)
    bjorn = make_participant(workshop)
    seen = {}
    for status in WorkshopStatus:
        with transaction():
            workshop.status = status
        seen[str(status)] = bool(access.rights(bjorn.id, board.id))

    assert seen == {"draft": False, "live": True, "closed": True}


def test_a_floor_is_there_for_everybody_of_its_workshop(app: Flask) -> None:
    aino, chloe = make_user("Aino"), make_user("Chloé")
    programme = make_programme(aino)
    make_programme(chloe)
    workshop = make_workshop(make_project(programme))
    groups.create_group(workshop, "1")
    bjorn = make_participant(workshop, "Björn", organisation="Kela")
    watching = make_participant(workshop, "Doris", role="observer")
    elsewhere = make_participant(make_workshop(), "Eve")
    everybody = [each.id for each in (aino, chloe, bjorn, watching, elsewhere)]

    floor = floor_of(workshop.id)

    assert access.rights_of(everybody, floor) == {
        aino.id: Actor(aino.id, "facilitator"),
        chloe.id: None,
        bjorn.id: Actor(bjorn.id, "participant", "Kela"),
        watching.id: Actor(watching.id, "observer"),
        elsewhere.id: None,
    }
    assert access.rights(aino.id, floor_of("none")) is None

    with transaction():
        workshop.status = WorkshopStatus.DRAFT
    groups.remove_participant(watching)

    assert {who: bool(actor) for who, actor in access.rights_of(everybody, floor).items() if actor} == {aino.id: True}


@pytest.mark.parametrize("is_floor", [False, True])
def test_the_rights_of_many_are_one_query(app: Flask, is_floor: bool) -> None:
    workshop = make_workshop()
    document = floor_of(workshop.id) if is_floor else make_board(workshop).id
    people = [make_participant(workshop, f"Osallistuja {number}").id for number in range(20)]
    queries: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda _c, _cur, text, *_rest: queries.append(text))

    found = access.rights_of(people, document)

    assert [actor.role for actor in found.values() if actor] == ["participant"] * 20
    assert len([query for query in queries if query.startswith("SELECT")]) == 1


def age(token_id: str, left: timedelta) -> None:
    """Leave a token only so much time."""
    with transaction() as tx:
        tx.execute(update(AccessToken).where(AccessToken.id == token_id).values(expires_at=now() + left))
