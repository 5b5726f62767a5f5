"""Rooms without budgets: what is tried here is sizes and signs, not speed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from facilitator import assets, create_app
from facilitator.config import Settings
from facilitator.extensions import db
from tests.live.conftest import Stage, beside
from tests.live.setting import make_setting
from tests.pages.conftest import BUILT
from tests.server import Server


@pytest.fixture(scope="module")
def patient_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One application for a whole file, with its context pushed, and pages as if the front end were built."""
    settings = Settings.read({"FACILITATOR_LIMITS": "off"}, instance=str(tmp_path_factory.mktemp("hostile")))
    app = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False}, settings)
    with app.app_context(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "_manifest", lambda: BUILT)
        db.create_all()
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Stage]:
    """A board on a server of one file's own."""
    one = Server(tmp_path_factory.mktemp("busy"), FACILITATOR_LIMITS="off")
    one.instance.mkdir()
    shutil.copy(empty_database, one.instance)
    one.start()
    with beside(one):
        stage = Stage(one, make_setting())
    yield stage
    stage.leave()
    one.close()
