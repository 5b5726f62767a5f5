"""One call of the API: what it takes, what it gives, and who asks.

A call reads its body strictly, never a cookie, and answers JSON. `openapi.py` makes the documentation from the same
declaration, so the two cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import orjson
from flask import Response, current_app, g, request
from marshmallow import Schema, ValidationError
from werkzeug.exceptions import HTTPException

from facilitator import access, words
from facilitator.access import Person
from facilitator.config import LANGUAGES
from facilitator.errors import Invalid, NotSignedIn, Problem
from facilitator.hub.turns import in_turns
from facilitator.live import strict_json
from facilitator.live.admission import Admitted

MOST_BYTES = 65_536
SCHEME = "bearer "

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")  # no database takes a NUL and a lone surrogate
_ABOUT_A_FIELD = {"invalid", "field", "text", "number", "choice", "time"}  # codes that say little without its name
_HTTP_CODES = {400: "invalid", 404: "not.there", 405: "method.not_allowed", 413: "body.too_large", 415: "body.type"}


class WrongType(Problem):
    """The body does not say that it is JSON."""

    status = 415
    code = "body.type"


@dataclass(frozen=True)
class Call:
    """The declaration of one call. opens: whether it needs no token; most: bytes of its body.

    sends: media types of a body that is no JSON; the view reads it itself.
    """

    summary: str
    takes: Schema | None = None
    gives: Schema | None = None
    status: int = 200
    opens: bool = False
    refuses: tuple[str, ...] = ()
    media: tuple[str, ...] = ("application/json",)
    most: int = MOST_BYTES
    sends: tuple[str, ...] = ()


def call(
    summary: str,
    *,
    takes: type[Schema] | None = None,
    gives: type[Schema] | None = None,
    many: bool = False,
    status: int = 200,
    opens: bool = False,
    refuses: tuple[str, ...] = (),
    media: tuple[str, ...] = ("application/json",),
    most: int = MOST_BYTES,
    sends: tuple[str, ...] = (),
) -> Callable[[Callable[..., Any]], Callable[..., Response]]:
    """Make a view of a function that is given what was sent, read, and gives what is dumped by `gives`."""
    declared = Call(
        summary,
        takes() if takes else None,
        gives(many=many) if gives else None,
        status,
        opens,
        refuses,
        media,
        most,
        sends,
    )

    def decorate(view: Callable[..., Any]) -> Callable[..., Response]:
        @wraps(view)
        def answer(**path: Any) -> Response:
            if declared.takes is not None:
                path["sent"] = read_body(declared.takes, declared.most)
            given = view(**path)
            if isinstance(given, Response):
                return given
            return as_json(_dumped(declared.gives, given), declared.status)

        answer.call = declared  # type: ignore[attr-defined]
        return answer

    return decorate


def _dumped(schema: Schema | None, given: Any) -> Any:
    """As the schema has it; a long list a little at a time, so that nobody else waits for all of it."""
    if schema is None:
        return given
    return [schema.dump(each, many=False) for each in in_turns(given)] if schema.many else schema.dump(given)


def read_body(schema: Schema, most: int = MOST_BYTES) -> dict[str, Any]:
    """The body as the schema reads it. Raises WrongType, 413, Invalid (`body.json`, `invalid`, `field.missing`)."""
    body = read_json(most)
    if not isinstance(body, dict):
        raise Invalid("invalid")
    try:
        read: dict[str, Any] = schema.load(body)
    except ValidationError as wrong:
        name = next(iter(wrong.messages), "") if isinstance(wrong.messages, dict) else ""
        is_missing = name in schema.fields and name not in body
        raise Invalid("field.missing" if is_missing else "invalid", field=_tellable(name)) from None
    for name, value in body.items():
        if isinstance(value, str) and _UNKEEPABLE.search(value):
            raise Invalid("text.invalid", field=name)
    return read


def read_json(most: int = MOST_BYTES) -> Any:
    """The body, parsed strictly (P5.3). Raises WrongType, 413 above `most` bytes, Invalid (`body.json`)."""
    if request.mimetype != "application/json":
        raise WrongType
    request.max_content_length = most
    try:
        return strict_json.loads(request.get_data(cache=False))
    except ValueError:
        raise Invalid("body.json") from None


def secret() -> str | None:
    """The bearer token of this request."""
    header = request.headers.get("Authorization", "")
    return header[len(SCHEME) :].strip() if header[: len(SCHEME)].lower() == SCHEME else None


def asking(seats: bool = False) -> Person:
    """Who asks, by the bearer token. seats: whether the token of a board page will do too. Raises NotSignedIn."""
    person = access.bearer(secret())
    if person is None or (person.kind == "seat" and not seats):
        raise NotSignedIn
    g.asking = person
    return person


def as_json(value: Any, status: int = 200) -> Response:
    """An answer that nobody between keeps."""
    if status == 204:
        return Response(status=204)
    answer = Response(orjson.dumps(value), status, mimetype="application/json")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def of_problem(problem: Problem) -> Response:
    """`{code, message}`, the message in the language of who asks."""
    message = words.sentence(problem.code, problem.detail, language())
    field = problem.detail.get("field")
    if field and problem.code.partition(".")[0] in _ABOUT_A_FIELD:
        message = f"{field}: {message}"
    answer = as_json({"code": problem.code, "message": message}, problem.status)
    if "retry_after" in problem.detail:
        answer.headers["Retry-After"] = str(problem.detail["retry_after"])
    if problem.status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def of_http(error: HTTPException) -> Response:
    """What Werkzeug refuses, as `{code, message}`."""
    status = error.code or 500
    code = _HTTP_CODES.get(status, "invalid" if status < 500 else "server.fault")
    answer = as_json({"code": code, "message": words.sentence(code, {}, language())}, status)
    if error.response is None:
        answer.headers.extend((name, text) for name, text in error.get_headers() if name in ("Allow", "Retry-After"))
    return answer


def language() -> str:
    """The language of who asks: their own, else what the request prefers, else the installation's."""
    person: Person | Admitted | None = g.get("asking")
    if person and person.language in LANGUAGES:
        return str(person.language)
    best = request.accept_languages.best_match(LANGUAGES)
    return best or str(current_app.config["SETTINGS"].default_language)


def here() -> str:
    """This installation's address, without a slash at the end."""
    return str(current_app.config["SETTINGS"].public_url or request.host_url).rstrip("/")


def _tellable(name: Any) -> str | None:
    """A member's name that can be told back: short and plain."""
    is_plain = isinstance(name, str) and 0 < len(name) <= 60 and name.isascii() and name.isprintable()
    return name if is_plain else None
