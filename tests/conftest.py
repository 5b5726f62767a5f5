"""Fixtures for all tests. None imports wsgi.py: patching this process would hang the browser's driver."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Page
from sqlalchemy import NullPool, create_engine, text

from facilitator import passwords
from facilitator.extensions import db
from tests.application import Application
from tests.chromium import SWITCHES
from tests.ground import IS_POSTGRESQL, concerns
from tests.postgres import Cluster
from tests.server import ROOT, Server

IN_CI = "CI" in os.environ
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

LONG = [ROOT / "tests" / folder for folder in ("browser", "live", "hostile", "demo")]

# A shared machine is slow at times; in CI the same examples every time, elsewhere new ones.
hypothesis_settings.register_profile("house", deadline=None, print_blob=True, derandomize=IN_CI)
hypothesis_settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--seed`: what random faults are made from (tests/faults); given once or several times."""
    parser.addoption("--seed", type=int, action="append")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes long comes first; and on another ground than the usual one, what would say the same is left out.

    So at the end all processes are busy with what is short.
    """
    left_out = [item for item in items if not concerns(item)]
    items[:] = sorted((item for item in items if concerns(item)), key=_place)
    config.hook.pytest_deselected(items=left_out)


def _place(item: pytest.Item) -> int:
    return next((place for place, folder in enumerate(LONG) if item.path.is_relative_to(folder)), len(LONG))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, Any]:
    """In CI nothing is skipped: what could not run has failed."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI skips nothing: {report.longrepr}"
    return report


@pytest.fixture(autouse=True, scope="session")
def quick_passwords() -> Iterator[None]:
    """In this process: what makes a password slow to guess makes a test slow. Servers keep the real cost."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1))
        yield


@pytest.fixture(scope="session")
def application(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Application:
    """The one that is lent."""
    database = request.getfixturevalue("emptied") if IS_POSTGRESQL else ""
    return Application(tmp_path_factory.mktemp("application"), database)


@pytest.fixture
def app(application: Application, own_database: str) -> Iterator[Flask]:
    """The application as new, on an empty database, in threading mode, with its context pushed."""
    with application.as_new() as app:
        yield app


@pytest.fixture
def own_database(request: pytest.FixtureRequest) -> Iterator[str]:
    """Address of a database with this version's tables; empty where it is to be SQLite in the instance folder."""
    if not IS_POSTGRESQL:
        yield ""
        return
    yield request.getfixturevalue("emptied")
    with create_engine(request.getfixturevalue("emptied"), poolclass=NullPool).begin() as connection:
        connection.execute(text("SET lock_timeout = '10s'"))  # who still holds a table is found out
        for table in reversed(db.metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """This session's PostgreSQL, for tests that do not end it."""
    cluster = Cluster()
    try:
        yield cluster.start()
    finally:
        cluster.close()


@pytest.fixture(scope="session")
def template(postgresql: Cluster, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PostgreSQL database as `facilitator migrate` leaves it; tests begin with a copy."""
    name = postgresql.create()
    Server(tmp_path_factory.mktemp("migrated"), DATABASE_URL=postgresql.url(name)).cli("migrate")
    return name


@pytest.fixture(scope="session")
def emptied(postgresql: Cluster, template: str) -> str:
    """Address of the one that tests without a server use in turn, each leaving it empty: quicker than a new one."""
    return postgresql.url(postgresql.create(template))


@pytest.fixture(scope="session")
def furnish(request: pytest.FixtureRequest) -> Callable[[Path], dict[str, str]]:
    """Makes an instance folder whose database has its tables; returns the settings that lead there."""

    def make(instance: Path) -> dict[str, str]:
        instance.mkdir()
        if IS_POSTGRESQL:
            cluster: Cluster = request.getfixturevalue("postgresql")
            return {"DATABASE_URL": cluster.url(cluster.create(request.getfixturevalue("template")))}
        shutil.copy(request.getfixturevalue("empty_database"), instance)
        return {}

    return make


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without JavaScript, not signed in."""
    return app.test_client()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as `facilitator migrate` leaves it; servers begin with a copy."""
    one = Server(tmp_path_factory.mktemp("migrated"))
    one.cli("migrate")
    return one.instance / "facilitator.db"


@pytest.fixture
def server(
    tmp_path_factory: pytest.TempPathFactory, furnish: Callable[[Path], dict[str, str]]
) -> Iterator[Callable[..., Server]]:
    """Makes migrated, running servers that a test may kill and start again: `server(FACILITATOR_LIMITS="off")`."""
    made: list[Server] = []

    def make(**settings: str) -> Server:
        folder = tmp_path_factory.mktemp("server")
        one = Server(folder, **furnish(folder / "instance"), **settings)
        made.append(one)
        return one.start()

    yield make
    for one in made:
        one.close()


@pytest.fixture(scope="session")
def live_server(
    tmp_path_factory: pytest.TempPathFactory, furnish: Callable[[Path], dict[str, str]]
) -> Iterator[Server]:
    """One running server for all tests that only add to it."""
    folder = tmp_path_factory.mktemp("live")
    one = Server(folder, **furnish(folder / "instance")).start()
    yield one
    one.close()


@pytest.fixture(scope="session")
def demo(live_server: Server) -> dict[str, Any]:
    """The demo on the shared server, as `facilitator demo --json` tells it."""
    return live_server.demo()


@pytest.fixture(scope="session")
def base_url(live_server: Server) -> str:
    """Where the browser's relative addresses lead."""
    return live_server.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium, as light as can be."""
    return browser_type_launch_args | {
        "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        "args": SWITCHES,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A Finnish reader who has asked for calm."""
    return browser_context_args | {"locale": "fi-FI", "timezone_id": "Europe/Helsinki", "reduced_motion": "reduce"}


@pytest.fixture(scope="session")
def accessibility() -> Callable[[Page], list[str]]:
    """What axe-core finds wrong on a page: rule, and the elements that break it. Empty is right."""
    axe = Axe((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))

    def faults(page: Page) -> list[str]:
        found = axe.run(page, options={"runOnly": AXE_TAGS}).response["violations"]
        return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]

    return faults
