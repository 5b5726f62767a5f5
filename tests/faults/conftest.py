"""The seeds of this run, one installation to copy, and drills on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from tests.faults.checkers import violations
from tests.faults.drill import GATE, Drill
from tests.faults.template import Template, make_template
from tests.server import Server

PEOPLE = 12
SEEDS = (1, 2)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Two seeds, or those of `--seed`."""
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", metafunc.config.getoption("--seed") or SEEDS, scope="module")


@pytest.fixture(scope="session")
def base_url() -> str:
    """None: pages come over the lines of a drill, and the server that other tests share need not run for them."""
    return ""


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Template:
    """A workshop with boards and guests, on a database of its own."""
    return make_template(tmp_path_factory.mktemp("template"), empty_database, PEOPLE)


@pytest.fixture(scope="module")
def calm_server(seed: int, installation: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """For drills that leave the server alone; each has a board of its own there."""
    one = installation.server(tmp_path_factory.mktemp("calm"))
    try:
        yield one.start()
    finally:
        one.close()


@pytest.fixture
def own_server(installation: Template, tmp_path: Path) -> Iterator[Server]:
    """For drills that kill it."""
    one = installation.server(tmp_path / "server")
    try:
        yield one.start()
    finally:
        one.close()


@pytest.fixture
def hold(
    seed: int, installation: Template, tmp_path: Path, new_context: Callable[..., BrowserContext]
) -> Callable[[ModuleType, Server, int], None]:
    """Play a drill on one of the server's boards; every promise must hold. The seed is in the test's name."""

    def play(drill: ModuleType, server: Server, board: int) -> None:
        def new_page() -> Any:
            return new_context().new_page()

        with Drill(seed, GATE, server, installation.setting, board, tmp_path / "drill", new_page) as one:
            found = violations(drill.play(one))
        assert found == [], f"seed {seed}: replay with --seed {seed}; histories are in {tmp_path / 'drill'}"

    return play
