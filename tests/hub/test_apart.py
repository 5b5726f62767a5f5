"""Work in a process of its own: what comes of it, and how it ends."""

from __future__ import annotations

import pytest

from facilitator.hub import apart
from facilitator.hub.apart import Failed

WORKER = "facilitator.artefacts.worker"
TEXT = "ä" * 1_000_000
WANTED = f'{{"format": "json", "language": "fi", "artefacts": ["{TEXT}"]}}'.encode()


def test_what_cannot_be_done_has_failed_and_the_turn_is_the_next_ones():
    for _ in range(apart.MOST_AT_ONCE + 1):
        with pytest.raises(Failed):
            apart.apart(WORKER, b"no JSON")


@pytest.mark.parametrize("bounds", [(0.05, 1 << 30), (60.0, 24 << 20)], ids=["time", "memory"])
def test_what_takes_too_much_is_ended(monkeypatch, bounds):
    monkeypatch.setattr(apart, "bounds", lambda: bounds)

    with pytest.raises(Failed):
        apart.apart(WORKER, WANTED)


def test_what_it_writes_comes_whole():
    answer = apart.apart(WORKER, WANTED)

    assert answer == f'"{TEXT}"'.encode()
