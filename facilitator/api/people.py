"""The people of a workshop, for those who lead it: who is where, who has to go, and what lets others in."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from marshmallow import Schema, fields

from facilitator.api.calls import asking, call
from facilitator.api.schemas import GroupOut, Whole, YesNo, text
from facilitator.planning import joining, organisations, reach, workshops
from facilitator.planning.people import everybody_of

blueprint = Blueprint("api_people", __name__)


class SomebodyOut(Schema):
    """One person of a workshop."""

    id = text("`p:…`, or `u:…` for an account.")
    name = text("As others see it.")
    organisation = text("Empty if not given.")
    role = text("facilitator, participant or observer")
    group = fields.String(allow_none=True, metadata={"description": "Id of their group."})
    board = fields.String(allow_none=True, metadata={"description": "Where they are now; null: away."})
    is_writing = fields.Boolean(metadata={"description": "Never true where people write in silence or without names."})


class PeopleOut(Schema):
    """Everybody, by name, and the door."""

    people = fields.List(fields.Nested(SomebodyOut))
    groups = fields.List(fields.Nested(GroupOut))
    is_door_open = fields.Boolean()
    code = text("The join code.")


class SeatedIn(Schema):
    """Somebody without a device."""

    name = text("Their name, or an alias.")
    organisation = fields.String(load_default="", metadata={"description": "Empty if not given."})


class SeatedOut(Schema):
    """The guest that they are."""

    id = text("`p:…`")
    name = fields.String(attribute="visible_name", metadata={"description": "As others see it."})


class DoorIn(Schema):
    """Whether the code lets new people in."""

    is_open = YesNo(required=True)


class DoorNowOut(Schema):
    """The door."""

    is_open = fields.Boolean(attribute="is_door_open")


class MergeIn(Schema):
    """Two ways of writing one organisation."""

    dropped = text("The spelling that goes.")
    kept = text("The spelling that its people get.")


class MergedOut(Schema):
    """What came of it."""

    changed = Whole("How many people were of the spelling that is gone.")


@blueprint.get("/workshops/<workshop_id>/people")
@call("Everybody of a workshop, by name, and where they are now.", gives=PeopleOut)
def everybody(workshop_id: str) -> dict[str, Any]:
    """For those who run it. Who is on a board is known to the process that answers."""
    workshop = reach.workshop(asking(seats=True), workshop_id)
    door = {"is_door_open": workshop.is_door_open, "code": workshop.code}
    return {"people": everybody_of(workshop), "groups": workshop.groups, **door}


@blueprint.post("/workshops/<workshop_id>/people")
@call(
    "Seat somebody who is in the room or on the phone without a device, so that notes can be entered for them.",
    takes=SeatedIn,
    gives=SeatedOut,
    refuses=("workshop.closed", "workshop.draft"),
    status=201,
)
def seat(workshop_id: str, sent: dict[str, Any]) -> Any:
    """For those who run it."""
    return joining.seat(reach.workshop(asking(seats=True), workshop_id), sent["name"], sent["organisation"])


@blueprint.put("/workshops/<workshop_id>/door")
@call("Open the door to new people, or close it.", takes=DoorIn, gives=DoorNowOut, refuses=("workshop.closed",))
def door(workshop_id: str, sent: dict[str, Any]) -> Any:
    """For those who run it; who is in stays in."""
    workshop = reach.workshop(asking(seats=True), workshop_id)
    (workshops.open_door if sent["is_open"] else workshops.close_door)(workshop)
    return workshop


@blueprint.post("/workshops/<workshop_id>/organisations/merge")
@call("Make two spellings of an organisation one.", takes=MergeIn, gives=MergedOut, refuses=("organisations.same",))
def merge(workshop_id: str, sent: dict[str, Any]) -> dict[str, int]:
    """For those who run it. Only what is known of the people changes; notes stay as they were written."""
    workshop = reach.workshop(asking(seats=True), workshop_id)
    return {"changed": organisations.merge(workshop, sent["dropped"], sent["kept"])}
