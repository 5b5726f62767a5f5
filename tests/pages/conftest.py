"""Pages are tested without a built front end: what matters here is what the server says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_babel import refresh

from facilitator import assets, create_app
from facilitator.config import Settings
from facilitator.extensions import db
from tests.pages.house import House, build

BUILT = {
    "site.ts": {"file": "assets/site.js", "css": ["assets/site.css"]},
    "following.ts": {"file": "assets/following.js"},
    "waiting.ts": {"file": "assets/waiting.js"},
    "main.tsx": {"file": "assets/main.js"},
}


@pytest.fixture(autouse=True)
def _front_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_manifest", lambda: BUILT)


def forget_language() -> None:
    """Flask-Babel keeps the language in the application's context, which a test holds open over many requests."""
    refresh()


@pytest.fixture
def app(app: Flask) -> Flask:
    """The application; each request finds its own language."""
    app.before_request(forget_language)
    return app


@pytest.fixture(scope="session")
def standing_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One house for all tests that only look."""
    settings = Settings.read({}, instance=str(tmp_path_factory.mktemp("house")))
    app = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False}, settings)
    app.before_request(forget_language)
    with app.app_context():
        db.create_all()
        yield build(app)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def house(app: Flask) -> House:
    """A house of its own for a test that changes something."""
    return build(app)
