"""The server: eventlet's own, listening, and ending in order."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from flask import Flask

from facilitator import logs, methods
from facilitator.faults import told
from facilitator.hub.door import Door
from facilitator.measures import hub_lag_seconds

DRAIN_SECONDS = 1.0
FAREWELL_SECONDS = 0.2
SETTLED_SECONDS, DAY_SECONDS = 60.0, 86_400.0
TIDY_SECONDS = 60.0
NEVER = 1_000_000_000
LAG_SECONDS = 0.25  # between two looks at how late the loop is
SWITCH_SECONDS = 0.0005  # how long a thread that computes may keep Python's lock from the loop; else ten times that

logger = logging.getLogger(__name__)


def serve(app: Flask, host: str, port: int) -> None:
    """Serve until SIGTERM or SIGINT. What was sent by then becomes durable, everybody is told, and it returns."""
    import eventlet
    from eventlet.hubs import trampoline

    from facilitator.extensions import db, socketio
    from facilitator.hub import websocket

    logs.configure(app.config["SETTINGS"].log)
    with app.app_context():
        _check_driver(db.engine.dialect.name)
    websocket.install(vars(socketio)["server"])
    share_the_lock()
    methods.library()  # checked for a third of a second, once: before anybody would wait for it
    bell = _bell()
    gc.collect()
    gc.freeze()  # what lives as long as the process need not be looked at again
    try:
        door = Door(app, host, port)
    except OSError as fault:
        sys.exit(f"Nothing is served: {host}:{port} cannot be listened on ({os.strerror(fault.errno or 0)}).")
    eventlet.spawn(_each_day, app, eventlet.sleep)
    eventlet.spawn(_feel_lag, eventlet.sleep)
    eventlet.spawn(_tidy, eventlet.sleep)
    print(f"Listening on http://{host}:{port}", flush=True)
    trampoline(bell, read=True)  # parked until a signal
    logger.info("ending")
    door.close()
    app.extensions["live"].drain(DRAIN_SECONDS)
    eventlet.sleep(FAREWELL_SECONDS)


def share_the_lock() -> None:
    """Whoever waits for the lock gets it sooner. The loop lets go of it at every `send`, once for each person."""
    sys.setswitchinterval(SWITCH_SECONDS)


def _each_day(app: Flask, sleep: Callable[[float], None]) -> None:
    """What has to be done once a day, and once soon after a start."""
    while True:
        sleep(SETTLED_SECONDS)
        for work in app.extensions["daily"]:
            try:
                with app.app_context():
                    work()
            except Exception as fault:  # the next day is another try
                logger.error("daily work failed", extra={"fault": told(fault)})
        sleep(DAY_SECONDS)


def _tidy(sleep: Callable[[float], None]) -> None:
    """Look through all memory for what only holds itself: once a minute, not whenever many people come.

    With three hundred people it stops everybody for 30 ms.
    """
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, NEVER)
    while True:
        sleep(TIDY_SECONDS)
        gc.collect()


def _feel_lag(sleep: Callable[[float], None]) -> None:
    """How late the loop wakes a sleeper is how long everybody else waited."""
    while True:
        asked = time.monotonic()
        sleep(LAG_SECONDS)
        hub_lag_seconds.observe(max(0.0, time.monotonic() - asked - LAG_SECONDS))


def _check_driver(dialect: str) -> None:
    from eventlet.patcher import is_monkey_patched

    if not is_monkey_patched("socket"):
        raise RuntimeError("start the server with `python wsgi.py`: it patches before anything else is imported")
    psycopg = sys.modules.get("psycopg")
    if dialect == "postgresql" and psycopg is not None and psycopg.waiting.wait.__name__ == "wait_c":
        raise RuntimeError("psycopg was imported before PSYCOPG_WAIT_FUNC was set: it would stop everybody")


def _bell() -> int:
    """A pipe that a signal writes to: a Python handler alone does not wake the hub."""
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _ring)
    return reading


def _ring(_number: int, _frame: FrameType | None) -> None:
    """The pipe does the work."""
