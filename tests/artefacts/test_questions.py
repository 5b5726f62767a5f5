"""Guide questions: what counts as an answer, word by word of the check."""

from __future__ import annotations

from typing import Any

import pytest

from facilitator.artefacts.questions import answer
from tests.artefacts.makers import artefact, ballot, blank, board, challenge, grid, link, note, onion, path

WHOLE_PATH = [f"zone:{phase}/organisation" for phase in ("notice", "find", "apply", "wait", "continue")]


def owners(*zones: str) -> dict[str, Any]:
    """A service path with an owner in each of these zones."""
    notes = {f"note_{index}": note("organisation", "Kela", zone) for index, zone in enumerate(zones)}
    return artefact("service_path", board("service_path", **notes))


@pytest.mark.parametrize(
    ("check", "found"),
    [
        ({"asked": True}, None),
        ({"kind": "pain_point"}, ["note:3", "note:4"]),
        ({"kind": "pain_point", "min": 2}, ["note:3", "note:4"]),
        ({"kind": "pain_point", "min": 3}, None),
        ({"zone": "zone:wait/pain"}, ["note:4"]),
        ({"zone": "zone:wait/pain", "kind": "idea"}, None),
        ({"field": "severity"}, ["note:3", "note:4"]),
        ({"field": "severity", "values": [4]}, None),
        ({"field": "severity", "values": [4], "min": 1}, ["note:3"]),
        ({"field": "frequency"}, None),
        ({"field": "severity", "of": "zone:wait/pain"}, ["note:4"]),
        ({"field": "severity", "of": "zone:wait/idea"}, None),
        ({"field": "impact", "kind": "idea"}, None),
        ({"links": ["solves"]}, ["link:1"]),
        ({"links": []}, ["link:1"]),
        ({"links": [], "min": 2}, None),
        ({"links": [], "states": ["broken"]}, None),
        ({"links": ["owns"]}, None),
        ({"clusters": 1}, ["cluster:1"]),
        ({"clusters": 2}, None),
        ({"voted": True}, ["ballot:1"]),
        ({"all_of": [{"kind": "idea"}, {"links": ["solves"]}]}, ["note:5", "link:1"]),
        ({"all_of": [{"kind": "idea"}, {"kind": "step"}]}, None),
        ({"any_of": [{"kind": "step"}, {"kind": "idea"}]}, ["note:5"]),
        ({"any_of": [{"kind": "step"}, {"asked": True}]}, None),
    ],
    ids=str,
)
def test_what_answers_a_check_on_the_path_of_five_notes(check, found):
    assert answer(check, path()) == found


def test_each_phase_needs_one_of_the_kind():
    check = {"each_phase_has": "organisation"}

    assert answer(check, owners(*WHOLE_PATH)) == [f"note:{n}" for n in range(5)]
    assert answer(check, owners(*WHOLE_PATH[:4])) is None
    assert answer(check, owners(*WHOLE_PATH[:4], "zone:unplaced")) is None


def test_one_for_each_phase_is_not_two_for_one():
    check = {"each_phase_has": "organisation", "most": 1}

    assert answer(check, owners(*WHOLE_PATH)) == [f"note:{n}" for n in range(5)]
    assert answer(check, owners(*WHOLE_PATH, WHOLE_PATH[0])) is None
    assert answer(check, owners(*WHOLE_PATH, "zone:unplaced")) == [f"note:{n}" for n in range(5)]


def test_a_phase_added_later_is_asked_for_too():
    notes = {f"note_{index}": note("organisation", "Kela", zone) for index, zone in enumerate(WHOLE_PATH)}
    items = board(
        "service_path", **notes, zone_late={"title": "Valitan", "sort": "flow", "accepts": [], "axis": "phase"}
    )

    assert answer({"each_phase_has": "organisation"}, artefact("service_path", items)) is None


def test_a_ballot_in_which_nobody_voted_or_that_is_open_answers_nothing():
    assert answer({"voted": True}, path(ballot_1=ballot("?", {}, voters=0))) is None
    assert answer({"voted": True}, path(ballot_1=ballot("?", {}, open=True))) is None


def test_a_value_among_several_counts():
    found = path(note_6=note("touchpoint", "Neuvonta", fields={"channel": ["phone", "chat"]}))

    assert answer({"field": "channel", "values": ["phone"]}, found) == ["note:6"]
    assert answer({"field": "channel", "values": ["letter"]}, found) is None


def test_a_field_that_the_place_or_the_kind_fills_is_filled():
    assert answer({"field": "severity", "kind": "pain_point"}, grid()) == ["note:1", "note:2"]
    assert answer({"field": "ring", "values": ["core"], "min": 2}, onion()) == ["note:2", "note:1"][::-1]
    assert answer({"field": "form"}, onion()) == ["note:1", "note:2", "note:3"]


def test_evidence_is_a_field_like_the_others_to_a_question():
    assert answer({"field": "evidence", "values": ["heard"], "min": 1}, onion()) == ["note:3"]


def test_a_note_whose_kind_has_no_such_field_is_not_asked_for_it():
    assert answer({"field": "due"}, blank()) == ["note:4"]


def test_an_artefact_tells_every_question_of_its_method_with_what_answers_it():
    told = {each["key"]: (each["answered"], each["by"]) for each in onion()["questions"]}

    assert told == {
        "affected": (True, ["note:1", "note:2"]),
        "benefit_and_harm": (False, []),
        "expertise": (False, []),
        "responsible": (False, []),
        "broken_relations": (True, ["link:1"]),
        "all_sectors": (False, []),
        "absent": (False, []),
        "who_contacts_whom": (False, []),
    }
    assert set(onion()["questions"][0]["text"]) == {"fi", "sv", "en"}


def test_another_relation_may_answer_who_is_responsible():
    found = onion(link_2=link("note:2", "note:1", "responsibility"))

    assert next(each for each in found["questions"] if each["key"] == "responsible")["by"] == ["link:2"]


def answers(found: dict[str, Any]) -> dict[str, list[str]]:
    """What answers each question that is answered."""
    return {each["key"]: each["by"] for each in found["questions"] if each["answered"]}


def test_a_refined_challenge_answers_what_its_record_is_asked():
    assert answers(challenge()) == {
        "what_exactly": ["note:1"],
        "for_whom": ["note:2"],
        "how_we_know": ["note:3", "note:1"],
        "why_it_happens": ["note:4"],
        "how_noticed": ["note:5"],
        "what_changed": ["note:1"],
        "what_is_left_out": ["note:6"],
        "solved_already": ["note:7"],
        "who_else": ["note:8"],
    }


def test_a_challenge_is_settled_when_help_is_named_and_the_chosen_question_has_its_reason():
    whole = challenge(
        note_9=note(
            "how_might_we",
            "Miten voisimme kysyä jokaisen tiedon vain kerran?",
            "zone:how_might_we",
            fields={"chosen_why": "Koskee kaikkia"},
        ),
        note_11=note("help_need", "Palvelumuotoilu", "zone:partners", fields={"competence": ["service_design"]}),
    )

    assert answers(whole)["commitment"] == ["note:8", "note:11"]
    assert answers(whole)["chosen_question"] == ["ballot:1", "note:9"]
    assert all(each["answered"] for each in whole["questions"])
