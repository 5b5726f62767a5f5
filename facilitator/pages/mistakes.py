"""What a person sees when something goes wrong; a program gets the same as JSON."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from facilitator import words
from facilitator.errors import NotSignedIn, Problem
from facilitator.extensions import db, login
from facilitator.pages import visitor
from facilitator.pages.language import chosen, default

FOR_PROGRAMS = ("/api/", "/healthz", "/readyz", "/metrics", "/socket.io/")
CODES = {
    403: "not.allowed",
    404: "not.there",
    405: "method.not_allowed",
    413: "body.too_large",
    415: "body.type",
    429: "slow.down",
}


def init_app(app: Flask) -> None:
    """Answer problems, refused requests and failures."""
    app.register_error_handler(Problem, of_problem)
    app.register_error_handler(CSRFError, of_old_form)
    app.register_error_handler(HTTPException, of_http)
    app.register_error_handler(500, of_failure)


def of_problem(problem: Problem) -> ResponseReturnValue:
    """A problem that a view did not put beside a field."""
    if isinstance(problem, NotSignedIn) and not _is_program():
        return login.unauthorized()
    return _answer(problem.status, problem.code, problem.detail)


def of_http(error: HTTPException) -> ResponseReturnValue:
    """What Werkzeug refuses: no such address, wrong method, too large."""
    status = error.code or 500
    if status < 400 or error.response is not None:
        return error
    answer = _answer(status, CODES.get(status, "invalid" if status < 500 else "server.fault"), {})
    answer.headers.extend((name, text) for name, text in error.get_headers() if name == "Allow")
    return answer


def of_old_form(_error: CSRFError) -> ResponseReturnValue:
    """A form from another session of this browser: nothing was done, and trying again helps."""
    return _answer(400, "csrf", {})


def of_failure(_error: Exception) -> ResponseReturnValue:
    """Our own fault. Nobody is looked up any more: the database may be what failed."""
    db.session.rollback()
    visitor.nobody()
    return _answer(500, "server.fault", {})


def _answer(status: int, code: str, detail: dict[str, Any]) -> Response:
    if _is_program():
        answer = jsonify(code=code, message=words.sentence(code, detail, chosen() or default()))
    else:
        title, text, ways = _in_words(status, code, detail)
        answer = make_response(render_template("mistake.html", title=title, text=text, ways=ways))
    answer.status_code = status
    if "retry_after" in detail:
        answer.headers["Retry-After"] = str(detail["retry_after"])
    return answer


def _is_program() -> bool:
    return request.path.startswith(FOR_PROGRAMS)


def _in_words(status: int, code: str, detail: dict[str, Any]) -> tuple[str, str, tuple[str, ...]]:
    """Title, text and which ways on are offered."""
    if code == "csrf":
        return _("The form was too old"), _("Nothing was saved. Go back, reload the page and send the form again."), ()
    if status == 410 or code == "link.unknown":
        return _("The link does not work"), words.sentence(code, detail, chosen() or default()), ()
    if status == 404:
        text = _(
            "The address is wrong, the page is gone, or it is not yours to see. "
            "If you take part in a workshop, join it again with its code."
        )
        return _("There is nothing here"), text, ("join", "sign_in")
    if status == 403:
        return _("You may not do this"), _("Your role does not include it. Ask the person who leads the programme."), ()
    if status == 413:
        return (
            _("That was too much at once"),
            _("What you sent is larger than this service takes. Nothing was saved."),
            (),
        )
    if status == 429:
        return _("A moment, please"), words.sentence(code, detail, chosen() or default()), ()
    if status >= 500:
        text = _("The fault is ours, not yours. Notes that were marked as saved are saved. Try again in a moment.")
        return _("Something went wrong"), text, ()
    return _("That did not work"), words.sentence(code, detail, chosen() or default()), ()
