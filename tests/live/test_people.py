"""Who the people of a document are: read once for all who ask, and never older than it may be."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from sqlalchemy import event, insert, update

from facilitator.extensions import db
from facilitator.live import people
from facilitator.live.people import People
from facilitator.models import Participant
from facilitator.models.transaction import transaction
from facilitator.planning import groups
from tests.live.setting import Setting, make_setting
from tests.makers import make_board, make_participant


@pytest.fixture
def setting(app) -> Setting:
    return make_setting()


@pytest.fixture
def known(app, setting) -> People:
    return People(setting.board, app.extensions["live"].workings)


@pytest.fixture
def reads(app) -> list[str]:
    found: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda _c, _cur, text, *_rest: found.append(text))
    return found


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    at = [100.0]
    monkeypatch.setattr(people, "time", SimpleNamespace(monotonic=lambda: at[0]))
    return at


def names(cards) -> list[str]:
    return [card["name"] for card in cards]


def test_all_who_ask_are_told_the_same(known, setting, reads, clock):
    first = known.cards(setting.bjorn, {setting.bjorn})
    reads.clear()

    second = known.cards(setting.dagny, {setting.bjorn, setting.dagny})

    assert names(first) == ["Björn", "Dagny"]
    assert second is first
    assert reads == []


def test_what_is_written_here_is_told_at_once(known, setting, clock):
    before = known.cards(setting.bjorn, ())
    with transaction() as tx:
        tx.execute(update(Participant).where(Participant.id == setting.dagny).values(name="Desirée"))

    assert names(before) == ["Björn", "Dagny"]
    assert names(known.cards(setting.bjorn, ())) == ["Björn", "Desirée"]


def test_what_another_process_writes_is_told_soon(known, setting, clock):
    known.cards(setting.bjorn, ())
    with db.engine.begin() as other:
        other.execute(update(Participant).where(Participant.id == setting.dagny).values(name="Desirée"))

    at_once = names(known.cards(setting.bjorn, ()))
    clock[0] += people.KEPT_SECONDS + 0.01
    soon = names(known.cards(setting.bjorn, ()))

    assert (at_once, soon) == (["Björn", "Dagny"], ["Björn", "Desirée"])


def test_whoever_joined_by_another_process_is_among_those_told_to_them(known, setting, clock):
    known.cards(setting.bjorn, ())
    with db.engine.begin() as other:
        eeva = {"id": "p:eeva", "workshop_id": setting.workshop.id, "name": "Eeva", "name_key": "eeva"}
        other.execute(insert(Participant).values(**eeva))

    assert names(known.cards("p:eeva", ())) == ["Björn", "Dagny", "Eeva"]


def test_an_account_is_told_of_where_it_wrote_or_is(known, setting, clock):
    assert names(known.cards(setting.aino, ())) == ["Björn", "Dagny"]
    assert names(known.cards(setting.bjorn, {setting.aino})) == ["Björn", "Dagny", "Aino"]


def test_a_group_s_board_shows_others_only_while_they_are_there(app, setting, clock):
    _first, group = (groups.create_group(setting.workshop, name) for name in ("1", "2"))  # the first takes in all
    board = make_board(setting.workshop, group=group)
    eeva = make_participant(setting.workshop, "Eeva", group_id=group.id)
    known = People(board.id, app.extensions["live"].workings)

    told = [names(known.cards(eeva.id, also)) for also in ((), {setting.bjorn}, ())]

    assert told == [["Eeva"], ["Björn", "Eeva"], ["Eeva"]]
