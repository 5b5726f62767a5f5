"""Freezing a board into the record."""

from __future__ import annotations

import hashlib
import json
import sys

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from sqlalchemy import func, select

from facilitator.artefacts import canonical
from facilitator.artefacts.schema import json_schema
from facilitator.extensions import db
from facilitator.live import log
from facilitator.models import RecordedArtefact
from facilitator.models.transaction import transaction
from facilitator.record import freeze, latest, read
from facilitator.record.freeze import Outdated
from tests.makers import make_participant, make_programme, make_project, make_workshop
from tests.record.makers import AINO, BJORN, do, make_board, make_state, write

CANARY = "KANARIALINTU-6f1c"


@pytest.fixture
def board(app):
    return make_board()


@pytest.fixture
def state(board):
    return write(make_state(board), "note:1", "Sama tieto kysytään kolmesti")


def versions() -> int:
    return db.session.scalar(select(func.count()).select_from(RecordedArtefact))


def test_the_first_version_holds_what_the_board_held(board, state):
    saved = freeze(board, state, "e1", "u:aino")

    artefact = read(saved)
    assert (saved.version, saved.revision, saved.replaces_id) == (1, 2, None)
    assert (artefact["id"], artefact["version"], artefact["state"]) == (saved.id, 1, "confirmed")
    assert [item["text"] for item in artefact["items"]] == ["Sama tieto kysytään kolmesti"]
    assert (saved.digest, saved.content_digest) == (artefact["digest"], artefact["content_digest"])
    Draft202012Validator(json_schema(), format_checker=FormatChecker()).validate(artefact)


def test_what_is_kept_is_the_canonical_form_and_its_digest_holds(board, state):
    saved = freeze(board, state, "e1", "u:aino")

    artefact = read(saved)
    digest = artefact.pop("digest")
    assert saved.body.encode() == canonical(artefact | {"digest": digest})
    assert hashlib.sha256(canonical(artefact)).hexdigest() == digest


def test_freezing_twice_is_the_same_as_once(board, state):
    first = freeze(board, state, "e1", "u:aino")

    again = freeze(board, state, "e1", "system")

    assert again.id == first.id
    assert versions() == 1


def test_a_version_that_has_come_farther_is_a_new_one_also_with_the_same_content(board, state):
    first = freeze(board, state, "e1", "u:aino")
    ended = freeze(board, state, "e1", "u:aino", "at_end")
    finished = freeze(board, state, "e1", "u:aino", "finished")

    again = freeze(board, state, "e1", "u:aino", "at_end")

    assert [(each.version, each.state, read(each)["state"]) for each in (first, ended, finished)] == [
        (1, "confirmed", "confirmed"),
        (2, "at_end", "at_end"),
        (3, "finished", "finished"),
    ]
    assert again.id == finished.id


def test_a_change_that_leaves_no_trace_makes_no_version(board, state):
    first = freeze(board, state, "e1", "u:aino")
    do(write(state, "note:2", "Erehdys"), "note.remove", note="note:2")

    assert freeze(board, state, "e1", "u:aino").id == first.id


def test_a_correction_is_a_new_version_that_names_the_one_it_replaces(board, state):
    first = freeze(board, state, "e1", "u:aino")
    body = first.body

    second = freeze(board, write(state, "note:2", "Jono"), "e1", "u:aino")

    assert (second.version, second.replaces_id, read(second)["provenance"]["replaces"]) == (2, first.id, first.id)
    assert db.session.get(RecordedArtefact, first.id).body == body
    assert latest(board.id).id == second.id


def test_what_was_taken_out_again_is_a_third_version_like_the_first(board, state):
    first = freeze(board, state, "e1", "u:aino")
    freeze(board, write(state, "note:2", "Jono"), "e1", "u:aino")

    third = freeze(board, do(state, "note.remove", note="note:2"), "e1", "u:aino")

    assert (third.version, third.content_digest) == (3, first.content_digest)


def test_a_kind_that_is_renamed_makes_a_version_and_naming_it_the_same_makes_none(app):
    board = make_board(method_key="blank_with_zones")
    state = make_state(board)
    risk, wish = {"key": "own_1", "title": "Riski"}, {"key": "own_2", "title": "Toive"}
    do(state, "board.set", AINO, fields={"kinds": [risk, wish]})
    first = freeze(board, state, "e1", "u:aino")
    do(state, "board.set", AINO, fields={"kinds": [wish]})
    again = freeze(board, do(state, "board.set", AINO, fields={"kinds": [risk, wish]}), "e1", "u:aino")

    second = freeze(
        board, do(state, "board.set", AINO, fields={"kinds": [risk | {"title": "Uhka"}, wish]}), "e1", "u:a"
    )

    assert again.id == first.id
    assert second.version == 2
    assert read(second)["method"]["kinds"] == [risk | {"title": "Uhka"}, wish]


