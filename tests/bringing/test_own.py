"""Our own JSON, whole and harmed, and a canvas of ours on which others have worked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import methods
from facilitator.bringing import Listed, canvas, own
from facilitator.bringing.plan import Wanted, plan
from tests.bringing.boards import ACT, fresh
from tests.bringing.test_round_trips import out, path, plane

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "text", "place", "zone", "title", "fields", "notes", "from", "x"]), inner
        )
    ),
    max_leaves=8,
)


def test_a_place_that_is_not_there_is_told_by_its_name():
    item = {
        "id": "note:1",
        "kind": "pain_point",
        "text": "Jono",
        "place": {"zone": "zone:9f", "title": {"fi": "Muutto"}},
    }
    board = fresh("service_path")

    _, remarks = board.bring(own.read_artefact({"schema": own.SCHEMA, "items": [item]}))

    assert [(each.code, each.detail) for each in remarks] == [("zone.other", {"zone": "Muutto"})]


JONO = {"id": "note:1", "text": "Jono", "kind": "pain_point"}


def test_comments_without_a_text_or_about_nothing_stay_behind():
    answers = [{"id": "comment:2", "text": " "}, {"id": "comment:3", "text": "Siksi"}]
    comments = [
        {"id": "comment:1", "on": "note:1", "text": "Miksi?", "at": "2026-09-01T08:30:00.000Z", "answers": answers},
        {"id": "comment:4", "on": "note:9", "text": "Miksi?", "answers": [{"id": "comment:5", "text": "Siksi"}]},
        {"id": "comment:6", "on": "note:1", "text": "", "answers": [{"id": "comment:7", "text": "Siksi"}]},
        {"id": "comment:8", "on": "note:1", "text": "Miksi?", "at": "eilen"},
    ]
    board = fresh("service_path")

    brought = own.read_artefact({"schema": own.SCHEMA, "items": [JONO], "comments": comments})
    planned = plan(board.state, methods.load(board.key), brought, Wanted(act=ACT, kind="step"))
    refused = board.does(*(each for _, each in planned.steps))

    assert brought.found == 1 + 8
    assert brought.skipped == [Listed(1, "row.no_text"), Listed(3, "row.no_text"), Listed(3, "row.no_text")]
    assert planned.skipped == [Listed(2, "comment.dangling")] * 2
    assert refused == ["field.wrong"]
    assert [each["id"] for each in board.artefact()["comments"]] == ["comment:1"]


BALLOT = {
    "ballot": "ballot:1", "title": "Mikä?", "over": "notes", "each": 3, "per_note": 2, "zones": [], "open": False,
    "voters": 1, "secret": False, "sums": {"note:1": 2},
}  # fmt: skip


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"open": True, "sums": {}, "voters": None, "secret": None}, "ballot.still_open"),
        ({"voters": None}, "ballot.sums"),
        ({"voters": "1"}, "ballot.sums"),
        ({"each": True}, "ballot.sums"),
        ({"secret": 0}, "ballot.sums"),
        ({"sums": {"note:1": 1.0}}, "ballot.sums"),
        ({"sums": ["note:1"]}, "ballot.sums"),
        ({"sums": {"note:1": 3}}, "ballot.sums"),
        ({"sums": {"note:9": 1}}, "ballot.elsewhere"),
        ({"over": "clusters"}, "ballot.elsewhere"),
        ({"zones": ["note:1"]}, "ballot.elsewhere"),
        ({"title": ""}, "text.empty"),
    ],
)
def test_a_ballot_that_cannot_be_stays_behind_and_the_rest_comes(members: dict[str, Any], code: str):
    board, good = fresh("service_path"), BALLOT | {"ballot": "ballot:2"}

    brought = own.read_artefact({"schema": own.SCHEMA, "items": [JONO], "votes": [BALLOT | members, good]})
    planned = plan(board.state, methods.load(board.key), brought, Wanted(act=ACT, kind="step"))
    refused = board.does(*(each for _, each in planned.steps))

    assert [*(each.code for each in (*brought.skipped, *planned.skipped)), *refused] == [code]
    assert board.artefact()["votes"] == [good]


def test_what_stays_behind_is_said_of_each_note():
    item = {"id": "note:1", "text": "Jono", "votes": {"ballot:1": 3}, "alternatives": ["Jonot"]}

    brought = own.read_artefact({"items": [item, {"id": "note:2", "text": " "}], "relations": [{"from": "note:1"}]})

    assert [note.text for note in brought.notes] == ["Jono"]
    assert brought.skipped == [Listed(2, "row.no_text"), Listed(1, "link.dangling")]
    assert brought.remarks == [Listed(1, "own.votes")]
    assert brought.notes[0].alternatives == ["Jonot"]


@pytest.mark.parametrize(
    ("given", "voices"), [(3, 3), (1, 1), (999, 999), (0, None), (1_000, None), (2.5, None), ("3", None), (True, None)]
)
def test_for_how_many_a_note_was_entered_is_taken_where_it_can_be(given: Any, voices: int | None):
    assert own.voices_of(given) == voices


@given(st.lists(ANY, max_size=5), st.lists(ANY, max_size=4), st.lists(ANY, max_size=3))
def test_everything_in_an_artefact_comes_or_is_listed(items: list[Any], others: list[Any], more: list[Any]):
    said = {"relations": others, "comments": others, "clusters": more, "votes": more}

    brought = own.read_artefact({"items": items, **said})

    answers = sum(len(each["answers"]) for each in others if isinstance(each, dict) and "answers" in each)
    assert brought.found == len(items) + 2 * len(others) + 2 * len(more) + answers


def test_a_note_that_was_moved_elsewhere_goes_to_the_place_in_which_it_lies():
    drawn = json.loads(out(path(), "canvas"))
    groups = {node["id"]: node for node in drawn["nodes"] if node["type"] == "group"}
    moved, lost = (next(node for node in drawn["nodes"] if node["id"] == f"note:{at}") for at in (0, 1))
    target = groups["zone:wait/pain"]
    moved["x"], moved["y"] = target["x"] + 5, target["y"] + 5
    lost["x"] = -9_000
    drawn["nodes"].append({**target, "id": "uusi", "type": "text", "text": "*Muiden* lappu", "height": 20, "width": 20})
    board = fresh("service_path")

    refused, remarks = board.bring(canvas.read_canvas(drawn), kind="pain_point")

    zones = {text: note["zone"] for text, note in board.notes().items()}
    assert (refused, remarks) == ([], [])
    assert zones["Sama tieto kysytään kolmesti"] == "zone:wait/pain"
    assert zones["- Kön är lång\n- # **mycket**"] == "zone:unplaced"
    assert zones["*Muiden* lappu"] == "zone:wait/pain"


def test_a_note_that_was_moved_on_a_plane_lies_where_it_was_put():
    drawn = json.loads(out(plane(), "canvas"))
    group = next(node for node in drawn["nodes"] if node["id"] == "zone:grid")
    note = next(node for node in drawn["nodes"] if node["id"] == "note:0")
    note["x"] = group["x"] + group["width"] // 2 - note["width"] // 2
    note["y"] = group["y"] + group["height"] // 2 - note["height"] // 2
    board = fresh("pain_grid")

    board.bring(canvas.read_canvas(drawn))

    assert (board.notes()["Kipu 0"]["x"], board.notes()["Kipu 0"]["y"]) == (5_000, 5_000)
    assert (board.notes()["Kipu 2"]["x"], board.notes()["Kipu 2"]["y"]) == (1_234, 9_876)


def test_what_was_written_beside_an_arrow_comes_with_it():
    drawn = json.loads(out(path(), "canvas"))
    labelled, bare = drawn["edges"]
    bare["label"] = f"{bare['facilitator']['said']}: kokeiltu"
    labelled["label"] = "aivan muuta"
    board = fresh("service_path")

    board.bring(canvas.read_canvas(drawn))

    assert {key: item.get("label") for key, item in board.state.items.items() if key.startswith("link:")} == {
        labelled["id"]: "aivan muuta",
        bare["id"]: "kokeiltu",
    }
