"""One installation of two processes, on PostgreSQL and Redis. Nobody sends people to the right one: each test does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.live.conftest import Stage, beside
from tests.live.setting import make_setting
from tests.postgres import Cluster
from tests.processes.cutting import CuttingWire
from tests.redis_server import RedisServer
from tests.server import Server

WITHOUT_DATABASE = ("a batch was not saved", "no heartbeat", "has not caught up")  # what the log may say meanwhile
SECRET = "one key for all processes of an installation"


@dataclass
class Pair:
    """Two processes; the second one's wire to the database can be cut."""

    one: Server
    two: Server
    wire: CuttingWire
    database: Cluster
    redis: RedisServer


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """This session's Redis; whoever ends it starts it again."""
    made = RedisServer()
    try:
        yield made.start()
    finally:
        made.close()


@pytest.fixture(scope="module")
def pair(
    postgresql: Cluster, template: str, redis_server: RedisServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pair]:
    """Running, with one database, one key and one Redis."""
    address = postgresql.url(postgresql.create(template))
    wire = CuttingWire(postgresql.port)
    shared = {"SECRET_KEY": SECRET, "REDIS_URL": redis_server.url}
    one, two = (
        Server(tmp_path_factory.mktemp("process"), DATABASE_URL=database, **shared)
        for database in (address, address.replace(f":{postgresql.port}/", f":{wire.port}/"))
    )
    try:
        yield Pair(one.start(), two.start(), wire, postgresql, redis_server)
    finally:
        for process in (one, two):
            process.stop()
        wire.close()
    for process in (one, two):
        assert [line for line in process.faults() if not any(each in line for each in WITHOUT_DATABASE)] == []


@pytest.fixture
def stages(pair: Pair) -> Iterator[tuple[Stage, Stage]]:
    """The same fresh board as seen by each of the two."""
    with beside(pair.one):
        setting = make_setting()
    made = Stage(pair.one, setting), Stage(pair.two, setting)
    yield made
    for stage in made:
        stage.leave()
