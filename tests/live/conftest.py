"""A running server with a board on it, and clients for its people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pytest
from flask import Flask

from facilitator import create_app
from facilitator.config import Settings
from facilitator.extensions import db, socketio
from tests.application import Application
from tests.live.setting import Setting, make_setting
from tests.live.wire import Client, SocketClient, fetch
from tests.server import Server


@contextmanager
def beside(server: Server) -> Iterator[Flask]:
    """Another process's view of the same database: an application without a server, made once for each server."""
    app, speaks = _made_beside(frozenset(server.env.items()))
    vars(socketio).update(speaks)  # else it is of whichever application was made last
    with app.app_context():
        yield app
        app.extensions["live"].rooms.close()
        db.session.remove()
        db.engine.dispose()


@lru_cache(maxsize=4)
def _made_beside(env: frozenset[tuple[str, str]]) -> tuple[Flask, dict[str, Any]]:
    app = create_app({"TESTING": True}, Settings.read(dict(env)))
    return app, dict(vars(socketio))


@pytest.fixture
def app(tmp_path_factory: pytest.TempPathFactory, own_database: str) -> Iterator[Flask]:
    """An application of a test's own: the Socket.IO server, its seats and its threads belong to no other test."""
    with Application(tmp_path_factory.mktemp("live"), own_database).as_new() as app:
        yield app


@dataclass
class Stage:
    """A server, one board, and whoever has come."""

    server: Server
    setting: Setting
    clients: list[Client] = field(default_factory=list)

    def auth(self, person: str, **more: Any) -> dict[str, Any]:
        """What this person's page says when it connects."""
        token = self.setting.tokens[person]
        return {"token": token, "document": self.setting.board, "protocol": 1, "epoch": None, "since": None, **more}

    def come(self, person: str, kind: type[Client] = SocketClient, **auth: Any) -> Client:
        """Connect and be welcomed."""
        client = kind(self.server.url, self.auth(person, **auth))
        self.clients.append(client)
        assert client.refusal is None, client.refusal
        client.wait_for("welcome")
        return client

    def state(self, person: str) -> dict[str, Any]:
        """The board as this person may see it now."""
        return fetch(self.server.url, self.setting.tokens[person], f"/boards/{self.setting.board}/state")

    def leave(self) -> None:
        """Everybody goes."""
        for client in self.clients:
            client.close()


def staged(server: Server) -> Iterator[Stage]:
    """A fresh board on this server; everybody leaves at the end."""
    with beside(server):
        setting = make_setting()
    made = Stage(server, setting)
    yield made
    made.leave()


@pytest.fixture
def stage(live_server: Server) -> Iterator[Stage]:
    """A fresh board on the shared server."""
    yield from staged(live_server)


@pytest.fixture
def own_stage(server: Callable[..., Server]) -> Iterator[Callable[..., Stage]]:
    """Makes a board on a server of its own, which may be killed: `own_stage(FACILITATOR_LIMITS="off")`."""
    made: list[Stage] = []

    def make(**settings: str) -> Stage:
        one = server(**settings)
        with beside(one):
            setting = make_setting()
        made.append(Stage(one, setting))
        return made[-1]

    yield make
    for stage in made:
        stage.leave()
