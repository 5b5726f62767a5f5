"""F6: clients without network edit on; a tab is closed and opened again; somebody removes what they edit."""

from __future__ import annotations

from tests.faults.client import Client
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.window import now_ms
from tests.faults.wishes import new_note, op

RESENT_SECONDS = 3.0  # after the network is back
BROWSER_SECONDS = 20.0
FEW = 5  # what somebody at a browser types meanwhile


def play(drill: Drill) -> Evidence:
    """One over WebSocket, one over polling and a browser are away; another one's tab dies meanwhile.

    With an even seed the browser's tab is closed too, and what it kept is sent by the next one.
    """
    there, window = drill.come(1), drill.open_window()
    away = [drill.come(2), drill.come(3, "polling"), drill.come(4)]
    drill.until(lambda: all(client.is_up for client in drill.clients), 30, "not everybody came in")
    shared = drill.act(there, new_note(there.random, "Poistetaan sillä välin"))
    drill.until(lambda: all(shared["note"] in client.copy.items for client in away), 10, "not everybody saw a note")

    began = now_ms()
    for line in (window.line, *(client.line for client in away)):
        drill.on_loop(line.take_away)
    for client in away:
        _edit_offline(drill, client, shared["note"])
    drill.act(there, op(there.random, "note.remove", note=shared["note"]))
    for number in range(FEW):
        window.write(f"Selaimesta ilman verkkoa {number}")
    drill.wait(drill.size.away_seconds)
    away[2] = _close_and_reopen(drill, away[2])
    is_closed = drill.seed % 2 == 0
    if is_closed:
        window.close_and_reopen()
    window.was_offline(began)
    drill.heal()
    if is_closed:
        window.reload()
    drill.until(lambda: all(client.is_up for client in away), 10, "not everybody was back")
    drill.until(lambda: not any(client.pending for client in away), RESENT_SECONDS, "what was kept was not sent")
    drill.until(window.is_saved, BROWSER_SECONDS, "the browser's mark did not say that all is saved")
    drill.settle()
    drill.expect_once(window.written)
    for text in window.written:
        drill.until(lambda text=text: window.shows(text), 5, f"the browser does not show {text}")
    return drill.evidence(page=window.trace(), offline=window.offline)


def _edit_offline(drill: Drill, client: Client, shared: str) -> None:
    for number in range(drill.size.edits_offline):
        drill.act(client, new_note(client.random, f"{client.who.name} ilman verkkoa {number}"))
    gone = op(client.random, "note.write", note=shared, was="Poistetaan sillä välin", text="Minun muutokseni")
    drill.act(client, gone)


def _close_and_reopen(drill: Drill, client: Client) -> Client:
    kept = [wish["id"] for wish in client.pending]
    drill.crash(client)
    again = drill.reopen(client)
    if [wish["id"] for wish in again.pending] != kept:
        drill.unsettled.append("what was kept did not outlast the tab, in order")
    return again
