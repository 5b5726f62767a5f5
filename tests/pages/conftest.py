"""Pages are tested without a built front end: what matters here is what the server says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from facilitator import assets
from tests.application import Application
from tests.pages.house import House, build

BUILT = {
    "site.ts": {"file": "assets/site.js", "css": ["assets/site.css"]},
    "following.ts": {"file": "assets/following.js"},
    "parting.ts": {"file": "assets/parting.js"},
    "waiting.ts": {"file": "assets/waiting.js"},
    "main.tsx": {"file": "assets/main.js"},
}


@pytest.fixture(autouse=True)
def _front_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_manifest", lambda: BUILT)


@pytest.fixture(scope="session")
def standing_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One house for all tests that only look."""
    with Application(tmp_path_factory.mktemp("house")).as_new() as app:
        yield build(app)


@pytest.fixture
def house(app: Flask) -> House:
    """A house of its own for a test that changes something."""
    return build(app)
