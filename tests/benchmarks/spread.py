"""What a second process gives: two boards in one, and each in one of its own, on one PostgreSQL and one Redis."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.cells import Effort
from tests.benchmarks.load import Result, finish, start_load
from tests.benchmarks.servers import SERVER_CORE, pinned
from tests.benchmarks.setting import make_setting
from tests.postgres import Cluster
from tests.redis_server import RedisServer
from tests.server import Server

PEOPLE, RATE = 150, 200
CASES = {"one process": (1, (0, 1)), "two processes": (2, (2, 3))}  # how many processes, and which boards
SECRET = "one key for all processes of an installation"


class Process:
    """One process of an installation that has several."""

    protocol = "facilitator"

    def __init__(self, folder: Path, setting: Path, **env: str) -> None:
        """folder: a new one. setting: as make_setting makes it."""
        folder.mkdir()
        self._server = Server(folder, FACILITATOR_LIMITS="off", SECRET_KEY=SECRET, **env)
        self._server.command = pinned(SERVER_CORE, self._server.command)
        self.setting, self.port = setting, self._server.port
        self.pid = self._server.start().pid

    def close(self) -> None:
        """In order."""
        self._server.close()


def spread(folder: Path, effort: Effort) -> dict[str, Result]:
    """One process with both boards, then two with one each. folder: an empty one.

    `a_core`: deliveries a second for which a whole core would do, of all processes together.
    """
    with _services() as env:
        server = Server(folder / "migrated", **env)
        server.instance.mkdir(parents=True)
        server.cli("migrate")
        setting = make_setting(server.instance, PEOPLE, 4, database_url=env["DATABASE_URL"])
        found = {}
        for case, (count, boards) in CASES.items():
            processes = [Process(folder / f"{case} {number}", setting, **env) for number in range(count)]
            try:
                found[case] = _carried({board: processes[board % count] for board in boards}, effort)
            finally:
                for process in processes:
                    process.close()
        return found


@contextmanager
def _services() -> Iterator[dict[str, str]]:
    cluster, redis_server = Cluster(fsync="on", synchronous_commit="on"), RedisServer()
    try:
        redis_server.start()
        yield {"DATABASE_URL": cluster.url(cluster.start().create()), "REDIS_URL": redis_server.url}
    finally:
        redis_server.close()
        cluster.close()


def _carried(serving: dict[int, Process], effort: Effort) -> Result:
    """serving: the process of each board."""
    times: dict[str, Any] = {"warm": effort.warm, "seconds": effort.seconds}
    running = [
        start_load(process, board=board, people=PEOPLE, rate=RATE, **times) for board, process in serving.items()
    ]
    results = [finish(each) for each in running]
    delivered: dict[int, float] = dict.fromkeys((process.pid for process in serving.values()), 0.0)
    share: dict[int, float] = {}
    for process, result in zip(serving.values(), results, strict=True):
        delivered[process.pid] += result["deliveries_s"]
        share[process.pid] = result["cpu_share"]  # of the process, whichever board it is asked beside
    return {
        "deliveries_s": sum(delivered.values()),
        "a_core": sum(delivered[pid] / share[pid] for pid in delivered),
        "lost": sum(result["lost"] for result in results),
        "p99": max(result["p99"] for result in results),
    }
