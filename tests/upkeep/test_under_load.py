"""F18, F19: a backup while people write is a beginning of the log, and a restore under them begins everything anew."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

from facilitator.models.base import now
from facilitator.upkeep.backup import back_up
from facilitator.upkeep.restore import restore
from tests.live.conftest import beside
from tests.live.setting import note
from tests.live.wire import fetch
from tests.upkeep.conftest import opening

WRITTEN_BEFORE, WRITTEN_AFTER = 60, 20


def log_of(path: Path, board: str) -> list[tuple[int, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT seq, op_id FROM log_events WHERE document_id = ? ORDER BY seq", (board,)
    ).fetchall()
    connection.close()
    return rows


def test_people_write_on_while_it_is_backed_up_and_begin_anew_when_it_is_brought_back(own_stage, tmp_path):
    stage = own_stage(FACILITATOR_LIMITS="off")
    setting, server = stage.setting, stage.server
    saved = tmp_path / "saved.db"
    bjorn, dagny = stage.come(setting.bjorn), stage.come(setting.dagny)
    over, sent = threading.Event(), []

    def write() -> None:
        while not over.is_set():
            bjorn.emit("ops", [wish := note(f"n{len(sent)}")])
            sent.append(wish)
            bjorn._read(0.02)

    writer = threading.Thread(target=write)
    writer.start()
    while len(sent) < WRITTEN_BEFORE:
        time.sleep(0.01)
    with beside(server) as app:
        back_up(app.config["SETTINGS"], saved)
    when_saved = len(sent)
    while len(sent) < when_saved + WRITTEN_AFTER:
        time.sleep(0.01)
    over.set()
    writer.join(15)
    bjorn.wait_op(sent[-1]["id"])
    backed_up, whole = log_of(saved, setting.board), log_of(server.instance / "facilitator.db", setting.board)
    before = stage.state(setting.dagny)["epoch"]

    with beside(server) as app:
        restored = restore(app.config["SETTINGS"], saved, now(), opening)
    bjorn.emit("ops", [note("wished before he knew")])

    assert [seq for seq, _ in backed_up] == list(range(1, len(backed_up) + 1))
    assert backed_up == whole[: len(backed_up)]
    assert 1 < len(backed_up) < len(whole) == len(sent) + 1
    for client in (bjorn, dagny):  # at the next heartbeat, unless they write
        client.wait(lambda client=client: not client.is_open, 10)
        assert client.received("reset")[-1]["why"] == "epoch"
    state = stage.state(setting.dagny)
    assert (state["epoch"] != before, state["seq"]) == (True, len(backed_up))
    assert bjorn.received("reset")[-1]["epoch"] == state["epoch"]
    bjorn = stage.come(setting.bjorn, epoch=state["epoch"], since=state["seq"])
    bjorn.emit("ops", [after := note("jälkeen")])
    assert bjorn.wait_op(after["id"])["seq"] == len(backed_up) + 1
    path = f"/boards/{setting.board}/events?since={len(backed_up)}"
    assert [each["op"] for each in fetch(server.url, setting.tokens[setting.aino], path)["events"]] == [after["id"]]
    assert log_of(Path(restored.kept), setting.board) == whole
