"""People seated by the in-process test client: threading mode, and a heartbeat by hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from flask import Flask
from flask_socketio.test_client import SocketIOTestClient

from facilitator.extensions import socketio
from tests.live.setting import Setting

PATIENCE = 20.0


def until(is_there: Callable[[], Any]) -> Any:
    """Wait for another thread; AssertionError when it takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not (found := is_there()):
        assert time.monotonic() < deadline, "nothing came"
        time.sleep(0.01)
    return found


class Seated:
    """One person in the room."""

    def __init__(self, app: Flask, setting: Setting, person: str, **auth: Any) -> None:
        told = {"token": setting.tokens[person], "document": setting.board, "protocol": 1, "epoch": None, "since": None}
        self._client: SocketIOTestClient = socketio.test_client(app, namespace="/live", auth={**told, **auth})
        self._messages: list[tuple[str, Any]] = []
        if self.is_here():
            until(lambda: self.received("welcome"))

    def is_here(self) -> bool:
        """Whether the server has not ended it."""
        return bool(self._client.is_connected("/live"))

    def emit(self, name: str, data: Any) -> None:
        """Send one message."""
        self._client.emit(name, data, namespace="/live")

    def leave(self) -> None:
        """Close the window."""
        self._client.disconnect(namespace="/live")

    def received(self, name: str) -> list[Any]:
        """The payloads of all messages of this name so far."""
        if self.is_here():
            self._messages += [(each["name"], each["args"][0]) for each in self._client.get_received("/live")]
        return [data for each, data in self._messages if each == name]

    def events(self) -> list[dict[str, Any]]:
        """All events so far."""
        return [event for frame in self.received("events") for event in frame]

    def refused(self) -> list[dict[str, Any]]:
        """All refusals so far."""
        return [each for frame in self.received("refused") for each in frame]

    def others(self) -> dict[str, Any]:
        """Where everybody is, after all that came."""
        where: dict[str, Any] = {}
        for news in self.received("here"):
            where = dict(news["people"]) if news.get("all") else {**where, **news["people"]}
        return {person: here for person, here in where.items() if here is not None}
