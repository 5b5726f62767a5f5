"""Going back: ordinary operations make of the board what it was."""

from __future__ import annotations

import random
from typing import Any

import pytest

from facilitator.engine import Event, Item, State, fold
from facilitator.engine.back import outcome, steps_back
from facilitator.engine.place import UNPLACED, is_shown
from tests.engine.settings import AINO, BJORN, PAIN_CELL, Log
from tests.engine.tell_histories import any_act

EVENTS = 60
MEMBERS = {"note": "note", "zone": "zone", "cluster": "cluster", "link": "link"}
FIELDS = (
    "kind",
    "text",
    "fields",
    "lang",
    "out",
    "order",
    "x",
    "y",
    "angle",
    "title",
    "label",
    "state",
    "takes",
    "picture",
    "ground",
)


def at(log: Log, seq: int) -> State:
    return fold(log.start, log.events[:seq])


def go_back(log: Log, seq: int, *only: str) -> list[Any]:
    """Do it, and return what was refused."""
    steps = steps_back(log.state, at(log, seq), only or None)
    answers = [log.does(AINO, kind, **{kind.partition(".")[0]: item_id}, **members) for kind, item_id, members in steps]
    return [(step, answer) for step, answer in zip(steps, answers, strict=True) if not isinstance(answer, Event)]


def seen(state: State, also: State) -> dict[str, dict[str, Any]]:
    """What going back is about: of what is private in neither state, what people see of it."""
    found: dict[str, dict[str, Any]] = {}
    for item_id, item in state.items.items():
        if item_id.partition(":")[0] not in MEMBERS or "phase" in item:
            continue
        if item.get("private") or (also.known(item_id) or {}).get("private"):
            continue
        if item_id.startswith("link:") and not {item["from"], item["to"]} <= state.items.keys():
            continue
        found[item_id] = told(state, item)
    for axis in ("phase", "lane", None):
        order = sorted((item["order"], each) for each, item in state.items.items() if is_in_list(each, item, axis))
        found[f"order of {axis}"] = {"ids": [each for _, each in order]}
    return found


def is_in_list(item_id: str, item: Item, axis: str | None) -> bool:
    return item_id.startswith("zone:") and item_id != UNPLACED and "phase" not in item and item.get("axis") == axis


def told(state: State, item: Item) -> dict[str, Any]:
    some = {name: item[name] for name in FIELDS if item.get(name) is not None}
    if "zone" in item:
        is_placed = item["zone"] != UNPLACED and is_shown(state.items, state.items.get(item["zone"]))
        some["zone"] = item["zone"] if is_placed else UNPLACED
        if not is_placed:  # where in the pile is nobody's choice
            some = {name: value for name, value in some.items() if name not in ("order", "x", "y", "angle")}
    if "notes" in item:
        notes = (state.items.get(note) for note in item["notes"])
        some["notes"] = [name for name, note in zip(item["notes"], notes, strict=True) if note is not None]
    if "sort" in item:
        some.pop("order", None)
    return some


@pytest.mark.parametrize("seed", range(25))
def test_any_history_can_be_taken_back_to_any_revision_and_forth_again(seed):
    chance, log, step = random.Random(seed), Log(rewritten_by="everybody"), 0
    while len(log.events) < EVENTS:
        step += 1
        kind, members = any_act(chance, log, step)
        log.does(chance.choice([AINO, BJORN]), kind, **members)
    log.does(AINO, "mode.set", mode="open")
    before, seq = len(log.events), chance.randrange(2, EVENTS)
    end = at(log, before)

    refused = go_back(log, seq)

    assert refused == []
    then = at(log, seq)
    assert without_strangers(seen(log.state, then), then, end) == without_strangers(seen(then, log.state), then, end)
    assert go_back(log, before) == []
    assert without_strangers(seen(log.state, end), then, end) == without_strangers(seen(end, log.state), then, end)


def without_strangers(view: dict[str, Any], then: State, end: State) -> dict[str, Any]:
    """Leave out what was private at one of the two revisions: it stays as it is."""
    return {
        item_id: item
        for item_id, item in view.items()
        if not any((state.known(item_id) or {}).get("private") for state in (then, end))
        and not any("private" in (state.known(each) or {}) for each in item.get("notes", ()) for state in (then, end))
    }


@pytest.mark.parametrize("is_back", [True, False])
def test_a_note_whose_home_was_out_of_view_comes_home_and_returns_with_it(is_back):
    log = Log()
    home = {"zone": "zone:wait/pain", "order": "a1V"}
    note = log.note(BJORN, "1", **home)
    log.did(AINO, "zone.remove", zone="zone:wait")
    seq = log.state.seq
    if is_back:
        log.did(AINO, "zone.restore", zone="zone:wait")
    log.did(BJORN, "note.move", note=note, zone="zone:grid", x=5, y=10_000)

    assert go_back(log, seq) == []

    assert "zone:wait" in log.state.gone
    assert {name: log.state.items[note].get(name) for name in ("zone", "order", "x", "y")} == {
        **home,
        "x": None,
        "y": None,
    }
    log.did(AINO, "zone.restore", zone="zone:wait")
    assert is_shown(log.state.items, log.state.items[log.state.items[note]["zone"]])


def test_a_note_of_a_plane_that_is_gone_goes_back_to_it():
    log = Log()
    note = log.note(BJORN, "1", zone="zone:grid", x=5, y=10_000)
    log.did(AINO, "zone.remove", zone="zone:grid")
    seq = log.state.seq
    log.did(BJORN, "note.move", note=note, zone="zone:ring", order="a0", angle=90)

    assert go_back(log, seq) == []

    assert log.state.items[note] == at(log, seq).items[note]


def test_one_note_goes_back_alone():
    log = Log()
    one, other = log.note(BJORN, "1", "haku"), log.note(BJORN, "2", "odotus")
    seq = log.state.seq
    for note in (one, other):
        log.did(AINO, "note.write", note=note, was="", text="toista")
    log.did(AINO, "note.settle", note=one, keep=0)

    assert go_back(log, seq, one) == []

    assert log.state.items[one]["text"] == "haku"
    assert len(log.state.items[other]["alternatives"]) == 1


def test_what_will_happen_is_told_by_item():
    log = Log()
    gone, changed = log.note(BJORN, "gone"), log.note(BJORN, "changed")
    seq = log.state.seq
    log.did(AINO, "note.remove", note=gone)
    log.did(AINO, "note.move", note=changed, zone=UNPLACED, order="a0")
    added = log.note(BJORN, "added")

    told = outcome(steps_back(log.state, at(log, seq)))

    assert told == {gone: "restored", changed: "changed", added: "removed"}
    assert steps_back(log.state, log.state) == []


def test_what_was_written_in_silence_and_what_was_erased_stays():
    log = Log()
    erased = log.note(BJORN, "erased", "haku")
    seq = log.state.seq
    log.did(AINO, "note.write", note=erased, was="haku", text="toista")
    log.state.items[erased] = {**log.state.items[erased], "erased": True}
    log.did(AINO, "mode.set", mode="silent")
    secret = log.note(BJORN, "secret", "salassa")

    assert steps_back(log.state, at(log, seq)) == []
    assert log.state.items[secret]["zone"] == PAIN_CELL
