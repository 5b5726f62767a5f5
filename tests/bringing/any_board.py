"""Boards of any method as people may have left them: by operations drawn at random, those that are refused included."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from facilitator import methods
from facilitator.engine import Actor
from facilitator.engine.fields import FieldRule
from facilitator.engine.kinds import choosable, known
from facilitator.engine.order import DIGITS
from tests.bringing.boards import NOON, Board, begun

METHODS = sorted(each["key"] for each in methods.catalogue())
TEXTS = ["Jono", "Haku viipyy", "- Kön **är** lång", "=1+1", "Sama\ntoisin", "Jono", "[a](b)"]
TITLES = ["Muutto", "Risk", "Oma & *muu*", {"fi": "Oma", "sv": "Egen", "en": "Own"}]
ENTITIES, OUTPUTS = ["entity:kela", "entity:prh"], ["0193"]  # that the project knows
PICTURES = {each * 64: {"id": each * 64, "width": 8, "height": 6} for each in "ab"}  # that who brings them may see
OWN_KINDS = [{"key": "own_0", "title": "Riski"}]


def any_board(seed: int, key: str, steps: int = 60) -> Board:
    """The same for the same seed."""
    chance, board = random.Random(seed), begun(key)
    for step in range(steps):
        board.now = NOON - timedelta(minutes=chance.randint(0, 30))
        board.does(any_wish(chance, board, step))
        if chance.random() < 0.1:
            people_vote(chance, board, step)
    board.does(*({"type": "ballot.close", "ballot": each} for each in board.state.items if each[:7] == "ballot:"))
    return board


def people_vote(chance: random.Random, board: Board, step: int) -> None:
    """A ballot over notes or themes, in some places or all over, that is sometimes closed only later."""
    over, ballot = chance.choice(["note", "cluster"]), f"ballot:{chance.randrange(1_000)}-{step}"
    zones = {"zones": [_strip(chance, board) for _ in range(2)]} if chance.random() < 0.4 else {}
    asked = {"title": chance.choice(TEXTS[:2]), "each": 3, "per_note": chance.randint(1, 3), "over": f"{over}s"}
    board.does({"type": "ballot.open", "ballot": ballot, **asked, **zones})
    there = [each for each in board.state.items if each.startswith(f"{over}:")]
    for person in range(chance.randint(0, 7)):
        cast = [
            {
                "type": "vote.cast",
                "vote": f"vote:{step}-{person}-{at}",
                "ballot": ballot,
                "note": _one(chance, there, over),
            }
            for at in range(chance.randint(0, 4))
        ]
        board.does(*cast, by=Actor(f"p:{person}", "participant"))
    if chance.random() < 0.7:
        board.does({"type": "ballot.close", "ballot": ballot})


def any_wish(chance: random.Random, board: Board, step: int) -> dict[str, Any]:
    """An operation that may or may not be possible now."""
    there = {noun: [each for each in board.state.items if each.startswith(f"{noun}:")] for noun in NOUNS}
    note, zone = _one(chance, there["note"], "note"), _strip(chance, board)
    kinds = list(known(board.state))
    wishes: list[dict[str, Any]] = [
        *([_new_note(chance, board, step)] * 6),
        {"type": "note.move", "note": note, **_place(chance, board)},
        {"type": "note.set", "note": note, "fields": _fields(chance, board, note)},
        {"type": "note.set", "note": note, "fields": {"kind": chance.choice(kinds)}},
        {"type": "note.write", "note": note, "was": "", "text": chance.choice(TEXTS)},
        {"type": "note.write", "note": note, "was": _text(board, note), "text": chance.choice(TEXTS)},
        {"type": "note.merge", "note": note, "notes": list({_one(chance, there["note"], "note"), f"note:{step}"})},
        {"type": "note.merge", "note": note, "notes": [_one(chance, there["note"], "note")]},
        {"type": "note.remove", "note": note},
        {"type": "note.picture", "note": note, "picture": chance.choice([None, *_pictures(chance)])},
        {"type": "note.ground", "note": note, "ground": True},
        {"type": "note.leave_out", "note": note, "out": chance.random() < 0.5},
        {"type": "note.tie", "note": note, "fields": {**_tied(chance), "about": [chance.choice(ENTITIES)]}},
        {"type": "zone.tie", "zone": zone, "fields": _tied(chance)},
        *([_new_link(chance, there, step)] * 3),
        {"type": "link.set", "link": _one(chance, there["link"], "link"), "fields": _link_fields(chance, board)},
        *([_new_comment(chance, there, step)] * 5),
        {"type": "comment.resolve", "comment": _one(chance, there["comment"], "comment")},
        {"type": "comment.remove", "comment": _one(chance, there["comment"], "comment")},
        {"type": "cluster.add", "cluster": f"cluster:{step}", "title": "Teema", "notes": _some(chance, there["note"])},
        {
            "type": "cluster.set",
            "cluster": _one(chance, there["cluster"], "cluster"),
            "fields": {"notes": _some(chance, there["note"]), "title": chance.choice(TEXTS)},
        },
        _new_zone(chance, board, step),
        {"type": "zone.set", "zone": zone, "fields": {"title": chance.choice(TITLES)}},
        {"type": "zone.set", "zone": zone, "fields": {"takes": _some(chance, kinds)}},
        {"type": "zone.set", "zone": zone, "fields": {"accepts": _some(chance, kinds)}},
        {"type": "zone.move", "zone": zone, "after": chance.choice([None, _strip(chance, board)])},
        {"type": "zone.remove", "zone": zone},
        {
            "type": "zone.restore",
            "zone": _one(chance, [each for each in board.state.gone if each[:5] == "zone:"], "zone"),
        },
        {"type": "board.set", "fields": {"variant": _one(chance, sorted(board.state.rules.variants), "x")}},
        {"type": "board.set", "fields": {"kinds": _kinds(chance, board)}},
    ]
    return chance.choice(wishes)


NOUNS = ("note", "link", "cluster", "comment")


def _new_note(chance: random.Random, board: Board, step: int) -> dict[str, Any]:
    place = _place(chance, board)
    takes = [kind for kind in board.state.items[place["zone"]]["accepts"] if kind in choosable(board.state)]
    kind = chance.choice(takes or ["none"])
    fields = _typed(chance, known(board.state).get(kind, {}))
    more = {"lang": chance.choice(["fi", "sv"])} if chance.random() < 0.3 else {}
    more |= {"voices": chance.randint(1, 30)} if chance.random() < 0.1 else {}
    return {
        "type": "note.add",
        "note": f"note:{step}",
        "kind": kind,
        "text": chance.choice(TEXTS),
        "fields": fields,
        **place,
        **more,
    }


def _place(chance: random.Random, board: Board) -> dict[str, Any]:
    zones = [(key, item) for key, item in board.state.items.items() if key.startswith("zone:") and item["accepts"]]
    zone, item = chance.choice(zones)
    if item["sort"] == "plane":
        return {"zone": zone, "x": chance.randint(0, 10_000), "y": chance.randint(0, 10_000)}
    angle = {"angle": chance.randint(0, 3_599)} if item["sort"] == "ring" and chance.random() < 0.5 else {}
    return {"zone": zone, "order": f"a{chance.choice(DIGITS)}", **angle}


def _fields(chance: random.Random, board: Board, note: str) -> dict[str, Any]:
    item = board.state.items.get(note)
    return _typed(chance, known(board.state)[item["kind"]]) if item else {}


def _typed(chance: random.Random, rules: Any) -> dict[str, Any]:
    names = [name for name in rules if chance.random() < 0.3]
    return {name: value for name in names if (value := _value(chance, rules[name])) is not None}


def _value(chance: random.Random, rule: FieldRule) -> Any:
    match rule.type:
        case "choice":
            return chance.choice(sorted(rule.choices))
        case "choices":
            return chance.sample(sorted(rule.choices), 1)
        case "scale5":
            return chance.randint(1, 5)
        case "emotion":
            return chance.randint(-2, 2)
        case "flag":
            return chance.random() < 0.5
        case "date":
            return "2026-11-24"
        case "text":
            return chance.choice(TEXTS)
        case "item":
            return f"note:{chance.randrange(60)}"
    return None


def _new_link(chance: random.Random, there: dict[str, list[str]], step: int) -> dict[str, Any]:
    ends = {"from": _one(chance, there["note"], "note"), "to": _one(chance, there["note"], "note")}
    return {"type": "link.add", "link": f"link:{step}", **ends, "kind": chance.choice(LINKS), "label": "tieto"}


LINKS = sorted({link["key"] for key in METHODS for link in methods.load(key)["links"]})


def _pictures(chance: random.Random) -> list[dict[str, Any]]:
    return [picture | {"description": chance.choice(TEXTS)} for picture in PICTURES.values()]


def _tied(chance: random.Random) -> dict[str, Any]:
    origin = {"artefact": OUTPUTS[0], "version": chance.randint(1, 3), "item": chance.choice(["note:0", "zone:new1"])}
    return {"entity": chance.choice([None, *ENTITIES]), "from": chance.choice([None, origin])}


def _new_comment(chance: random.Random, there: dict[str, list[str]], step: int) -> dict[str, Any]:
    on = _one(
        chance, there[chance.choice([noun for noun in ("note", "link", "comment") if there[noun]] or ["note"])], "note"
    )
    comment = f"comment:{chance.randrange(1_000)}-{step}"
    return {"type": "comment.add", "comment": comment, "on": on, "text": chance.choice(TEXTS)}


def _link_fields(chance: random.Random, board: Board) -> dict[str, Any]:
    return {
        "state": chance.choice([None, *sorted(board.state.rules.link_states)]),
        "label": chance.choice([None, "a: b"]),
    }


def _new_zone(chance: random.Random, board: Board, step: int) -> dict[str, Any]:
    axis = chance.choice(["phase", "lane", None])
    takes = {"takes": _some(chance, list(known(board.state)))} if chance.random() < 0.5 else {}
    return {"type": "zone.add", "zone": f"zone:new{step}", "title": f"Uusi {step}", "axis": axis, **takes}


def _kinds(chance: random.Random, board: Board) -> list[dict[str, str]] | None:
    kinds = [{"key": key} for key in board.state.rules.kinds]
    return chance.choice([None, [*kinds, chance.choice(OWN_KINDS)]])


def _text(board: Board, note: str) -> str:
    return str(board.state.items.get(note, {}).get("text", "x"))


def _strip(chance: random.Random, board: Board) -> str:
    zones = [key for key, item in board.state.items.items() if key.startswith("zone:") and "phase" not in item]
    return chance.choice(zones)


def _one(chance: random.Random, of: list[str], noun: str) -> str:
    return chance.choice(of) if of else f"{noun}:none"


def _some(chance: random.Random, of: list[str]) -> list[str]:
    return chance.sample(of, min(len(of), chance.randint(0, 3)))
