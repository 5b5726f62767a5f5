"""Closing a workshop: what it would cut off, doing it, taking it back, finishing what came of it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from marshmallow import Schema, fields

from facilitator.api.calls import asking, call
from facilitator.api.people import SomebodyOut
from facilitator.api.schemas import ArtefactsOut, Whole, WorkshopRunOut, text
from facilitator.models import Workshop
from facilitator.planning import closing, reach
from facilitator.planning.going_on import GoingOn, going_on

blueprint = Blueprint("api_closing", __name__)


class SilentOut(Schema):
    """What waits in a silence."""

    notes = Whole("How many notes.")
    people = Whole("Of how many people.")


class OnBoardOut(Schema):
    """What goes on on one board."""

    board = text("The board's id.", attribute="board_id")
    title = text("Its title.")
    writing = fields.List(fields.String(), metadata={"description": "Who has a note open, as far as it may be told."})
    silent = fields.Nested(SilentOut, allow_none=True, metadata={"description": "null: no silence."})
    ballots = fields.List(fields.String(), metadata={"description": "What the open ballots ask."})


class GoingOnOut(Schema):
    """What closing would cut off."""

    boards = fields.List(fields.Nested(OnBoardOut))
    away = fields.List(fields.Nested(SomebodyOut), metadata={"description": "Who has joined and is not here now."})


@blueprint.post("/workshops/<workshop_id>/close")
@call("Close a workshop: its boards can be looked at, and lie in the record.", gives=ArtefactsOut)
def close(workshop_id: str) -> dict[str, Any]:
    """Doing it twice is the same as once."""
    person = asking()
    return {"artefacts": closing.close_workshop(reach.workshop(person, workshop_id), person.id)}


@blueprint.get("/workshops/<workshop_id>/closing")
@call("What still goes on in a workshop, before one closes it.", gives=GoingOnOut)
def before_closing(workshop_id: str) -> GoingOn:
    """For those who run it."""
    return going_on(reach.workshop(asking(), workshop_id))


@blueprint.post("/workshops/<workshop_id>/reopen")
@call("Open a workshop again within 24 hours of its closing.", gives=WorkshopRunOut, refuses=("workshop.reopen_late",))
def reopen(workshop_id: str) -> Workshop:
    """For those who run it. Doing it twice is the same as once."""
    workshop = reach.workshop(asking(), workshop_id)
    closing.reopen_workshop(workshop)
    return workshop


@blueprint.post("/workshops/<workshop_id>/finish")
@call("Confirm the finished version of a closed workshop.", gives=ArtefactsOut, refuses=("workshop.open",))
def finish(workshop_id: str) -> dict[str, Any]:
    """What has come as far with the same content is answered, and not written anew."""
    person = asking()
    return {"artefacts": closing.finish_workshop(reach.workshop(person, workshop_id), person.id)}
