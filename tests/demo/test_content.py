"""What the example says: who its people are, and that its boards can be played as written."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest

from facilitator import methods
from facilitator.demo import content
from facilitator.demo.turns import FACILITATOR, turns
from facilitator.engine import OPERATIONS, PUBLIC, Actor, Event, Rules, State, closed, decide, empty, opening, see_state
from facilitator.live.schemas import read_operations
from facilitator.live.wishes import Wish

MORNING = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
BOARDS = [name for workshop in content.series()["workshops"] for name in workshop["boards"]]
INVENTED = {  # none of these exists; what is real appears on the boards alone
    "Hietasalmen kaupunki",
    "Lehtokosken kunta",
    "Koivukallion kunta",
    "Suurniemen kaupunki",
    "Järvikannaksen työllisyysalue",
    "Hietasalmen Uudet yrittäjät ry",
    "Valtion lupatoimisto",
    "Yritysrekisterikeskus",
    "Valtion asiointikeskus",
}


def begin(script: dict[str, Any]) -> State:
    """The board before anybody has done anything."""
    method = methods.load(script["method"])
    state = empty("board", Rules.of(method))
    fields = {"method": {"key": method["key"], "version": method["version"]}, "authors": "names"}
    state.absorb(opening("board", methods.zone_items(method), fields, MORNING))
    return state


def played(name: str) -> State:
    """The board when all have had their turn; AssertionError where an operation is refused."""
    script = content.script(name)
    state = begin(script)
    for turn in turns(script):
        by = Actor("u:helmi", "facilitator") if turn.by == FACILITATOR else Actor(f"p:{turn.by}", "participant")
        for wish in read_operations(turn.operations):
            assert isinstance(wish, Wish), wish
            event = decide(state, wish.operation, by, MORNING)
            assert isinstance(event, Event), (wish.operation, event)
            state.absorb(event)
    return state


def count(state: State, noun: str) -> int:
    return sum(item_id.startswith(f"{noun}:") for item_id in see_state(state, PUBLIC))


def test_everybody_works_for_somebody_who_does_not_exist():
    people = content.people()

    assert len(people) == len({person["name"] for person in people}) == 12
    assert {person["organisation"] for person in people} == INVENTED


def test_applicant_and_owner_are_invented_too():
    series = content.series()

    assert series["project"]["applicant"] in INVENTED
    assert series["programme"]["owner"] == series["facilitator"]["organisation"] == "Sarjan yhteinen toimisto"
    assert series["facilitator"]["email"].endswith(".example")  # RFC 2606: nobody has it


def test_the_second_of_four_workshops_is_the_live_one():
    assert [each["ends_as"] for each in content.series()["workshops"]] == ["closed", "live", "draft", "draft"]


@pytest.mark.parametrize("name", BOARDS)
def test_only_people_of_the_example_write_and_vote(name):
    known = {person["name"] for person in content.people()} | {FACILITATOR}

    assert {turn.by for turn in turns(content.script(name))} <= known


@pytest.mark.parametrize("name", BOARDS)
def test_no_two_operations_of_a_board_share_an_id(name):
    operations = [operation for turn in turns(content.script(name)) for operation in turn.operations]

    assert [op for op, times in Counter(operation["id"] for operation in operations).items() if times > 1] == []


@pytest.mark.parametrize("name", BOARDS)
def test_a_board_asks_for_the_same_operations_every_time(name):
    assert turns(content.script(name)) == turns(content.script(name))


@pytest.mark.parametrize("name", BOARDS)
def test_every_note_lies_in_a_zone_that_takes_its_kind(name):
    items = closed(played(name).items)

    notes = {item_id: item for item_id, item in items.items() if item_id.startswith("note:")}
    assert [
        item_id
        for item_id, note in notes.items()
        if note["kind"] not in items.get(note["zone"], {"accepts": []})["accepts"]
    ] == []


@pytest.mark.parametrize(
    ("name", "notes", "links", "clusters", "unplaced", "broken"),
    [
        ("situation", 13, 3, 1, 0, 0),
        ("first_map", 9, 3, 0, 1, 0),
        ("stakeholders", 17, 6, 0, 2, 1),
        ("path", 47, 7, 3, 0, 0),
        ("pains", 15, 5, 1, 0, 0),
        ("trials", 0, 0, 0, 0, 0),
    ],
)
def test_a_board_holds_what_its_drawing_needs(name, notes, links, clusters, unplaced, broken):
    state = played(name)

    assert (count(state, "note"), count(state, "link"), count(state, "cluster")) == (notes, links, clusters)
    assert sum(item.get("zone") == "zone:unplaced" for item in state.items.values()) == unplaced
    assert sum(item.get("state") == "broken" for item in state.items.values()) == broken
    assert state.board["mode"] == "open"


def test_the_path_has_six_phases_in_the_customers_voice():
    zones = [item for item in played("path").items.values() if item.get("axis") == "phase"]

    assert [zone["title"] for zone in sorted(zones, key=lambda zone: zone["order"])] == [
        "Harkitsen",
        "Haen luvan",
        "Muutan",
        "Rekisteröidyn",
        "Aloitan",
        "Työllistän",
    ]


def test_every_cell_of_the_path_is_a_phase_and_a_lane():
    script = content.script("path")
    used = {note["zone"] for note in script["notes"]}

    assert {zone.count("/") for zone in used} == {1}
    assert {zone.split("/")[0] for zone in used} == {
        "zone:notice",
        "zone:apply",
        "zone:move",
        "zone:register",
        "zone:start",
        "zone:employ",
    }


def test_the_ballot_over_pain_points_has_ended_with_everybodys_votes():
    ballot = played("path").items["ballot:ensin"]

    assert (ballot["open"], ballot["voters"], ballot["secret"]) == (False, 12, True)
    assert ballot["sums"] == {
        "note:asunto-ja-tili": 2,
        "note:ei-tunnusta": 8,
        "note:eri-jarjestys": 3,
        "note:kaksi-suunnitelmaa": 5,
        "note:odotus": 7,
        "note:puuttuva-liite": 2,
        "note:sanat": 2,
        "note:taas-samat": 1,
        "note:tili-viipyy": 4,
        "note:tyonantajan-ohjeet": 1,
    }


def test_notes_on_the_pain_grid_do_not_lie_on_each_other():
    notes = [note for note in content.script("pains")["notes"] if "x" in note]
    near = [
        (one["key"], other["key"])
        for index, one in enumerate(notes)
        for other in notes[index + 1 :]
        if abs(one["x"] - other["x"]) < 1500 and abs(one["y"] - other["y"]) < 1000
    ]

    assert near == []


@pytest.mark.parametrize("name", BOARDS)
def test_texts_are_short_and_name_no_address(name):
    words = [note["text"] for note in content.script(name).get("notes", [])]

    assert [text for text in words if len(text) > 90 or re.search(r"@|\d{3}", text)] == []


def test_a_part_of_the_agenda_leads_to_a_place_that_its_boards_have():
    parts = [part for part in content.agenda("agenda") if "focus" in part]

    missing = [part["focus"] for part in parts for name in part["boards"] if part["focus"] not in played(name).items]
    assert (len(parts), missing) == (2, [])


def test_the_agenda_speaks_three_languages():
    texts = [part[name] for part in content.agenda("agenda") for name in ("title", "instruction") if name in part]

    assert [text for text in texts if sorted(text) != ["en", "fi", "sv"] or not all(text.values())] == []
    assert [text for text in texts if len(set(text.values())) < 3] == []


def test_the_methods_that_a_project_begins_with_and_most_verbs_are_shown():
    """A challenge is refined before a project is selected; the demo begins after that."""
    scripts = [content.script(name) for name in BOARDS]
    verbs = {operation["type"] for script in scripts for turn in turns(script) for operation in turn.operations}

    shown = {script["method"] for script in scripts}
    assert shown == {"stakeholder_onion", "service_path", "pain_grid", "blank_with_zones"}
    assert shown <= {method["key"] for method in methods.catalogue()}
    assert verbs <= OPERATIONS.keys()
    assert {"note.add", "link.set", "cluster.add", "zone.add", "ballot.close"} <= verbs
