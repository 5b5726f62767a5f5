"""Ballots: their budget and their secrecy (I10)."""

from __future__ import annotations

import pytest

from facilitator.engine import Actor, Refusal, see_event, see_state
from tests.engine.settings import AINO, BJORN, CHLOE, Log


def ballot(**members) -> Log:
    log = Log()
    for name in ("a", "b", "c"):
        log.note(BJORN, name)
    log.note(BJORN, "idea", kind="idea", zone="zone:ideas", order="a0")
    defaults = {"ballot": "ballot:1", "title": "Tärkein?", "each": 3, "per_note": 2, "over": "notes"}
    log.did(AINO, "ballot.open", **(defaults | members))
    return log


def cast(log: Log, actor: Actor, number: int, note: str):
    return log.does(actor, "vote.cast", vote=f"vote:{actor.id[2:]}-{number}", ballot="ballot:1", note=note)


def test_a_vote_is_in_nobody_elses_view():
    log = ballot()

    cast(log, BJORN, 1, "note:a")

    for viewer in (AINO.id, CHLOE.id, None):
        assert see_event(log.events[-1], viewer, "names") == {"seq": log.state.seq}
        assert not any(item_id.startswith("vote:") for item_id in see_state(log.state, viewer))
    assert see_state(log.state, BJORN.id)["vote:bjorn-1"]["note"] == "note:a"


def test_nobody_spends_more_than_they_have():
    log = ballot()

    assert not isinstance(cast(log, BJORN, 1, "note:a"), Refusal)
    assert not isinstance(cast(log, BJORN, 2, "note:a"), Refusal)
    assert cast(log, BJORN, 3, "note:a") == Refusal("vote.per_note", {"limit": 2})
    assert not isinstance(cast(log, BJORN, 4, "note:b"), Refusal)
    assert cast(log, BJORN, 5, "note:c") == Refusal("vote.none_left", {"limit": 3})
    log.did(BJORN, "vote.withdraw", vote="vote:bjorn-1")
    assert not isinstance(cast(log, BJORN, 6, "note:c"), Refusal)


def test_a_vote_on_a_note_that_goes_counts_no_more():
    log = ballot(each=1, per_note=1)
    cast(log, BJORN, 1, "note:a")

    log.did(BJORN, "note.remove", note="note:a")

    assert not isinstance(cast(log, BJORN, 2, "note:b"), Refusal)
    assert log.did(AINO, "ballot.close", ballot="ballot:1").changes[0]["set"]["sums"] == {"note:b": 1}


def test_only_the_closing_says_the_sums_and_that_few_voters_are_no_secret():
    log = ballot()
    for actor, note in ((BJORN, "note:b"), (CHLOE, "note:b"), (AINO, "note:a")):
        cast(log, actor, 1, note)
    before = see_state(log.state, None)["ballot:1"]

    log.did(AINO, "ballot.close", ballot="ballot:1")

    assert before == {"title": "Tärkein?", "each": 3, "per_note": 2, "over": "notes", "open": True}
    assert see_state(log.state, None)["ballot:1"] == before | {
        "open": False, "sums": {"note:a": 1, "note:b": 2}, "voters": 3, "secret": False,
    }  # fmt: skip
    assert cast(log, BJORN, 2, "note:a") == Refusal("ballot.closed")
    assert log.does(BJORN, "vote.withdraw", vote="vote:bjorn-1") == Refusal("ballot.closed")
    assert log.did(AINO, "ballot.close", ballot="ballot:1").changes == []


def test_five_voters_keep_the_secret():
    log = ballot()
    for number in range(5):
        cast(log, Actor(f"p:{number}", "participant"), 1, "note:a")

    log.did(AINO, "ballot.close", ballot="ballot:1")

    assert log.state.items["ballot:1"]["secret"] is True


def test_who_voted_for_what_makes_no_difference_to_others():
    """Two runs that differ only in that: what others get is the same, sums apart."""
    seen = []
    for first, second in (("note:a", "note:b"), ("note:b", "note:a")):
        log = ballot()
        cast(log, BJORN, 1, first)
        cast(log, CHLOE, 1, second)
        log.did(AINO, "ballot.close", ballot="ballot:1")
        seen.append([see_event(event, "p:someone", "names") for event in log.events])

    for one, other in zip(*seen, strict=True):
        assert {**one, "op": None} == {**other, "op": None}


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"note": "note:none"}, "item.unknown"),
        ({"note": "zone:ideas"}, "item.unknown"),
        ({"note": "note:idea"}, "vote.outside"),
        ({"ballot": "ballot:none"}, "item.unknown"),
        ({"vote": "note:1"}, "id.invalid"),
    ],
)
def test_an_impossible_vote_is_refused_by_name(members, code):
    log = ballot(zones=["zone:pain", "zone:ring"])

    answer = log.does(BJORN, "vote.cast", **({"vote": "vote:1", "ballot": "ballot:1", "note": "note:a"} | members))

    assert isinstance(answer, Refusal)
    assert answer.code == code
    assert not isinstance(cast(log, BJORN, 1, "note:a"), Refusal)  # a lane stands for its cells


def test_a_ballot_is_over_notes_or_over_clusters():
    log = Log()
    log.note(BJORN, "a")
    log.did(BJORN, "cluster.add", cluster="cluster:1", title="Lomakkeet", notes=["note:a"])
    log.did(AINO, "ballot.open", ballot="ballot:1", title="Tärkein?", each=1, per_note=1, over="clusters")

    assert cast(log, BJORN, 1, "note:a") == Refusal("item.unknown")
    assert not isinstance(cast(log, BJORN, 2, "cluster:1"), Refusal)


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({}, "ballot.other_open"),
        ({"ballot": "ballot:1"}, "item.exists"),
        ({"ballot": "vote:1"}, "id.invalid"),
    ],
)
def test_one_ballot_at_a_time(members, code):
    wish = {"ballot": "ballot:2", "title": "Toinen", "each": 3, "per_note": 1, "over": "notes"} | members

    answer = ballot().does(AINO, "ballot.open", **wish)

    assert isinstance(answer, Refusal)
    assert answer.code == code


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"each": 0}, "number.wrong"),
        ({"each": 51}, "number.wrong"),
        ({"per_note": 4}, "number.wrong"),
        ({"over": "zones"}, "field.wrong"),
        ({"zones": []}, "item.unknown"),
        ({"zones": ["zone:none"]}, "item.unknown"),
        ({"title": ""}, "text.empty"),
    ],
)
def test_an_impossible_ballot_is_refused_by_name(members, code):
    wish = {"ballot": "ballot:1", "title": "Tärkein?", "each": 3, "per_note": 1, "over": "notes"} | members

    answer = Log().does(AINO, "ballot.open", **wish)

    assert isinstance(answer, Refusal)
    assert answer.code == code
