"""What the map shows over HTTP: of what everybody sees, the same for all, computed once."""

from __future__ import annotations

from facilitator.live import limits
from facilitator.models import Board
from facilitator.models.transaction import transaction
from facilitator.planning.closing import confirm_board
from facilitator.record import showing
from tests.live.setting import Caller, note, op


def owner(name: str, phase: str) -> dict:
    return note(name, kind="organisation", zone=f"zone:{phase}/organisation")


def shown(caller: Caller) -> dict:
    answer = caller.get("insights")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    return answer.get_json()


def said(caller: Caller, key: str) -> list[tuple[str, list[str]]]:
    return [(each["text"]["en"], each["notes"]) for each in shown(caller)["insights"] if each["key"] == key]


def test_the_map_tells_what_it_shows_with_the_notes_behind(bjorn):
    bjorn.send(one := owner("Migri", "apply"), other := owner("PRH", "wait"))

    sentence = "The customer changes organisation once: “Migri” → “PRH” (“I wait”)."
    assert said(bjorn, "handovers") == [(sentence, [one["note"], other["note"]])]


def test_a_question_is_open_until_the_board_answers_it(aino, bjorn):
    def open_ones() -> set[str]:
        return {each["key"] for each in shown(aino)["questions"] if not each["answered"]}

    before = open_ones()
    phases = ("notice", "find", "apply", "wait", "continue")
    bjorn.send(*(owner("Migri", phase) for phase in phases))

    assert before - open_ones() == {"owner_per_phase"}


def test_what_is_private_is_in_nobodys_answer_until_it_is_shown(aino, bjorn, dagny):
    bjorn.send(owner("Migri", "apply"))
    aino.send(op("mode.set", mode="silent"))
    bjorn.send(owner("KANARIALINTU", "wait"))
    hidden = [caller.get("insights").text for caller in (dagny, aino, bjorn)]
    aino.send(op("mode.set", mode="open"))

    assert [text for text in hidden if "KANARIALINTU" in text or '"handovers"' in text] == []
    assert "KANARIALINTU" in dagny.get("insights").text


def test_an_open_ballot_has_no_figures(aino, bjorn, dagny):
    bjorn.send(pain := note("Jono"))
    aino.send(op("ballot.open", ballot="ballot:1", title="Mistä?", each=3, per_note=2, over="notes"))
    bjorn.send(op("vote.cast", vote="vote:1", ballot="ballot:1", note=pain["note"]))
    meanwhile = [said(caller, "most_voted") for caller in (aino, bjorn, dagny)]
    aino.send(op("ballot.close", ballot="ballot:1"))

    assert meanwhile == [[], [], []]
    assert said(dagny, "most_voted") == [("Ballot “Mistä?”, most votes (1): “Jono”.", [pain["note"]])]


def test_since_the_last_output_the_changes_are_told(setting, aino, bjorn):
    bjorn.send(note("ennen"))
    assert said(aino, "changed_since") == []
    with transaction() as tx:
        board = tx.get(Board, setting.board)
    confirm_board(board, setting.aino)
    bjorn.send(new := note("jälkeen"))

    assert said(aino, "changed_since") == [("Since the last version (1): new notes 1.", [new["note"]])]


def test_it_is_computed_once_for_all_who_ask_and_again_after_a_change(monkeypatch, aino, bjorn, dagny):
    computed = []
    encoded = showing._encoded
    monkeypatch.setattr(showing, "_encoded", lambda state, *more: computed.append(state.seq) or encoded(state, *more))

    for caller in (aino, bjorn, dagny):
        shown(caller)
    bjorn.send(note())
    told = [shown(caller) for caller in (aino, bjorn, dagny)]

    assert len(computed) == 2
    assert told[0] == told[1] == told[2]
    assert told[0]["seq"] == computed[1]


def test_asking_again_and_again_is_slowed_down(bjorn, monkeypatch):
    monkeypatch.setattr(limits, "ASK_BURST", 2.0)
    monkeypatch.setattr(limits, "ASK_RATE", 0.001)

    assert [bjorn.get("insights").status_code for _ in range(3)] == [200, 200, 429]


def test_who_is_from_elsewhere_finds_nothing(client, setting):
    assert Caller(client, setting, setting.chloe).get("insights").status_code == 404
