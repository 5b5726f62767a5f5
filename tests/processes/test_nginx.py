"""`facilitator serve --workers 2` behind Debian's nginx with the file that the documentation gives."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
import websocket

from tests.live.conftest import beside
from tests.live.setting import Setting, make_setting, note
from tests.live.wire import Client, PollingClient, SocketClient, fetch
from tests.postgres import Cluster
from tests.redis_server import RedisServer
from tests.server import ROOT, Server, free_port

GIVEN = ROOT / "docs" / "deploy" / "nginx.conf"
BOARDS = 16
START_SECONDS = 60
AROUND = """
daemon off;
pid {home}/nginx.pid;
error_log stderr;
events {{}}
http {{
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    include {home}/facilitator.conf;
}}
"""


@dataclass
class Front:
    """The installation as people reach it."""

    url: str
    ports: tuple[int, int]
    server: Server  # never started by itself: its settings
    supervisor: subprocess.Popen[str]
    accesses: Path

    def served(self, document: str) -> set[int]:
        """The ports on which somebody was served who asked for this document."""
        lines = [line.split() for line in self.accesses.read_text("utf-8").splitlines()]
        return {int(line[3].rpartition(":")[2]) for line in lines if line[4] == f'"{document}"'}


def two_free_ports() -> tuple[int, int]:
    """A pair one after the other, as the workers take them."""
    while True:
        first = free_port()
        if first < 65_000 and _is_free(first + 1):
            return first, first + 1


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def answers(url: str) -> bool:
    """Whether somebody is there."""
    try:
        urllib.request.urlopen(url + "/healthz", timeout=5).close()
    except OSError:
        return False
    return True


def wait_until(is_so, what: str, seconds: float = START_SECONDS) -> None:
    """AssertionError when it takes too long."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


@pytest.fixture(scope="module")
def front(
    postgresql: Cluster, template: str, redis_server: RedisServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Front]:
    """Two workers and nginx, on ports of their own."""
    ports, port = two_free_ports(), free_port()
    database = postgresql.url(postgresql.create(template))
    server = Server(
        tmp_path_factory.mktemp("workers"),
        DATABASE_URL=database,
        REDIS_URL=redis_server.url,
        PORT=str(ports[0]),
        FACILITATOR_PROXIES="1",
    )
    server.url = f"http://127.0.0.1:{port}"
    home = Path(tempfile.mkdtemp(prefix="facilitator-nginx-"))
    as_user = {"user": "www-data", "group": "www-data", "extra_groups": []} if os.geteuid() == 0 else {}
    if as_user:
        shutil.chown(home, "www-data", "www-data")
    given = GIVEN.read_text("utf-8")
    for written, here in (
        ("127.0.0.1:5000", f"127.0.0.1:{ports[0]}"),
        ("127.0.0.1:5001", f"127.0.0.1:{ports[1]}"),
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{port};"),
        ("/var/log/nginx/", f"{home}/"),
    ):
        assert written in given
        given = given.replace(written, here)
    (home / "facilitator.conf").write_text(re.sub(r"\n *ssl_certificate.*", "", given), encoding="utf-8")
    (home / "nginx.conf").write_text(AROUND.format(home=home), encoding="utf-8")
    command = [sys.executable, "-m", "facilitator.cli", "serve", "--workers", "2"]
    nginx = subprocess.Popen(["/usr/sbin/nginx", "-c", str(home / "nginx.conf"), "-p", str(home)], **as_user)
    with server.log.open("ab") as log:
        supervisor = subprocess.Popen(command, cwd=ROOT, env=server.env, stdout=log, stderr=log, text=True)
    try:
        for each in ports:
            wait_until(lambda each=each: answers(f"http://127.0.0.1:{each}"), server.read_log())
        wait_until(lambda: answers(server.url), "nginx does not answer")
        yield Front(server.url, ports, server, supervisor, home / "facilitator.log")
    finally:
        supervisor.send_signal(signal.SIGTERM)
        supervisor.wait(30)
        nginx.send_signal(signal.SIGTERM)
        nginx.wait(30)
        shutil.rmtree(home)
    assert supervisor.returncode == 0, server.read_log()
    assert "Traceback" not in server.read_log(), server.read_log()


@pytest.fixture(scope="module")
def settings(front: Front) -> list[Setting]:
    """So many boards, of as many workshops."""
    with beside(front.server):
        return [make_setting() for _ in range(BOARDS)]


def come(front: Front, setting: Setting, person: str, kind: type[Client], document: str = "") -> Client:
    """As a browser does: the address names the document."""
    auth = {
        "token": setting.tokens[person],
        "document": document or setting.board,
        "protocol": 1,
        "epoch": None,
        "since": None,
    }
    client = kind(front.url, auth)
    client.wait_for("welcome")
    return client


