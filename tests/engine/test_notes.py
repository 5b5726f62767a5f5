"""Notes: their places, texts, fields, and how they go and return."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal, see_state
from tests.engine.settings import AINO, BJORN, CHLOE, PAIN_CELL, Log

ADD = {"note": "note:new", "kind": "pain", "text": "Uusi", "zone": PAIN_CELL, "order": "a1"}


def test_a_note_is_its_text_its_kind_its_place_and_its_author():
    log = Log()

    log.did(BJORN, "note.add", **ADD, fields={"severity": 4}, lang="fi")

    assert log.state.items["note:new"] == {
        "kind": "pain",
        "text": "Uusi",
        "zone": PAIN_CELL,
        "order": "a1",
        "author": BJORN.id,
        "fields": {"severity": 4},
        "lang": "fi",
    }


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"note": "note:"}, "id.invalid"),
        ({"note": "note:ä"}, "id.invalid"),
        ({"note": "link:new"}, "id.invalid"),
        ({"note": "note:" + "x" * 81}, "id.invalid"),
        ({"kind": "wish"}, "kind.unknown"),
        ({"kind": "idea"}, "zone.wrong_kind"),
        ({"zone": "zone:nowhere"}, "item.unknown"),
        ({"zone": "zone:apply"}, "zone.wrong_kind"),
        ({"text": " \n "}, "text.empty"),
        ({"text": "x" * 2_001}, "text.too_long"),
        ({"text": "€" * 2_000 + "€"}, "text.too_long"),
        ({"text": "a\0b"}, "text.invalid"),
        ({"text": "a\ud800b"}, "text.invalid"),
        ({"order": None}, "place.wrong"),
        ({"order": "a0", "x": 1, "y": 1}, "place.wrong"),
        ({"order": "b0"}, "order.invalid"),
        ({"order": "a00"}, "order.invalid"),
        ({"order": "a1" + "V" * 63}, "order.invalid"),
        ({"order": "ä1"}, "order.invalid"),
        ({"angle": 10}, "place.wrong"),
        ({"zone": "zone:grid"}, "place.wrong"),
        ({"zone": "zone:grid", "order": None, "x": 1}, "place.wrong"),
        ({"zone": "zone:grid", "order": None, "x": -1, "y": 0}, "place.wrong"),
        ({"zone": "zone:grid", "order": None, "x": 10_001, "y": 0}, "place.wrong"),
        ({"zone": "zone:ring", "angle": 3_600}, "place.wrong"),
        ({"fields": {"severity": 6}}, "field.range"),
        ({"fields": {"severity": True}}, "field.range"),
        ({"fields": {"burden": ["time", "time"]}}, "field.choice"),
        ({"fields": {"colour": "red"}}, "field.unknown"),
        ({"fields": {"quote": " "}}, "text.empty"),
    ],
)
def test_an_impossible_note_is_refused_by_name(wrong, code):
    log = Log()

    answer = log.does(BJORN, "note.add", **(ADD | wrong))

    assert isinstance(answer, Refusal)
    assert answer.code == code
    assert log.state.seq == 1


def test_a_move_changes_the_place_and_nothing_else():
    log = Log()
    note = log.note(BJORN, "1")

    to_plane = log.did(CHLOE, "note.move", note=note, zone="zone:grid", x=0, y=10_000)
    to_ring = log.did(CHLOE, "note.move", note=note, zone="zone:ring", order="a2", angle=900)

    assert to_plane.changes == [{"id": note, "set": {"zone": "zone:grid", "order": None, "x": 0, "y": 10_000}}]
    assert to_ring.changes == [
        {"id": note, "set": {"zone": "zone:ring", "order": "a2", "x": None, "y": None, "angle": 900}}
    ]
    assert log.state.items[note]["author"] == BJORN.id
    assert "x" not in log.state.items[note]


def test_a_move_to_where_it_is_changes_nothing():
    log = Log()
    note = log.note(BJORN, "1")

    assert log.did(BJORN, "note.move", note=note, zone=PAIN_CELL, order="a1").changes == []


def test_two_who_write_at_the_same_time_are_merged():
    log = Log(rewritten_by="everybody")
    note = log.note(BJORN, "1", "hakemus viipyy")

    log.did(BJORN, "note.write", note=note, was="hakemus viipyy", text="Migrin hakemus viipyy")
    log.did(CHLOE, "note.write", note=note, was="hakemus viipyy", text="hakemus viipyy kauan")

    assert log.state.items[note]["text"] == "Migrin hakemus viipyy kauan"


def test_what_clashes_stays_beside_it_until_somebody_settles_it():
    log = Log(rewritten_by="everybody")
    note = log.note(BJORN, "1", "hakemus viipyy")
    log.did(BJORN, "note.write", note=note, was="hakemus viipyy", text="hakemus kestää")

    log.did(CHLOE, "note.write", note=note, was="hakemus viipyy", text="hakemus junnaa")
    beside = log.state.items[note]
    log.did(BJORN, "note.settle", note=note, keep=0)

    assert beside["text"] == "hakemus kestää"
    assert beside["alternatives"] == [{"text": "hakemus junnaa", "by": CHLOE.id, "seq": 4}]
    assert log.state.items[note]["text"] == "hakemus junnaa"
    assert "alternatives" not in log.state.items[note]


def test_no_words_are_dropped_when_five_alternatives_wait():
    log = Log(rewritten_by="everybody")
    note = log.note(BJORN, "1", "alku")
    for number in range(5):
        log.did(CHLOE, "note.write", note=note, was="", text=f"toinen {number}")

    assert log.does(CHLOE, "note.write", note=note, was="", text="kuudes") == Refusal("note.unsettled", {"limit": 5})
    assert log.does(BJORN, "note.settle", note=note, keep=5) == Refusal("settle.wrong")
    assert log.does(BJORN, "note.settle", note=note, keep="all") == Refusal("settle.wrong")
    assert len(log.state.items[note]["alternatives"]) == 5


def test_fields_are_set_one_by_one_and_go_with_the_kind_that_had_them():
    log = Log(rewritten_by="everybody")
    note = log.note(BJORN, "1", zone="zone:ring", order="a1")
    log.did(BJORN, "note.set", note=note, fields={"severity": 4, "quote": "Taas sama lomake"})
    log.did(CHLOE, "note.set", note=note, fields={"burden": ["time"]})

    log.did(CHLOE, "note.set", note=note, fields={"kind": "idea", "first": True})

    assert log.state.items[note]["fields"] == {"quote": "Taas sama lomake", "first": True}
    assert log.state.items[note]["kind"] == "idea"
    assert log.does(CHLOE, "note.set", note=note, fields={"severity": None}) == Refusal(
        "field.unknown", {"field": "severity"}
    )
    assert log.did(CHLOE, "note.set", note=note, fields={"quote": None, "first": None}).changes == [
        {"id": note, "set": {"fields": None}}
    ]


def test_a_kind_that_the_place_does_not_take_is_refused():
    log = Log()
    note = log.note(BJORN, "1")

    assert log.does(BJORN, "note.set", note=note, fields={"kind": "idea"}) == Refusal("zone.wrong_kind")


def test_removal_takes_links_votes_and_membership_out_of_view_and_restore_brings_them_back():
    log = Log(rewritten_by="everybody")
    for name in ("a", "b"):
        log.note(BJORN, name)
    log.did(BJORN, "link.add", link="link:1", source="note:a", target="note:b", kind="information")
    log.did(BJORN, "cluster.add", cluster="cluster:1", title="Yhdessä", notes=["note:a", "note:b"])
    whole = see_state(log.state, None)

    removed = log.did(CHLOE, "note.remove", note="note:a")
    without = see_state(log.state, None)
    restored = log.did(CHLOE, "note.restore", note="note:a")

    assert removed.changes == [{"id": "note:a", "gone": True}]
    assert "link:1" not in without
    assert without["cluster:1"]["notes"] == ["note:b"]
    assert {change["id"] for change in restored.changes} == {"note:a", "link:1", "cluster:1"}
    assert see_state(log.state, None) == whole


def test_removing_twice_and_restoring_twice_change_nothing_more():
    log = Log()
    note = log.note(BJORN, "1")

    log.did(BJORN, "note.remove", note=note)
    assert log.did(CHLOE, "note.remove", note=note).changes == []
    assert log.does(CHLOE, "note.write", note=note, was="x", text="y") == Refusal("item.gone")
    log.did(BJORN, "note.restore", note=note)
    assert log.did(CHLOE, "note.restore", note=note).changes == []
    assert log.does(CHLOE, "note.restore", note="note:never") == Refusal("item.unknown")


def test_a_board_holds_so_many_notes_and_no_more():
    log = Log()
    log.state.notes = 20_000

    assert log.does(AINO, "note.add", **ADD) == Refusal("board.full", {"limit": 20_000})
