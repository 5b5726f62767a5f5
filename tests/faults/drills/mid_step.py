"""F12: the server dies in silence, in a vote and with a timer running; what was private, given and set holds."""

from __future__ import annotations

import json
import time
import uuid
from datetime import datetime

from tests.faults.client import Client
from tests.faults.drill import Drill
from tests.faults.evidence import Canary, Evidence
from tests.faults.wishes import new_note, op

VOTES_EACH = 3
RECOVERED_SECONDS = 10.0
LOOKS = 3


def play(drill: Drill) -> Evidence:
    """So many rounds of silence, its end, a vote and a timer, with a kill in each."""
    clients = drill.come_all(max(4, drill.size.clients // 2))
    aino = drill.come(0)
    drill.until(lambda: aino.is_up, 10, "Aino did not come in")
    timers: list[tuple[str, str, float]] = []
    for _ in range(drill.size.rounds):
        _write_in_silence(drill, aino, clients)
        timers = _vote_on_time(drill, aino, clients)
    drill.settle(RECOVERED_SECONDS)
    return drill.evidence(timers=timers)


def _write_in_silence(drill: Drill, aino: Client, clients: list[Client]) -> None:
    lead(drill, aino, op(aino.random, "mode.set", mode="silent"))
    canaries = [f"KANARIALINTU-{uuid.UUID(int=client.random.getrandbits(128))}" for client in clients]
    at_kill = drill.random.randrange(len(clients))
    for number, (client, text) in enumerate(zip(clients, canaries, strict=True)):
        drill.act(client, new_note(client.random, text))
        if number == at_kill:
            drill.server.kill()
            drill.server.start()
    drill.until(lambda: not any(client.pending for client in clients), RECOVERED_SECONDS, "silence was not written")
    for number in (0, 1, len(clients)):  # all ways out: Aino's state, a guest's, the pages of events
        drill.call(number, "GET", f"/boards/{drill.board}/state")
    shown = lead(drill, aino, op(aino.random, "mode.set", mode="open"))
    drill.canaries += [Canary(text, client.who.person, shown) for client, text in zip(clients, canaries, strict=True)]


def _vote_on_time(drill: Drill, aino: Client, clients: list[Client]) -> list[tuple[str, str, float]]:
    notes = [item_id for item_id in aino.copy.items if item_id.startswith("note:")]
    ballot = f"ballot:{uuid.UUID(int=aino.random.getrandbits(128))}"
    opening = op(aino.random, "ballot.open", ballot=ballot, title="Tärkein", each=VOTES_EACH, per_note=1, over="notes")
    lead(drill, aino, opening)
    lead(drill, aino, op(aino.random, "mode.set", mode="vote"))
    drill.call(0, "POST", floor(drill) + "/ops", [op(aino.random, "timer.start", seconds=600)])
    timers = [timer(drill, number) for number in (0, 1)]
    for client in clients:
        for _ in range(VOTES_EACH + 1):  # one too many
            vote = f"vote:{uuid.UUID(int=client.random.getrandbits(128))}"
            drill.act(
                client, op(client.random, "vote.cast", vote=vote, ballot=ballot, note=client.random.choice(notes))
            )
    drill.server.kill()
    drill.server.start()
    drill.until(lambda: not any(client.pending for client in clients), RECOVERED_SECONDS, "votes were not answered")
    timers += [timer(drill, number) for number in (0, 1, 2)]
    lead(drill, aino, op(aino.random, "ballot.close", ballot=ballot))
    lead(drill, aino, op(aino.random, "mode.set", mode="open"))
    return timers


def lead(drill: Drill, aino: Client, wish: dict) -> int:
    """Do it, and wait until everybody has it; the number of its event."""
    drill.act(aino, wish)
    drill.until(lambda: not aino.pending, RECOVERED_SECONDS, f"{wish['type']} was not answered")
    seq = drill.head()
    drill.until(
        lambda: all(client.copy.seq >= seq for client in drill.clients), 10, f"{wish['type']} did not reach all"
    )
    return seq


def floor(drill: Drill) -> str:
    """Where the floor is asked for."""
    return f"/workshops/{drill.setting.workshop}/floor"


def timer(drill: Drill, number: int) -> tuple[str, str, float]:
    """When the timer ends, as this person is told, and how far the server's clock is ahead: by the quickest answer."""
    told = []
    for _ in range(LOOKS):
        asked = time.time()
        state = json.loads(drill.call(number, "GET", floor(drill) + "/state").body)
        took = time.time() - asked
        ends_at = next(item["timer"] for item in state["items"] if item["id"] == "floor")["ends_at"]
        told.append((took, ends_at, datetime.fromisoformat(state["now"]).timestamp() - asked - took / 2))
    _, ends_at, ahead = min(told)
    return f"person {number}", ends_at, ahead
