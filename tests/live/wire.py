"""Clients that speak the wire themselves: nothing is buffered, repeated or hidden as a library would."""

from __future__ import annotations

import contextlib
import json
import queue
import socket
import threading
import time
import urllib.request
from typing import Any
from urllib.parse import quote

import requests
import websocket

PATIENCE = 20.0
Auth = dict[str, Any]


class Client:
    """One connection to `/live`. Messages are kept in the order in which they came."""

    def __init__(self, url: str, auth: Auth, language: str = "en") -> None:
        self.url, self.auth, self.language = url, auth, language
        self.messages: list[tuple[str, Any]] = []
        self.refusal: dict[str, Any] | None = None  # of the connection
        self.is_open = False
        self._open()
        self._say("0" + "/live," + json.dumps(auth))
        self.wait(lambda: self.is_open or self.refusal is not None)

    def emit(self, name: str, data: Any) -> None:
        """Send one message."""
        self.say_raw(json.dumps([name, data], ensure_ascii=False))

    def say_raw(self, text: str) -> None:
        """Send an event whose JSON may be anything."""
        self._say("2/live," + text)

    def received(self, name: str) -> list[Any]:
        """The payloads of all messages of this name so far."""
        return [data for each, data in self.messages if each == name]

    def events(self) -> list[dict[str, Any]]:
        """All events so far, in order."""
        return [event for frame in self.received("events") for event in frame]

    def refused(self) -> list[dict[str, Any]]:
        """All refusals so far."""
        return [each for frame in self.received("refused") for each in frame]

    def wait(self, is_there: Any, seconds: float = PATIENCE) -> Any:
        """Read until it is there; AssertionError with what came instead."""
        deadline = time.monotonic() + seconds
        while not (found := is_there()):
            assert time.monotonic() < deadline, f"not within {seconds} s; came: {self.messages[-5:]}"
            self._read(0.2)
        return found

    def wait_for(self, name: str, count: int = 1, seconds: float = PATIENCE) -> Any:
        """The payload of the `count`th message of this name."""
        self.wait(lambda: len(self.received(name)) >= count, seconds)
        return self.received(name)[count - 1]

    def wait_op(self, op: str, seconds: float = PATIENCE) -> dict[str, Any]:
        """The event that an operation made."""
        return self.wait(lambda: next((event for event in self.events() if event.get("op") == op), None), seconds)

    def listen(self, seconds: float) -> None:
        """Read whatever comes for a while."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self._read(0.1)

    def read_rest(self) -> None:
        """Read what is there already, from a server that says nothing more: a slow machine has not read it yet."""
        known = -1
        while len(self.messages) > known:
            known = len(self.messages)
            self._read(0.3)

    def close(self) -> None:
        """Leave without a word."""
        raise NotImplementedError

    def _named(self) -> str:
        """The document in the address too: for a proxy."""
        document = self.auth.get("document") if isinstance(self.auth, dict) else None
        return f"&document={quote(document, safe='')}" if isinstance(document, str) else ""

    def _open(self) -> None:
        raise NotImplementedError

    def _say(self, text: str) -> None:
        raise NotImplementedError

    def _read(self, seconds: float) -> None:
        raise NotImplementedError

    def _take(self, packet: str) -> None:
        if packet == "2":
            self._pong()
        elif packet.startswith("40/live,"):
            self.is_open = True
        elif packet.startswith("44/live,"):
            self.refusal = json.loads(packet[8:])
        elif packet.startswith("41/live"):
            self.is_open = False
        elif packet.startswith("42/live,"):
            name, data = json.loads(packet[8:])
            self.messages.append((name, data))

    def _pong(self) -> None:
        raise NotImplementedError


class SocketClient(Client):
    """Over a WebSocket."""

    options: tuple[tuple[int, int, int], ...] = ()

    def _open(self) -> None:
        address = self.url.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket" + self._named()
        header = [f"Accept-Language: {self.language}"]
        self.socket = websocket.create_connection(address, timeout=PATIENCE, header=header, sockopt=self.options)
        self._raw = self.socket.sock

    def close(self) -> None:
        self.socket.close()
        self._raw.close()  # the library forgets one that the other side has closed

    def _say(self, text: str) -> None:
        self.socket.send("4" + text)

    def _pong(self) -> None:
        self.socket.send("3")

    def _read(self, seconds: float) -> None:
        self.socket.settimeout(seconds)
        try:
            packet = self.socket.recv()
        except websocket.WebSocketTimeoutException:
            return
        except (websocket.WebSocketConnectionClosedException, ConnectionError):
            packet = ""
        if packet == "":
            self.is_open = False
            time.sleep(0.05)
        else:
            self._take(packet)


class NarrowClient(SocketClient):
    """Over a WebSocket whose kernel keeps next to nothing: who does not read is behind at once."""

    options = ((socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096),)


class PollingClient(Client):
    """Over long polling."""

    def _open(self) -> None:
        self.http = requests.Session()
        self.http.headers["Accept-Language"] = self.language
        self.address = f"{self.url}/socket.io/?EIO=4&transport=polling{self._named()}"
        first = self.http.get(self.address, timeout=PATIENCE).text
        self.address += "&sid=" + json.loads(first[1:])["sid"]
        self._polled: queue.Queue[str] = queue.Queue()
        self._poller = threading.Thread(target=self._poll, daemon=True)
        self._poller.start()

    def close(self) -> None:
        with contextlib.suppress(requests.RequestException):
            self.http.post(self.address, data="1", timeout=PATIENCE)
        self._poller.join(PATIENCE)
        self.http.close()

    def _say(self, text: str) -> None:
        answer = self.http.post(self.address, data=("4" + text).encode(), timeout=PATIENCE)
        assert answer.text == "OK", answer.text

    def _pong(self) -> None:
        self.http.post(self.address, data="3", timeout=PATIENCE)

    def _read(self, seconds: float) -> None:
        with contextlib.suppress(queue.Empty):
            packets = self._polled.get(timeout=seconds)
            for packet in packets.split("\x1e") if packets else ():
                self._take(packet)
            self.is_open = self.is_open and packets != ""

    def _poll(self) -> None:
        """One poll after the other; an aborted one would lose what it was about to bring."""
        with requests.Session() as http, contextlib.suppress(requests.RequestException):
            while (answer := http.get(self.address, timeout=60)).status_code == 200:
                self._polled.put(answer.content.decode())
        self._polled.put("")


def fetch(url: str, token: str, path: str) -> dict[str, Any]:
    """A GET of the API."""
    request = urllib.request.Request(url + "/api/v1" + path, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return dict(json.load(answer))
