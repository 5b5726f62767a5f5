"""What people say about notes and links: who sees it, who may change it, and what it goes away with."""

from __future__ import annotations

import json

import pytest

from facilitator.engine import Event, Refusal, closed, fold, see_event, see_state
from facilitator.engine.comments import MOST_COMMENTS
from facilitator.engine.erase import all_of, erased, written_fields
from facilitator.engine.state import stamp
from facilitator.engine.view import removed_for
from tests.engine.settings import AINO, BJORN, CHLOE, NOON, OLLI, Log

TEXT = "Mistä tämä tiedetään?"


def talked(**board: str) -> Log:
    """A note with a comment and an answer, and a link with a comment."""
    log = Log(**board)
    log.note(BJORN, "1")
    log.note(BJORN, "2")
    log.did(BJORN, "link.add", link="link:1", source="note:1", target="note:2", kind="information")
    log.did(CHLOE, "comment.add", comment="comment:1", on="note:1", text=TEXT)
    log.did(BJORN, "comment.add", comment="comment:2", on="comment:1", text="Kävijöiltä")
    log.did(CHLOE, "comment.add", comment="comment:3", on="link:1", text="Kumpaan suuntaan?")
    return log


def talk(log: Log, viewer: str | None) -> set[str]:
    return {each for each in see_state(log.state, viewer) if each.startswith("comment:")}


def test_a_comment_says_what_it_is_about_who_wrote_it_and_when():
    log = talked()

    assert log.state.items["comment:2"] == {
        "on": "comment:1", "text": "Kävijöiltä", "author": BJORN.id, "at": stamp(NOON),
    }  # fmt: skip
    assert talk(log, None) == {"comment:1", "comment:2", "comment:3"}


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"comment": "comment:1"}, "item.exists"),
        ({"comment": "note:9"}, "id.invalid"),
        ({"on": "note:none"}, "item.unknown"),
        ({"on": "zone:ideas"}, "item.unknown"),
        ({"on": "comment:2"}, "comment.answer"),
        ({"text": " "}, "text.empty"),
        ({"text": "x" * 2_001}, "text.too_long"),
    ],
)
def test_an_impossible_comment_is_refused_by_name(members, code):
    answer = talked().does(CHLOE, "comment.add", **({"comment": "comment:9", "on": "note:1", "text": TEXT} | members))

    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_a_board_takes_only_so_many():
    log = talked()
    log.state.comments = MOST_COMMENTS

    answer = log.does(CHLOE, "comment.add", comment="comment:9", on="note:1", text=TEXT)

    assert answer == Refusal("board.full", {"limit": MOST_COMMENTS})


def test_words_are_their_writers_alone_and_a_changed_one_says_so():
    log = talked()

    log.did(CHLOE, "comment.write", comment="comment:1", text=f"{TEXT} Keneltä?")
    for other in (AINO, BJORN):
        assert log.does(other, "comment.write", comment="comment:1", text="Muuta") == Refusal("comment.not_yours")

    assert log.state.items["comment:1"]["text"] == f"{TEXT} Keneltä?"
    assert log.state.items["comment:1"]["edited"]
    assert log.did(CHLOE, "comment.write", comment="comment:3", text="Kumpaan suuntaan?").changes == []


def test_its_writer_and_who_leads_take_it_away_and_bring_it_back_with_its_answers():
    log = talked()

    assert log.does(BJORN, "comment.remove", comment="comment:1") == Refusal("comment.not_yours")
    log.did(AINO, "comment.remove", comment="comment:1")
    assert talk(log, None) == {"comment:3"}
    assert log.does(BJORN, "comment.restore", comment="comment:1") == Refusal("comment.not_yours")
    assert "comment:1" in removed_for(log.state, CHLOE)
    assert "comment:1" not in removed_for(log.state, BJORN)
    back = log.did(CHLOE, "comment.restore", comment="comment:1")

    assert [change["id"] for change in back.changes] == ["comment:1", "comment:2"]
    assert talk(log, None) == {"comment:1", "comment:2", "comment:3"}


