"""P8.2: budgets refill by themselves, and one person's says nothing about another's."""

from __future__ import annotations

from facilitator.live.limits import MOST_STRIKES, SHUT_SECONDS, Limits


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


def test_who_was_over_the_budget_stays_unread_for_a_moment():
    clock = Clock()
    limits = Limits(clock=clock)
    limits.operations("p:1", "board", 400)
    assert limits.held("p:1") == 0

    limits.operations("p:1", "board", 200)

    assert [limits.held("p:1"), limits.held("p:2")] == [1, 0]
    clock.now += 1
    assert [limits.held("p:1"), limits.operations("p:1", "board", 50)] == [0, 0]


def test_going_on_and_on_is_abuse_and_shuts_the_door_for_a_while():
    clock = Clock()
    limits = Limits(clock=clock)

    assert [limits.is_abuse("p:1") for _ in range(MOST_STRIKES)] == [False] * MOST_STRIKES
    assert [limits.is_shut("p:1"), limits.is_abuse("p:1")] == [False, True]
    assert [limits.is_shut("p:1"), limits.is_shut("p:2")] == [True, False]

    clock.now += SHUT_SECONDS
    assert [limits.is_shut("p:1"), limits.is_abuse("p:1")] == [False, False]


def test_one_refusal_a_second_is_no_abuse():
    """As much as a browser tries again that has very much to send."""
    clock = Clock()
    limits = Limits(clock=clock)

    for _ in range(200):
        assert not limits.is_abuse("p:1")
        clock.now += 1


def test_a_connection_that_sends_much_is_read_slower_and_by_size():
    limits = Limits(clock=Clock())

    assert sum(limits.reading("one", 100) > 0 for _ in range(2_500)) == 500
    assert sum(limits.reading("two", 64_000) > 0 for _ in range(40)) == 9
    assert limits.reading("three", 100) == 0


def test_a_token_opens_forty_windows_at_once_and_two_a_second():
    clock = Clock()
    limits = Limits(clock=clock)

    assert sum(limits.may_come("token") for _ in range(200)) == 40
    clock.now += 2
    assert [limits.may_come("token") for _ in range(5)] == [True] * 4 + [False]
    assert limits.may_come("another")


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
