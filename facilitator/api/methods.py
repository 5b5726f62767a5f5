"""The method library, for everybody."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from facilitator import methods
from facilitator.api.calls import call
from facilitator.api.schemas import MethodOut
from facilitator.errors import NotThere

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
        return methods.load(key, version)
    except KeyError:
        raise NotThere from None
