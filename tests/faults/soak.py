"""Every fault by many seeds, and the five negative controls: `make soak SEEDS=20`.

    python -m tests.faults.soak --seeds 2 --only F1 --only F6 --size gate --results /tmp/soak.jsonl

The first seed is played in full, the others small (plan.py). Each result is written as it comes; a soak that is cut
short (Ctrl-C, --minutes) writes its page from what there is, and says how much that is; --resume plays what is left of
it. Whatever was found is told with the seed, and its histories stay in the folder that is named at the end. The command
ends with 1 then.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.faults import results
from tests.faults.drills import FAULTS
from tests.faults.lanes import play_all
from tests.faults.plan import MIXED, SIZES, estimate, tasks
from tests.faults.report import write_page
from tests.faults.results import Plan, Played, Results, Tried
from tests.faults.template import Template, make_template
from tests.server import Server

PEOPLE = 120
LANES = 3
MOST_TOLD = 10


def main(words: Sequence[str]) -> int:
    """Play, tell, and write the page. 0 if all was played, every promise held and every broken part was found out."""
    asked = _read(words)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    found = results.read(asked.results) if asked.resume else _begin(asked)
    left, plan = found.left, found.plan
    print(f"{len(left)} drills in about {estimate(left, plan.lanes, plan.cores) / 60:.0f} minutes", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="facilitator-soak-"))
    try:
        _play(found, _installation(folder), folder, asked)
    except KeyboardInterrupt:
        print("cut short", flush=True)
    if asked.page:
        write_page(asked.page, found)
    _tell_all(found, asked.results)
    if found.is_well:
        shutil.rmtree(folder)
    else:
        print(f"histories and logs: {folder}")
    return 0 if found.is_well else 1


def _begin(asked: argparse.Namespace) -> Results:
    seeds = range(asked.first, asked.first + asked.seeds)
    planned = tasks(seeds, asked.only or list(FAULTS), asked.size, has_controls=not asked.only)
    plan = Plan(datetime.now(UTC).date().isoformat(), len(os.sched_getaffinity(0)), asked.lanes, planned)
    results.begin(asked.results, plan)
    return Results(plan)


def _read(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=1, help="how many")
    parser.add_argument("--first", type=int, default=1, help="the first of them")
    parser.add_argument("--only", action="append", choices=FAULTS, default=[], help="this fault; no controls then")
    parser.add_argument("--size", choices=[*SIZES, MIXED], default=MIXED)
    parser.add_argument("--lanes", type=int, default=LANES, help="how many drills at once, of those that may")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="after which no drill is begun any more")
    parser.add_argument("--results", type=Path, default=Path("test-results/soak.jsonl"))
    parser.add_argument("--resume", action="store_true", help="play what the soak with these results left")
    parser.add_argument("--page", type=Path, help="a page whose tables between the markers are written anew")
    return parser.parse_args(words)


def _play(found: Results, template: Template, folder: Path, asked: argparse.Namespace) -> None:
    """First what runs alone, then the rest side by side."""
    began, left = time.monotonic() - found.seconds, found.left
    until = time.monotonic() + asked.minutes * 60
    for is_alone in (True, False):
        some = [task for task in left if task.is_alone == is_alone]
        played = play_all(some, 1 if is_alone else found.plan.lanes, template, folder)
        try:
            for one in played:
                found.add(one, time.monotonic() - began)
                results.append(asked.results, one, found.seconds)
                _tell(one, found)
                if time.monotonic() > until:
                    return
        finally:
            played.close()


def _tell(one: Played | Tried, found: Results) -> None:
    at = f"{found.seconds / 60:5.1f} min {len(found.played) + len(found.tried)}/{len(found.plan.tasks)}"
    if isinstance(one, Tried):
        print(f"{at} control {one.control}: {len(one.broken)} complaints, on a sound server {len(one.sound)}")
        told = one.sound
    else:
        print(f"{at} {one.fault} seed {one.seed} {one.size}: {one.seconds:.0f} s, {len(one.violations)} violations")
        told = one.violations
    for each in told[:MOST_TOLD]:
        print(f"    {each}")
    sys.stdout.flush()


def _tell_all(found: Results, path: Path) -> None:
    red = sum(bool(each.violations) for each in found.played)
    count = f"{len(found.played) + len(found.tried)} of {len(found.plan.tasks)} drills"
    print(f"{count} in {found.seconds / 60:.0f} minutes, {red} with violations: {path}")


def _installation(folder: Path) -> Template:
    one = Server(folder / "empty")
    one.folder.mkdir(parents=True)
    one.cli("migrate")
    return make_template(folder / "template", one.instance / "facilitator.db", PEOPLE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
