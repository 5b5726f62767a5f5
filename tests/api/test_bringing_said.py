"""What was said and voted on one board comes to another over HTTP, goes with the act, and is nobody's there."""

from __future__ import annotations

import json
import uuid
from typing import Any

from facilitator.engine.state import stamp
from facilitator.live import rooms
from facilitator.live.wishes import SYSTEM
from facilitator.models.base import now
from tests.api.brought import artefact_of, breaks_off, sent, what_it_is, wish
from tests.api.case import Case
from tests.live.setting import note
from tests.makers import make_board


def talked_and_voted(case: Case) -> str:
    """The case's board with two notes, an arrow, comments on both, and two ballots in which Aino and Björn voted."""
    ballot = {"each": 2, "per_note": 2, "over": "notes"}
    jono = note("Jono", kind="step") | {"note": "note:jono"}
    haku = note("Haku", kind="step") | {"note": "note:haku"}
    leading = [
        jono,
        haku,
        wish("link.add", **{"from": "note:jono", "to": "note:haku"}, link="link:1", kind="next", label="tieto"),
        wish("comment.add", comment="comment:1", on="note:jono", text="Mistä tiedetään?"),
        wish("comment.add", comment="comment:2", on="link:1", text="Kumpaan suuntaan?"),
        wish("comment.resolve", comment="comment:1"),
        wish("ballot.open", ballot="ballot:1", title="Mikä ensin?", **ballot),
        wish("vote.cast", vote="vote:1", ballot="ballot:1", note="note:haku"),
    ]
    taking_part = [
        wish("comment.add", comment="comment:3", on="comment:1", text="Kävijöiltä"),
        *(wish("vote.cast", vote=f"vote:b{at}", ballot="ballot:1", note="note:jono") for at in range(2)),
    ]
    for who, wishes in (("aino", leading), ("bjorn", taking_part), ("aino", [wish("ballot.close", ballot="ballot:1")])):
        answers = case.ask(who, "post", f"/boards/{case.board.id}/ops", wishes).json
        assert "code" not in json.dumps(answers)
    return case.board.id


def test_comments_and_results_come_and_go_with_the_act(case: Case):
    out = artefact_of(talked_and_voted(case), "service_path")
    copy, act = make_board(case.workshop), str(uuid.uuid4())
    body = sent(json.dumps(out).encode(), "artefact.json", act=act)

    look = case.ask("aino", "post", f"/boards/{copy.id}/bring", body | {"do": False}).json
    told = case.ask("aino", "post", f"/boards/{copy.id}/bring", body).json
    brought, there = artefact_of(copy.id, "service_path"), dict(rooms.state(copy.id).items)
    back = case.ask("aino", "delete", f"/boards/{copy.id}/bring/{act}").json

    counts = {"notes": 2, "links": 1, "comments": 3, "ballots": 1, "taken": 7, "found": 7, "skipped": [], "remarks": []}
    assert {name: told[name] for name in counts} == {name: look[name] for name in counts} == counts
    assert what_it_is(brought) == what_it_is(out)
    assert brought["votes"][0]["sums"] == {"note:haku": 1, "note:jono": 2}
    assert brought["provenance"]["brought"] == {"ballots": ["ballot:1"], "comments": 3}
    assert there["comment:1"]["at"] < stamp(now())
    assert not any(key.startswith("vote:") for key in there)
    assert back == {"removed": 7}
    assert artefact_of(copy.id, "service_path")["votes"] == []


def test_nobody_but_who_leads_puts_down_what_was_said_or_voted_elsewhere(case: Case):
    rooms.submit(case.board.id, [note("Jono", kind="step") | {"note": "note:jono"}], SYSTEM)
    result = {"title": "?", "each": 1, "per_note": 1, "over": "notes", "voters": 1, "secret": False}
    wishes = [
        wish("comment.bring", comment="comment:1", on="note:jono", text="Sanottu"),
        wish("ballot.bring", ballot="ballot:1", sums={"note:jono": 1}, **result),
        wish("ballot.remove", ballot="ballot:1"),
    ]

    answers = case.ask("bjorn", "post", f"/boards/{case.board.id}/ops", wishes).json

    assert json.dumps(answers).count('"not.allowed"') == 3


def test_an_act_that_broke_off_before_the_comments_goes_on_with_them(case: Case, monkeypatch: Any):
    source = make_board(case.workshop)
    notes = [note(f"Askel {at}", kind="step", order=f"b{at:02}V") | {"note": f"note:{at}"} for at in range(60)]
    said = [wish("comment.add", comment=f"comment:{at}", on=f"note:{at}", text="Miksi?") for at in range(60)]
    rooms.submit(source.id, [*notes, *said], SYSTEM)
    out, copy = artefact_of(source.id, "service_path"), make_board(case.workshop)
    body = sent(json.dumps(out).encode(), "artefact.json", act=str(uuid.uuid4()))
    breaks_off(monkeypatch, at=3)

    answers = [case.ask("aino", "post", f"/boards/{copy.id}/bring", body) for _ in range(2)]

    assert [each.status_code for each in answers] == [503, 200]
    assert (answers[1].json["taken"], answers[1].json["comments"]) == (120, 60)
    assert what_it_is(artefact_of(copy.id, "service_path")) == what_it_is(out)
