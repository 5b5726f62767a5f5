"""Where connections come in: once it is closed, nothing is left of it."""

from __future__ import annotations

import subprocess
import sys

from tests.server import ROOT

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
door.close()
try:
    socket.create_connection(("127.0.0.1", port))
except ConnectionRefusedError:
    print("refused")
one, two = socket.socketpair()
assert number in (one.fileno(), two.fileno())
pairs = ((one, two), (two, one))
for said, heard in pairs:
    eventlet.spawn_after(0.1, said.sendall, b"x")
    print(heard.recv(1).decode())
"""


def test_the_next_socket_may_have_its_number():
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", CLOSED], cwd=ROOT, capture_output=True, text=True, timeout=60
    )

    assert (done.stdout.split(), done.stderr) == (["refused", "x", "x"], "")
