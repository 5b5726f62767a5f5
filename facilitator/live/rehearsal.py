"""What batches and heartbeats ask of the database, asked once of nobody before the first person comes.

A statement is compiled when it is first asked. Of all that a heartbeat asks that takes some 20 ms, and everybody waits.
"""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy.exc import DatabaseError

from facilitator import access
from facilitator.engine import floor_of
from facilitator.live import log
from facilitator.live.admission import admitted
from facilitator.live.people import people_of
from facilitator.live.workings import Workings

COUNTS = (1, 2, 4, 8, 16, 32, 64)  # of persons or documents that are asked for together
PLACES = ("nowhere", floor_of("nowhere"))
NOBODY = "u:nobody"


def rehearse(workings: Workings) -> None:
    """Where there are no tables yet, nobody can come either."""
    with suppress(DatabaseError):
        for place in PLACES:
            admitted(workings, NOBODY, place)
        with workings.reading() as connection:
            access.held([NOBODY], connection)
            for place in PLACES:
                people_of(connection, place, {NOBODY})
            for count in COUNTS:
                nobody = [f"{NOBODY}{number}" for number in range(count)]
                log.heads(connection, nobody)
                for place in PLACES:
                    access.rights_of(nobody, place, connection)
