"""A board that is full before anybody comes, laid in the log as the engine itself would have."""

from __future__ import annotations

import uuid
from random import Random

from facilitator.engine import Event
from facilitator.live import log
from facilitator.models.transaction import transaction
from tests.faults.drill import Drill
from tests.faults.wishes import new_note
from tests.live.conftest import beside

WORDS = "Sama tieto kysytään kolmesti, ja joka kerta eri lomakkeella"


def fill(drill: Drill, notes: int) -> None:
    """So many notes; the server is started anew, so that it opens the board as one that it does not know yet."""
    random = Random(f"{drill.seed}:filled")
    drill.call(1, "POST", f"/boards/{drill.board}/ops", [new_note(random, WORDS)])
    like = drill.log()[-1]
    (change,) = like["changes"]
    drill.server.stop()
    entries = []
    for seq in range(like["seq"] + 1, like["seq"] + notes):
        number = random.getrandbits(122)
        fields = {**change["set"], "text": f"{WORDS} {seq}", "order": f"a{random.choice('123456789')}{seq:05}1"}
        note = {"id": f"note:{uuid.UUID(int=number, version=4)}", "set": fields}
        entries.append(
            log.Entry(Event(seq, str(uuid.UUID(int=number)), like["by"], like["at"], [note], None), "filled")
        )
    with beside(drill.server), transaction() as tx:
        epoch, _ = log.heads(tx.connection(), [drill.board])[drill.board]
        log.append(tx.connection(), drill.board, entries, epoch)
    drill.server.start()
    drill.begins_here()
