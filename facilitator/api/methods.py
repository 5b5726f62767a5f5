"""The method library, for everybody."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from facilitator import methods
from facilitator.api.calls import asking, call, language
from facilitator.api.schemas import BoardPlanOut, MethodOut
from facilitator.errors import NotThere
from facilitator.models import Board
from facilitator.planning import reach
from facilitator.planning.practice import open_practice

blueprint = Blueprint("api_methods", __name__)
_LISTED = MethodOut(many=True)


@blueprint.get("/methods")
@call("The methods, with their titles in three languages.", opens=True)
def index() -> dict[str, Any]:
    """The newest version of each, in a fixed order."""
    return {"methods": _LISTED.dump(methods.catalogue())}


@blueprint.get("/methods/<key>/<int:version>")
@call("One version of a method, whole.", opens=True)
def show(key: str, version: int) -> Any:
    """What a board was begun with stays."""
    try:
        return methods.library().load(key, version)
    except KeyError:
        raise NotThere from None


@blueprint.post("/methods/<key>/practice")
@call("Open a board to practise a method on, with the method's worked example.", gives=BoardPlanOut, status=201)
def practise(key: str) -> Board:
    """For whoever has an account; in a programme of their own that is marked as invented."""
    return open_practice(reach.account(asking()), key, language())
