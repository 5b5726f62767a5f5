"""The clock: it counts on whatever the machine's is set to, and believes that one in the end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.clock import BELIEVED_SECONDS, Clock

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Machine:
    """A clock that is set, and one that cannot be."""

    def __init__(self) -> None:
        self.wall, self.passed = NOON.timestamp(), 1_000.0

    def wait(self, seconds: float) -> None:
        self.wall += seconds
        self.passed += seconds


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def clock(machine: Machine) -> Clock:
    return Clock(lambda: machine.wall, lambda: machine.passed)


@pytest.mark.parametrize("step", [3_600, -3_600, 86_400])
def test_setting_the_machines_clock_changes_nothing_for_who_is_at_work(machine, clock, step):
    machine.wait(10)
    assert clock.now() == NOON + timedelta(seconds=10)

    machine.wall += step
    machine.wait(20)

    assert clock.now() == NOON + timedelta(seconds=30)


def test_when_no_timer_can_be_left_the_other_time_is_taken_for_right(machine, clock):
    machine.wall += 3_600
    clock.now()
    machine.wait(BELIEVED_SECONDS)
    assert clock.now() == NOON + timedelta(seconds=BELIEVED_SECONDS)

    machine.wait(1)

    assert clock.now() == NOON + timedelta(seconds=BELIEVED_SECONDS + 1 + 3_600)


def test_a_clock_that_was_set_back_again_is_not_believed(machine, clock):
    machine.wall += 3_600
    clock.now()
    machine.wait(BELIEVED_SECONDS / 2)
    machine.wall -= 3_600
    clock.now()
    machine.wall += 3_600
    clock.now()
    machine.wait(BELIEVED_SECONDS - 1)

    assert clock.now() == NOON + timedelta(seconds=1.5 * BELIEVED_SECONDS - 1)
