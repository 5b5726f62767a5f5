"""The REST API, for programs: `/api/v1`, bearer tokens, JSON. Also what machines ask about our health."""

from __future__ import annotations

from flask import Flask
from werkzeug.exceptions import HTTPException

from facilitator.api import (
    artefacts,
    boards,
    bringing,
    calls,
    carrying,
    closing,
    comparing,
    devices,
    floor,
    gathering,
    health,
    history,
    insights,
    methods,
    metrics,
    openapi,
    own_methods,
    people,
    pictures,
    programmes,
    project_register,
    rolled_up,
    sessions,
    summary,
    workshops,
)
from facilitator.errors import Problem
from facilitator.extensions import csrf

PREFIX = "/api/v1"
PARTS = (
    sessions,
    programmes,
    workshops,
    closing,
    summary,
    people,
    boards,
    bringing,
    pictures,
    carrying,
    history,
    insights,
    gathering,
    floor,
    artefacts,
    project_register,
    comparing,
    rolled_up,
    methods,
    own_methods,
    devices,
    openapi,
)

for _part in (*PARTS, metrics):
    _part.blueprint.register_error_handler(Problem, calls.of_problem)
    _part.blueprint.register_error_handler(HTTPException, calls.of_http)


def register(app: Flask) -> None:
    """Bind every part. No call reads a cookie, so none needs a form's token."""
    for part in PARTS:
        csrf.exempt(part.blueprint)
        app.register_blueprint(part.blueprint, url_prefix=PREFIX)
    app.register_blueprint(health.blueprint)
    app.register_blueprint(metrics.blueprint)
    metrics.watch(app)
