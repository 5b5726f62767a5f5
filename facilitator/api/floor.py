"""A workshop's floor over HTTP: its agenda, where the room is in it, and the timer."""

from __future__ import annotations

from flask import Blueprint, Response

from facilitator.api.calls import asking, call
from facilitator.api.documents import (
    AnswersOut,
    EventsOut,
    StateOut,
    do_operations,
    entered,
    tell_events,
    tell_state,
)
from facilitator.api.schemas import moment
from facilitator.engine import Actor, floor_of
from facilitator.errors import NotThere
from facilitator.live.room import Room
from facilitator.models.base import now
from facilitator.planning import reach
from facilitator.planning.floor import ensure_floor

blueprint = Blueprint("api_floor", __name__)


class FloorStateOut(StateOut):
    """The floor at one seq; `method` is null."""

    now = moment("The time on the server's clock, for showing a timer that ends at a time.")


@blueprint.get("/workshops/<workshop_id>/floor/state")
@call("A workshop's floor: its agenda, where the room is in it, and the timer.", gives=FloorStateOut)
def state(workshop_id: str) -> Response:
    """For those who run it and those who take part."""
    room, actor = _entered(workshop_id)
    return tell_state(room.body_for(actor.id, at=now()))


@blueprint.get("/workshops/<workshop_id>/floor/events")
@call("What happened on a floor after `?since=`.", gives=EventsOut)
def events(workshop_id: str) -> Response:
    """At most 500 a page."""
    return tell_events(*_entered(workshop_id))


@blueprint.post("/workshops/<workshop_id>/floor/ops")
@call(
    "Lead: a bare list of the floor's operations.", gives=AnswersOut, refuses=("slow.down", "not.saved", "storage.full")
)
def operate(workshop_id: str) -> Response:
    """Answered once everything is durable; a step's boards follow in a moment."""
    return do_operations(*_entered(workshop_id))


def _entered(workshop_id: str) -> tuple[Room, Actor]:
    """The floor's room, and who asks."""
    try:
        return entered(floor_of(workshop_id))
    except NotThere:  # the workshop may be older than floors are
        workshop, _ = reach.floor(asking(seats=True), workshop_id)
        return entered(ensure_floor(workshop))
