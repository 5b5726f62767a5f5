"""What a note said leaves the past; everything else in it stays."""

from __future__ import annotations

import json

from facilitator.engine import Refusal, fold
from facilitator.engine.erase import erased, erasure, written_fields
from facilitator.engine.rules import Rules
from tests.engine.settings import AINO, BJORN, CHLOE, METHOD, Log

CANARY, WORDS = "kanarialintu", "Sisältö poistettu"


def rewritten(log: Log, note: str, *, marks: bool = False) -> list:
    fields = written_fields(log.state.rules)
    return [erased(event, {note}, WORDS, fields, marks={note} if marks else ()) for event in log.events]


def test_every_word_goes_and_the_rest_of_the_state_is_the_same():
    log = Log(rewritten_by="everybody")
    note = log.note(BJORN, "1", CANARY, fields={"severity": 4, "quote": CANARY})
    other = log.note(CHLOE, "2", "haku")
    log.did(BJORN, "note.write", note=note, was=CANARY, text=f"{CANARY} laulaa")
    log.did(CHLOE, "note.write", note=note, was=CANARY, text=f"{CANARY} vaikenee")
    log.did(CHLOE, "note.move", note=note, zone="zone:grid", x=1, y=2)

    after = fold(log.start, rewritten(log, note))

    assert CANARY not in json.dumps([event.changes for event in rewritten(log, note)])
    assert after.items[note] == {
        "kind": "pain",
        "text": WORDS,
        "zone": "zone:grid",
        "x": 1,
        "y": 2,
        "author": BJORN.id,
        "fields": {"severity": 4},
    }
    assert {name: item for name, item in after.items.items() if name != note} == {
        name: item for name, item in log.state.items.items() if name != note
    }
    assert after.items[other]["text"] == "haku"


def test_events_that_said_nothing_of_it_are_the_same_objects():
    log = Log()
    log.note(BJORN, "1", CANARY)
    log.note(BJORN, "2", "haku")

    after = rewritten(log, "note:1")

    assert [new is old for new, old in zip(after, log.events, strict=True)] == [True, False, True]


def test_a_note_that_is_gone_is_marked_where_it_was_written():
    log = Log()
    note = log.note(BJORN, "1", CANARY)
    log.did(BJORN, "note.remove", note=note)

    after = fold(log.start, rewritten(log, note, marks=True))

    assert (after.gone[note]["text"], after.gone[note]["erased"]) == (WORDS, True)
    assert erasure(log.state, note) == ([], None)


def test_no_words_come_to_an_emptied_note_but_it_may_be_moved_and_removed():
    log = Log()
    note = log.note(BJORN, "1", CANARY)
    log.state.items[note] = {**log.state.items[note], "text": WORDS, "erased": True}

    for kind, members in (
        ("note.write", {"was": WORDS, "text": CANARY}),
        ("note.settle", {"keep": "text"}),
        ("note.set", {"fields": {"severity": 1}}),
    ):
        assert log.does(AINO, kind, note=note, **members) == Refusal("note.erased")
    log.did(CHLOE, "note.move", note=note, zone="zone:grid", x=1, y=2)
    log.did(BJORN, "note.remove", note=note)


def test_of_what_is_private_only_its_author_is_told():
    log = Log()
    log.did(AINO, "mode.set", mode="silent")
    note = log.note(AINO, "1", CANARY)

    assert erasure(log.state, note) == ([{"id": note, "set": {"erased": True}}], (AINO.id,))


def test_whatever_somebody_typed_is_emptied_and_what_was_chosen_is_not():
    types = {"text", "link", "organisation", "organisations", "stakeholder", "stakeholders", "reference"}
    fields = [{"key": each, "type": each} for each in (*types, "scale5", "emotion", "number", "date", "flag", "item")]
    rules = Rules.of({**METHOD, "kinds": [{"key": "pain", "fields": fields}]})

    assert written_fields(rules) >= types
    assert not written_fields(rules) & {"scale5", "emotion", "number", "date", "flag", "item"}
