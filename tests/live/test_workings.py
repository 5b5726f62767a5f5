"""G9: what a page writes waits for the disk where nobody else has to wait with it."""

from __future__ import annotations

from threading import Thread
from types import SimpleNamespace

import pytest
from engineio import Server
from engineio.packet import MESSAGE, Packet
from engineio.socket import Socket

from facilitator.live import workings
from facilitator.models import User
from tests.makers import make_user

NOT_USED = ("sleep", "start_background_task", "emit", "disconnect")

pytestmark = pytest.mark.not_on("postgresql")  # its driver waits together with the others anyway


def test_what_a_page_writes_is_committed_aside(app, monkeypatch):
    aside = []

    def offload(fn):
        aside.append(fn.__name__)
        return fn()

    monkeypatch.setattr(workings, "offload", offload)

    aino = make_user("Aino")

    assert aside == ["commit"]
    assert User.query.filter_by(id=aino.id).count() == 1


def test_whoever_polls_no_more_is_hung_up_on_without_waiting_for_them(app):
    """Engine.io itself would wait until all was polled: a room with one such seat would stand still for ever."""
    engine = Server(async_mode="threading", monitor_clients=False)
    engine.sockets["silent"] = silent = Socket(engine, "silent")
    silent.send(Packet(MESSAGE, "never polled"))
    made = workings.Workings(app, SimpleNamespace(eio=engine, **dict.fromkeys(NOT_USED)))

    hanging = Thread(target=made.hang_up, args=["silent"], daemon=True)
    hanging.start()
    hanging.join(10)

    assert (hanging.is_alive(), silent.closed, engine.sockets) == (False, True, {})
    made.hang_up("silent")  # a second time is nothing
