"""Long work lets others go first."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from facilitator.hub import server
from facilitator.hub.turns import in_turns


@pytest.fixture
def switching() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def test_all_pieces_come_in_their_order_with_a_rest_after_each_that_took_long() -> None:
    told: list[int | str] = []

    for piece in in_turns(range(3), seconds=0.0, rest=lambda: told.append("rest")):
        told.append(piece)

    assert told == [0, "rest", 1, "rest", 2, "rest"]


def test_short_work_rests_not_at_all() -> None:
    rests: list[None] = []

    assert list(in_turns("abc", seconds=3_600.0, rest=lambda: rests.append(None))) == ["a", "b", "c"]
    assert rests == []


def test_without_eventlet_there_is_nobody_to_give_way_to() -> None:
    assert list(in_turns([1, 2], seconds=0.0)) == [1, 2]


@pytest.mark.usefixtures("switching")
def test_a_thread_that_computes_has_the_lock_for_less_time_than_python_gives_it() -> None:
    before = sys.getswitchinterval()

    server.share_the_lock()

    assert sys.getswitchinterval() < before / 2
