"""Notes that arrive after the end wait until they are taken in; notes are left out of the output."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitator.engine import Actor, Refusal, persons_apart, private_count, see_event, see_state
from tests.engine.settings import AINO, BJORN, CHLOE, NOON, OLLI, PAIN_CELL, SYSTEM, Log

LATE = {"note": "note:late", "kind": "pain", "text": "Jono on pitkä", "zone": PAIN_CELL, "order": "a5"}


@pytest.fixture
def log() -> Log:
    """A board whose workshop has just ended."""
    made = Log()
    made.note(BJORN, "early")
    made.did(SYSTEM, "mode.set", mode="look", ended=True)
    return made


def seen_by(log: Log, person: Actor | None) -> dict | None:
    return see_state(log.state, person.id if person else None).get("note:late")


def test_a_note_that_arrives_after_the_end_waits(log: Log):
    event = log.did(BJORN, "note.add", **LATE)

    waiting = {"kind": "pain", "text": "Jono on pitkä", "zone": PAIN_CELL, "order": "a5", "late": True, "private": True}
    assert event.to == ("p:bjorn", "u:")
    assert seen_by(log, BJORN) == {**waiting, "author": "p:bjorn"}
    assert seen_by(log, AINO) == waiting
    assert (seen_by(log, CHLOE), seen_by(log, OLLI), seen_by(log, None)) == (None, None, None)
    assert private_count(log.state) == {"notes": 0, "people": 0}


def test_those_who_lead_are_not_told_whose_it_is(log: Log):
    """P4.3."""
    event = log.did(BJORN, "note.add", **LATE)

    assert "bjorn" not in str(see_event(event, AINO.id, "names"))
    assert see_event(event, BJORN.id, "names")["by"] == "p:bjorn"
    assert see_event(event, CHLOE.id, "names") == {"seq": event.seq}
    assert persons_apart(event, "names") == {"p:bjorn", "u:"}


def test_taken_in_it_is_one_of_the_board_s_with_all_its_fields_but_who_wrote_it(log: Log):
    log.did(BJORN, "note.add", **LATE)

    event = log.did(AINO, "note.take_in", note="note:late")
    again = log.did(AINO, "note.take_in", note="note:late")

    told = see_event(event, CHLOE.id, "names")["changes"][0]["set"]
    assert {name for name, value in told.items() if value is not None} == {*LATE, "late"} - {"note"}
    assert seen_by(log, CHLOE) == seen_by(log, None)
    assert "author" not in seen_by(log, CHLOE)
    assert again.changes == []


def test_a_day_later_nothing_is_taken_any_more(log: Log):
    log.now = NOON + timedelta(hours=24)
    log.did(BJORN, "note.add", **LATE)

    log.now += timedelta(seconds=1)
    assert log.does(BJORN, "note.add", **{**LATE, "note": "note:later"}) == Refusal("note.too_late")


def test_whoever_ended_before_times_were_told_takes_nothing_late():
    log = Log(mode="look", ended=True)

    assert log.does(BJORN, "note.add", **LATE) == Refusal("note.too_late")


def test_everything_else_stays_refused_after_the_end(log: Log):
    log.did(BJORN, "note.add", **LATE)

    for kind, members in (
        ("note.write", {"note": "note:late", "was": "Jono on pitkä", "text": "Jono on lyhyt"}),
        ("note.remove", {"note": "note:late"}),
        ("note.move", {"note": "note:early", "zone": "zone:unplaced", "order": "a1"}),
        ("cluster.add", {"cluster": "cluster:1", "title": "Jonot", "notes": ["note:early"]}),
    ):
        assert log.does(BJORN, kind, **members) == Refusal("mode.look")
    assert log.does(OLLI, "note.add", **{**LATE, "note": "note:olli"}) == Refusal("not.allowed")


def test_nobody_touches_what_waits_also_when_the_workshop_goes_on(log: Log):
    log.did(BJORN, "note.add", **LATE)
    log.did(SYSTEM, "mode.set", mode="open")

    for person in (AINO, BJORN, CHLOE):
        assert log.does(person, "note.remove", note="note:late") == Refusal("item.unknown")
        link = {"link": "link:1", "source": "note:early", "target": "note:late", "kind": "information"}
        assert log.does(person, "link.add", **link) == Refusal("item.unknown")
    assert log.did(AINO, "note.take_in", note="note:late").to is None
    assert seen_by(log, CHLOE) is not None


def test_what_a_facilitator_adds_after_the_end_is_there_at_once(log: Log):
    assert log.did(AINO, "note.add", **LATE).to is None


def test_only_what_arrived_late_is_taken_in(log: Log):
    assert log.does(AINO, "note.take_in", note="note:early") == Refusal("item.unknown")
    assert log.does(AINO, "note.take_in", note="note:none") == Refusal("item.unknown")


def test_a_note_is_left_out_and_put_back(log: Log):
    left = log.did(AINO, "note.leave_out", note="note:early", out=True)
    same = log.did(AINO, "note.leave_out", note="note:early", out=True)
    back = log.did(AINO, "note.leave_out", note="note:early", out=False)

    assert left.changes == [{"id": "note:early", "set": {"out": True}}]
    assert (same.changes, left.to) == ([], None)
    assert back.changes == [{"id": "note:early", "set": {"out": None}}]


def test_what_waits_is_left_out_before_the_eyes_of_those_who_see_it(log: Log):
    log.did(BJORN, "note.add", **LATE)

    event = log.did(AINO, "note.leave_out", note="note:late", out=True)

    assert event.to == ("p:bjorn", "u:")
    assert seen_by(log, AINO)["out"] is True
    log.did(AINO, "note.take_in", note="note:late")
    assert "out" not in seen_by(log, CHLOE)


def test_what_others_write_in_silence_cannot_be_left_out():
    log = Log()
    log.did(AINO, "mode.set", mode="silent")
    log.note(BJORN, "quiet")

    assert log.does(AINO, "note.leave_out", note="note:quiet", out=True) == Refusal("item.unknown")