def test_everybody_may_resolve_a_thread_and_reopen_it_but_not_an_answer():
    log = talked()

    log.did(BJORN, "comment.resolve", comment="comment:1")
    assert log.state.items["comment:1"]["resolved"]
    assert log.did(CHLOE, "comment.resolve", comment="comment:1").changes == []
    log.did(CHLOE, "comment.reopen", comment="comment:1")

    assert "resolved" not in log.state.items["comment:1"]
    assert log.does(BJORN, "comment.resolve", comment="comment:2") == Refusal("comment.answer")
    assert log.does(OLLI, "comment.resolve", comment="comment:1") == Refusal("not.allowed")


def test_comments_go_with_their_note_and_its_links_and_return_whole():
    log = talked()
    late = see_state(log.state, CHLOE.id)
    log.did(BJORN, "note.remove", note="note:1")

    assert talk(log, CHLOE.id) == set()
    assert log.does(CHLOE, "comment.write", comment="comment:1", text="Vielä") == Refusal("item.gone")
    assert log.does(CHLOE, "comment.add", comment="comment:9", on="link:1", text="Vielä") == Refusal("item.gone")
    back = log.did(BJORN, "note.restore", note="note:1")

    assert {change["id"] for change in back.changes} == {"note:1", "link:1", "comment:1", "comment:2", "comment:3"}
    assert closed(see_state(log.state, CHLOE.id)) == closed(late)


def test_comments_on_a_link_return_with_it():
    log = talked()
    log.did(CHLOE, "link.remove", link="link:1")
    assert talk(log, None) == {"comment:1", "comment:2"}

    back = log.did(CHLOE, "link.restore", link="link:1")

    assert [change["id"] for change in back.changes] == ["link:1", "comment:3"]


def test_what_is_said_in_silence_is_its_writers_alone_until_it_ends_and_names_nobody():
    log = talked()
    log.did(AINO, "mode.set", mode="silent")
    own = log.note(BJORN, "own")
    said = log.did(BJORN, "comment.add", comment="comment:4", on=own, text="Oma")
    log.did(BJORN, "comment.add", comment="comment:5", on="note:2", text="Muiden lapusta")

    assert see_event(said, CHLOE.id, "names") == {"seq": said.seq}
    assert talk(log, BJORN.id) - talk(log, AINO.id) == {"comment:4", "comment:5"}
    assert log.does(CHLOE, "comment.resolve", comment="comment:1") == Refusal("mode.silent")
    assert log.does(AINO, "comment.add", comment="comment:6", on="comment:5", text="?") == Refusal("item.unknown")
    shown = log.did(AINO, "mode.set", mode="open")

    seen = {change["id"]: change["set"] for change in see_event(shown, CHLOE.id, "names")["changes"]}
    assert seen["comment:5"] == {
        "on": "note:2", "text": "Muiden lapusta", "silence": log.state.items["comment:5"]["silence"],
        "private": None, "at": stamp(NOON),
    }  # fmt: skip
    assert talk(log, None) >= {"comment:4", "comment:5"}


def test_what_silence_kept_about_something_gone_is_shown_when_that_returns():
    log = talked()
    log.did(AINO, "mode.set", mode="silent")
    log.did(BJORN, "comment.add", comment="comment:4", on="note:2", text="Hiljaa sanottu")
    log.did(AINO, "note.remove", note="note:2")
    log.did(AINO, "note.restore", note="note:2")
    assert "comment:4" not in talk(log, AINO.id)
    log.did(AINO, "note.remove", note="note:2")
    log.did(AINO, "mode.set", mode="open")
    assert "comment:4" not in talk(log, AINO.id)

    back = log.did(AINO, "note.restore", note="note:2")

    assert "comment:4" in {change["id"] for change in back.changes}
    assert "author" not in see_state(log.state, CHLOE.id)["comment:4"]
    assert "comment:4" in talk(log, CHLOE.id)


