"""What a workshop came to, on the first page of its report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from facilitator.artefacts.formats.days import day
from facilitator.artefacts.formats.report.element import Child, Element, element
from facilitator.artefacts.formats.report.table import table
from facilitator.artefacts.formats.report.web import with_links
from facilitator.artefacts.formats.words import say

NO_SUMMARY: Mapping[str, Any] = {"summary": "", "decisions": (), "open_questions": (), "next_steps": ()}


def summary(told: Mapping[str, Any], language: str) -> Element | None:
    """Text, decisions, open questions, next steps, each when there is any. told: as `record/summary.py` gives it."""
    parts = [*_text(told["summary"])]
    for name in ("decisions", "open_questions"):
        if told[name]:
            parts.append(element("h3", say(f"heading_{name}", language)))
            parts.append(element("ul", *(element("li", _said(each)) for each in told[name])))
    if told["next_steps"]:
        title = say("heading_actions", language)
        heads = [say(name, language) for name in ("what", "who", "when")]
        rows: list[list[Child]] = [
            [_said(each["what"]), _said(each["owner"]) if each["owner"] else "", day(each["due"] or "", language)]
            for each in told["next_steps"]
        ]
        parts += [element("h3", title), table(title, heads, rows)]
    return element("section", element("h2", say("heading_summary", language)), *parts) if parts else None


def _text(text: str) -> Iterator[Element]:
    """Its paragraphs; a line break in one stays where it is."""
    for paragraph in filter(None, (each.strip() for each in text.split("\n\n"))):
        yield element("p", _said(paragraph))


def _said(text: str) -> Element:
    return element("span", *with_links(text), class_="said")
