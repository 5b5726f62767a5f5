"""`/metrics`, for the machines that watch this process: figures in Prometheus' text format, behind a token."""

from __future__ import annotations

import hmac
import time

from flask import Blueprint, Flask, Response, current_app, g, request
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from facilitator import measures
from facilitator.errors import NotSignedIn, NotThere

blueprint = Blueprint("metrics", __name__)


@blueprint.get("/metrics")
def figures() -> Response:
    """What this process has counted since it started. Not there without a token in the settings (ASVS 13.4.5)."""
    token = current_app.config["SETTINGS"].metrics_token
    if not token:
        raise NotThere
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not hmac.compare_digest(given.encode(), token.encode()):
        raise NotSignedIn
    live = current_app.extensions["live"]
    body = generate_latest(measures.registry) + generate_latest(live.figures)
    return Response(body, content_type=CONTENT_TYPE_LATEST, headers={"Cache-Control": "no-store"})


def watch(app: Flask) -> None:
    """Count every HTTP request, by the name of its page or call: addresses may hold what opens them."""
    app.before_request(_began)
    app.after_request(_ended)


def _began() -> None:
    g.began = time.monotonic()


def _ended(answer: Response) -> Response:
    measures.requests.labels(request.endpoint or "unknown", answer.status_code).inc()
    if "began" in g:
        measures.request_seconds.observe(time.monotonic() - g.began)
    return answer
