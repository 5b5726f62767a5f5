"""The session's cookie: a clock that was set back signs nobody out."""

from __future__ import annotations

import time

import pytest
from flask import Flask, session

from facilitator.cookies import Cookies


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    app.secret_key = "made for this test"
    app.session_interface = Cookies()

    @app.get("/come")
    def come() -> str:
        session["who"] = "Björn"
        return ""

    @app.get("/who")
    def who() -> str:
        return session.get("who", "nobody")

    return app


@pytest.mark.parametrize("step", [-3_600, 3_600, 100 * 86_400])
def test_who_is_known_stays_known_whatever_the_clock_is_set_to(app, monkeypatch, step):
    client, right = app.test_client(), time.time
    client.get("/come")
    cookie = client.get_cookie("session").value

    monkeypatch.setattr(time, "time", lambda: right() + step)

    assert app.test_client(use_cookies=False).get("/who", headers={"Cookie": f"session={cookie}"}).text == "Björn"


def test_what_somebody_else_signed_is_not_read(app):
    other = Flask(__name__)
    other.secret_key = "another"
    value = Cookies().get_signing_serializer(other).dumps({"who": "Chloé"})

    assert app.test_client(use_cookies=False).get("/who", headers={"Cookie": f"session={value}"}).text == "nobody"


def test_without_a_key_there_is_no_session():
    assert Cookies().get_signing_serializer(Flask(__name__)) is None
