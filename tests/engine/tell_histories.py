"""Histories as the engine decides them, for the board's own tests: `static/src/board/histories.jsonl`.

    python -m tests.engine.tell_histories

Each is told as one person gets it: the operations that were accepted, their events in that person's view, and the
state that the person would fetch in the middle and at the end.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from facilitator.engine import Event, see_event, see_state
from tests.engine.settings import AINO, BJORN, CHLOE, PAIN_CELL, SYSTEM, Log

TOLD = Path(__file__).resolve().parents[2] / "static" / "src" / "board" / "histories.jsonl"
PLACES: list[dict[str, Any]] = [
    {"zone": PAIN_CELL, "order": "a1"},
    {"zone": "zone:wait/pain", "order": "a1V"},
    {"zone": "zone:ring", "order": "a0", "angle": 90},
    {"zone": "zone:grid", "x": 5, "y": 10_000},
    {"zone": "zone:unplaced", "order": "Zz"},
]
TALKED = ("note", "note", "link", "comment")
PICTURE = {"id": "a" * 64, "width": 640, "height": 480}
AUTHORS = ("names", "organisations", "nothing")
EVENTS = 60
OVER: dict[int, dict[str, Any]] = {25: {"mode": "look", "ended": True}, 45: {"mode": "open"}}


def any_wish(chance: random.Random, log: Log, step: int) -> tuple[str, dict[str, Any]]:
    """An operation that may or may not be possible now."""
    note, other = f"note:{chance.randrange(8)}", f"note:{chance.randrange(8)}"
    few = chance.randrange(3)
    text = log.state.items.get(note, {}).get("text", "haku")
    fields = chance.choice([{"severity": 5}, {"severity": None}, {"quote": "miksi"}, {"kind": "idea"}, {"lang": "sv"}])
    change = chance.choice([{"label": "tieto"}, {"label": None}, {"state": "broken"}])
    phase = chance.choice(["zone:apply", "zone:wait", "zone:pain"])
    return chance.choice(
        [
            ("note.add", {"note": note, "kind": "pain", "text": f"haku {step}", **chance.choice(PLACES)}),
            ("note.add", {"note": f"note:{step}", "kind": "pain", "text": f"haku {step}", **chance.choice(PLACES)}),
            ("note.write", {"note": note, "was": chance.choice([text, "haku"]), "text": f"{text} {step}"}),
            ("note.settle", {"note": note, "keep": chance.choice(["text", 0])}),
            ("note.move", {"note": note, **chance.choice(PLACES)}),
            ("note.set", {"note": note, "fields": fields}),
            (f"note.{chance.choice(['remove', 'restore'])}", {"note": note}),
            ("note.leave_out", {"note": note, "out": chance.random() < 0.7}),
            ("note.take_in", {"note": first(log, "note", late=True)}),
            ("link.add", {"link": f"link:{step}", "source": note, "target": other, "kind": "information"}),
            ("link.set", {"link": f"link:{step - few}", "fields": change}),
            (f"link.{chance.choice(['remove', 'restore'])}", {"link": f"link:{step - few}"}),
            ("cluster.add", {"cluster": f"cluster:{few}", "title": "Teema", "notes": sorted({note, other})}),
            ("cluster.set", {"cluster": f"cluster:{few}", "fields": {"notes": sorted({note, other})}}),
            (f"cluster.{chance.choice(['remove', 'restore'])}", {"cluster": f"cluster:{few}"}),
            ("zone.add", {"zone": f"zone:new{step}", "title": "Uusi", "axis": chance.choice(["phase", "lane", None])}),
            ("zone.set", {"zone": phase, "fields": {"title": f"Nimi {step}"}}),
            ("zone.move", {"zone": phase, "after": None}),
            (f"zone.{chance.choice(['remove', 'restore', 'restore'])}", {"zone": phase}),
            ("board.set", {"fields": {"rewritten_by": chance.choice(["authors", "everybody"])}}),
            ("mode.set", {"mode": chance.choice(["open", "open", "open", "open", "silent", "silent", "vote"])}),
            ("ballot.open", {"ballot": f"ballot:{step}", "title": "?", "each": 2, "per_note": 1, "over": "notes"}),
            ("ballot.close", {"ballot": first(log, "ballot")}),
            ("vote.cast", {"vote": f"vote:{step}", "ballot": open_ballot(log), "note": note}),
            ("vote.withdraw", {"vote": first(log, "vote")}),
        ]
    )


def any_joining(chance: random.Random, log: Log, step: int) -> tuple[str, dict[str, Any]]:
    """The same of what becomes one, and of what leaves it."""
    clusters = [each for each in log.state.items if each.startswith("cluster:")]
    one, other = chance.sample([*clusters, "cluster:0", "cluster:1"], 2)
    notes = chance.sample([f"note:{number}" for number in range(8)], 3)
    gone = [each for each in log.state.gone if each.startswith("cluster:")] or ["cluster:0"]
    there = [each for each in log.state.items if each.startswith("note:")]
    became = [each["id"] for item in log.state.items.values() for each in item.get("merged") or ()]
    part = {"note": chance.choice([each for each in became if each.startswith("note:")] or ["note:0"])}
    first_note, *others = chance.sample([*there, "note:0", "note:1", "note:2"], 3)
    return chance.choice(
        [
            ("cluster.add", {"cluster": f"cluster:{step}", "title": f"Teema {step}", "notes": notes[:2]}),
            ("cluster.merge", {"cluster": one, "clusters": [other], "title": chance.choice([None, "Yksi"])}),
            ("cluster.split", {"cluster": one, "into": f"cluster:{step}", "title": "Osa", "notes": notes}),
            ("cluster.restore", {"cluster": chance.choice(gone)}),
            ("note.merge", {"note": first_note, "notes": others[: chance.choice([1, 2])]}),
            (
                "note.merge",
                {"note": first_note, "notes": others[:1], "text": f"yhteinen {step}", "fields": {"severity": 4}},
            ),
            ("note.restore", part),
        ]
    )


def any_deed(chance: random.Random, log: Log, step: int) -> tuple[str, dict[str, Any]]:
    """Any of these, now and then one about what becomes one."""
    return (any_joining if chance.random() < 0.18 else any_wish)(chance, log, step)


def any_talk(chance: random.Random, log: Log, step: int) -> tuple[str, dict[str, Any]]:
    """The same of comments."""
    comment = first(log, "comment")
    return chance.choice(
        [
            ("comment.add", {"comment": f"comment:{step}", "on": first(log, chance.choice(TALKED)), "text": "miksi"}),
            ("comment.write", {"comment": comment, "text": chance.choice(["miksi", "siksi"])}),
            ("comment.remove", {"comment": comment}),
            (
                "comment.restore",
                {"comment": next((each for each in log.state.gone if "on" in log.state.gone[each]), "")},
            ),
            (f"comment.{chance.choice(['resolve', 'reopen'])}", {"comment": comment}),
        ]
    )


def any_picture(chance: random.Random, log: Log, _step: int) -> tuple[str, dict[str, Any]]:
    """The same of pictures on notes."""
    note = first(log, "note", picture=PICTURE) if chance.random() < 0.5 else f"note:{chance.randrange(8)}"
    return chance.choice(
        [
            ("note.picture", {"note": note, "picture": PICTURE}),
            ("note.picture", {"note": note, "picture": {**PICTURE, "description": "Kaavio"}}),
            ("note.picture", {"note": note, "picture": None}),
            ("note.ground", {"note": note, "ground": chance.random() < 0.6}),
        ]
    )


def any_act(chance: random.Random, log: Log, step: int) -> tuple[str, dict[str, Any]]:
    """Something that a person may or may not do now; talk and pictures are rarer than the rest."""
    of = chance.random()
    return (any_talk if of < 0.2 else any_picture if of < 0.28 else any_deed)(chance, log, step)


def first(log: Log, noun: str, **having: Any) -> str:
    """Any item of this noun, with these fields if any are given."""
    found = (
        each
        for each, item in log.state.items.items()
        if each.startswith(noun + ":") and all(item.get(name) == value for name, value in having.items())
    )
    return next(found, f"{noun}:none")


def open_ballot(log: Log) -> str:
    """The one that takes votes now."""
    return next((each for each, item in log.state.items.items() if item.get("open")), "ballot:0")


def tell(seed: int) -> dict[str, Any]:
    """One history in one person's view."""
    chance, authors = random.Random(seed), AUTHORS[seed % 3]
    viewer = (AINO, BJORN, CHLOE)[seed // 3 % 3]
    log = Log(authors=authors, rewritten_by=("everybody", "authors")[seed % 2])
    steps: list[dict[str, Any]] = []
    middle: dict[str, Any] = {}
    step = 0
    while len(steps) < EVENTS:
        step += 1
        actor = chance.choice([AINO, BJORN, CHLOE, viewer, viewer])
        kind, members = any_act(chance, log, step)
        if len(steps) in OVER:  # the workshop ends, and goes on
            actor, kind, members = SYSTEM, "mode.set", OVER[len(steps)]
        event = log.does(actor, kind, **members)
        if not isinstance(event, Event):
            continue
        operation = said(event.op, kind, members) if actor is viewer else None
        steps.append({"operation": operation, "event": see_event(event, viewer.id, authors)})
        if not middle and len(steps) > 20:
            middle = fetched(log, viewer.id)
    start, end = see_event(log.events[0], viewer.id, authors), fetched(log, viewer.id)
    return {"seed": seed, "you": viewer.id, "first": start, "steps": steps, "middle": middle, "end": end}


def said(op_id: str, kind: str, members: dict[str, Any]) -> dict[str, Any]:
    """The operation as a client sends it."""
    names = {"source": "from", "target": "to"}
    told = {names.get(name, name): value for name, value in members.items() if value is not None or name == "picture"}
    return {"id": op_id, "type": kind, **told}


def fetched(log: Log, viewer: str) -> dict[str, Any]:
    """The state as this person fetches it."""
    items = [{"id": item_id, **fields} for item_id, fields in see_state(log.state, viewer).items()]
    return {"seq": log.state.seq, "items": items}


if __name__ == "__main__":
    told = [json.dumps(tell(seed), ensure_ascii=False, separators=(",", ":")) for seed in range(9)]
    TOLD.write_text("\n".join(told) + "\n", encoding="utf-8")
