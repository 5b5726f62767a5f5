"""The method library: what each method is for, when it fits, how it is led, and a board to practise it on."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitator import methods
from facilitator.methods import Method
from facilitator.pages import visitor
from facilitator.pages.language import chosen, default, in_language
from facilitator.planning.practice import open_practice

blueprint = Blueprint("method_library", __name__, url_prefix="/methods")


@blueprint.get("")
def page() -> ResponseReturnValue:
    """All methods; without signing in, since many choose before they have an account."""
    return render_template(
        "methods/page.html",
        methods=[{**seen_method(each), **_led(each)} for each in methods.catalogue()],
        may_practise=visitor.account() is not None,
    )


@blueprint.post("/<key>/practice")
def practise(key: str) -> ResponseReturnValue:
    """Open the worked example as a board of one's own."""
    asked = visitor.signed_in()
    if asked is not None:
        return asked
    board = open_practice(visitor.user(), key, chosen() or default())
    return redirect(url_for("board.page", board_id=board.id))


def seen_method(method: Method) -> dict[str, str]:
    """What helps to choose it, in the reader's language."""
    told = {name: in_language(method[name]) for name in ("title", "purpose", "fits_when", "does_not_fit_when")}
    return {"key": method["key"], **told}


def _led(method: Method) -> dict[str, Any]:
    return {
        "question": in_language(method["question"]),
        "guide": [in_language(each) for each in method["guide"]],
        "questions": [in_language(each["text"]) for each in method["questions"]],
        "has_example": "example" in method,
    }
