"""Results of ballots that were held elsewhere: they come closed, whole or not at all, and go where they came."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.engine import Refusal, removed_for, see_state
from tests.engine.settings import AINO, BJORN, SYSTEM, Log

RESULT: dict[str, Any] = {
    "ballot": "ballot:1",
    "title": "Tärkein?",
    "each": 3,
    "per_note": 2,
    "over": "notes",
    "sums": {"note:b": 10, "note:a": 5},
    "voters": 5,
    "secret": True,
}


def board() -> Log:
    log = Log()
    for name in ("a", "b"):
        log.note(BJORN, name)
    log.did(AINO, "cluster.add", cluster="cluster:1", title="Teema", notes=["note:a"])
    return log


def test_a_result_comes_closed_with_its_sums_and_says_that_it_was_brought():
    log = board()

    log.did(AINO, "ballot.bring", **RESULT, zones=["zone:apply", "zone:gone", "zone:apply"])

    assert see_state(log.state, None)["ballot:1"] == {
        "title": "Tärkein?", "each": 3, "per_note": 2, "over": "notes", "zones": ["zone:apply", "zone:gone"],
        "open": False, "sums": {"note:a": 5, "note:b": 10}, "voters": 5, "secret": True, "brought": True,
    }  # fmt: skip
    assert not any(item_id.startswith("vote:") for item_id in log.state.items)


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"ballot": "note:1"}, "id.invalid"),
        ({"title": " "}, "text.empty"),
        ({"per_note": 4}, "number.wrong"),
        ({"each": 51}, "number.wrong"),
        ({"over": "links"}, "field.wrong"),
        ({"zones": []}, "item.unknown"),
        ({"zones": ["note:a"]}, "item.unknown"),
        ({"sums": {"note:a": 0}}, "ballot.sums"),
        ({"sums": {"note:a": True}}, "ballot.sums"),
        ({"sums": {"note:a": 11}}, "ballot.sums"),
        ({"sums": {"note:a": 8, "note:b": 8}}, "ballot.sums"),
        ({"voters": 0, "secret": False}, "ballot.sums"),
        ({"secret": False}, "ballot.sums"),
        ({"voters": 4}, "ballot.sums"),
        ({"sums": {"note:c": 1}}, "item.unknown"),
        ({"sums": {"cluster:1": 1}}, "item.unknown"),
        ({"over": "clusters"}, "item.unknown"),
    ],
)
def test_what_no_ballot_can_have_come_to_is_refused(members: dict[str, Any], code: str):
    log = board()

    refused = log.does(AINO, "ballot.bring", **(RESULT | members))

    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_a_ballot_in_which_nobody_voted_and_one_over_themes_come_too():
    log = board()

    log.did(AINO, "ballot.bring", **RESULT | {"sums": {}, "voters": 0, "secret": False})
    themes = {"ballot": "ballot:2", "over": "clusters", "sums": {"cluster:1": 1}}
    log.did(AINO, "ballot.bring", **RESULT | themes)

    assert log.state.items["ballot:1"]["voters"] == 0
    assert log.state.items["ballot:2"]["sums"] == {"cluster:1": 1}


def test_nobody_votes_in_it_and_it_holds_up_no_other():
    log = board()
    log.did(AINO, "ballot.bring", **RESULT)

    cast = log.does(BJORN, "vote.cast", vote="vote:1", ballot="ballot:1", note="note:a")
    log.did(AINO, "ballot.open", ballot="ballot:2", title="?", each=1, per_note=1, over="notes")

    assert cast == Refusal("ballot.closed")
    assert log.did(AINO, "ballot.close", ballot="ballot:1").changes == []
    assert log.does(AINO, "ballot.bring", **RESULT) == Refusal("item.exists")


def test_a_brought_result_can_be_taken_away_and_one_that_was_held_here_stays():
    log = board()
    log.did(AINO, "ballot.bring", **RESULT)
    log.did(AINO, "ballot.open", ballot="ballot:2", title="?", each=1, per_note=1, over="notes")

    log.did(AINO, "ballot.remove", ballot="ballot:1")
    again = log.did(AINO, "ballot.remove", ballot="ballot:1")
    held = log.does(AINO, "ballot.remove", ballot="ballot:2")

    assert "ballot:1" not in see_state(log.state, None)
    assert "ballot:1" not in removed_for(log.state, AINO)
    assert (again.changes, held) == ([], Refusal("ballot.held"))
    assert log.does(AINO, "ballot.remove", ballot="ballot:9") == Refusal("item.unknown")


def test_none_comes_into_a_silence_and_one_may_come_after_the_end():
    log = board()
    log.did(AINO, "mode.set", mode="silent")

    silent = log.does(AINO, "ballot.bring", **RESULT)
    log.did(SYSTEM, "mode.set", mode="look", ended=True)

    assert silent == Refusal("mode.silent")
    assert log.did(AINO, "ballot.bring", **RESULT).changes
