"""P8.2: budgets refill by themselves, and one person's says nothing about another's."""

from __future__ import annotations

from facilitator.live.limits import MOST_STRIKES, Limits


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_a_person_has_four_hundred_at_once_and_fifty_a_second():
    clock = Clock()
    limits = Limits(clock=clock)

    assert [limits.operations("p:1", "board", 200) for _ in range(3)] == [0, 0, 4]
    clock.now += 4
    assert [limits.operations("p:1", "board", 200), limits.operations("p:1", "board", 1)] == [0, 1]


def test_a_refused_list_costs_nothing():
    limits = Limits(clock=Clock())
    limits.operations("p:1", "board", 400)

    assert [limits.operations("p:1", "board", 50) for _ in range(2)] == [1, 1]


def test_one_persons_budget_is_not_anothers():
    limits = Limits(clock=Clock())
    limits.operations("p:1", "board", 400)

    assert limits.operations("p:2", "board", 200) == 0


def test_a_room_has_a_budget_of_its_own():
    limits = Limits(clock=Clock())

    waits = [limits.operations(f"p:{number}", "board", 200) for number in range(60)]

    assert waits[:50] == [0] * 50
    assert waits[50] == 1
    assert limits.operations("p:99", "another", 200) == 0


def test_going_on_after_many_refusals_is_abuse_and_a_pause_ends_it():
    clock = Clock()
    limits = Limits(clock=clock)
    limits.operations("p:1", "board", 400)

    for _ in range(MOST_STRIKES):
        assert not limits.is_abuse("p:1")
        limits.operations("p:1", "board", 200)
    assert limits.is_abuse("p:1")

    clock.now += 8
    limits.operations("p:1", "board", 200)
    assert not limits.is_abuse("p:1")


def test_twenty_moves_a_second_pass():
    clock = Clock()
    limits = Limits(clock=clock)

    assert sum(limits.may_move("p:1") for _ in range(100)) == 40
    clock.now += 1
    assert sum(limits.may_move("p:1") for _ in range(100)) == 20


def test_load_tests_lift_every_budget():
    limits = Limits(is_on=False, clock=Clock())

    assert [limits.operations("p:1", "board", 100_000), limits.may_move("p:1")] == [0, True]


def test_whoever_has_been_quiet_is_forgotten():
    clock = Clock()
    limits = Limits(clock=clock)
    for number in range(12_000):
        limits.may_move(f"p:{number}")
        clock.now += 0.01

    assert len(limits._budgets) < 10_001
