"""F21: one floods, and opens windows without end; another guesses codes by the thousand. The others feel nothing."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from random import Random

from tests.faults.drill import Drill, vital_signs
from tests.faults.evidence import Evidence
from tests.faults.http import call
from tests.faults.neighbours import Neighbours
from tests.faults.wires import WebSocketWire
from tests.faults.wishes import new_note

FLOOD_SECONDS, FLOOD_FRAME = 3.0, 50
WINDOWS, GUESSES = 60, 40  # for each round


def play(drill: Drill) -> Evidence:
    """The budgets are on. The others work on, and whoever comes with the right code from the same address is let in."""
    others = drill.come_all(4)
    drill.start_acting()
    with Neighbours(drill) as neighbours:
        began = neighbours.now()
        drill.wait(drill.size.acting_seconds + 1)
        before, quiet, began = vital_signs(drill.server), (began, neighbours.now()), neighbours.now()
        drill.loop.run(_attack(drill), 300)
        figures = neighbours.feel(quiet, (began, neighbours.now()))
    drill.wait(0.5)
    after = vital_signs(drill.server)
    joined = drill.loop.run(
        call(drill.server.port, "", "POST", "/join", {"code": drill.setting.code, "name": "Oikea tulija"})
    )
    if joined.status != 201:
        drill.unsettled.append(f"after wrong codes by another, the right one was answered {joined.status}")
    drill.settle(20.0)
    drill.unsettled += [f"{client.who.name} lost the line" for client in others if not client.is_up]
    return drill.evidence(figures=figures | {name: (before[name], after[name]) for name in before})


async def _attack(drill: Drill) -> None:
    random = Random(f"{drill.seed}:hostile")
    await asyncio.gather(_flood(drill, random), _many_windows(drill), _guess(drill, random))


async def _flood(drill: Drill, random: Random) -> None:
    """A thousand a second, until the server has enough of it."""
    ends = time.monotonic() + FLOOD_SECONDS * drill.size.rounds
    while time.monotonic() < ends:
        with contextlib.suppress(OSError, EOFError, TimeoutError):
            wire = await _seat(drill)
            while time.monotonic() < ends:
                notes = [new_note(random, "tulva") for _ in range(FLOOD_FRAME)]
                await wire.say("42/live," + json.dumps(["ops", notes]))
                await asyncio.sleep(FLOOD_FRAME / 1000)
        await asyncio.sleep(0.2)


async def _many_windows(drill: Drill) -> None:
    wires = []
    for _ in range(WINDOWS):
        with contextlib.suppress(OSError, EOFError, TimeoutError):
            wires.append(await _seat(drill))
    for wire in wires:
        wire.close()


async def _guess(drill: Drill, random: Random) -> None:
    for _ in range(GUESSES * drill.size.rounds):
        code = "".join(random.choices("23456789ABCDEFGH", k=8))
        with contextlib.suppress(OSError, EOFError, TimeoutError):
            await call(drill.server.port, "", "POST", "/join", {"code": code, "name": "Arvaaja"})


async def _seat(drill: Drill) -> WebSocketWire:
    wire = WebSocketWire(drill.server.port)
    await wire.open()
    auth = {"token": drill.setting.people[5][1], "document": drill.board, "protocol": 1, "epoch": None, "since": None}
    await wire.say("40/live," + json.dumps(auth))
    await wire.hear()
    return wire
