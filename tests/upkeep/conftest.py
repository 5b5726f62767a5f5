"""A running server, as for everything live, and another application beside one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask

from facilitator import create_app
from facilitator.config import Settings
from facilitator.extensions import db
from tests.live.conftest import own_stage

__all__ = ["own_stage"]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """An installation of one test alone: its database is spoiled, replaced and put aside."""
    with opening(Settings.read({}, instance=str(tmp_path / "instance"))) as app:
        db.create_all()
        yield app


@contextmanager
def opening(settings: Settings) -> Iterator[Flask]:
    """Another application, as the command opens one."""
    app = create_app({"TESTING": True}, settings)
    with app.app_context():
        yield app
        app.extensions["live"].rooms.close()
        db.session.remove()
        db.engine.dispose()
