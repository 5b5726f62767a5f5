"""What rooms need of the application, bound once: databases, time, and the Socket.IO server."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from flask import Flask
from socketio import Server
from sqlalchemy import Connection, Engine

from facilitator.extensions import db
from facilitator.hub.offload import offload
from facilitator.live.elsewhere import Elsewhere, channel_of, redis_at
from facilitator.live.writer import engine_for


class Workings:
    """sleep and start are the Socket.IO server's own: green or real, as the server is."""

    def __init__(self, app: Flask, server: Server) -> None:
        self.app = app
        self.sleep, self.start = server.sleep, server.start_background_task
        self.emit, self.disconnect = server.emit, server.disconnect
        self._engine = server.eio
        self.engine = engine_for(app.config["SQLALCHEMY_DATABASE_URI"])
        redis = redis_at(app.config["SETTINGS"].redis_url)
        self.elsewhere = Elsewhere(redis, channel_of(str(app.secret_key)), self.sleep, self.start)
        with app.app_context():
            self._web: Engine = db.engine
        if self._web.dialect.name == "sqlite":
            self._web.dialect.do_commit = commit_aside  # type: ignore[method-assign, assignment]  # the way it commits

    def hang_up(self, connection: str) -> None:
        """End a connection. Engine.io's own way waits until all was polled, by somebody who may poll no more."""
        found = self._engine.sockets.pop(connection, None)
        if found is not None:
            found.close(wait=False, reason=self._engine.reason.SERVER_DISCONNECT)

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for reads of a moment; from the web pool, so never to be used in a real thread."""
        return self._web.connect()


def commit_aside(connection: Any) -> None:
    """Commit what a page or a command wrote. SQLite waits for the disk; the rooms' people must not wait with it."""
    offload(connection.dbapi_connection.commit)
