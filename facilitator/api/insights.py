"""What a board's map shows while people work on it."""

from __future__ import annotations

from flask import Blueprint, Response, current_app
from flask.blueprints import BlueprintSetupState
from marshmallow import Schema, fields

from facilitator.api.calls import call
from facilitator.api.documents import asked_of_all, kept_by_nobody
from facilitator.api.schemas import Whole, text
from facilitator.record.showing import Showing

blueprint = Blueprint("api_insights", __name__)


class ShowingOut(Schema):
    """What the map shows at one seq, in three languages."""

    epoch = text("The log's, as in the state.")
    seq = Whole("The last event that was read.")
    questions = fields.List(
        fields.Dict(),
        metadata={"description": "`{key, text, answered, by}`: the method's guide questions, and what answers them."},
    )
    insights = fields.List(
        fields.Dict(),
        metadata={"description": "`{key, value, text, notes}`: a figure, a sentence, and the notes behind it."},
    )
    plots = fields.List(
        fields.Dict(),
        metadata={"description": "`{key, …}`: the figures of `pain_curve`, `grid` and `network`, to be drawn."},
    )


@blueprint.record
def begin(setup: BlueprintSetupState) -> None:
    """Every process keeps its own answers."""
    setup.app.extensions["showing"] = Showing()


@blueprint.get("/boards/<board_id>/insights")
@call("What the map shows now, and which guide questions it answers.", gives=ShowingOut, refuses=("slow.down",))
def insights(board_id: str) -> Response:
    """Of what everybody on the board sees, whoever asks: nobody's private notes are in it, not even one's own."""
    state, epoch = asked_of_all(board_id)
    showing: Showing = current_app.extensions["showing"]
    return kept_by_nobody(Response(showing.of(state, epoch), mimetype="application/json"))
