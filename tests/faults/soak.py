"""All faults in full, by many seeds, and the five negative controls: `make soak SEEDS=20`.

    python -m tests.faults.soak --seeds 2 --only F1 --only F6 --size gate --summary /tmp/summary.json

A seed has a time, after which its remaining faults are not begun; another seed begins with another fault. Whatever was
found is told with the seed and the folder of its histories, and the command ends with 1.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.faults.checkers import violations
from tests.faults.controls import CONTROLS, complaints
from tests.faults.drill import FULL, GATE, Drill, Size
from tests.faults.drills import FAULTS
from tests.faults.report import write_page
from tests.faults.template import Template, make_template
from tests.faults.window import CHROMIUM, CONTEXT
from tests.server import Server

SIZES = {"full": FULL, "gate": GATE}
PEOPLE = 120
PATIENCE_MS = 15_000


@dataclass(frozen=True)
class Played:
    """What came of one fault by one seed."""

    fault: str
    seed: int
    seconds: float
    events: int
    violations: list[str]


@dataclass(frozen=True)
class Tried:
    """What came of one negative control: complaints on the broken server, and on a sound one."""

    control: str
    broken: list[str]
    sound: list[str]


def main(words: list[str]) -> int:
    """Play, tell, and write the summary. 0 if every promise held and every broken part was found out."""
    asked = _read(words)
    folder = Path(tempfile.mkdtemp(prefix="facilitator-soak-"))
    template = _installation(folder)
    played: list[Played] = []
    with _pages() as new_page:
        for seed in range(asked.first, asked.first + asked.seeds):
            played += _play_seed(seed, asked, template, folder / f"seed{seed}", new_page)
    tried = [] if asked.only else [_try(name, template, folder / name) for name in CONTROLS]
    _tell(played, tried, asked)
    is_well = not any(each.violations for each in played) and all(each.broken and not each.sound for each in tried)
    if is_well:
        shutil.rmtree(folder)
    else:
        print(f"histories and logs: {folder}")
    return 0 if is_well else 1


def _read(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=1, help="how many")
    parser.add_argument("--first", type=int, default=1, help="the first of them")
    parser.add_argument("--only", action="append", choices=FAULTS, default=[], help="this fault; no controls then")
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--seconds", type=float, default=900, help="for each seed")
    parser.add_argument("--summary", type=Path, default=Path("test-results/soak.json"))
    parser.add_argument("--page", type=Path, help="a page whose tables between the markers are written anew")
    return parser.parse_args(words)


def _play_seed(
    seed: int, asked: argparse.Namespace, template: Template, folder: Path, new_page: Callable[[], Page]
) -> Iterator[Played]:
    ends = time.monotonic() + asked.seconds
    names = asked.only or list(FAULTS)
    at = seed % len(names)
    for name in names[at:] + names[:at]:
        if time.monotonic() > ends:
            print(f"seed {seed}: {name} not played, its {asked.seconds:.0f} s are over", flush=True)
            continue
        one = _play(name, seed, SIZES[asked.size], template, folder / name, new_page)
        print(
            f"seed {seed}: {name} {one.seconds:.0f} s, {one.events} events, {len(one.violations)} violations",
            flush=True,
        )
        for each in one.violations[:10]:
            print(f"    {each}", flush=True)
        yield one


def _play(name: str, seed: int, size: Size, template: Template, folder: Path, new_page: Callable[[], Page]) -> Played:
    fault, began = FAULTS[name], time.monotonic()
    server = template.server(folder / "server", **fault.settings)
    if fault.launched:
        server.command = [sys.executable, "-m", "tests.faults.launcher", fault.launched]
    try:
        server.start()
        with Drill(seed, size, server, template.setting, 0, folder / "drill", new_page) as drill:
            found = fault.drill.play(drill)
        return Played(name, seed, time.monotonic() - began, len(found.log), violations(found))
    except Exception as broken:  # the harness's own fault, or a page that never came: told, and the next one is played
        (folder / "fault.txt").write_text(traceback.format_exc(), "utf-8")
        told = f"not played to the end: {type(broken).__name__}, see {folder / 'fault.txt'}"
        return Played(name, seed, time.monotonic() - began, 0, [told])
    finally:
        if server.is_running:
            server.kill()


def _try(name: str, template: Template, folder: Path) -> Tried:
    broken = complaints(name, template, folder / "broken")
    sound = complaints(name, template, folder / "sound", is_sound=True)
    print(f"control {name}: {len(broken)} complaints, on a sound server {len(sound)}", flush=True)
    return Tried(name, broken, sound)


def _tell(played: list[Played], tried: list[Tried], asked: argparse.Namespace) -> None:
    summary = {
        "seeds": [asked.first, asked.first + asked.seeds - 1],
        "size": asked.size,
        "played": [asdict(each) for each in played],
        "controls": [asdict(each) for each in tried],
    }
    asked.summary.parent.mkdir(parents=True, exist_ok=True)
    asked.summary.write_text(json.dumps(summary, ensure_ascii=False, indent=1), "utf-8")
    if asked.page:
        write_page(asked.page, summary)
    print(f"{len(played)} drills, {sum(bool(each.violations) for each in played)} with violations: {asked.summary}")


def _installation(folder: Path) -> Template:
    one = Server(folder / "empty")
    one.folder.mkdir(parents=True)
    one.cli("migrate")
    return make_template(folder / "template", one.instance / "facilitator.db", PEOPLE)


@contextmanager
def _pages() -> Iterator[Callable[[], Page]]:
    """Pages of a real browser, each in a context of its own."""
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield lambda: browser.new_context(**CONTEXT).new_page()
        finally:
            browser.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
