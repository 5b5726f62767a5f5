"""F18: yesterday's backup is brought back while people work: another past, into which no wish is moved unasked."""

from __future__ import annotations

import json
from pathlib import Path

from tests.faults.checkers import violations
from tests.faults.client import Client
from tests.faults.copy import is_other_past
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence, Row, read_log
from tests.faults.history import within
from tests.faults.wishes import new_note, op

PAST = ("I1", "I2", "I3", "I4")  # what still holds of a past that is over
PER_SECOND = 80.0  # so that there is always something on its way
TOLD_SECONDS = 10.0  # a heartbeat, the way back and the state
RECOVERED_SECONDS = 10.0


def play(drill: Drill) -> Evidence:
    """Some are away when it happens, the others are in the middle of writing; what waits is offered to its author."""
    clients = drill.come_all()
    away = clients[: max(2, len(clients) // 5)]
    for client in clients:
        drill.act(client, new_note(client.random, "Eilen kirjoitettu"))
    drill.settle()
    drill.freeze()
    backup, before = drill.folder / "yesterday.db", drill.head()
    drill.server.cli("backup", str(backup))
    drill.start_acting(together_per_second=PER_SECOND)
    only_today = drill.act(clients[-1], new_note(clients[-1].random, "Vain tänään"))["note"]
    drill.until(lambda: all(only_today in client.copy.items for client in away), 10, "today's note did not come")
    _leave(drill, away, only_today)
    drill.wait(0.2, 0.5)
    said = drill.server.cli("restore", str(backup), "--yes")
    past = read_log(Path(said.split()[-1]), drill.board)
    drill.heal()
    drill.stop_acting()
    epoch = _epoch(drill)
    drill.until(lambda: all(client.copy.epoch == epoch for client in clients), TOLD_SECONDS, "not everybody began anew")
    drill.unsettled += _of_the_past(drill, past, epoch, before)
    _ask(drill, away)
    drill.start_acting()
    drill.wait(drill.size.acting_seconds)
    drill.settle(RECOVERED_SECONDS)
    found = drill.evidence()
    found.records, found.began_at = within(drill.history.records, epoch), before
    return found


def _leave(drill: Drill, away: list[Client], only_today: str) -> None:
    """They go on without a line: one writes anew, and moves what yesterday knows nothing of."""
    for client in away:
        drill.on_loop(client.line.take_away)
    drill.until(lambda: not any(client.is_up for client in away), 10, "a line that is cut stayed up")
    for client in away:
        drill.act(client, new_note(client.random, "Matkalla kirjoitettu"))
        drill.act(client, op(client.random, "note.write", note=only_today, was="Vain tänään", text="Toinen sana"))


def _epoch(drill: Drill) -> str:
    return str(json.loads(drill.call(0, "GET", f"/boards/{drill.board}/state").body)["epoch"])


def _of_the_past(drill: Drill, past: list[Row], epoch: str, before: int) -> list[str]:
    """What was promised before is in the log that was put aside; the new one begins with what the backup had."""
    records = [record for record in drill.history.records if is_other_past(record.get("epoch"), epoch)]
    if past[:before] != drill.log()[:before]:
        drill.unsettled.append("the log does not begin as yesterday's does")
    over = Evidence(document=drill.board, records=records, log=past)
    return [f"of the past, {each}" for each in violations(over, PAST)]


def _ask(drill: Drill, away: list[Client]) -> None:
    """Whoever was away is asked of everything that waited; one in two says that all of it still holds."""
    for number, client in enumerate(away):
        if len(client.offered) < 2 or client.pending:
            drill.unsettled.append(
                f"{client.who.name} is offered {len(client.offered)}, and {len(client.pending)} wait to be sent"
            )
        for wish in list(client.offered) if number % 2 == 0 else []:
            drill.on_loop(client.still_holds, wish)
