"""F10: kill −9 between what was sent and its acknowledgement, round after round; and how the database is opened."""

from __future__ import annotations

import sqlite3

from facilitator.models.transaction import prepare_sqlite
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.wishes import any_wish

FULL_SYNC = 2
MOST_MS = 25.0


def play(drill: Drill) -> Evidence:
    """A few send, and the server dies a moment later, before or after it could answer."""
    clients = drill.come_all(3)
    for _ in range(drill.size.rounds * 5):
        for client in clients:
            drill.act(client, any_wish(client.random, client.copy.items, client.who.name))
        drill.wait(0.0, MOST_MS / 1000)
        drill.server.kill()
        drill.server.start()
        drill.until(lambda: not any(client.pending for client in clients), 15, "what was sent was not answered")
    drill.settle()
    with sqlite3.connect(drill.database) as connection:
        prepare_sqlite(connection)
        how = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "journal_mode")]
    connection.close()
    if how != [FULL_SYNC, "wal"]:
        drill.unsettled.append(f"the database is opened with {how}")
    return drill.evidence()
