"""Notes that somebody who leads enters for people without a device (P3.12)."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal, see_event, see_state
from tests.engine.settings import AINO, BJORN, CHLOE, PAIN_CELL, Log

PHONE = "p:0123456789abcdef01234567"


def enter(log: Log, actor=AINO, **members):
    place = {"zone": PAIN_CELL, "order": "a1"}
    return log.does(actor, "note.add", note="note:1", kind="pain", text="Jonotin puhelimessa", **place, **members)


@pytest.mark.parametrize(
    ("members", "kept"),
    [
        ({"on_behalf": PHONE}, {"on_behalf": PHONE, "voices": 1}),
        ({"voices": 12}, {"voices": 12}),
        ({"on_behalf": PHONE, "voices": 3}, {"on_behalf": PHONE, "voices": 3}),
        ({}, {}),
    ],
)
def test_a_note_says_for_whom_it_was_entered_and_by_whom(members, kept):
    log = Log()
    enter(log, **members)

    note = log.state.items["note:1"]
    assert {name: note[name] for name in ("on_behalf", "voices") if name in note} == kept
    assert note["author"] == AINO.id


@pytest.mark.parametrize("members", [{"on_behalf": PHONE}, {"voices": 2}])
def test_participants_speak_for_themselves(members):
    assert enter(Log(), BJORN, **members) == Refusal("not.allowed")


@pytest.mark.parametrize("person", ["Anna Virtanen", "p:", "p:Anna Virtanen", "u:aino", "", "p:" + "x" * 39])
def test_a_person_is_named_by_id_alone(person):
    assert enter(Log(), on_behalf=person) == Refusal("id.invalid")


@pytest.mark.parametrize("authors", ["organisations", "nothing"])
def test_who_it_was_is_shown_to_nobody_where_names_are_not(authors):
    log = Log(authors=authors)
    enter(log, on_behalf=PHONE, voices=2)

    for viewer in (BJORN.id, CHLOE.id, None):
        assert PHONE not in repr([see_event(event, viewer, authors) for event in log.events])
        assert PHONE not in repr(see_state(log.state, viewer))
        assert see_state(log.state, viewer)["note:1"]["voices"] == 2
    assert "Kuntaliitto" not in repr(see_state(log.state, None))


def test_what_is_entered_in_silence_stays_nameless_when_it_is_shown():
    log = Log(authors="names")
    log.did(AINO, "mode.set", mode="silent")
    enter(log, on_behalf=PHONE)
    assert "note:1" not in see_state(log.state, BJORN.id)

    log.did(AINO, "mode.set", mode="open")

    assert PHONE not in repr(see_state(log.state, BJORN.id))
    assert PHONE not in repr([see_event(event, BJORN.id, "names") for event in log.events])
    assert see_state(log.state, BJORN.id)["note:1"]["voices"] == 1


def test_it_says_so_still_when_it_comes_back():
    log = Log()
    enter(log, on_behalf=PHONE, voices=4)
    log.did(AINO, "note.remove", note="note:1")
    log.did(AINO, "note.restore", note="note:1")

    assert see_state(log.state, BJORN.id)["note:1"]["on_behalf"] == PHONE
    assert see_state(log.state, BJORN.id)["note:1"]["voices"] == 4
