"""Fixtures for all tests. None imports wsgi.py: patching this process would hang the browser's driver."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Page

from tests.application import Application
from tests.chromium import SWITCHES
from tests.server import ROOT, Server

IN_CI = "CI" in os.environ
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

LONG = [ROOT / "tests" / folder for folder in ("browser", "live", "hostile", "demo")]

# A shared machine is slow at times; in CI the same examples every time, elsewhere new ones.
hypothesis_settings.register_profile("house", deadline=None, print_blob=True, derandomize=IN_CI)
hypothesis_settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first, so that at the end all processes are busy with what is short."""
    items.sort(
        key=lambda item: next((n for n, folder in enumerate(LONG) if item.path.is_relative_to(folder)), len(LONG))
    )


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


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Application:
    """The one that is lent."""
    return Application(tmp_path_factory.mktemp("application"))


@pytest.fixture
def app(application: Application) -> Iterator[Flask]:
    """The application as new, on an empty database, in threading mode, with its context pushed."""
    with application.as_new() as app:
        yield app


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
def server(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Callable[..., Server]]:
    """Makes migrated, running servers that a test may kill and start again: `server(FACILITATOR_LIMITS="off")`."""
    made: list[Server] = []

    def make(**settings: str) -> Server:
        one = Server(tmp_path_factory.mktemp("server"), **settings)
        one.instance.mkdir()
        shutil.copy(empty_database, one.instance)
        made.append(one)
        return one.start()

    yield make
    for one in made:
        one.close()


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One running server for all tests that only add to it, made as `make run` makes it."""
    one = Server(tmp_path_factory.mktemp("live"))
    one.cli("migrate")
    one.start()
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
