"""What a workshop came to, for programs."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from marshmallow import Schema, fields

from facilitator.api.calls import asking, call
from facilitator.api.schemas import Whole
from facilitator.errors import NotThere
from facilitator.models import WorkshopStatus
from facilitator.planning import reach
from facilitator.planning.summary import write_summary
from facilitator.record.summary import summary_of

blueprint = Blueprint("api_summary", __name__)


class StepWords(Schema):
    """The words of a next step."""

    what = fields.String(metadata={"description": "At most 300 characters."})
    owner = fields.String(metadata={"description": "Who does it; at most 120 characters."})


class StepIn(StepWords):
    """One next step."""

    due = fields.Date(allow_none=True, metadata={"description": "By when: a day, or null."})


class SummaryIn(Schema):
    """What a workshop came to. What is absent becomes empty."""

    summary = fields.String(metadata={"description": "At most 600 characters."})
    decisions = fields.List(fields.String(), metadata={"description": "At most 40, of 300 characters each."})
    open_questions = fields.List(fields.String(), metadata={"description": "Likewise."})
    next_steps = fields.List(fields.Nested(StepIn), metadata={"description": "At most 40."})
    edition = Whole("The one that the writer began from; absent: whatever stands there is replaced.")


class StepOut(StepWords):
    """One next step as it is kept."""

    due = fields.String(allow_none=True, metadata={"description": "A day in ISO 8601, or null."})


class SummaryOut(SummaryIn):
    """The same as it is kept."""

    next_steps = fields.List(fields.Nested(StepOut))
    edition = Whole("How often it was written; 0: never.")


@blueprint.get("/workshops/<workshop_id>/summary")
@call("What a workshop came to.", gives=SummaryOut)
def show(workshop_id: str) -> dict[str, Any]:
    """For those who run it, and those who took part once it is closed."""
    workshop, role = reach.entered(asking(), workshop_id)
    if role != "facilitator" and workshop.status != WorkshopStatus.CLOSED:
        raise NotThere
    return summary_of(workshop.id)


@blueprint.put("/workshops/<workshop_id>/summary")
@call(
    "Write down what a workshop came to.",
    takes=SummaryIn,
    gives=SummaryOut,
    refuses=("summary.changed", "summary.many", "text.too_long"),
)
def write(workshop_id: str, sent: dict[str, Any]) -> dict[str, Any]:
    """For those who run it, before it is closed or after."""
    person = asking()
    workshop = reach.workshop(person, workshop_id)
    write_summary(workshop, person.id, **sent)
    return summary_of(workshop.id)
