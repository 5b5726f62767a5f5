"""The load generator itself, with a small load: it must count right whatever the machine does meanwhile."""

from __future__ import annotations

import subprocess

import pytest

from tests.benchmarks.cells import Effort
from tests.benchmarks.load import put_load
from tests.benchmarks.report import BEGIN, END, write
from tests.benchmarks.rounds import told
from tests.benchmarks.servers import REFERENCE, Bare, Product
from tests.server import ROOT

PEOPLE = 5
SMALL = {"people": PEOPLE, "rate": 20, "warm": 0.1, "seconds": 1, "arrivals": 50}


def test_a_small_load_on_the_product_is_counted_whole(tmp_path, empty_database):
    with Product(tmp_path, empty_database, people=PEOPLE, notes=3) as server:
        rush = put_load(server, people=PEOPLE, arrivals=50, storm=1)
        found = put_load(server, **SMALL, cursors=10, probe="/readyz")

    assert (rush["came"], rush["refused"]) == (PEOPLE, 0)
    assert (found["came"], found["readers"], found["refused"]) == (PEOPLE, PEOPLE, 0), found
    assert found["sent"] > 0
    assert found["delivered"] == found["expected"] == found["sent"] * (PEOPLE - 1)
    assert found["lost"] == 0
    assert min(found["p50"], found["own_p50"], found["probe_p50"], found["cpu_us_per_delivery"]) > 0


def test_a_small_load_on_a_bare_server_is_counted_whole():
    with Bare(["node", str(REFERENCE / "fan.mjs")], tick=20) as server:
        found = put_load(server, **SMALL)

    assert found["sent"] > 0
    assert found["delivered"] == found["expected"] == found["sent"] * (PEOPLE - 1)


@pytest.mark.parametrize(
    "option", ["--host=192.0.2.1", "--people=2001", "--rate=20001", "--seconds=121", "--surprise=1"]
)
def test_what_could_harm_is_refused(option):
    done = subprocess.run(
        ["node", str(ROOT / "tests/benchmarks/load/main.mjs"), option], capture_output=True, text=True
    )

    assert done.returncode != 0
    assert done.stdout == ""


def test_the_page_gets_its_tables_and_keeps_its_words(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text(f"# Before\n\n{BEGIN}\nfigures of before\n{END}\n\nAfter\n")
    cell = {"server": "facilitator", "people": 300, "rate": 100, "p50": 3.0, "p95": 5.0, "p99": 7.0, "deliveries_s": 9}
    measured = [{"round": 1, **cell, "cpu_us_per_delivery": cost, "lost": 0} for cost in (9.0, 8.0, 20.0)]

    write(page, measured, Effort(3, 2, 5))

    text = page.read_text()
    assert text.startswith("# Before\n")
    assert text.endswith("After\n")
    assert "figures of before" not in text
    assert "| 300 × 100 | 9 |" in text
    assert "3 / 5 / 7" in text
    assert "lost 0" in told(1, measured[0])
