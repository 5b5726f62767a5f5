"""F14: frames that nobody can read, by the hundred. Only their sender notices."""

from __future__ import annotations

import base64
import contextlib
import json
from pathlib import Path
from random import Random

from tests.faults import frames
from tests.faults.drill import Drill, vital_signs
from tests.faults.evidence import Evidence
from tests.faults.wires import WebSocketWire
from tests.faults.wishes import new_note

SAMPLE = Path(__file__).parents[2] / "data" / "json-parsing-sample.jsonl"
CASES = [base64.b64decode(json.loads(line)["b64"]) for line in SAMPLE.read_text("utf-8").splitlines()]
FATAL = (b"\xff\xfe", b"9", b"b4AAAA", b"42")  # they end the connection, and nothing else
BROKEN = (
    b"42/live,", b"42/other,[]", b"40/other,{}", b"42/live,[]",
    b'451-/live,["ops",{"_placeholder":true,"num":0}]', b'42/live,["ops",' + b"[" * 60_000,
    b'42/live,["ops",[{"x":' + b"7" * 5_000 + b"}]]", b'42/live,["ops",[{"__proto__":{"x":1},"id":1,"id":2}]]',
    b'42/live,["ops",[{"text":"\\ud800"}]]', b'42/live,["ops",[{"x":NaN}]]', b'42/live,["ops",[{"x":1e999}]]',
    b'42/live,["since",{"epoch":"x","seq":-1}]', b'42/live,["since",{"epoch":"x","seq":9007199254740991}]',
    b'42/live,["here",{"zone":7}]', b"43/live,7[]", b'42/live,["connect",{}]',
)  # fmt: skip
OF_EACH_CONNECTION = 15  # after twenty that cannot be read, the server ends it


def play(drill: Drill) -> Evidence:
    """Others work while one sends nothing but rubbish."""
    drill.come_all(3)
    drill.start_acting()
    before = vital_signs(drill.server)
    hostile = drill.line("hostile")
    random = Random(f"{drill.seed}:rubbish")
    for _ in range(drill.size.rounds * 10):
        packets = [_rubbish(random) for _ in range(OF_EACH_CONNECTION)]
        with contextlib.suppress(OSError, EOFError, TimeoutError):  # it may be hung up on, and that is right
            drill.loop.run(_send(drill, hostile.port, packets))
    drill.wait(drill.size.acting_seconds / 2)
    drill.settle()
    fallen = [record for record in drill.history.records if record["kind"] == "line" and not record["is_up"]]
    drill.unsettled += [f"{record['client']} lost its line to somebody else's rubbish" for record in fallen]
    after = vital_signs(drill.server)
    return drill.evidence(figures={name: (before[name], after[name]) for name in before})


async def _send(drill: Drill, port: int, packets: list[bytes]) -> None:
    _, token = drill.setting.people[3]
    wire = WebSocketWire(port)
    try:
        await wire.open()
        auth = {"token": token, "document": drill.board, "protocol": 1, "epoch": None, "since": None}
        await wire.say("40/live," + json.dumps(auth))
        await wire.hear()
        for packet in packets:
            await wire.put(frames.make(packet))
        await wire.hear()
    finally:
        wire.close()


def _rubbish(random: Random) -> bytes:
    """A known bad frame, a case of the parsers' sample, or a good frame with some bytes changed."""
    chance = random.random()
    if chance < 0.02:
        return random.choice(FATAL)
    if chance < 0.3:
        return random.choice(BROKEN)
    if chance < 0.6:
        return b'42/live,["ops",' + random.choice(CASES) + b"]"
    good = bytearray(b'42/live,["ops",' + json.dumps([new_note(random, "x")]).encode() + b"]")
    good[15 : 15 + random.randrange(1, 20)] = random.randbytes(random.randrange(0, 6))
    return bytes(good)
