"""P5, `here` and `people`: latest wins, nothing is stored, and silence tells nothing but who is here."""

from __future__ import annotations

import threading
import time

import pytest

from facilitator.live.presence import read_here
from facilitator.models import Participant
from facilitator.models.transaction import transaction
from tests.live.seated import PATIENCE, Seated, until
from tests.live.setting import Setting, make_setting, op

pytestmark = pytest.mark.not_on("postgresql")  # nothing of it is the database's


@pytest.fixture
def setting(app) -> Setting:
    return make_setting()


def test_the_others_see_where_somebody_is(app, setting):
    bjorn, dagny = Seated(app, setting, setting.bjorn), Seated(app, setting, setting.dagny)

    bjorn.emit("here", {"zone": "zone:unplaced", "writing": "note:1", "selected": ["note:1"]})

    where = {"zone": "zone:unplaced", "writing": "note:1", "selected": ["note:1"]}
    until(lambda: dagny.others().get(setting.bjorn) == where)


def test_many_moves_become_one_frame_and_the_latest_wins(app, setting, monkeypatch):
    bjorn, dagny = Seated(app, setting, setting.bjorn), Seated(app, setting, setting.dagny)
    until(lambda: len(dagny.received("here")) == 2)  # who is here, and that she came
    gathered = threading.Event()
    monkeypatch.setattr(app.extensions["live"].workings, "sleep", lambda _seconds: gathered.wait(PATIENCE))

    for x in range(20):
        bjorn.emit("here", {"zone": "zone:unplaced", "x": x, "y": 0})
    gathered.set()

    until(lambda: dagny.others()[setting.bjorn].get("x") == 19)
    assert len(dagny.received("here")) == 3


def test_whoever_comes_and_goes_is_told_with_their_name(app, setting):
    dagny = Seated(app, setting, setting.dagny)
    bjorn = Seated(app, setting, setting.bjorn)
    card = {"id": setting.bjorn, "name": "Björn", "organisation": "Porvoo", "role": "participant"}

    until(lambda: any({**card, "here": True} in cards for cards in dagny.received("people")))
    assert {**card, "here": True} in bjorn.received("people")[0]
    bjorn.leave()

    until(lambda: [{**card, "here": False}] in dagny.received("people"))
    until(lambda: setting.bjorn not in dagny.others())


def test_two_windows_are_one_person(app, setting):
    dagny = Seated(app, setting, setting.dagny)
    first, second = Seated(app, setting, setting.bjorn), Seated(app, setting, setting.bjorn)
    until(lambda: setting.bjorn in dagny.others())

    first.leave()
    news = len(dagny.received("here"))
    second.emit("here", {"zone": "zone:unplaced"})
    until(lambda: len(dagny.received("here")) > news)  # what the first window's end would have told comes with it

    assert setting.bjorn in dagny.others()
    second.leave()
    until(lambda: setting.bjorn not in dagny.others())


def test_in_silence_only_who_is_here_is_told(app, setting):
    aino, bjorn, dagny = (Seated(app, setting, person) for person in (setting.aino, setting.bjorn, setting.dagny))
    bjorn.emit("here", {"zone": "zone:unplaced"})
    until(lambda: dagny.others().get(setting.bjorn) == {"zone": "zone:unplaced"})

    aino.emit("ops", [op("mode.set", mode="silent")])
    until(lambda: dagny.others().get(setting.bjorn) == {})
    bjorn.emit("here", {"zone": "zone:unplaced", "writing": "note:salainen"})
    time.sleep(0.2)

    assert dagny.others()[setting.bjorn] == {}
    assert "salainen" not in str(dagny.received("here"))


def test_without_names_nobody_is_seen_at_a_note(app):
    setting = make_setting(authors="nothing")
    bjorn, dagny = Seated(app, setting, setting.bjorn), Seated(app, setting, setting.dagny)

    bjorn.emit("here", {"zone": "zone:unplaced", "x": 1, "y": 2, "writing": "note:1", "selected": ["note:1"]})

    until(lambda: dagny.others().get(setting.bjorn) == {"zone": "zone:unplaced"})


def test_another_name_is_told_at_the_next_heartbeat(app, setting):
    bjorn, dagny = Seated(app, setting, setting.bjorn), Seated(app, setting, setting.dagny)
    until(lambda: bjorn.received("people") and setting.bjorn in dagny.others())
    with transaction() as tx:
        tx.get(Participant, setting.bjorn).name = "Björn Å"

    app.extensions["live"].heart.beat()

    until(lambda: any(card["name"] == "Björn Å" for cards in dagny.received("people") for card in cards))


def test_a_heartbeat_tells_where_the_log_is(app, setting):
    bjorn = Seated(app, setting, setting.bjorn)

    app.extensions["live"].heart.beat()

    (head,) = until(lambda: bjorn.received("head"))
    assert (set(head), head["seq"], head["private"]) == ({"epoch", "seq", "private"}, 1, {"notes": 0, "people": 0})


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({}, {}),
        ({"zone": "zone:a", "x": 0, "y": 10_000}, {"zone": "zone:a", "x": 0, "y": 10_000}),
        ({"zone": 7, "x": 1.5, "y": True, "writing": "<b>", "selected": ["note:1", 2], "more": 1}, {}),
        ({"x": -1, "y": 10_001, "selected": ["note:1"] * 51}, {}),
        ([], None),
        (None, None),
    ],
)
def test_only_what_can_be_read_is_passed_on(sent, kept):
    assert read_here(sent) == kept


def test_one_person_cannot_take_all_seats(app, setting):
    seats = [Seated(app, setting, setting.bjorn) for _ in range(21)]

    assert [seat.is_here() for seat in seats] == [True] * 20 + [False]
