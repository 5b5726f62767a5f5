"""The floor's timer: it shows time, and does nothing else (P9)."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal, fold
from tests.engine.settings import AINO, FloorLog


def timer_of(log: FloorLog) -> dict:
    return log.floor.get("timer", {})


def test_a_timer_says_when_it_ends():
    log = FloorLog()

    log.did(AINO, "timer.start", seconds=390)

    assert timer_of(log) == {"ends_at": "2026-11-24T12:06:30.000Z", "seconds": 390}


def test_starting_anew_forgets_what_ran():
    log = FloorLog()
    log.did(AINO, "timer.start", seconds=390)
    log.later(seconds=10)

    log.did(AINO, "timer.start", seconds=60)

    assert timer_of(log) == {"ends_at": "2026-11-24T12:01:10.000Z", "seconds": 60}


@pytest.mark.parametrize(
    ("passed", "ends_at"), [(0, "12:02:00.000"), (59.75, "12:02:00.000"), (60, "12:02:00.000"), (90.5, "12:02:30.500")]
)
def test_a_minute_more_is_a_minute_even_when_the_time_has_run_out(passed, ends_at):
    log = FloorLog()
    log.did(AINO, "timer.start", seconds=60)
    log.later(seconds=passed)

    log.did(AINO, "timer.add", seconds=60)

    assert timer_of(log) == {"ends_at": f"2026-11-24T{ends_at}Z", "seconds": 120}


def test_a_pause_holds_what_is_left_and_may_be_lengthened():
    log = FloorLog()
    log.did(AINO, "timer.start", seconds=60)
    log.later(seconds=20.25)
    log.did(AINO, "timer.pause")
    paused = timer_of(log)
    log.later(minutes=30)

    log.did(AINO, "timer.add", seconds=60)
    longer = timer_of(log)
    log.did(AINO, "timer.resume")

    assert paused == {"left_ms": 39_750, "seconds": 60}
    assert longer == {"left_ms": 99_750, "seconds": 120}
    assert timer_of(log) == {"ends_at": "2026-11-24T12:32:00.000Z", "seconds": 120}


def test_two_who_press_at_once_change_it_once():
    log = FloorLog()
    log.did(AINO, "timer.start", seconds=60)
    log.later(seconds=20)

    for verb in ("pause", "resume"):
        assert log.did(AINO, f"timer.{verb}").changes != []
        assert log.did(AINO, f"timer.{verb}").changes == []


def test_without_a_timer_there_is_nothing_to_hold_or_end():
    log = FloorLog()

    assert [log.did(AINO, f"timer.{verb}").changes for verb in ("pause", "resume", "end")] == [[], [], []]
    assert log.does(AINO, "timer.add", seconds=60) == Refusal("timer.none")


def test_a_timer_that_has_run_out_cannot_be_held():
    log = FloorLog()
    log.did(AINO, "timer.start", seconds=60)
    log.later(seconds=60)

    assert log.did(AINO, "timer.pause").changes == []


def test_ending_takes_it_away():
    log = FloorLog()
    log.did(AINO, "timer.start", seconds=60)

    log.did(AINO, "timer.end")

    assert log.floor == {"authors": "names"}


@pytest.mark.parametrize(("kind", "seconds"), [("start", 0), ("start", 14_401), ("add", 0), ("add", 14_400)])
def test_a_timer_has_its_bounds(kind, seconds):
    log = FloorLog()
    log.did(AINO, "timer.start", seconds=60)

    assert log.does(AINO, f"timer.{kind}", seconds=seconds) == Refusal("number.wrong", {"most": 14_400})


def test_a_timer_goes_on_through_a_restart():
    log = FloorLog()
    log.did(AINO, "timer.start", seconds=60)

    assert fold(log.start, log.events) == log.state
    assert fold(log.start, log.events).root["timer"]["ends_at"] == "2026-11-24T12:01:00.000Z"
