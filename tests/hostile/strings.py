"""Every string of the collections, and what the gate makes of it in each kind of field."""

from __future__ import annotations

import json
from collections.abc import Callable

from facilitator.engine import Refusal
from facilitator.engine.text import clean, clean_line
from tests.artefacts.strings import DATA, FORMULAS, MARKDOWN

Gate = Callable[[str], "str | Refusal"]

NAUGHTY: list[str] = json.loads((DATA / "naughty-strings.json").read_text("utf-8"))
XSS: list[str] = (DATA / "xss-strings-sample.txt").read_text("utf-8").splitlines()
UNKEEPABLE = ["a\0b", "\ud800", "a\udfffb", "x" * 2_001, "🧭" * 2_001, "\u200b\u2060", "\u200d", "\u3164"]
GIVEN = [*NAUGHTY, *XSS, *FORMULAS, *MARKDOWN, *UNKEEPABLE]


def short_text(text: str) -> str | Refusal:
    """A text field of a note."""
    return clean(text, 500, 2_000)


def name(text: str) -> str | Refusal:
    """Of a person or of a group."""
    return clean_line(text, 80)


def organisation(text: str) -> str | Refusal:
    """May stay empty."""
    return optional(clean_line(text, 120))


def reference(text: str) -> str | Refusal:
    """A case number; may stay empty."""
    return optional(clean_line(text, 60))


def prose(text: str) -> str | Refusal:
    """Several paragraphs; may stay empty."""
    return optional(clean(text, 4_000, 16_000))


def optional(answer: str | Refusal) -> str | Refusal:
    """Nothing is as good as any."""
    return "" if isinstance(answer, Refusal) and answer.code == "text.empty" else answer


def packed(texts: list[str], points: int, gate: Gate) -> list[str]:
    """The texts that pass the gate, as many together as fit in so many code points, with a space between."""
    packs: list[str] = []
    for text in texts:
        if isinstance(gate(text), Refusal):
            continue
        if packs and len(packs[-1]) + 1 + len(text) <= points and not isinstance(gate(f"{packs[-1]} {text}"), Refusal):
            packs[-1] += f" {text}"
        else:
            packs.append(text)
    return packs
