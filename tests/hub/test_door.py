"""Where connections come in: once it is closed, nobody is told to go by that."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

from tests.server import ROOT, Server

# In a process of its own: patching this one would hang the browser's driver.
CLOSED = """
import eventlet
eventlet.monkey_patch()
import socket
from flask import Flask
from facilitator.hub.door import Door

door = Door(Flask("door"), "127.0.0.1", 0)
eventlet.sleep(0.1)
number, port = door._listener.fileno(), door._listener.getsockname()[1]
inside = socket.create_connection(("127.0.0.1", port))
eventlet.sleep(0.1)
door.close()
try:
    socket.create_connection(("127.0.0.1", port))
except ConnectionRefusedError:
    print("refused")
for one in socket.socketpair():
    assert one.fileno() != number
inside.sendall(b"GET / HTTP/1.0\\r\\n\\r\\n")
print(inside.recv(12).decode())
"""


def test_nobody_new_comes_in_who_is_in_stays_and_its_number_is_nobodys():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", CLOSED], cwd=ROOT, capture_output=True, text=True, timeout=60
    )

    assert (done.stdout.split(), done.stderr) == (["refused", "HTTP/1.1", "404"], "")


def test_no_two_servers_share_a_port(tmp_path: Path):
    server = Server(tmp_path)
    with socket.create_server(("127.0.0.1", server.port), reuse_port=True):  # as eventlet would, left to itself
        done = subprocess.run(server.command, cwd=ROOT, env=server.env, capture_output=True, text=True, timeout=60)

    assert (done.returncode, done.stdout) == (1, "")
    assert f"127.0.0.1:{server.port} cannot be listened on (Address already in use)" in done.stderr
