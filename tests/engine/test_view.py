"""What shows who wrote it (P4.3)."""

from __future__ import annotations

import pytest

from facilitator.engine import persons_apart, see_event, see_state
from tests.engine.settings import AINO, BJORN, CHLOE, Log


@pytest.mark.parametrize("authors", ["organisations", "nothing"])
def test_names_are_dropped_for_everybody_but_the_person(authors):
    log = Log(authors=authors, rewritten_by="everybody")
    log.note(BJORN, "1", "alku")
    log.did(CHLOE, "note.write", note="note:1", was="", text="toinen")

    for viewer in (AINO.id, None):
        text = repr([see_event(event, viewer, authors) for event in log.events] + [see_state(log.state, viewer)])
        assert BJORN.id not in text
        assert CHLOE.id not in text
    assert see_event(log.events[1], BJORN.id, authors)["by"] == BJORN.id
    assert see_state(log.state, BJORN.id)["note:1"]["author"] == BJORN.id
    assert see_state(log.state, CHLOE.id)["note:1"]["alternatives"][0]["by"] == CHLOE.id
    assert see_event(log.events[0], None, authors)["by"] == "system"


def test_an_organisation_is_shown_where_the_board_says_organisations():
    log = Log(authors="organisations")
    log.note(BJORN, "1")

    assert see_state(log.state, CHLOE.id)["note:1"]["organisation"] == "Porvoo"


def test_nothing_of_its_author_is_shown_for_what_was_written_in_silence():
    log = Log(authors="organisations")
    log.did(AINO, "mode.set", mode="silent")
    log.note(BJORN, "1")
    log.did(AINO, "mode.set", mode="open")

    assert "Porvoo" not in repr(see_state(log.state, CHLOE.id))


def test_names_are_shown_where_the_board_says_names():
    log = Log(authors="names")
    log.note(BJORN, "1")

    assert see_state(log.state, CHLOE.id)["note:1"]["author"] == BJORN.id
    assert see_event(log.events[1], CHLOE.id, "names")["by"] == BJORN.id


@pytest.mark.parametrize("authors", ["names", "organisations", "nothing"])
def test_whoever_sees_an_event_otherwise_than_the_public_is_counted_apart(authors):
    log = Log(authors=authors, rewritten_by="everybody")
    log.note(BJORN, "1", "alku")
    log.did(CHLOE, "note.write", note="note:1", was="", text="toinen")
    log.did(AINO, "mode.set", mode="silent")
    log.note(CHLOE, "2")
    log.did(AINO, "mode.set", mode="open")
    log.did(AINO, "ballot.open", ballot="ballot:1", title="?", each=1, per_note=1, over="notes")
    log.did(BJORN, "vote.cast", vote="vote:1", ballot="ballot:1", note="note:1")

    for event in log.events:
        public = see_event(event, None, authors)
        apart = {person for person in (AINO.id, BJORN.id, CHLOE.id) if see_event(event, person, authors) != public}
        assert apart <= persons_apart(event, authors)