@pytest.mark.parametrize("authors", ["organisations", "nothing"])
def test_no_names_where_the_board_shows_none(authors):
    log = talked(authors=authors)

    seen = see_state(log.state, BJORN.id)["comment:1"]

    assert "author" not in seen
    assert seen.get("organisation") == ("Lahti" if authors == "organisations" else None)
    assert see_state(log.state, CHLOE.id)["comment:1"]["author"] == CHLOE.id


def test_with_a_note_go_all_words_about_it_for_good():
    log = talked()
    log.did(CHLOE, "comment.write", comment="comment:1", text="Kanarialintu")
    log.did(CHLOE, "comment.remove", comment="comment:3")
    log.did(CHLOE, "comment.add", comment="comment:4", on="note:2", text="Jää")
    about, fields = all_of(log.state, "note:1"), written_fields(log.state.rules)

    rewritten = [erased(event, about, "Poistettu", fields) for event in log.events]
    after = fold(log.start, rewritten)

    said = json.dumps([event.changes for event in rewritten], ensure_ascii=False)
    assert not any(words in said for words in ("Kanarialintu", TEXT, "Kävijöiltä", "Kumpaan"))
    assert {each: item["text"] for each, item in after.items.items() if each.startswith("comment:")} == {
        "comment:1": "Poistettu", "comment:2": "Poistettu", "comment:4": "Jää",
    }  # fmt: skip
    log.state = after
    assert log.does(CHLOE, "comment.write", comment="comment:1", text="Taas") == Refusal("comment.erased")
    assert isinstance(log.does(CHLOE, "comment.remove", comment="comment:1"), Event)


def test_a_comment_alone_can_be_emptied():
    assert all_of(talked().state, "comment:1") == {"comment:1"}


LONG_AGO = "2026-09-01T08:30:00.000Z"


def brought(log: Log, **members: str | bool) -> Event | Refusal:
    return log.does(AINO, "comment.bring", **({"comment": "comment:9", "on": "note:1", "text": TEXT} | members))


def test_what_was_said_on_another_board_comes_with_its_time_and_says_that_it_was_brought():
    log = talked(authors="organisations")

    brought(log, at=LONG_AGO, resolved=True)
    brought(log, comment="comment:10", on="comment:9", text="Kävijöiltä")

    assert log.state.items["comment:9"] == {
        "on": "note:1", "text": TEXT, "author": AINO.id, "at": LONG_AGO, "resolved": True, "brought": True,
    }  # fmt: skip
    assert "at" not in log.state.items["comment:10"]
    assert log.does(AINO, "comment.write", comment="comment:9", text="Muuta") == Refusal("comment.not_yours")
    assert log.did(AINO, "comment.remove", comment="comment:9").changes


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"at": "eilen"}, "field.wrong"),
        ({"at": "2026-13-01T08:30:00.000Z"}, "field.wrong"),
        ({"at": "2027-01-01T08:30:00.000Z"}, "field.wrong"),
        ({"on": "comment:1", "resolved": True}, "comment.answer"),
        ({"on": "note:none"}, "item.unknown"),
        ({"comment": "comment:1"}, "item.exists"),
    ],
)
def test_an_impossible_comment_is_not_brought(members: dict, code: str):
    answer = brought(talked(), **members)

    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_what_is_brought_in_a_silence_is_shown_with_it_and_keeps_its_time():
    log = talked()
    log.did(AINO, "mode.set", mode="silent")

    brought(log, at=LONG_AGO)
    hidden = talk(log, BJORN.id)
    log.did(AINO, "mode.set", mode="open")

    assert "comment:9" not in hidden
    assert see_state(log.state, BJORN.id)["comment:9"]["at"] == LONG_AGO
