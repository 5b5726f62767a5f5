"""A wire to the database that can be cut at the worst moment: after COMMIT has gone, before its answer has come."""

from __future__ import annotations

import contextlib
import socket
import threading

COMMIT = b"COMMIT"


class CuttingWire:
    """Passes everything on. Once `cut_after_commit` is set, one connection ends there."""

    def __init__(self, port: int) -> None:
        """port: the database's."""
        self._to = port
        self.cut_after_commit = threading.Event()
        self.has_cut = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take nobody in any more."""
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                try:
                    far = socket.create_connection(("127.0.0.1", self._to))
                except OSError:
                    near.close()
                    continue
                for pair in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=[*pair, pair[0] is near], daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, is_asking: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                if is_asking and COMMIT in data and self.cut_after_commit.is_set():
                    self.cut_after_commit.clear()
                    _end(source)  # its answer finds nobody
                    target.sendall(data)
                    self.has_cut.set()
                    return
                target.sendall(data)
        _end(source)
        _end(target)


def _end(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
