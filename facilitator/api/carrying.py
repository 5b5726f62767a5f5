"""Carrying forward: a board that begins from outputs of its project, with a look at what comes along."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from marshmallow import Schema, fields, validate

from facilitator import words
from facilitator.api.calls import asking, call, language
from facilitator.api.schemas import Whole, YesNo, one_of, text
from facilitator.api.wording import worded
from facilitator.artefacts.carrying import Offer
from facilitator.methods.entity_types import TYPES
from facilitator.planning import carrying, reach
from facilitator.planning.boards import SHAPED_BY
from facilitator.planning.carrying import Wish

blueprint = Blueprint("api_carrying", __name__)
_ID = validate.Length(1, 100)


class WishIn(Schema):
    """What is to come from one output."""

    artefact = fields.String(required=True, validate=_ID, metadata={"description": "Id of an output of the project."})
    ways = fields.Dict(
        keys=fields.String(),
        values=fields.String(),
        metadata={
            "description": f"By type ({', '.join(TYPES)}): `note:<kind>`, `note` (each of its own kind), `phase`, "
            "`lane` or `zone`; empty: not at all. A type that is absent comes as the method takes it."
        },
    )
    as_it_lies = YesNo(metadata={"description": "Everything, in its place; of the same method only."})
    items = fields.List(fields.String(validate=_ID), metadata={"description": "Those that come; absent: all."})


class CarryIn(Schema):
    """A new board, and what it begins from."""

    title = worded("At most 200 characters.", required=True)
    method = text("Key of a method.")
    question = worded("The method's own if absent.")
    group = fields.String(allow_none=True, metadata={"description": "Id of a group; null: everybody's."})
    shaped_by = one_of(SHAPED_BY, "Who may add and change zones.")
    sources = fields.List(
        fields.Nested(WishIn),
        required=True,
        validate=validate.Length(min=1),
        metadata={"description": "Outputs; a thing that several speak of comes from the first."},
    )
    do = YesNo(metadata={"description": "false: only tell what would come along."})


class CameOut(Schema):
    """One thing that comes along, or stays behind."""

    artefact = text("The output.")
    item = text("What it is there.")
    type = text("Its type; empty for what the register does not know.")
    entity_id = text("Its id in the project's register; empty without one.")
    text = text("What it is called now.")


class CarriedOut(CameOut):
    """One thing that comes along."""

    as_ = text("What it becomes.", data_key="as")


class LeftOut(CameOut):
    """One thing that stays behind."""

    code = text("Why, for programs.")
    message = text("Why, in the reader's language.")


class BehindOut(Schema):
    """What stays in an output of what was chosen from it."""

    artefact = text("The output.")
    code = text("What it is, for programs: `carry.comments`, `carry.fields` …")
    count = Whole("How many.")
    message = text("The same in the reader's language.")


class CarryOut(Schema):
    """What came, or would come."""

    board = fields.String(allow_none=True, metadata={"description": "The new board; null where it was only looked at."})
    carried = fields.List(fields.Nested(CarriedOut), metadata={"description": "What comes along."})
    left = fields.List(fields.Nested(LeftOut), metadata={"description": "What was chosen and stays behind."})
    behind = fields.List(
        fields.Nested(BehindOut), metadata={"description": "What stays behind with it, counted: comments, votes …"}
    )


@blueprint.post("/workshops/<workshop_id>/carry")
@call(
    "Make a board that begins from outputs of the project; `do` false only tells what would come along.",
    takes=CarryIn,
    gives=CarryOut,
    refuses=("method.unknown", "carry.other_method", "carry.one_lies", "workshop.closed"),
)
def carry(workshop_id: str, sent: dict[str, Any]) -> dict[str, Any]:
    """For members of the programme who run the workshop: the outputs of its other workshops are theirs too."""
    person = asking()
    workshop = reach.workshop(person, workshop_id)
    reach.project(person, workshop.project_id)
    group = reach.group_of(workshop, sent.get("group"))
    wishes = [Wish(**{"ways": {}, **wish}) for wish in sent["sources"]]
    seen = carrying.look(workshop, sent["method"], wishes)
    begun = seen.begun
    board = None
    if sent.get("do", True):
        rest = {name: sent[name] for name in ("question", "shaped_by") if name in sent}
        board = carrying.carry(workshop, sent["title"], seen, group=group, **rest).id
    return {
        "board": board,
        "carried": [{**_told(offer), "as_": way} for offer, way in begun.carried],
        "left": [
            {**_told(offer), "code": code, "message": words.sentence(code, {}, language())}
            for offer, code in begun.left
        ],
        "behind": [
            {
                "artefact": artefact_id,
                "code": code,
                "count": count,
                "message": words.sentence(code, {"count": count}, language()),
            }
            for artefact_id, counts in seen.behind.items()
            for code, count in counts.items()
        ],
    }


def _told(offer: Offer) -> dict[str, Any]:
    return {
        "artefact": offer.artefact,
        "item": offer.item["id"],
        "type": offer.type,
        "entity_id": offer.entity,
        "text": offer.text,
    }
