"""The tables of `docs/reliability.md`, from a soak's results, between the page's own markers.

    python -m tests.faults.report test-results/soak.jsonl docs/reliability.md

`make soak` writes them itself; this is for one that was cut without having the time to.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.faults.checkers import CHECKERS
from tests.faults.controls import CONTROLS
from tests.faults.drills import FAULTS
from tests.faults.plan import SIZES
from tests.faults.results import Played, Results, read

BEGINS, ENDS = "<!-- soak: begins -->", "<!-- soak: ends -->"
MOST_TOLD, MOST_LETTERS = 20, 160
SIZE_WORDS = {"full": "full", "gate": "small"}
PROMISES: Mapping[str, str] = {
    "I1": "what was acknowledged is in the log once",
    "I2": "nothing is there that nobody sent",
    "I3": "numbered 1…n",
    "I4": "everybody's own order is kept",
    "I5": "all have the same board",
    "I6": "all is answered; the fault's own bounds",
    "I7": "*saved* is true",
    "I8": "nothing is taken back",
    "I9": "private stays private",
    "I10": "votes within their budget, and nobody else's",
    "I11": "the timer ends when it was going to",
    "I12": "artefacts keep their bytes",
    "I13": "memory and files are back",
    "I14": "refused with a reason, no error page",
    "I15": "another board waits no longer",
    "I16": "the database is sound",
    "I17": "the mark tells of trouble",
}


def tables(results: Results) -> str:
    """What was played, by how many seeds and in which size, what was found, and what each negative control said."""
    parts = [_heading(results), [*_faults(results)], [*_promises(results)], [*_controls(results)], [*_found(results)]]
    return "\n\n".join("\n".join(part) for part in parts if part)


def _heading(results: Results) -> list[str]:
    plan = results.plan
    played, planned = len(results.played) + len(results.tried), len(plan.tasks)
    how_many = f"all {planned} drills" if played == planned else f"**only {played} of {planned} drills**"
    sizes = "; ".join(
        f"*{SIZE_WORDS[name]}* is {size.clients} clients, {size.kills} kills, {size.away_seconds:.0f} s without network"
        for name, size in SIZES.items()
    )
    return [
        f"{plan.began_at}, {plan.cores} cores: {how_many} played, in {results.seconds / 60:.0f} minutes. "
        f"{sizes[0].upper() + sizes[1:]}. What is heavy, or measures how long others wait, ran alone; the rest "
        f"in {plan.lanes} lanes."
    ]


def _faults(results: Results) -> Iterator[str]:
    by_fault: dict[str, list[Played]] = defaultdict(list)
    for each in results.played:
        by_fault[each.fault].append(each)
    yield "| | fault | seeds | size | events | violations | longest |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name, fault in FAULTS.items():
        if played := by_fault.get(name):
            sizes = Counter(each.size for each in played)
            size = ", ".join(f"{sizes[one]} {SIZE_WORDS[one]}" for one in SIZES if sizes[one])
            found = sum(len(each.violations) for each in played)
            events, longest = sum(each.events for each in played), max(each.seconds for each in played)
            seeds = len({each.seed for each in played})
            yield f"| {name} | {fault.what} | {seeds} | {size} | {events:,} | {found} | {longest:.0f} s |"


def _promises(results: Results) -> Iterator[str]:
    checked = Counter(name for each in results.played for name in each.checked)
    broken = Counter(line.partition(":")[0] for each in results.played for line in each.violations)
    yield "| | promise | drills that checked it | violations |"
    yield "| --- | --- | --- | --- |"
    for name in CHECKERS:
        yield f"| {name} | {PROMISES[name]} | {checked[name]:,} | {broken[name]} |"


def _controls(results: Results) -> Iterator[str]:
    if not results.tried:
        return
    yield "| | broken on purpose | checker | its first complaint | on a sound server |"
    yield "| --- | --- | --- | --- | --- |"
    for each in sorted(results.tried, key=lambda one: CONTROLS[one.control].letter):
        control = CONTROLS[each.control]
        said = each.broken[0].replace("|", "/")[:90] if each.broken else "**nothing: the suite is blind here**"
        sound = "nothing" if not each.sound else f"**{len(each.sound)} complaints**"
        yield f"| {control.letter} | {control.what} | {control.promise} | {said} | {sound} |"


def _found(results: Results) -> Iterator[str]:
    red = [each for each in results.played if each.violations]
    if not red:
        return
    yield f"What was found, in {len(red)} of {len(results.played)} drills:"
    yield ""
    for each in red[:MOST_TOLD]:
        more = f" (and {len(each.violations) - 1} more)" if len(each.violations) > 1 else ""
        yield f"- {each.fault}, seed {each.seed}, {SIZE_WORDS[each.size]}: {_cut(each.violations[0])}{more}"
    if len(red) > MOST_TOLD:
        yield f"- and {len(red) - MOST_TOLD} drills more"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_LETTERS else f"{line[:MOST_LETTERS]}…"


def write_page(page: Path, results: Results) -> None:
    """Put the tables between the markers. ValueError if the page has none."""
    text = page.read_text("utf-8")
    if BEGINS not in text or ENDS not in text:
        raise ValueError(f"{page} has no markers")
    between = re.compile(f"{re.escape(BEGINS)}.*?{re.escape(ENDS)}", re.DOTALL)
    page.write_text(between.sub(lambda _: f"{BEGINS}\n\n{tables(results)}\n\n{ENDS}", text), "utf-8")


if __name__ == "__main__":
    write_page(Path(sys.argv[2]), read(Path(sys.argv[1])))
