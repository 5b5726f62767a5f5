"""Silence, and what ends it (P3.4, P4.2, I9)."""

from __future__ import annotations

from facilitator.engine import Actor, Event, Refusal, private_count, removed_for, see_event, see_state
from tests.engine.settings import AINO, BJORN, CHLOE, PAIN_CELL, Log

CANARY = "KANARIALINTU"


def silent_board(**board) -> Log:
    log = Log(**board)
    log.note(CHLOE, "before")
    log.did(AINO, "mode.set", mode="silent")
    log.note(BJORN, "secret", CANARY)
    return log


def test_what_is_written_in_silence_reaches_its_author_alone():
    log = silent_board()

    for viewer in (AINO.id, CHLOE.id, None):
        assert CANARY not in repr(see_state(log.state, viewer))
        assert [see_event(event, viewer, "names") for event in log.events][-1] == {"seq": 4}
    assert see_state(log.state, BJORN.id)["note:secret"]["text"] == CANARY
    assert see_event(log.events[-1], BJORN.id, "names")["changes"][0]["set"]["text"] == CANARY


def test_the_others_get_one_figure_for_the_whole_board():
    log = silent_board()
    log.note(BJORN, "second")
    log.note(CHLOE, "third")

    assert private_count(log.state) == {"notes": 3, "people": 2}


def test_in_silence_one_touches_only_ones_own_notes_of_it():
    log = silent_board()

    assert log.does(CHLOE, "note.move", note="note:before", zone="zone:ring", order="a1") == Refusal("mode.silent")
    assert log.does(CHLOE, "note.write", note="note:secret", was=CANARY, text="x") == Refusal("item.unknown")
    assert log.does(AINO, "note.remove", note="note:secret") == Refusal("item.unknown")
    assert log.did(BJORN, "note.move", note="note:secret", zone="zone:ring", order="a1").to == (BJORN.id,)


def test_an_id_that_exists_is_refused_alike_whether_or_not_one_sees_the_item():
    log = silent_board()
    again = {"kind": "pain", "text": "x", "zone": PAIN_CELL, "order": "a1"}

    assert log.does(CHLOE, "note.add", note="note:secret", **again) == Refusal("item.exists")
    assert log.does(CHLOE, "note.add", note="note:before", **again) == Refusal("item.exists")


def test_leaving_silence_shows_all_of_it_in_the_same_event_and_not_who_wrote_it():
    log = silent_board()
    log.did(BJORN, "note.set", note="note:secret", fields={"severity": 5})

    shown = log.did(AINO, "mode.set", mode="open")

    for viewer in (AINO.id, CHLOE.id, None):
        note = see_event(shown, viewer, "names")["changes"][1]
        assert note["id"] == "note:secret"
        assert note["set"]["text"] == CANARY
        assert note["set"]["fields"] == {"severity": 5}
        assert "author" not in note["set"]
        assert "author" not in see_state(log.state, viewer)["note:secret"]
    assert see_state(log.state, BJORN.id)["note:secret"]["author"] == BJORN.id
    assert private_count(log.state) == {"notes": 0, "people": 0}


def test_closing_ends_the_silence_too():
    log = silent_board()

    log.did(AINO, "mode.set", mode="look")

    assert see_state(log.state, None)["note:secret"]["text"] == CANARY


def test_what_its_author_took_back_in_silence_is_never_shown_to_others():
    log = silent_board()
    log.did(BJORN, "note.remove", note="note:secret")

    shown = log.did(AINO, "mode.set", mode="open")

    assert [change["id"] for change in shown.changes] == ["board"]
    assert log.does(AINO, "note.restore", note="note:secret") == Refusal("item.unknown")
    assert "note:secret" not in removed_for(log.state, AINO)
    assert removed_for(log.state, BJORN)["note:secret"]["text"] == CANARY


def test_its_author_may_bring_it_back_for_all_afterwards():
    log = silent_board()
    log.did(BJORN, "note.remove", note="note:secret")
    log.did(AINO, "mode.set", mode="open")

    back = log.did(BJORN, "note.restore", note="note:secret")

    assert back.to is None
    assert see_state(log.state, CHLOE.id)["note:secret"] == {
        "kind": "pain", "text": CANARY, "zone": PAIN_CELL, "order": "a1", "silence": 3,
    }  # fmt: skip


def test_notes_of_an_earlier_silence_stay_still_in_the_next():
    log = silent_board()
    log.did(AINO, "mode.set", mode="open")
    log.did(AINO, "mode.set", mode="silent")

    assert log.does(BJORN, "note.remove", note="note:secret") == Refusal("mode.silent")


def test_links_and_clusters_among_ones_own_notes_are_private_with_them():
    log = silent_board()
    log.note(BJORN, "second")

    link = log.did(BJORN, "link.add", link="link:1", source="note:secret", target="note:second", kind="information")
    cluster = log.did(BJORN, "cluster.add", cluster="cluster:1", title="Omat", notes=["note:secret", "note:second"])
    to_another = {"link": "link:2", "source": "note:secret", "target": "note:before", "kind": "information"}
    refused = log.does(BJORN, "link.add", **to_another)
    shown = log.did(AINO, "mode.set", mode="open")

    assert link.to == cluster.to == (BJORN.id,)
    assert refused == Refusal("mode.silent")
    assert {change["id"] for change in shown.changes} == {"board", "note:secret", "note:second", "link:1", "cluster:1"}


def test_a_mode_that_is_already_set_is_an_event_with_nothing_in_it():
    log = Log()

    assert log.did(AINO, "mode.set", mode="open").changes == []
    assert log.does(AINO, "mode.set", mode="loud") == Refusal("mode.unknown")


def test_only_the_system_says_that_the_workshop_is_over():
    log = silent_board()

    assert log.does(AINO, "mode.set", mode="look", ended=True) == Refusal("not.allowed")
    over = log.did(Actor("system", "system"), "mode.set", mode="look", ended=True)
    refused = log.does(AINO, "mode.set", mode="open")
    again = log.did(Actor("system", "system"), "mode.set", mode="open")

    ended_at = "2026-11-24T12:00:00.000Z"
    assert over.changes[0]["set"] == {"mode": "look", "silence": None, "ended": True, "ended_at": ended_at}
    assert refused == Refusal("mode.ended")
    assert again.changes == [{"id": "board", "set": {"mode": "open", "ended": None, "ended_at": None}}]


def test_nobody_asks_for_votes_once_the_workshop_is_over():
    log = Log()
    log.did(Actor("system", "system"), "mode.set", mode="look", ended=True)
    ballot = {"ballot": "ballot:1", "title": "Tärkein?", "each": 3, "per_note": 1, "over": "notes"}

    assert log.does(AINO, "ballot.open", **ballot) == Refusal("mode.ended")


def test_a_ballot_waits_until_the_silence_is_over():
    log = silent_board()
    ballot = {"ballot": "ballot:1", "title": "Tärkein?", "each": 3, "per_note": 1, "over": "notes"}

    assert log.does(AINO, "ballot.open", **ballot) == Refusal("mode.silent")
    log.did(AINO, "mode.set", mode="vote")
    assert isinstance(log.does(AINO, "ballot.open", **ballot), Event)