@pytest.mark.parametrize("kind", [SocketClient, PollingClient])
def test_all_of_a_document_goes_to_one_process_and_documents_are_spread(front, settings, kind):
    """All come from one address, as a municipality does."""
    for setting in settings[: BOARDS // 2] if kind is PollingClient else settings:
        client = come(front, setting, setting.bjorn, kind)
        client.emit("ops", [wish := note("Läpi")])
        client.wait_op(wish["id"])
        fetch(front.url, setting.tokens[setting.bjorn], f"/boards/{setting.board}/state")
        client.close()

    def served() -> list[set[int]]:
        return [front.served(setting.board) for setting in settings]

    wait_until(lambda: all(served()), "an access was not noted")
    assert [len(ports) for ports in served()] == [1] * BOARDS
    assert {port for ports in served() for port in ports} == set(front.ports)


def test_a_floor_is_one_document_by_socket_and_by_path(front, settings):
    setting = settings[0]
    client = come(front, setting, setting.bjorn, SocketClient, setting.floor)
    fetch(front.url, setting.tokens[setting.bjorn], f"/workshops/{setting.floor.partition(':')[2]}/floor/state")
    client.close()

    named = quote(setting.floor, safe="")
    wait_until(lambda: front.accesses.read_text("utf-8").count(f'"{named}"') == 2, "an access was not noted")
    assert len(front.served(named)) == 1


def test_a_process_that_dies_is_started_again_and_its_people_are_served_meanwhile(front, settings):
    """F2, F11: through the same proxy, by the other process; nobody has to know."""
    setting = settings[0]
    client = come(front, setting, setting.bjorn, SocketClient)
    client.emit("ops", [before := note("Ennen")])
    client.wait_op(before["id"])
    victims = workers(front)
    os.kill(victims[0], signal.SIGKILL)

    state = fetch(front.url, setting.tokens[setting.bjorn], f"/boards/{setting.board}/state")
    again = come(front, setting, setting.bjorn, SocketClient)
    again.emit("ops", [after := note("Jälkeen")])
    again.wait_op(after["id"])
    again.close()
    client.close()

    assert before["note"] in {item["id"] for item in state["items"]}
    for port in front.ports:
        wait_until(lambda port=port: answers(f"http://127.0.0.1:{port}"), "it is not started again")
    assert victims[0] not in workers(front)


def test_all_processes_are_started_anew_in_turn_and_nobody_loses_a_note(front, settings):
    """F2 for two: somebody on each of them goes on writing, and sends again what was not answered."""
    before = workers(front)
    written: list[list[str]] = [[], []]
    is_over = threading.Event()

    def write(setting: Setting, notes: list[str]) -> None:
        client = come(front, setting, setting.bjorn, SocketClient)
        while not is_over.is_set():
            wish = note("Vuorollaan")
            while True:
                try:
                    client.emit("ops", [wish])
                    client.wait_op(wish["id"], 2)
                    break
                except (AssertionError, OSError, websocket.WebSocketException):
                    client.close()
                    client = come_again(front, setting)
            notes.append(wish["note"])
        client.close()

    writers = [threading.Thread(target=write, args=each) for each in zip(settings[:2], written, strict=True)]
    for each in writers:
        each.start()
    wait_until(lambda: all(written), "nobody has written")
    front.supervisor.send_signal(signal.SIGHUP)
    wait_until(lambda: not set(before) & set(workers(front)) and len(workers(front)) == 2, "they are not new")
    for port in front.ports:
        wait_until(lambda port=port: answers(f"http://127.0.0.1:{port}"), "it is not up")
    is_over.set()
    for each in writers:
        each.join(START_SECONDS)

    for setting, notes in zip(settings, written, strict=False):
        kept = fetch(front.url, setting.tokens[setting.bjorn], f"/boards/{setting.board}/state")["items"]
        mine = [item["id"] for item in kept if item.get("text") == "Vuorollaan"]
        assert sorted(mine) == sorted(notes)


def come_again(front: Front, setting: Setting) -> Client:
    """As a browser does that has lost the line."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            return come(front, setting, setting.bjorn, SocketClient)
        except (AssertionError, OSError, websocket.WebSocketException):
            assert time.monotonic() < deadline
            time.sleep(0.2)


def workers(front: Front) -> list[int]:
    """The processes of the supervisor."""
    return [
        int(each)
        for each in Path(f"/proc/{front.supervisor.pid}/task/{front.supervisor.pid}/children").read_text().split()
    ]


def test_sqlite_is_for_one_process(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "facilitator.cli", "serve", "--workers", "2"],
        cwd=ROOT,
        env=Server(tmp_path).env,
        capture_output=True,
        text=True,
        timeout=START_SECONDS,
    )

    assert (done.returncode, "PostgreSQL" in done.stderr) == (2, True)
