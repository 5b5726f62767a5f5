"""F1: kill −9 of the server at random moments, under load."""

from __future__ import annotations

import json

from tests.faults.drill import Drill
from tests.faults.evidence import Evidence
from tests.faults.window import Official, now_ms

RECOVERED_SECONDS = 10.0  # after the last start, all are there and equal
BROWSER_SECONDS = 20.0


def play(drill: Drill) -> Evidence:
    """Raw clients, the official one and a browser work; the server dies and is started again, again and again."""
    drill.come_all()
    window = drill.open_window()
    official = _official(drill)
    drill.start_acting()
    for number in range(drill.size.kills):
        drill.wait(0.3, drill.size.acting_seconds)
        window.write(f"Selaimesta {number}")
        began = now_ms()
        drill.server.kill()
        window.write(f"Ilman palvelinta {number}")
        drill.server.start()
        window.was_offline(began)
    drill.wait(0.3, drill.size.acting_seconds)
    drill.settle(RECOVERED_SECONDS)
    drill.until(window.is_saved, BROWSER_SECONDS, "the browser's mark did not say that all is saved")
    drill.settle(RECOVERED_SECONDS)
    drill.expect_once(window.written)
    found = drill.evidence(page=window.trace(), offline=window.offline)
    found.digests["the official client"] = official.digest(drill.head())
    official.close()
    return found


def _official(drill: Drill) -> Official:
    epoch = json.loads(drill.call(1, "GET", f"/boards/{drill.board}/state").body)["epoch"]
    return Official(drill.line("official"), drill.setting.people[0][1], drill.board, epoch)
