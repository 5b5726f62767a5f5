"""What the tests stand on: SQLite under eventlet, unless TESTS_ON says `postgresql` or `threading`.

On another ground only those are run again for which it is another one: on PostgreSQL what has a database, in
threading mode what has a server (those without have no eventlet anyway).
"""

from __future__ import annotations

import os

import pytest

ON = os.environ.get("TESTS_ON", "sqlite")
IS_POSTGRESQL, IS_THREADING = ON == "postgresql", ON == "threading"
NEEDED = {"postgresql": {"app", "empty", "server", "live_server"}, "threading": {"server", "live_server"}}

if ON not in ("sqlite", *NEEDED):
    raise ValueError(f"TESTS_ON cannot be {ON!r}")


def concerns(item: pytest.Item) -> bool:
    """Whether a test may say something else here than on SQLite under eventlet."""
    left_out = {ground for mark in item.iter_markers("not_on") for ground in mark.args}
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return ON == "sqlite" or (ON not in left_out and not NEEDED[ON].isdisjoint(fixtures))
