"""One application for the tests of a process: each gets it as new, on an empty database.

To make one costs more than most tests do; and what it has compiled once (addresses, templates, statements), it keeps.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask_babel import refresh

from facilitator import create_app
from facilitator.config import Settings
from facilitator.extensions import db, socketio

BUSY_SECONDS = 10


class Application:
    """Made once, and lent to one test after the other."""

    def __init__(self, folder: Path, database: str = "") -> None:
        """folder: an empty one. database: address of one that has its tables, is empty and is emptied elsewhere."""
        settings = Settings.read({}, instance=str(folder / "instance"), database_url=database)
        self._app = create_app({"TESTING": True, "WTF_CSRF_ENABLED": False}, settings)
        self._app.before_request(_forget_language)
        self._file = Path(settings.instance) / "facilitator.db"
        self._empty = folder / "empty.db"
        if not database:
            with self._app.app_context():
                db.create_all()
                db.session.remove()
                db.engine.dispose()
            shutil.move(self._file, self._empty)
        self._config, self._extensions = dict(self._app.config), dict(self._app.extensions)
        self._socketio = dict(vars(socketio))

    @contextmanager
    def as_new(self) -> Iterator[Flask]:
        """In threading mode, with its context pushed. What a test has set or written is gone after it."""
        if self._empty.exists():
            shutil.copy(self._empty, self._file)
        vars(socketio).update(self._socketio)  # else it serves whichever application was made last
        with self._app.app_context():
            yield self._app
            self._close_rooms()
            db.session.remove()
            db.engine.dispose()
        for file in self._file.parent.glob(f"{self._file.name}*"):
            file.unlink()
        for kept, was in ((self._app.config, self._config), (self._app.extensions, self._extensions)):
            kept.clear()
            kept.update(was)

    def _close_rooms(self) -> None:
        rooms = self._app.extensions["live"].rooms
        deadline = time.monotonic() + BUSY_SECONDS
        while any(room.is_busy() for room in rooms.all()):
            assert time.monotonic() < deadline, "a room is still busy"
            time.sleep(0.001)
        rooms.close()


def _forget_language() -> None:
    """Flask-Babel keeps the language in the application's context, which a test holds open over many requests."""
    refresh()
