"""Who writes when: a room never stands behind a crowd."""

from __future__ import annotations

import threading
import time

import pytest
from flask import Flask

from facilitator.models import transaction
from facilitator.models.transaction import transaction as write

CROWD = 5


class Counting:
    """A lock that knows how many stand before it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.waiting = 0
        self.most = 0

    def __enter__(self) -> None:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        self._lock.acquire()
        self.waiting -= 1

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_of_a_crowd_that_writes_one_stands_before_the_lock_that_rooms_take(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, done = Counting(), []
    monkeypatch.setattr(transaction, "write_lock", lock)

    def come() -> None:
        with app.app_context(), write():
            done.append(True)

    crowd = [threading.Thread(target=come) for _ in range(CROWD)]
    with lock:  # a room commits
        lock.most = 0
        for each in crowd:
            each.start()
        until = time.monotonic() + 10
        while lock.waiting == 0 and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.2)
        assert lock.waiting == 1
    for each in crowd:
        each.join(10)
    assert len(done) == CROWD
    assert lock.most == 1
