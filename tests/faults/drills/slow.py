"""F8: some read a kilobyte a second, some nothing at all. The others feel nothing; the server keeps little for them."""

from __future__ import annotations

from tests.faults.drill import Drill, vital_signs
from tests.faults.evidence import Evidence
from tests.faults.line import Trouble
from tests.faults.neighbours import Neighbours
from tests.faults.wishes import new_note

MOST_BYTES_EACH = 2 * 2**20
TEXT = "hidas lukija " * 100


def play(drill: Drill) -> Evidence:
    """A tenth are slow while the others write long notes."""
    clients = drill.come_all(max(6, drill.size.clients // 2))
    few = max(2, len(clients) // 5)
    slow, well = clients[:few], clients[few:]
    with Neighbours(drill) as neighbours:
        began = neighbours.now()
        drill.wait(drill.size.acting_seconds)
        before, quiet = vital_signs(drill.server), (began, neighbours.now())
        for number, client in enumerate(slow):
            client.line.trouble = Trouble(is_stalled=True) if number % 2 else Trouble(bytes_per_second=1_000)
        began = neighbours.now()
        for number in range(drill.size.rounds * 40):
            client = well[number % len(well)]
            drill.act(client, new_note(client.random, f"{number} {TEXT}"))
            drill.wait(0.02)
        drill.until(lambda: not any(client.pending for client in well), 20, "notes were not acknowledged")
        after, during = vital_signs(drill.server), (began, neighbours.now())
        figures = neighbours.feel(quiet, during)
    if after["rss"] - before["rss"] > MOST_BYTES_EACH * few + 32 * 2**20:
        drill.unsettled.append(
            f"the server keeps {(after['rss'] - before['rss']) / 2**20:.0f} MiB for {few} slow readers"
        )
    drill.heal()
    drill.settle(20.0)
    return drill.evidence(figures=figures)
