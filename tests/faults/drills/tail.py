"""F5, its core: the last event is lost on the way to some, and nothing follows it. `head` closes the gap."""

from __future__ import annotations

from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.line import Trouble
from tests.faults.wishes import new_note

ON_THE_WAY_SECONDS = 0.5  # a message that is lost must have come to where it is lost
CLOSED_SECONDS = 6.0


def play(drill: Drill) -> Evidence:
    """Half of the people lose the end of each burst."""
    clients = drill.come_all(max(4, drill.size.clients // 4))
    writer, losers = clients[0], [client for client in clients[1::2] if client.wire_kind == "websocket"]
    for _ in range(drill.size.rounds):
        for client in losers:
            client.line.trouble = Trouble(lost=1.0)
        drill.act(writer, new_note(writer.random, "Viimeinen"))
        drill.until(lambda: not writer.pending, 10, "a note was not acknowledged")
        drill.wait(ON_THE_WAY_SECONDS)
        for client in losers:
            drill.on_loop(client.line.heal)
        head = drill.head()
        drill.until(
            lambda head=head: all(client.copy.seq == head for client in clients),
            CLOSED_SECONDS,
            "the gap at the end was not closed",
        )
    drill.settle()
    return drill.evidence()
