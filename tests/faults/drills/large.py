"""F15: texts at their limit, just over it, and far over it."""

from __future__ import annotations

import json

from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.wishes import new_note

AT_LIMIT = {
    "longest": "x" * 2_000,
    "flags": "🇫🇮" * 30 + "👩‍👩‍👧‍👦" * 20,
    "lines": "\n".join("r" for _ in range(999)),
    "one word": "ä" * 2_000,
}
OVER = {"one too many": "x" * 2_001, "lines": "rivi\n" * 5_000, "one word": "x" * 20_000, "almost 64 KiB": "x" * 65_000}
FORMATS = ("json", "csv", "md")


def play(drill: Drill) -> Evidence:
    """At the limit it is taken, and exported; over it, refused with the reason; a megabyte ends only its sender."""
    bjorn, dagny = drill.come_all(2)
    for text in AT_LIMIT.values():
        drill.act(bjorn, new_note(bjorn.random, text))
    drill.until(lambda: not bjorn.pending, 20, "a text at the limit was not answered")
    taken = {change["set"].get("text") for row in drill.log() for change in row["changes"] if "set" in change}
    drill.unsettled += [f"{name}: at the limit, and not taken" for name, text in AT_LIMIT.items() if text not in taken]
    path = f"/boards/{drill.board}/ops"
    for name, text in OVER.items():
        answer = drill.call(1, "POST", path, [new_note(bjorn.random, text)])
        told = json.loads(answer.body)
        code = told["refused"][0]["code"] if told.get("refused") else told.get("code")
        if code not in ("text.too_long", "body.too_large"):
            drill.unsettled.append(f"{name}: over the limit, and answered {answer.status} {code}")
    drill.loop.run(bjorn.say_raw('42/live,["ops",["' + "x" * 1_000_000 + '"]]'))
    drill.wait(0.5)
    drill.act(dagny, new_note(dagny.random, "Muut kirjoittavat edelleen"))
    drill.settle(20.0)
    return drill.evidence()
