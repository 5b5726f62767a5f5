"""Coming to a document: one statement says the same as the token, the rights and the log do each by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event, select, update

from facilitator import access
from facilitator.extensions import db
from facilitator.live import log, people
from facilitator.live.admission import admitted
from facilitator.live.people import people_of
from facilitator.models import AccessToken, User, Workshop, WorkshopStatus
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning import groups
from tests.live.seated import Seated
from tests.live.setting import Caller, Setting, make_setting
from tests.makers import make_board, make_participant, make_user


@pytest.fixture
def setting(app) -> Setting:
    return make_setting()


@pytest.fixture
def workings(app):
    return app.extensions["live"].workings


def change(table, row_id: str, **fields) -> None:
    with transaction() as tx:
        tx.execute(update(table).where(table.id == row_id).values(**fields))


def apart(workings, token: str, document: str):
    """What the parts say that `admitted` puts together."""
    person = access.bearer(token)
    if person is None:
        return None
    with workings.reading() as connection:
        head = log.heads(connection, [document]).get(document)
        cards = {card["id"]: card for card in people_of(connection, document, {person.id})}
    actor = access.rights(person.id, document)
    return person.id, person.token_id, person.language, actor, cards[person.id] if actor else None, head


def together(workings, token: str, document: str):
    found = admitted(workings, token, document)
    return found and (found.id, found.token_id, found.language, found.actor, found.card, found.head)


def test_everybody_is_told_the_same_as_by_the_parts(workings, setting):
    group = groups.create_group(setting.workshop, "Ryhmä")
    elsewhere = make_board(setting.workshop, group=group).id
    second = make_participant(setting.workshop, "Björn", number=2, language="sv", is_trial=True, group_id=group.id)
    watching = make_participant(setting.workshop, "Katsoja", role="observer")
    admin = make_user("Ylläpitäjä", is_admin=True, organisation="Kunta", language="fi")
    gone = make_participant(setting.workshop, "Poissa", removed_at=now())
    disabled = make_user("Suljettu", is_admin=True, disabled_at=now())
    stranger = make_user("Vieras")
    tokens = list(setting.tokens.values())
    for person in (second, watching, admin, gone, disabled, stranger):
        tokens.append(access.issue("api" if isinstance(person, User) else "guest", person.id))
    documents = (setting.board, setting.floor, elsewhere, "", "none", "floor:none")

    for status in (WorkshopStatus.LIVE, WorkshopStatus.DRAFT):
        change(Workshop, setting.workshop.id, status=status)
        told = {(token, where): together(workings, token, where) for token in tokens for where in documents}

        assert told == {(token, where): apart(workings, token, where) for token, where in told}
    assert sum(each is None for each in told.values()) == 2 * len(documents)
    assert sum(each is not None and each[3] is not None for each in told.values()) == 9  # two accounts, a trial person


def test_a_token_that_is_over_admits_nobody(workings, setting):
    parent = access.bearer(setting.tokens[setting.bjorn])
    seat = access.issue("seat", setting.bjorn, parent=parent.token_id)
    late = access.issue("guest", setting.dagny, expires=now() - timedelta(seconds=1))
    once = access.issue("sign_in", setting.aino)

    assert admitted(workings, seat, setting.board).id == setting.bjorn
    for token in (late, once, "", "x", "\ud800", "x" * 100_000, None, 7):
        assert admitted(workings, token, setting.board) is None

    access.revoke(parent.token_id)
    assert admitted(workings, seat, setting.board) is None


@pytest.mark.parametrize("document", ["\x00", "\ud800", "x" * 100_000, "ä", None, 7, {}])
def test_what_is_no_id_is_no_document(workings, setting, document):
    found = admitted(workings, setting.tokens[setting.bjorn], document)

    assert (found.id, found.actor, found.card, found.head) == (setting.bjorn, None, None, None)


def test_coming_counts_as_the_use_of_a_token(workings, setting):
    with transaction() as tx:
        is_hers = AccessToken.person_id == setting.aino
        tx.execute(update(AccessToken).where(is_hers).values(expires_at=now() + timedelta(hours=1)))

    admitted(workings, setting.tokens[setting.aino], setting.board)

    db.session.rollback()
    assert db.session.scalar(select(AccessToken.expires_at).where(is_hers)) > now() + timedelta(hours=11)


def test_a_board_s_address_opens_no_floor(app, client, setting):
    answer = client.get(
        f"/api/v1/boards/{setting.floor}/state", headers={"Authorization": f"Bearer {setting.tokens[setting.aino]}"}
    )

    assert (answer.status_code, answer.get_json()["code"]) == (404, "not.there")


@pytest.mark.parametrize("guests", [2, 40])
def test_opening_a_board_asks_once_however_many_are_there(app, client, setting, monkeypatch, guests):
    monkeypatch.setattr(people, "KEPT_SECONDS", 60.0)
    those = [make_participant(setting.workshop, f"Osallistuja {number}").id for number in range(guests)]
    setting.tokens.update({person: access.issue("guest", person) for person in those})
    with app.app_context():
        engine = db.engine
    Caller(client, setting, those[0]).get("state")
    queries: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda _c, _cur, text, *_rest: queries.append(text))

    answer = Caller(client, setting, those[1]).get("state")
    asked_for_the_state = [query for query in queries if query.startswith("SELECT")]
    seated = Seated(app, setting, those[1], epoch=answer.get_json()["epoch"], since=answer.get_json()["seq"])

    assert len(answer.get_json()["people"]) == guests + 2
    assert len(asked_for_the_state) == 1
    assert len([query for query in queries if query.startswith("SELECT")]) == 2
    seated.leave()
