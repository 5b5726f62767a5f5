"""Rooms without budgets: what is tried here is sizes and signs, not speed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from facilitator import assets, create_app
from facilitator.config import Settings
from facilitator.extensions import db
from tests.pages.conftest import BUILT


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
