"""Pictures on notes: given, described, taken away, and laid under a zone."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.engine import Refusal, State, fold
from facilitator.engine.back import steps_back
from facilitator.engine.erase import all_of, erased, written_fields
from tests.engine.settings import AINO, BJORN, CHLOE, PAIN_CELL, Log

PICTURE = {"id": "a" * 64, "width": 800, "height": 600}
OTHER = {"id": "b" * 64, "width": 30, "height": 40, "description": "Kaavio"}


def at(log: Log, seq: int) -> State:
    return fold(log.start, log.events[:seq])


def back_to(log: Log, seq: int) -> None:
    for kind, item_id, members in steps_back(log.state, at(log, seq)):
        log.did(AINO, kind, **{kind.partition(".")[0]: item_id}, **members)


def test_a_note_may_come_with_a_picture():
    log = Log()

    note = log.note(BJORN, "1", "Seinä täynnä lappuja", picture=PICTURE)

    assert log.state.items[note]["picture"] == PICTURE


def test_a_picture_is_described_replaced_and_taken_away_like_any_field():
    log = Log()
    note = log.note(BJORN, "1", picture=PICTURE)

    described = {**PICTURE, "description": "Kaksi tiskiä ja jono"}
    (change,) = log.did(BJORN, "note.picture", note=note, picture=described).changes
    assert change == {"id": note, "set": {"picture": described}}
    assert log.did(BJORN, "note.picture", note=note, picture=described).changes == []
    log.did(BJORN, "note.picture", note=note, picture=OTHER)
    assert log.state.items[note]["picture"] == OTHER
    log.did(BJORN, "note.picture", note=note, picture=None)
    assert "picture" not in log.state.items[note]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {**PICTURE, "id": "../../etc/passwd"},
        {**PICTURE, "id": "A" * 64},
        {**PICTURE, "width": 0},
        {**PICTURE, "width": 2_561},
        {**PICTURE, "height": True},
        {**PICTURE, "height": "600"},
        {**PICTURE, "src": "https://example.org/a.png"},
        {**PICTURE, "description": 7},
        "a" * 64,
    ],
)
def test_what_is_no_picture_is_refused(given: Any):
    log = Log()
    note = log.note(BJORN, "1")

    answers = [
        log.does(BJORN, "note.picture", note=note, picture=given),
        log.does(BJORN, "note.add", note="note:2", kind="pain", text="x", zone=PAIN_CELL, order="a1", picture=given),
    ]

    assert answers == [Refusal("picture.wrong"), Refusal("picture.wrong")]


def test_a_description_passes_the_gate_of_all_texts():
    log = Log()
    note = log.note(BJORN, "1")

    long = log.does(BJORN, "note.picture", note=note, picture={**PICTURE, "description": "a" * 1_001})
    log.did(BJORN, "note.picture", note=note, picture={**PICTURE, "description": "yksi\r\nkaksi\x07"})

    assert isinstance(long, Refusal)
    assert long.code == "text.too_long"
    assert log.state.items[note]["picture"]["description"] == "yksi\nkaksi"


def test_whoever_may_not_change_a_note_may_not_change_its_picture():
    log = Log()
    note = log.note(BJORN, "1")

    assert log.does(CHLOE, "note.picture", note=note, picture=PICTURE) == Refusal("note.not_yours")


def test_a_ground_stays_where_it_is_until_those_who_lead_take_it_up():
    log = Log(rewritten_by="everybody")
    note = log.note(BJORN, "1", zone="zone:grid", x=5, y=5, picture=PICTURE)
    log.did(AINO, "note.ground", note=note, ground=True)

    refused = [
        log.does(person, kind, note=note, **more)
        for person in (BJORN, AINO)
        for kind, more in (("note.move", {"zone": PAIN_CELL, "order": "a1"}), ("note.remove", {}))
    ]
    described = log.does(AINO, "note.picture", note=note, picture={**PICTURE, "description": "Kartta"})

    assert refused == [Refusal("note.ground")] * 4
    assert not isinstance(described, Refusal)
    assert log.does(BJORN, "note.ground", note=note, ground=False) == Refusal("not.allowed")
    log.did(AINO, "note.ground", note=note, ground=False)
    log.did(AINO, "note.remove", note=note)


def test_only_a_picture_is_a_ground_and_without_one_a_note_is_none_any_more():
    log = Log()
    note = log.note(BJORN, "1")
    assert log.does(AINO, "note.ground", note=note, ground=True) == Refusal("picture.none")

    log.did(AINO, "note.picture", note=note, picture=PICTURE)
    log.did(AINO, "note.ground", note=note, ground=True)
    log.did(AINO, "note.picture", note=note, picture=None)

    assert "ground" not in log.state.items[note]


def test_what_was_done_to_a_picture_is_taken_back_to_any_moment():
    log = Log()
    note = log.note(BJORN, "1", zone="zone:grid", x=5, y=5, picture=PICTURE)
    began = log.state.seq
    log.did(AINO, "note.ground", note=note, ground=True)
    laid = log.state.seq
    log.did(AINO, "note.ground", note=note, ground=False)
    log.did(AINO, "note.move", note=note, zone=PAIN_CELL, order="a1")
    log.did(AINO, "note.picture", note=note, picture=OTHER)

    for seq in (laid, began, laid):
        back_to(log, seq)
        assert log.state.items[note] == at(log, seq).items[note]


def test_a_picture_in_silence_is_its_authors_alone():
    log = Log()
    log.did(AINO, "mode.set", mode="silent")
    event = log.did(
        BJORN, "note.add", note="note:1", kind="pain", text="x", zone=PAIN_CELL, order="a1", picture=PICTURE
    )

    assert event.to == (BJORN.id,)
    assert log.did(BJORN, "note.picture", note="note:1", picture=OTHER).to == (BJORN.id,)


def test_erasing_a_note_leaves_no_word_of_its_picture():
    log = Log()
    note = log.note(BJORN, "1", zone="zone:grid", x=5, y=5, picture=OTHER)
    log.did(AINO, "note.ground", note=note, ground=True)
    log.did(AINO, "note.picture", note=note, picture=PICTURE)

    about = all_of(log.state, note)
    after = [erased(each, about, "Poistettu", written_fields(log.state.rules)) for each in log.events]

    assert OTHER["id"] not in str(after)
    assert PICTURE["id"] not in str(after)
    item = fold(log.start, after).items[note]
    assert (item["text"], "picture" in item, "ground" in item) == ("Poistettu", False, False)
