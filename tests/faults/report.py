"""The tables of `docs/reliability.md`, from a soak's summary, between the page's own markers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.faults.controls import CONTROLS
from tests.faults.drills import FAULTS

BEGINS, ENDS = "<!-- soak: begins -->", "<!-- soak: ends -->"


def tables(summary: Mapping[str, Any]) -> str:
    """What was played by how many seeds, what was found, and what each negative control said."""
    by_fault: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for each in summary["played"]:
        by_fault[each["fault"]].append(each)
    first, last = summary["seeds"]
    lines = [
        f"Seeds {first} to {last}, size *{summary['size']}*.",
        "",
        "| | fault | seeds | events | violations | longest |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, fault in FAULTS.items():
        if played := by_fault.get(name):
            found = sum(len(each["violations"]) for each in played)
            events, longest = sum(each["events"] for each in played), max(each["seconds"] for each in played)
            lines.append(f"| {name} | {fault.what} | {len(played)} | {events:,} | {found} | {longest:.0f} s |")
    if summary["controls"]:
        lines += [
            "",
            "| | broken on purpose | checker | its first complaint | on a sound server |",
            "| --- | --- | --- | --- | --- |",
        ]
    for each in summary["controls"]:
        control = CONTROLS[each["control"]]
        said = each["broken"][0].replace("|", "/") if each["broken"] else "**nothing: the suite is blind here**"
        sound = "nothing" if not each["sound"] else f"**{len(each['sound'])} complaints**"
        lines.append(f"| {control.letter} | {control.what} | {control.promise} | {said[:90]} | {sound} |")
    return "\n".join(lines)


def write_page(page: Path, summary: Mapping[str, Any]) -> None:
    """Put the tables between the markers. ValueError if the page has none."""
    text = page.read_text("utf-8")
    if BEGINS not in text or ENDS not in text:
        raise ValueError(f"{page} has no markers")
    between = re.compile(f"{re.escape(BEGINS)}.*?{re.escape(ENDS)}", re.DOTALL)
    page.write_text(between.sub(lambda _: f"{BEGINS}\n\n{tables(summary)}\n\n{ENDS}", text), "utf-8")
