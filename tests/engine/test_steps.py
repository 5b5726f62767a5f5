"""The agenda, and going from one part to another (P9)."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal
from facilitator.engine.steps import MOST_BOARDS, MOST_STEPS
from tests.engine.settings import AINO, FloorLog, operation, words

WRITE = {
    "instruction": {"fi": "Kirjoita, missä asia sujuu huonosti.", "sv": "", "en": "Write where it goes badly."},
    "minutes": 8,
    "mode": "silent",
    "boards": ["board-1", "board-2"],
    "focus": "zone:pain",
}


def test_a_floor_begins_with_nothing_going_on():
    log = FloorLog()

    assert log.state.items == {"floor": {"authors": "names"}}


def test_a_part_keeps_what_was_planned_for_it():
    log = FloorLog()

    log.step("write", **WRITE)

    assert log.state.items["step:write"] == {"title": words("write"), **WRITE, "order": "a0"}


def test_a_part_needs_a_title_alone():
    log = FloorLog()

    log.did(AINO, "step.add", step="step:a", title="  Tervetuloa \n kaikille ")

    assert log.state.items["step:a"] == {
        "title": "Tervetuloa kaikille", "mode": "open", "boards": [], "order": "a0",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"step": "note:a"}, "id.invalid"),
        ({"step": "step:there"}, "item.exists"),
        ({"title": " "}, "text.empty"),
        ({"title": {"fi": "", "sv": " ", "en": ""}}, "text.empty"),
        ({"title": {"fi": "Vain suomeksi"}}, "field.wrong"),
        ({"title": {"fi": "a", "sv": "b", "en": 7}}, "field.wrong"),
        ({"title": "x" * 201}, "text.too_long"),
        ({"title": {"fi": "a\x00", "sv": "", "en": ""}}, "text.invalid"),
        ({"instruction": "x" * 301}, "text.too_long"),
        ({"instruction": ""}, "text.empty"),
        ({"minutes": 0}, "number.wrong"),
        ({"minutes": 481}, "number.wrong"),
        ({"minutes": True}, "field.wrong"),
        ({"mode": "closed"}, "mode.unknown"),
        ({"boards": ["b"] * (MOST_BOARDS + 1)}, "field.wrong"),
        ({"boards": [7]}, "field.wrong"),
        ({"boards": ["floor:b"]}, "id.invalid"),
        ({"focus": "note:a"}, "id.invalid"),
        ({"after": "step:none"}, "item.unknown"),
    ],
)
def test_a_part_that_cannot_be_is_refused_by_name(members, code):
    log = FloorLog()
    log.step("there")

    answer = log.does(AINO, "step.add", **{"step": "step:new", "title": "Uusi", **members})

    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_a_board_that_is_named_twice_is_led_once():
    log = FloorLog()

    log.step("a", boards=["b1", "b2", "b1"])

    assert log.state.items["step:a"]["boards"] == ["b1", "b2"]


def test_parts_stand_where_they_were_put():
    log = FloorLog()
    for name in ("a", "b", "c"):
        log.step(name)
    log.step("between", after="step:a")

    log.did(AINO, "step.move", step="step:c", after=None)
    log.did(AINO, "step.move", step="step:a", after="step:b")

    assert log.agenda() == ["step:c", "step:between", "step:b", "step:a"]
    assert log.does(AINO, "step.move", step="step:a", after="step:a") == Refusal("item.unknown")


def test_an_agenda_has_its_bounds():
    log = FloorLog()
    for number in range(MOST_STEPS):
        log.step(str(number))

    assert log.does(AINO, "step.add", step="step:more", title="Vielä") == Refusal("floor.full", {"limit": MOST_STEPS})


def test_a_change_says_only_what_differs_and_null_takes_away():
    log = FloorLog()
    step = log.step("a", **WRITE)

    change = log.did(AINO, "step.set", step=step, fields={"mode": "silent", "minutes": 10, "instruction": None})
    nothing = log.did(AINO, "step.set", step=step, fields={"minutes": 10})

    assert change.changes == [{"id": step, "set": {"minutes": 10, "instruction": None}}]
    assert nothing.changes == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"order": "a9"}, "field.unknown"),
        ({"title": None}, "field.wrong"),
        ({"mode": None}, "mode.unknown"),
        ({"mode": ["open"]}, "mode.unknown"),
        ({"boards": None}, "field.wrong"),
        ({"boards": "board"}, "field.wrong"),
        ({"focus": 7}, "field.wrong"),
        ({"minutes": "8"}, "field.wrong"),
    ],
)
def test_an_impossible_change_is_refused_by_name(fields, code):
    log = FloorLog()
    step = log.step("a")

    answer = log.does(AINO, "step.set", step=step, fields=fields)

    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_going_to_a_part_says_what_its_boards_are_to_hear():
    log = FloorLog()
    step = log.step("write", **WRITE)
    go = operation("step.go", step=step)

    log.did(AINO, "step.go", id=go.id, step=step)

    assert log.floor == {
        "authors": "names",
        "step": step,
        "went": {"op": go.id, "mode": "silent", "boards": ["board-1", "board-2"]},
    }


def test_going_on_ends_the_timer_and_the_summons_of_the_part_before():
    log = FloorLog()
    first, second = log.step("a"), log.step("b")
    log.did(AINO, "step.go", step=first)
    log.did(AINO, "timer.start", seconds=60)
    log.did(AINO, "summon.call", board="board-1")

    log.did(AINO, "step.go", step=second)

    assert (log.floor["step"], "timer" in log.floor, "summon" in log.floor) == (second, False, False)


def test_going_to_the_same_part_tells_its_boards_anew():
    log = FloorLog()
    step = log.step("a")
    log.did(AINO, "step.go", step=step)
    before = log.floor["went"]["op"]
    log.did(AINO, "step.set", step=step, fields={"mode": "vote", "boards": ["board-1"]})

    again = log.did(AINO, "step.go", step=step)

    assert again.op != before
    assert log.floor["went"] == {"op": again.op, "mode": "vote", "boards": ["board-1"]}


def test_a_change_of_the_current_part_moves_no_board_by_itself():
    log = FloorLog()
    step = log.step("a")
    log.did(AINO, "step.go", step=step)
    before = log.floor

    log.did(AINO, "step.set", step=step, fields={"mode": "vote"})

    assert log.floor == before


def test_one_can_be_in_no_part():
    log = FloorLog()
    log.did(AINO, "step.go", step=log.step("a"))

    log.did(AINO, "step.go", step=None)

    assert log.floor == {"authors": "names"}


def test_a_part_that_was_removed_returns_whole():
    log = FloorLog()
    step = log.step("a", **WRITE)
    before = log.state.items[step]
    log.did(AINO, "step.remove", step=step)

    gone = [log.does(AINO, "step.go", step=step), log.does(AINO, "step.set", step=step, fields={"minutes": 1})]
    twice = log.did(AINO, "step.remove", step=step)
    back = log.did(AINO, "step.restore", step=step)

    assert gone == [Refusal("item.gone")] * 2
    assert twice.changes == []
    assert back.changes == [{"id": step, "set": dict(before)}]
    assert log.did(AINO, "step.restore", step=step).changes == []
    assert log.does(AINO, "step.go", step="step:none") == Refusal("item.unknown")
