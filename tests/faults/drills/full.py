"""F3: the database may grow no more. Nothing is half written, reading goes on, and what waits is sent when it may."""

from __future__ import annotations

from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.wishes import new_note

RECOVERED_SECONDS = 10.0
TEXT = "täysi levy " * 170
MOST_NOTES = 40


def play(drill: Drill) -> Evidence:
    """People write until nothing is taken any more; then there is room again."""
    clients = drill.come_all(max(4, drill.size.clients // 5))
    flag = drill.server.instance / "full"
    flag.touch()
    for number in range(MOST_NOTES):
        client = clients[number % len(clients)]
        drill.act(client, new_note(client.random, f"{number} {TEXT}"))
        drill.wait(0.02)
    drill.wait(drill.size.acting_seconds)
    head, waiting = drill.head(), sum(len(client.pending) for client in clients)
    if not waiting:
        drill.unsettled.append("the disk was never full")
    told = [client for client in clients if any('"storage.full"' in packet for packet in client.heard)]
    if not told:
        drill.unsettled.append("nobody was told that the disk is full")
    read = drill.call(1, "GET", f"/boards/{drill.board}/state")
    if read.status != 200:
        drill.unsettled.append(f"while the disk is full, the board cannot be read: {read.status}")
    late = drill.come(len(clients) + 1)
    drill.until(lambda: late.is_up and late.copy.seq == head, 10, "while the disk is full, nobody can come in")
    flag.unlink()
    drill.healed_at = drill.history.now()
    drill.until(lambda: not any(client.pending for client in clients), RECOVERED_SECONDS, "what waited was not sent")
    drill.settle(RECOVERED_SECONDS)
    return drill.evidence()