def test_what_is_written_in_silence_is_not_in_it(board, state):
    """I9, P7.4."""
    do(state, "mode.set", AINO, mode="silent")
    write(state, "note:2", CANARY, BJORN)
    write(state, "note:3", CANARY, BJORN)
    do(state, "link.add", BJORN, link="link:1", source="note:2", target="note:3", kind="causes", label=CANARY)

    saved = freeze(board, state, "e1", "u:aino")

    assert not any(word in saved.body for word in (CANARY, "note:2", "note:3", "link:1"))


def test_after_the_reveal_it_is(board, state):
    do(state, "mode.set", AINO, mode="silent")
    write(state, "note:2", CANARY)
    do(state, "mode.set", AINO, mode="open")

    assert CANARY in freeze(board, state, "e1", "u:aino").body


def test_who_voted_for_what_and_who_wrote_is_not_in_it(board, state):
    do(state, "ballot.open", AINO, ballot="ballot:1", title="Ensin?", each=1, per_note=1, zones=None, over="notes")
    do(state, "vote.cast", BJORN, vote="vote:1", ballot="ballot:1", note="note:1")

    while_open = freeze(board, state, "e1", "u:aino")
    closed = freeze(board, do(state, "ballot.close", AINO, ballot="ballot:1"), "e1", "u:aino")

    assert read(while_open)["votes"][0]["sums"] == {}
    assert (read(closed)["votes"][0]["sums"], read(closed)["votes"][0]["secret"]) == ({"note:1": 1}, False)
    for saved in (while_open, closed):
        assert "bjorn" not in saved.body
        assert "vote:1" not in saved.body


def test_it_says_where_it_comes_from_and_names_nobody(app):
    programme = make_programme(title="Sujuvat palvelut", owner="Esimerkkivirasto", is_example=True)
    workshop = make_workshop(make_project(programme, applicant="Koivuranta", case_number="ESIM/1"), position=2)
    make_participant(workshop, "Björn", organisation="PRH")
    make_participant(workshop, "Dana", organisation="prh")
    make_participant(workshop, "Emil", organisation="")
    make_participant(workshop, "Olli", organisation="Tarkastus", role="observer")
    board = make_board(workshop, question="Missä polku katkeaa?")

    told = read(freeze(board, make_state(board), "e1", "u:aino"))["provenance"]

    taken_at = told.pop("taken_at")
    assert taken_at.endswith("Z")
    assert told == {
        "programme": {"id": programme.id, "title": "Sujuvat palvelut", "owner": "Esimerkkivirasto"},
        "project": {
            "id": workshop.project_id,
            "title": "Yrityksen perustaminen",
            "applicant": "Koivuranta",
            "case_number": "ESIM/1",
            "phase": "applied",
            "challenge": "",
            "challenge_at": None,
        },
        "workshop": {
            "id": workshop.id,
            "title": {"fi": "Palvelupolku"},
            "kind": "project",
            "order": 2,
            "starts_at": None,
        },
        "board": {"id": board.id, "title": {"fi": "Kipupisteet"}},
        "group": None,
        "question": {"fi": "Missä polku katkeaa?"},
        "document": board.id,
        "epoch": "e1",
        "revision": 1,
        "taken_by": "facilitator",
        "participants": {"count": 3, "organisations": ["PRH"]},
        "languages": [],
        "is_example": True,
        "replaces": None,
    }


def test_without_a_question_of_its_own_the_board_has_the_methods(board, state):
    question = read(freeze(board, state, "e1", "system"))["provenance"]["question"]

    assert set(question) == {"fi", "sv", "en"}


def test_a_version_that_somebody_else_just_took_is_counted_on(board, state, monkeypatch):
    """Two close the workshop at once: one of them reads the record a moment too early."""
    first = freeze(board, state, "e1", "u:aino")
    write(state, "note:2", "Jono")
    answers = iter([None, first])
    monkeypatch.setattr(
        sys.modules[freeze.__module__], "latest", lambda board_id: next(answers, None) or latest(board_id)
    )

    second = freeze(board, state, "e1", "u:aino")

    assert (second.version, second.replaces_id) == (2, first.id)


def test_what_is_renamed_afterwards_keeps_the_name_that_it_had(board, state):
    """I12."""
    saved = freeze(board, state, "e1", "u:aino")
    before = saved.body
    with transaction():
        board.workshop.title = "Toinen nimi"

    again = freeze(board, state, "e1", "u:aino")

    assert again.body == before
    assert json.loads(before)["provenance"]["workshop"]["title"] == {"fi": "Palvelupolku"}


def test_what_was_taken_out_of_the_log_after_it_was_read_does_not_come_into_the_record(board, state):
    with transaction() as tx:
        log.begin_epoch(tx, board.id)

    with pytest.raises(Outdated):
        freeze(board, state, "e1", "u:aino")
    assert versions() == 0
