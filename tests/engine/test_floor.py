"""The floor as its people get it: a state and the events after it agree for everybody (I5)."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.engine import Event, Refusal, fold, private_count, see_event, see_state
from tests.engine.settings import AINO, BJORN, OLLI, FloorLog

STEPS = st.sampled_from(["step:0", "step:1", "step:2"])
NOWHERE = st.sampled_from([None, "step:0", "step:1", "step:2"])
SECONDS = st.integers(0, 90)
FIELDS = st.sampled_from([{"minutes": 5}, {"minutes": None}, {"mode": "vote"}, {"boards": ["b1"]}, {"title": "Toinen"}])
WISHES: st.SearchStrategy[tuple[str, dict[str, Any]]] = st.one_of(
    st.tuples(st.just("step.add"), st.fixed_dictionaries({"step": STEPS, "title": st.just("Osio"), "after": NOWHERE})),
    st.tuples(st.just("step.set"), st.fixed_dictionaries({"step": STEPS, "fields": FIELDS})),
    st.tuples(st.just("step.move"), st.fixed_dictionaries({"step": STEPS, "after": NOWHERE})),
    st.tuples(st.sampled_from(["step.remove", "step.restore"]), st.fixed_dictionaries({"step": STEPS})),
    st.tuples(st.just("step.go"), st.fixed_dictionaries({"step": NOWHERE})),
    st.tuples(st.sampled_from(["timer.start", "timer.add"]), st.fixed_dictionaries({"seconds": SECONDS})),
    st.tuples(st.sampled_from(["timer.pause", "timer.resume", "timer.end"]), st.just({})),
    st.tuples(st.just("summon.call"), st.fixed_dictionaries({"board": st.sampled_from(["b1", "b2"])})),
)
HISTORIES = st.lists(st.tuples(st.sampled_from([AINO, AINO, AINO, BJORN]), SECONDS, WISHES), max_size=40)


def test_every_call_is_a_new_one():
    log = FloorLog()

    calls = []
    for _ in range(2):
        log.did(AINO, "summon.call", board="board-1", focus="zone:pain")
        calls.append(log.floor["summon"])

    assert calls == [{"number": number, "board": "board-1", "focus": "zone:pain"} for number in (2, 3)]


def test_a_call_to_no_board_is_refused():
    log = FloorLog()

    assert log.does(AINO, "summon.call", board="") == Refusal("id.invalid")
    assert log.does(AINO, "summon.call", board="board-1", focus="step:1") == Refusal("id.invalid")


def test_everybody_sees_who_leads_and_nobody_counts_notes_there():
    log = FloorLog()

    event = log.did(AINO, "step.go", step=log.step("a"))

    assert [see_event(event, viewer, "names")["by"] for viewer in (AINO.id, BJORN.id, OLLI.id, None)] == [AINO.id] * 4
    assert private_count(log.state) == {"notes": 0, "people": 0}


@settings(max_examples=300, deadline=None)
@given(history=HISTORIES, fetched=st.integers(0, 40))
def test_a_state_and_its_events_say_the_same_as_the_state_fetched_again(history, fetched):
    log = FloorLog()
    late: dict[str, Any] | None = None
    for turn, (actor, seconds, (kind, members)) in enumerate(history):
        if turn == fetched:
            late = see_state(log.state, BJORN.id)
        log.later(seconds=seconds)
        answer = log.does(actor, kind, **members)
        if actor is BJORN:
            assert answer == Refusal("not.allowed")
        if late is not None and isinstance(answer, Event):
            receive(late, see_event(answer, BJORN.id, "names"))

    early: dict[str, Any] = {}
    for event in log.events:
        receive(early, see_event(event, BJORN.id, "names"))

    assert early == see_state(log.state, BJORN.id) == see_state(log.state, None)
    assert late in (None, early)
    assert fold(log.start, log.events) == log.state
    assert [event.seq for event in log.events] == list(range(1, log.state.seq + 1))


def receive(items: dict[str, Any], event: dict[str, Any]) -> None:
    """As a client applies an event (P4.1)."""
    for change in event["changes"]:
        if "set" not in change:
            items.pop(change["id"], None)
            continue
        merged = {**items.get(change["id"], {}), **change["set"]}
        items[change["id"]] = {name: value for name, value in merged.items() if value is not None}
