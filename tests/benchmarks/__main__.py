"""`make bench`: measures, and writes the tables of docs/performance.md. QUICK=1: one short round, and no page."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time

from tests.benchmarks import report
from tests.benchmarks.cells import QUICK, WHOLE
from tests.benchmarks.figures import Figures
from tests.benchmarks.goals import goals
from tests.benchmarks.rounds import measure
from tests.benchmarks.servers import CORES
from tests.server import ROOT

KEPT = ROOT / "test-results" / "benchmarks.json"
PAGE = ROOT / "docs" / "performance.md"


def main() -> None:
    """Everything, unattended."""
    missing = [program for program in ("node", "gcc", "taskset") if shutil.which(program) is None]
    if missing:
        sys.exit(f"Missing: {', '.join(missing)}.")
    if len(CORES) < 2:
        print("One core alone: server and load share it, and latencies say nothing.", flush=True)
    is_quick = os.environ.get("QUICK") == "1"
    effort, began = QUICK if is_quick else WHOLE, time.monotonic()
    measured = list(measure(effort, lambda line: print(line, flush=True)))
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(measured, indent=1))
    failed = [each for each in measured if "failed" in each]
    for line in goals(Figures(measured)):
        met = {True: "met    ", False: "NOT MET", None: "–      "}[line.is_met]
        found = "–" if line.found is None else f"{line.found:.2f}"
        print(f"{line.goal:4} {met} {line.what}: {found} {line.unit} (at most {line.most:g})")
    if not is_quick:
        report.write(PAGE, measured, effort)
        print(f"Written: {PAGE.relative_to(ROOT)}")
    print(f"{(time.monotonic() - began) / 60:.1f} minutes; all results: {KEPT.relative_to(ROOT)}")
    if failed:
        sys.exit(f"Not measured: {', '.join(each['failed'] for each in failed)}.")


if __name__ == "__main__":
    main()
