"""F23: pages that are older than the server after an upgrade; events in which is more than a release knows."""

from __future__ import annotations

import sys

from playwright.sync_api import expect

from tests.faults.client import Client
from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.window import Window, now_ms
from tests.faults.wishes import UNPLACED, new_note, op

RESENT_SECONDS = 3.0
BROWSER_SECONDS = 20.0
FEW = 5
NEWER = [sys.executable, "-m", "tests.faults.launcher", "newer"]
# While it is so wished, the page says what an older one would say.
OLDER = """
for (const kind of [WebSocket, XMLHttpRequest]) {
  const send = kind.prototype.send;
  kind.prototype.send = function (data) {
    const isOld = window.speaksOld && typeof data === "string";
    send.call(this, isOld ? data.replace('"protocol":1', '"protocol":0') : data);
  };
}
"""


def play(drill: Drill) -> Evidence:
    """The server is upgraded while some are away, whose pages are too old then; later the upgrade is taken back."""
    clients, window = drill.come_all(max(4, drill.size.clients // 5)), drill.open_window(OLDER)
    old = clients[:3]
    before, began = drill.server.command, now_ms()
    for line in (window.line, *(client.line for client in old)):
        drill.on_loop(line.take_away)
    for number in range(FEW):
        for client in old:
            drill.act(client, new_note(client.random, f"{client.who.name} ennen päivitystä {number}"))
        window.write(f"Selaimesta ennen päivitystä {number}")
    _restart(drill, NEWER)
    window.was_offline(began)
    _come_back_too_old(drill, old, window)
    clients[:3] = _reload(drill, old, window)
    _ask_for_what_is_unknown(drill, clients[3])
    drill.start_acting(clients)
    window.write("Selaimesta päivityksen jälkeen")
    drill.wait(drill.size.acting_seconds)
    drill.stop_acting()
    drill.until(lambda: not any(client.pending for client in clients), 10, "the later release did not take everything")
    _restart(drill, before)
    drill.act(clients[0], new_note(clients[0].random, "Taas entinen versio"))
    drill.settle()
    drill.until(window.is_saved, BROWSER_SECONDS, "the browser's mark did not say that all is saved")
    drill.settle()
    drill.expect_once(window.written)
    _expect_unknown_kept(drill)
    return drill.evidence(page=window.trace(), offline=window.offline)


def _restart(drill: Drill, command: list[str]) -> None:
    drill.server.stop()
    drill.server.command = command
    drill.server.start()


def _come_back_too_old(drill: Drill, old: list[Client], window: Window) -> None:
    """They are told to load the page anew; what they wrote stays where it is."""
    kept = {client.who.name: list(client.pending) for client in old}
    window.person.page.evaluate("window.speaksOld = true")
    for client in old:
        client.protocol = 0
    drill.heal()
    drill.until(lambda: all(client.is_turned_away for client in old), 10, "an old client was not turned away")
    for client in old:
        told = [each for each in drill.history.records if each["client"] == client.who.name and not each.get("op", "-")]
        if not any(each.get("code") == "protocol.old" and each.get("message") for each in told):
            drill.unsettled.append(f"{client.who.name} was not asked to load the page anew: {told}")
        if client.pending != kept[client.who.name]:
            drill.unsettled.append(f"{client.who.name} lost what was pending when it was turned away")
    page = window.person.page
    expect(page.get_by_role("alert").filter(has_text="Lataa")).to_be_visible()
    expect(page.get_by_role("heading", name="Nämä ovat tallessa tällä laitteella")).to_be_visible()
    for text in window.written:
        expect(page.get_by_text(text, exact=True)).to_be_visible()


def _reload(drill: Drill, old: list[Client], window: Window) -> list[Client]:
    """The same people load the page anew; all of it is sent."""
    again = []
    for client in old:
        drill.crash(client)
        again.append(drill.reopen(client))
    drill.until(lambda: all(client.is_up for client in again), 10, "not everybody was back")
    drill.until(lambda: not any(client.pending for client in again), RESENT_SECONDS, "what was kept was not sent")
    window.reload()
    drill.until(window.is_saved, BROWSER_SECONDS, "the browser's mark did not say that all is saved")
    return again


def _ask_for_what_is_unknown(drill: Drill, client: Client) -> None:
    """An operation, and a member, that this server does not have: refused with the reason, and nothing else stops."""
    paint = op(client.random, "note.paint", note="note:none", colour="red")
    more = {**new_note(client.random, "Liikaa kenttiä"), "mood": "calm"}
    for wish, code in ((paint, "op.unknown"), (more, "op.invalid")):
        drill.act(client, wish)
        drill.until(lambda: not client.pending, 10, f"{wish['type']} was not answered")
        told = [each.get("code") for each in drill.history.records if each.get("op") == wish["id"] and "code" in each]
        if told != [code]:
            drill.unsettled.append(f"{wish['type']} with something unknown was answered {told}, not {code}")
    drill.act(client, op(client.random, "note.move", note=_some_note(client), zone=UNPLACED, order="b22"))
    drill.until(lambda: not client.pending, 10, "after something unknown, nothing was answered any more")
    if not client.is_up:
        drill.unsettled.append("something unknown cost the line")


def _some_note(client: Client) -> str:
    return next(item_id for item_id in client.copy.items if item_id.startswith("note:"))


def _expect_unknown_kept(drill: Drill) -> None:
    """What the later release wrote is in the log, in the state and with everybody, whoever has written since."""
    logged = [change for row in drill.log() for change in row["changes"] if "mood" in change.get("set", {})]
    if not logged:
        drill.unsettled.append("the later release wrote nothing that is unknown")
    for client in drill.clients:
        items = client.copy.items
        lost = [change["id"] for change in logged if change["id"] in items and "mood" not in items[change["id"]]]
        if lost:
            drill.unsettled.append(f"{client.who.name} has lost a field that it does not know, of {len(lost)} notes")
