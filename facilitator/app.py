"""create_app: the only place where the parts are put together."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal

from flask import Flask, request
from werkzeug.middleware.proxy_fix import ProxyFix

from facilitator import api, live, methods, pages, shelf
from facilitator.assets import vite
from facilitator.config import Settings
from facilitator.cookies import Cookies
from facilitator.extensions import csrf, db, login, migrate, socketio
from facilitator.faults import told
from facilitator.live import strict_json
from facilitator.models.base import now
from facilitator.models.transaction import engine_options
from facilitator.paths import WEB
from facilitator.planning.pictures import forget_unused
from facilitator.planning.retention import forget_names

HERE = Path(__file__).resolve().parent


class Application(Flask):
    """Flask, but for what it logs of a fault: an address may hold what opens it, and a traceback what people wrote."""

    def log_exception(self, exc_info: Any) -> None:
        """One line: the name of the page or call, and the kind and place of the fault."""
        self.logger.error("a request failed", extra={"endpoint": request.endpoint, "fault": told(exc_info[1])})


def create_app(config: dict[str, Any] | None = None, settings: Settings | None = None) -> Flask:
    """The application.

    config: Flask's own keys, for tests. settings: ours; read from the environment when not given.
    """
    settings = settings or Settings.read()
    Path(settings.instance).mkdir(parents=True, exist_ok=True)
    app = Application(
        __name__,
        static_folder=str(WEB / "static"),
        template_folder=str(WEB / "templates"),
        instance_path=settings.instance,
    )
    app.config.from_mapping(
        SETTINGS=settings,
        SECRET_KEY=settings.signing_key(),
        SQLALCHEMY_DATABASE_URI=settings.database,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(settings.database),
        SESSION_COOKIE_NAME="__Host-facilitator" if settings.cookie_secure else "facilitator",
        SESSION_COOKIE_SECURE=settings.cookie_secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=1_048_576,
        WTF_CSRF_TIME_LIMIT=None,
    )
    app.config.from_mapping(config or {})
    app.session_interface = Cookies()
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    _bind_extensions(app, settings)
    app.jinja_env.globals["vite"] = vite
    pages.register(app)
    api.register(app)
    live.register(app)
    methods.ask_also(shelf.find)
    app.extensions["daily"] = [lambda: forget_names(now()), lambda: forget_unused(now())]
    return app


def _bind_extensions(app: Flask, settings: Settings) -> None:
    db.init_app(app)
    migrate.init_app(app, db, directory=str(HERE / "migrations"), render_as_batch=True, compare_type=True)
    csrf.init_app(app)
    login.init_app(app)
    socketio.init_app(
        app,
        async_mode=async_mode(),
        async_handlers=False,  # else operations of one person overtake each other
        manage_session=False,  # and a foreign Origin is refused, as is the default
        allow_upgrades=False,  # stock emits and direct writes must not cross during an upgrade
        max_http_buffer_size=131_072,
        json=strict_json,
    )


def async_mode() -> Literal["eventlet", "threading"]:
    """`eventlet` once wsgi.py has patched, else `threading`: tests and the flask command."""
    patcher = sys.modules.get("eventlet.patcher")
    return "eventlet" if patcher and patcher.is_monkey_patched("socket") else "threading"
