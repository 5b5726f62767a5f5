"""The official JavaScript client in a process of its own, with the same face as `wire.Client`."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

from tests.live.wire import PATIENCE, Client

HERE = Path(__file__).resolve().parent


class OfficialClient(Client):
    """transport: websocket or polling."""

    transport = "websocket"

    def emit(self, name: str, data: Any) -> None:
        assert self._node.stdin
        self._node.stdin.write(json.dumps([name, data]) + "\n")
        self._node.stdin.flush()

    def close(self) -> None:
        with contextlib.suppress(BrokenPipeError):
            self.emit("exit", None)
        self._node.communicate(timeout=PATIENCE)
        self._reader.join(PATIENCE)

    def _open(self) -> None:
        self._node = subprocess.Popen(
            ["node", str(HERE / "official_client.mjs"), self.url, self.transport, json.dumps(self.auth)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=HERE,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._copy, daemon=True)
        self._reader.start()

    def _say(self, text: str) -> None:
        """The library connects by itself."""

    def _read(self, seconds: float) -> None:
        with contextlib.suppress(queue.Empty):
            name, data = json.loads(self._lines.get(timeout=seconds))
            if name == "connect":
                self.is_open = True
            elif name == "connect_error":
                self.refusal = data
            elif name == "disconnect":
                self.is_open = False
            self.messages.append((name, data))

    def _copy(self) -> None:
        assert self._node.stdout
        for line in self._node.stdout:
            self._lines.put(line)


class PollingOfficialClient(OfficialClient):
    """The same over long polling."""

    transport = "polling"
