"""Texts that break programs, as the engine's gate lets them through."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import strategies

from facilitator.engine.text import clean

DATA = Path(__file__).resolve().parent.parent / "data"


def naughty() -> list[str]:
    """Every string of the two collections that a note can hold; the gate refuses the others by name."""
    given = json.loads((DATA / "naughty-strings.json").read_text("utf-8"))
    given += (DATA / "xss-strings-sample.txt").read_text("utf-8").splitlines()
    passed = [clean(text) for text in given]
    return [text for text in passed if isinstance(text, str)]


FORMULAS = [
    "=1+1",
    "+358 40 123",
    "-5 astetta",
    "@SUM(A1)",
    "\t=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    " =1",
    "\u200b=cmd|' /C calc'!A0",
    "'sanoi hän",
]
MARKDOWN = [
    "# Otsikko",
    "- lista\n- toinen",
    "1. yksi\n2) kaksi",
    "    sisennetty\n\n\n    koodi",
    "a | b\n--|--\n:-|-:\nc | d",
    "rivi\n===\nrivi\n---",
    "***\n> lainaus\n```\nkoodi\n~~~",
    "[linkki](javascript:alert(1)) ![kuva](x) [x]: y\n[^1]: z",
    "<b onclick=x>&amp; &#10; &nbsp; <!-- x -->",
    "http://a.b https://a.b www.a.b a@b.fi ftp://x",
    "loppu\\",
    "\\| \\\\| \\",
    "\n\nalku ja loppu\n\n",
    "\u00a0\u3000reunat\u2003 ",
    "$x^2$ {{ muuttuja }} _a_ *b* ~~c~~",
]

notes = strategies.text(min_size=1, max_size=200).map(clean).filter(lambda text: isinstance(text, str))
