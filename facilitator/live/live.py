"""The live part of one application: its rooms, its handlers, its heartbeat."""

from __future__ import annotations

import time

from flask import Flask
from prometheus_client import CollectorRegistry
from socketio import Server

from facilitator.live.figures import RoomsCollector
from facilitator.live.guard import Guard
from facilitator.live.handlers import Handlers
from facilitator.live.heart import Heart
from facilitator.live.limits import Limits
from facilitator.live.rehearsal import rehearse
from facilitator.live.rooms import Rooms
from facilitator.live.workings import Workings


class Live:
    """Kept as `app.extensions["live"]`."""

    def __init__(self, app: Flask, server: Server) -> None:
        self.workings = Workings(app, server)
        self.rooms = Rooms(self.workings)
        self.limits = Limits(is_on=app.config["SETTINGS"].limits != "off")
        self.heart = Heart(self.workings, self.rooms)
        self.figures = CollectorRegistry()
        self.figures.register(RoomsCollector(self.rooms))
        self.handlers = Handlers(self, server)
        self.handlers.register()
        Guard(server, self.workings, self.limits, self.handlers).install()

    def listen(self) -> None:
        """This process serves: hear what the others say."""
        rehearse(self.workings)
        self.workings.elsewhere.listen()

    def drain(self, seconds: float = 1.0) -> None:
        """The process ends: tell everybody, and let what was sent become durable."""
        ending = time.monotonic() + seconds
        for room in self.rooms.all():
            room.end()
        while any(room.is_busy() for room in self.rooms.all()) and time.monotonic() < ending:
            self.workings.sleep(0.01)
        self.rooms.close()
