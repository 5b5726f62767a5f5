"""F17: hundreds join at once from one address; then all lose the server, and come back at once."""

from __future__ import annotations

import asyncio
import json
import time
from random import Random

from tests.faults.client import Client, Who
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.history import p95
from tests.faults.http import call
from tests.faults.neighbours import Neighbours

ARRIVE_SECONDS, MOST_P95 = 5.0, 2.0
BACK_SECONDS = 20.0


def play(drill: Drill) -> Evidence:
    """Five times the clients of this size join within five seconds; the budgets are on."""
    line = drill.line("crowd")  # all of them behind one address
    count = drill.size.clients * 5
    with Neighbours(drill) as neighbours:
        began = neighbours.now()
        drill.wait(drill.size.acting_seconds)
        quiet, began = (began, neighbours.now()), neighbours.now()
        joined = drill.loop.run(_join_all(drill, count), 120)
        figures = neighbours.feel(quiet, (began, neighbours.now()))
    refused = [status for status, _, _ in joined if status != 201]
    if refused:
        drill.unsettled.append(f"{len(refused)} of {count} joins were refused: {set(refused)}")
    slowest = p95([seconds for _, seconds, _ in joined])
    if slowest > MOST_P95:
        drill.unsettled.append(f"p95 of joining is {slowest:.1f} s")
    for number, (_, _, who) in enumerate(joined):
        if who is not None:
            random = Random(f"{drill.seed}:{number}")
            drill.clients.append(Client(who, line, "websocket", drill.history, random, drill.folder))
            drill.loop.soon(drill.clients[-1].start)
    drill.until(lambda: all(client.is_up for client in drill.clients), BACK_SECONDS, "not everybody came to the board")
    drill.server.kill()
    drill.server.start()
    drill.settle(BACK_SECONDS)
    return drill.evidence(figures=figures)


async def _join_all(drill: Drill, count: int) -> list[tuple[int, float, Who | None]]:
    async def one(number: int) -> tuple[int, float, Who | None]:
        await asyncio.sleep(ARRIVE_SECONDS * number / count)
        began = time.monotonic()
        sent = {"code": drill.setting.code, "name": f"Tulija {number}"}
        answer = await call(drill.server.port, "", "POST", "/join", sent)
        took, told = time.monotonic() - began, json.loads(answer.body)
        if answer.status != 201:
            return answer.status, took, None
        return 201, took, Who(f"crowd{number}", told["participant"]["id"], told["token"], drill.board)

    return list(await asyncio.gather(*(one(number) for number in range(count))))
