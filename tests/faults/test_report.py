"""What a soak plans and tells: nothing that was not played may look as if it was."""

from __future__ import annotations

import pytest

from tests.faults import results
from tests.faults.checkers import CHECKERS
from tests.faults.drills import FAULTS
from tests.faults.plan import MIXED, estimate, tasks
from tests.faults.report import PROMISES, tables, write_page
from tests.faults.results import Plan, Played, Results, Task, Tried

WELL = Played("F1", 1, "full", 120.0, 1_234, ["I1", "I7"], [])
RED = Played("F1", 2, "gate", 9.0, 100, ["I1"], ["I1: something is in the log 2 times", "I6: late"])
FOUND_OUT = Tried("ack_first", 8.0, ["not in the log"], [])


@pytest.fixture
def plan():
    planned = [Task("F1", 1, "full", True), Task("F1", 2, "gate"), Task("ack_first", 0, "gate")]
    return Plan("2026-11-22", 2, 3, planned)


def test_the_first_seed_is_full_and_what_is_heavy_or_measures_waiting_is_alone():
    planned = tasks([7, 8], ["F1", "F8", "F15"], MIXED, has_controls=False)
    assert planned == [
        Task("F1", 7, "full", True),
        Task("F8", 7, "full", True),
        Task("F8", 8, "gate", True),
        Task("F15", 7, "full", False),
        Task("F1", 8, "gate", False),
        Task("F15", 8, "gate", False),
    ]


def test_lanes_shorten_what_may_run_beside_others_alone():
    planned = tasks(range(1, 21), FAULTS, MIXED, has_controls=True)
    alone = [task for task in planned if task.is_alone]
    assert estimate(planned, 3, 2) < estimate(planned, 1, 2)
    assert estimate(alone, 3, 2) == estimate(alone, 1, 2)


def test_results_outlast_the_run(plan, tmp_path):
    path = tmp_path / "soak.jsonl"
    results.begin(path, plan)
    results.append(path, WELL, 120.0)
    results.append(path, FOUND_OUT, 128.0)
    found = results.read(path)
    assert (found.plan, found.played, found.tried, found.seconds) == (plan, [WELL], [FOUND_OUT], 128.0)
    assert found.left == [Task("F1", 2, "gate")]


@pytest.mark.parametrize(
    ("came", "is_well"),
    [
        ([WELL, Played("F1", 2, "gate", 9.0, 100, ["I1"], []), FOUND_OUT], True),
        ([WELL, FOUND_OUT], False),
        ([WELL, RED, FOUND_OUT], False),
        ([WELL, WELL, Tried("ack_first", 8.0, [], [])], False),
        ([WELL, WELL, Tried("ack_first", 8.0, ["not in the log"], ["this too"])], False),
    ],
    ids=["whole and green", "cut", "violations", "blind", "complains of a sound server"],
)
def test_it_is_well_only_when_all_was_played_and_held(plan, came, is_well):
    found = Results(plan)
    for one in came:
        found.add(one, 130.0)
    assert found.is_well == is_well


def test_the_page_tells_sizes_promises_what_was_found_and_what_was_not_played(plan, tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- soak: begins -->\nold\n<!-- soak: ends -->\nafter\n", "utf-8")
    found = Results(plan, [WELL, RED], [], 130.0)
    write_page(page, found)
    told = page.read_text("utf-8")
    assert told.startswith("before\n")
    assert told.endswith("after\n")
    assert "old" not in told
    assert "**only 2 of 3 drills** played" in told
    assert f"| F1 | {FAULTS['F1'].what} | 2 | 1 full, 1 small | 1,334 | 2 | 120 s |" in told
    assert "| I1 | what was acknowledged is in the log once | 2 | 1 |" in told
    assert "| I9 | private stays private | 0 | 0 |" in told
    assert "- F1, seed 2, small: I1: something is in the log 2 times (and 1 more)" in told
    assert "broken on purpose" not in told
    assert "| b | acknowledged before it is stored | I1 | not in the log | nothing |" in tables(
        Results(plan, [WELL], [FOUND_OUT], 130.0)
    )
    assert set(PROMISES) == set(CHECKERS)
