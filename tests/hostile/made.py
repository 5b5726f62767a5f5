"""Frames by the seed: made from the schemas, then spoilt, in their values, their form, their bytes."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from marshmallow import fields

from facilitator.live.members import SCHEMAS, Choice, Fields, Flag, Ids, ItemId, Whole

SAMPLE = Path(__file__).parents[1] / "data" / "json-parsing-sample.jsonl"
CASES = [base64.b64decode(json.loads(line)["b64"]) for line in SAMPLE.read_text("utf-8").splitlines()]
CANARY = "KANARIALINTU"  # in every text; the log must not have it
ODD = (
    None, True, False, 0, -1, 7.5, -0.0, 2**53, -(2**53), 10**30, float("nan"), float("inf"), 1e308, "", " ", "\0",
    "\ud800", "\udfff\ud800", "a\u0301" * 30, "\u202e" + CANARY, CANARY * 300, "x" * 70_000, "__proto__", "constructor",
    "note:", "note:" + "9" * 200, "zone:unplaced", "board", "floor", [], {}, [[[[]]]], [CANARY],
    {"__proto__": {"x": 1}},
    {CANARY: CANARY}, {"fi": CANARY, "sv": "", "en": None}, {str(each): each for each in range(50)}, list(range(600)),
)  # fmt: skip
EVENTS = ("ops", "ops", "ops", "ops", "ops", "ops", "since", "here", "connect", "disconnect", "message", CANARY, "")
PREFIXES = (
    "2/live,", "2/live,7", "2", "2/", "2/other,", "0/live,", "0", "1/live,", "3/live,1", "4/live,", "5/live,",
    "51-/live,", "6/live,", "7/live,", "9", "", "-1", "２/live,",
)  # fmt: skip
SEEN = ("zone", "x", "y", "selected", "writing", "epoch", "seq", "token", "document", "protocol", "since")
NOUNS = {"source": "note", "target": "note", "after": "zone", "zones": "zone", "notes": "note"}  # whose id a member is


class Maker:
    """ids: of items that are there; they are used as often as those that are not."""

    def __init__(self, random: Random, ids: Sequence[str]) -> None:
        self._random, self._ids = random, ids
        self._schemas = {kind: schema().fields for kind, schema in sorted(SCHEMAS.items())}
        self._kinds = list(self._schemas)
        self._by_noun: dict[str, list[str]] = {}
        for each in ids:
            self._by_noun.setdefault(each.partition(":")[0], []).append(each)

    def packet(self) -> str | bytes:
        """One message as engine.io hands it on."""
        chance = self._random.random()
        if chance < 0.45:
            return (
                '2/live,["ops",' + self._written([self.operation() for _ in range(self._random.randrange(1, 4))]) + "]"
            )
        if chance < 0.60:
            return self._random.choice(PREFIXES) + self._written(
                [self._random.choice(EVENTS), self._payload(), *self._more()]
            )
        if chance < 0.70:
            case = self._random.choice(CASES)
            whole = b'2/live,["ops",' + case + b"]" if chance < 0.65 else b'2/live,["ops",[{"id":' + case + b"}]]"
            return whole.decode("utf-8", "replace") if chance < 0.69 else whole
        text = '2/live,["ops",' + self._written([self.operation()]) + "]"
        return self._spoilt(text)

    def frame(self) -> bytes:
        """Bytes as a WebSocket brings them, mostly not a frame."""
        data = bytearray(self._random.randbytes(self._random.randrange(2, 40)))
        if self._random.random() < 0.7:  # the beginning of a frame of ours
            data[:2] = bytes((0x80 | self._random.choice((0, 1, 2, 8, 9, 10)), 0x80 | self._random.randrange(127)))
        return bytes(data)

    def operation(self) -> dict[str, Any]:
        """Of any type, nearly as its schema wants it."""
        kind = self._random.choice(self._kinds)
        made: dict[str, Any] = {"type": kind}
        for name, member in self._schemas[kind].items():
            if member.required or self._random.random() < 0.6:
                made[member.data_key or name] = self._value(name, member)
        if self._random.random() < 0.5:
            self._disturb(made)
        return made

    def _value(self, name: str, member: fields.Field[Any]) -> Any:
        match member:
            case _ if name == "id":
                return str(uuid.UUID(int=self._random.getrandbits(128), version=4))
            case ItemId():
                return self._id(name)
            case Whole():
                return self._random.randrange(-5, 12_000)
            case Flag():
                return self._random.random() < 0.5
            case Choice():
                return self._random.choice(("fi", "sv", "en", "phase", "lane", "xx"))
            case Ids():
                return [self._id(name) for _ in range(self._random.randrange(4))]
            case Fields():
                keys = ("title", "kind", "label", "notes", "text", "hint", "state", "accepts", "shaped_by", CANARY)
                return {self._random.choice(keys): self._odd_or(CANARY) for _ in range(self._random.randrange(3))}
        return self._random.choice(
            (CANARY, "a1", "open", "vote", "silent", "pain_point", "notes", "text", "b1 " + CANARY)
        )

    def _id(self, name: str) -> str:
        noun = NOUNS.get(name, name)
        fitting = self._by_noun.get(noun, self._ids) if self._random.random() < 0.9 else self._ids
        return self._random.choice(fitting) if self._random.random() < 0.8 else f"{noun}:{self._random.randrange(40)}"

    def _odd_or(self, value: Any) -> Any:
        return self._random.choice(ODD) if self._random.random() < 0.3 else value

    def _disturb(self, made: dict[str, Any]) -> None:
        """A value of another kind, a member too many or too few."""
        chance, name = self._random.random(), self._random.choice(list(made))
        if chance < 0.6:
            made[name] = self._random.choice(ODD)
        elif chance < 0.8:
            del made[name]
        else:
            made[self._random.choice(("__proto__", "seq", "by", CANARY, "from", "fields"))] = self._random.choice(ODD)

    def _payload(self) -> Any:
        if self._random.random() < 0.4:
            return self._random.choice(ODD)
        return {self._random.choice(SEEN): self._odd_or(CANARY) for _ in range(self._random.randrange(5))}

    def _more(self) -> list[Any]:
        return [self._random.choice(ODD)] if self._random.random() < 0.1 else []

    def _written(self, value: Any) -> str:
        text = json.dumps(value, ensure_ascii=self._random.random() < 0.8)
        return text.encode("utf-8", "replace").decode()  # what is no UTF-8 has no way to here

    def _spoilt(self, text: str) -> str:
        """Characters lost, doubled, changed; the end or the beginning missing."""
        for _ in range(self._random.randrange(1, 6)):
            at, length = self._random.randrange(len(text) + 1), self._random.randrange(12)
            chance = self._random.random()
            if chance < 0.3:
                text = text[:at] + text[at + length :]
            elif chance < 0.5:
                text = text[:at] + text[at : at + length] * 2 + text[at + length :]
            elif chance < 0.9:
                text = text[:at] + self._random.choice('[]{}",:\\\0\uffff9eE+-.tfn ') + text[at + length % 2 :]
            else:
                text = text[:at]
        return text
