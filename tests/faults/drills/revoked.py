"""F22: somebody loses access in the middle of what they do. Nothing of theirs counts after it or reaches them."""

from __future__ import annotations

import json

from tests.faults.client import Client, Who
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.http import call

ENDED_SECONDS = 5.0  # F22


def play(drill: Drill) -> Evidence:
    """One is removed, another signs out elsewhere; one of them polls. The others work on."""
    others = drill.come_all(3)
    removed, left = _guest(drill, "Poistettava", "websocket"), _guest(drill, "Lähtijä", "polling")
    drill.until(lambda: removed.is_up and left.is_up, 10, "not everybody came in")
    drill.start_acting()
    drill.wait(0.5, drill.size.acting_seconds)
    _lose(drill, removed, "DELETE", f"/participants/{removed.who.person}", drill.setting.aino[1])
    _lose(drill, left, "DELETE", "/session", left.who.token)
    drill.wait(0.5)
    drill.settle()
    for each in others:
        if not each.is_up:
            drill.unsettled.append(f"{each.who.name} lost the line when others were revoked")
    return drill.evidence()


def _guest(drill: Drill, name: str, wire: str) -> Client:
    joined = drill.loop.run(call(drill.server.port, "", "POST", "/join", {"code": drill.setting.code, "name": name}))
    told = json.loads(joined.body)
    return drill.come(1, wire, who=Who(name, told["participant"]["id"], told["token"], drill.board))


def _lose(drill: Drill, client: Client, method: str, path: str, token: str) -> None:
    answer = drill.loop.run(call(drill.server.port, token, method, path))
    if answer.status >= 300:
        drill.unsettled.append(f"{method} {path} was answered {answer.status}")
    drill.until(lambda: client.is_turned_away, ENDED_SECONDS, f"{client.who.name} was not sent away")
    last = drill.head()  # what was being decided when the right ended is in by now
    heard = len(client.heard)
    drill.wait(0.5)
    drill.unsettled += [
        f"{client.who.name} was sent {packet[:40]} after access had ended" for packet in client.heard[heard:]
    ]
    made = [row["seq"] for row in drill.log() if row["by"] == client.who.person and row["seq"] > last]
    drill.unsettled += [f"event {seq} was made by {client.who.name} after access had ended" for seq in made]
