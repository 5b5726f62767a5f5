"""The live part: rooms, presence and the socket. Carries operations to the engine and events to people."""

from __future__ import annotations

from flask import Flask


def register(app: Flask) -> None:
    """Give the application its rooms, and the Socket.IO server its handlers."""
    from facilitator.extensions import socketio
    from facilitator.live.live import Live

    app.extensions["live"] = Live(app, vars(socketio)["server"])
