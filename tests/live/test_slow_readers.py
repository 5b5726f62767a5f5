"""F8: whoever reads too slowly holds up nobody, and never makes the server's memory grow."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.live.setting import note
from tests.live.wire import NarrowClient

SOON = 1.0  # seconds; who waited for the others would wait until they are let go

pytestmark = pytest.mark.not_on("postgresql", "threading")  # it is our own WebSocket that bounds what waits


def memory_of(server):
    """Resident memory of the server's process, in MiB."""
    pages = Path(f"/proc/{server._process.pid}/statm").read_text().split()[1]
    return int(pages) * 4096 / 2**20


def test_a_reader_who_stops_reading_holds_up_nobody(own_stage):
    stage = own_stage(FACILITATOR_LIMITS="off")
    setting = stage.setting
    stopped = [stage.come(setting.dagny, NarrowClient) for _ in range(5)]
    bjorn = stage.come(setting.bjorn)
    before = memory_of(stage.server)
    waits = []

    for round_ in range(60):
        wishes = [note("x" * 1_900, order=f"a{round_ % 10}") for _ in range(25)]
        started = time.monotonic()
        bjorn.emit("ops", wishes)
        bjorn.wait_op(wishes[-1]["id"])
        waits.append(time.monotonic() - started)

    assert sorted(waits)[len(waits) // 2] < SOON
    assert memory_of(stage.server) - before < 60
    for client in stopped:  # told to begin afresh, and when that was not read either, let go
        client.wait(lambda client=client: not client.is_open, seconds=20)


def test_a_reader_who_falls_behind_and_reads_again_starts_afresh(own_stage):
    stage = own_stage(FACILITATOR_LIMITS="off")
    setting = stage.setting
    slow, bjorn = stage.come(setting.dagny, NarrowClient), stage.come(setting.bjorn)
    wishes = [note("x" * 1_900) for _ in range(25 * 10)]

    for start in range(0, len(wishes), 25):
        bjorn.emit("ops", wishes[start : start + 25])
        bjorn.wait_op(wishes[start + 24]["id"])

    assert slow.wait_for("reset", seconds=20)["why"] == "slow"
    seqs = [event["seq"] for event in slow.events()]
    assert seqs == sorted(set(seqs))
    bjorn.emit("ops", [last := note("lopuksi")])
    slow.wait_op(last["id"])


def test_a_whole_frame_reaches_a_slow_reader_in_one_piece(own_stage):
    stage = own_stage(FACILITATOR_LIMITS="off")
    epoch = stage.state(stage.setting.bjorn)["epoch"]
    bjorn = stage.come(stage.setting.bjorn)
    for _ in range(4):
        bjorn.emit("ops", [note("ä" * 900) for _ in range(25)])
    bjorn.wait(lambda: len(bjorn.events()) == 100)

    reader = NarrowClient(stage.server.url, stage.auth(stage.setting.dagny, epoch=epoch, since=1))
    stage.clients.append(reader)
    time.sleep(0.5)

    reader.wait(lambda: len(reader.events()) == 100)
