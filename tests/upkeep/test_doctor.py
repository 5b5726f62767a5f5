"""`facilitator doctor`: what it calls wrong, and that a sound installation has nothing of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from facilitator.extensions import db
from facilitator.upkeep import doctor

SOUND = {
    "public_url": "https://workshops.example.org",
    "cookie_secure": True,
    "trusted_proxies": 1,
    "metrics_token": "a-token-that-is-long-enough",
    "owner": "Esimerkkikunta",
    "contact": "palaute@example.org",
    "statement_reviewed": "1.11.2026",
}


def grades(app: Flask, **settings: Any) -> dict[str, str]:
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], **SOUND | settings)
    return {finding.about: finding.grade for finding in doctor.examine(app)}


@pytest.fixture
def current(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """An installation whose tables are of this version."""
    monkeypatch.setattr(doctor, "are_current", lambda _connection: True)
    monkeypatch.setattr(doctor.resource, "getrlimit", lambda _which: (65_536, 65_536))
    return app


def test_a_sound_installation_has_nothing_wrong(current: Flask) -> None:
    assert set(grades(current).values()) == {"ok"}


@pytest.mark.parametrize(
    ("settings", "about", "grade"),
    [
        ({"cookie_secure": False}, "cookies", "wrong"),
        ({"public_url": ""}, "address", "look"),
        ({"public_url": "http://10.0.0.5", "host": "0.0.0.0"}, "address", "wrong"),
        ({"trusted_proxies": 0}, "proxies", "look"),
        ({"limits": "off"}, "limits", "wrong"),
        ({"redis_url": "redis://127.0.0.1:1"}, "redis", "wrong"),
        ({"metrics_token": "short"}, "metrics", "wrong"),
        ({"owner": ""}, "statements", "look"),
    ],
)
def test_a_setting_that_would_do_harm_is_named(
    current: Flask, settings: dict[str, Any], about: str, grade: str
) -> None:
    assert grades(current, **settings)[about] == grade


def test_a_key_that_others_can_read_is_wrong(current: Flask) -> None:
    Path(current.config["SETTINGS"].instance, "secret_key").chmod(0o644)

    assert grades(current)["secret key"] == "wrong"


def test_tables_of_another_version_are_wrong(app: Flask) -> None:
    assert grades(app)["tables"] == "wrong"


def test_commits_that_do_not_wait_for_the_disk_are_wrong(current: Flask) -> None:
    with db.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA synchronous=OFF").close()  # of the pool's only connection

    assert grades(current)["durability"] == "wrong"


def test_a_database_that_cannot_be_reached_is_said_and_the_rest_too(
    current: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise OperationalError("connect", {}, Exception("no such host"))

    monkeypatch.setattr(db.engine, "connect", away)

    found = grades(current)
    assert found["database"] == "wrong"
    assert found["statements"] == "ok"
