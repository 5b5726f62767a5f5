"""Themes that a board's notes may belong to."""

from __future__ import annotations

from flask import Blueprint, Response, current_app
from flask.blueprints import BlueprintSetupState
from marshmallow import Schema, fields

from facilitator.api.calls import call
from facilitator.api.documents import asked_of_all, kept_by_nobody
from facilitator.api.schemas import Whole, text
from facilitator.errors import Problem
from facilitator.hub.apart import Failed
from facilitator.record.gathering import Gathering

blueprint = Blueprint("api_gathering", __name__)


class NotRead(Problem):
    """The texts could not be compared just now. Trying again is right."""

    status = 503
    code = "themes.failed"


class SuggestedOut(Schema):
    """Themes as they may be offered. Whoever wants one sends `cluster.add`."""

    epoch = text("The log's, as in the state.")
    seq = Whole("The last event that was read.")
    read = Whole("How many notes were compared: those in no theme that everybody sees.")
    unread = Whole("How many were left, being too many.")
    themes = fields.List(
        fields.Dict(),
        metadata={"description": "`{title, notes}`: a name of words that the notes share, and the notes' ids."},
    )


@blueprint.record
def begin(setup: BlueprintSetupState) -> None:
    """Every process keeps its own answers."""
    setup.app.extensions["gathering"] = Gathering()


@blueprint.get("/boards/<board_id>/suggested_themes")
@call("Themes that notes may belong to, by the words they share.", gives=SuggestedOut, refuses=("slow.down",))
def suggested_themes(board_id: str) -> Response:
    """Nothing is changed, and nothing leaves the server. Nobody's private notes are read, not even one's own."""
    state, epoch = asked_of_all(board_id)
    gathering: Gathering = current_app.extensions["gathering"]
    try:
        return kept_by_nobody(Response(gathering.of(state, epoch), mimetype="application/json"))
    except Failed:
        raise NotRead from None
