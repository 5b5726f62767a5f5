"""Where connections come in."""

from __future__ import annotations

import os
import socket
from typing import Any

from flask import Flask

MOST_CONNECTIONS = 10_000
WAITING = 512  # connections, while nobody takes them
KEEPALIVE_SECONDS = 75


class Door:
    """Open from the beginning on; eventlet's WSGI server takes whoever comes."""

    def __init__(self, app: Flask, host: str, port: int) -> None:
        """Raises OSError where the port is taken."""
        import eventlet

        # By itself eventlet lets two servers share a port: each would get half of what people send.
        self._listener = eventlet.listen((host, port), backlog=WAITING, reuse_port=False)
        self._listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # accepted sockets inherit it
        eventlet.spawn(_let_in, self._listener, app)

    def close(self) -> None:
        """Nobody new comes in; who is in stays.

        The server goes on waiting at the descriptor, since when it ends it hangs up on everybody. So that no other
        socket gets its number meanwhile, the number leads to nothing now.
        """
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, self._listener.fileno())
        os.close(nothing)


def _let_in(listener: Any, app: Flask) -> None:
    import eventlet.wsgi

    eventlet.wsgi.server(
        listener,
        app,
        debug=False,  # else a traceback goes to the browser
        log_output=False,
        max_size=MOST_CONNECTIONS,
        keepalive=KEEPALIVE_SECONDS,
    )
