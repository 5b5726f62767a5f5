"""Nobody waits for what could be done before they came: no statement of a heartbeat is compiled in it."""

from __future__ import annotations

from functools import cache

import pytest
from sqlalchemy.sql.compiler import SQLCompiler

from facilitator import access
from facilitator.live import admission, log, people
from facilitator.live.rehearsal import rehearse
from tests.live.seated import Seated
from tests.live.setting import make_setting

PREPARED = (
    (access, "_rights_query"),
    (admission, "_query"),
    (log, "_heads"),
    (people, "_guests"),
    (people, "_accounts"),
)


@pytest.fixture
def compiled(app, monkeypatch):
    """The statements that were compiled since; nothing is known from before."""
    found = []
    for module, name in PREPARED:
        monkeypatch.setattr(module, name, cache(getattr(module, name).__wrapped__))
    begin = SQLCompiler.__init__
    monkeypatch.setattr(
        SQLCompiler,
        "__init__",
        lambda self, dialect, statement, *args, **more: (
            found.append(statement),
            begin(self, dialect, statement, *args, **more),
        )[1],
    )
    return found


def seated(app):
    setting = make_setting()
    people = [Seated(app, setting, person) for person in (setting.aino, setting.bjorn, setting.dagny)]
    return people, app.extensions["live"].heart


def test_a_heartbeat_finds_its_statements_ready(app, compiled):
    rehearse(app.extensions["live"].workings)
    _people, heart = seated(app)
    compiled.clear()

    heart.beat()

    assert [str(statement) for statement in compiled] == []


def test_without_it_the_first_heartbeat_makes_them(app, compiled):
    _people, heart = seated(app)
    compiled.clear()

    heart.beat()

    assert compiled


@pytest.mark.not_on("postgresql")  # its tables are the next test's too
def test_an_installation_without_tables_waits_for_them(app):
    from facilitator.extensions import db

    db.drop_all()

    rehearse(app.extensions["live"].workings)
