"""F2: the server is ended in order and started again, under load, again and again."""

from __future__ import annotations

import time

from tests.faults.drill import Drill
from tests.faults.evidence import Evidence

ENDED_SECONDS = 2.0 + 1.0  # the process, and a busy machine
RECOVERED_SECONDS = 10.0


def play(drill: Drill) -> Evidence:
    """Nobody is refused; who can be told is told; nothing is lost."""
    clients = drill.come_all()
    drill.start_acting()
    for _ in range(max(1, drill.size.kills // 4)):
        drill.wait(0.5, drill.size.acting_seconds)
        told = [client for client in clients if client.is_up and client.wire_kind == "websocket"]
        before = {client.who.name: len(client.heard) for client in told}
        began = time.monotonic()
        drill.server.stop()
        if time.monotonic() - began > ENDED_SECONDS:
            drill.unsettled.append(f"the server took {time.monotonic() - began:.1f} s to end")
        drill.server.start()
        for client in told:
            if not any('42/live,["restart"' in packet for packet in client.heard[before[client.who.name] :]):
                drill.unsettled.append(f"{client.who.name} was not told of the restart")
    drill.wait(0.3, drill.size.acting_seconds)
    drill.settle(RECOVERED_SECONDS)
    return drill.evidence()
