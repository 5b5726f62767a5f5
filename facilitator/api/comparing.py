"""Two artefacts of one method, compared."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request
from marshmallow import Schema, fields

from facilitator.api.calls import asking, call
from facilitator.api.schemas import text
from facilitator.artefacts.comparing import MARKS, Comparison, compare
from facilitator.errors import Invalid
from facilitator.hub.offload import offload
from facilitator.planning import reach
from facilitator.planning.comparable import other, roots_of
from facilitator.record import read

blueprint = Blueprint("api_comparing", __name__)


class ComparedNote(Schema):
    """A note of one artefact and the same one of the other."""

    then = fields.String(allow_none=True, metadata={"description": "Its id in the other artefact; null: not there."})
    now = fields.String(allow_none=True, metadata={"description": "Its id in this one; null: not there."})
    marks = fields.List(
        fields.String(), metadata={"description": "Of added, removed, moved, changed; [] for the same."}
    )


class ComparedLink(Schema):
    """A relation that differs."""

    then = fields.String(allow_none=True, metadata={"description": "Its id in the other artefact; null: not there."})
    now = fields.String(allow_none=True, metadata={"description": "Its id in this one; null: not there."})


class ComparedOut(Schema):
    """What came, went, moved and says something else."""

    then = text("Id of the artefact that was named in `with`.")
    now = text("Id of this one.")
    counts = fields.Dict(
        keys=fields.String(), values=fields.Integer(), metadata={"description": "Notes with each mark, and `same`."}
    )
    notes = fields.List(fields.Nested(ComparedNote))
    links = fields.List(fields.Nested(ComparedLink))


@blueprint.get("/artefacts/<artefact_id>/compare")
@call("An artefact beside another of its method, named by `?with=`: note by note, what differs.", gives=ComparedOut)
def compared(artefact_id: str) -> dict[str, Any]:
    """For those who may read both. The other one is of the same board, or of another of the same method."""
    person = asking(seats=True)
    now = reach.artefact(person, artefact_id)
    asked = request.args.get("with")
    if not asked:
        raise Invalid("field.missing", field="with")
    then = other(person, now, asked)
    is_one, roots = then.board_id == now.board_id, roots_of(then, now)
    found = offload(compare, read(then), read(now), is_one_board=is_one, roots=roots)
    return {"then": then.id, "now": now.id, **_told(found)}


def _told(found: Comparison) -> dict[str, Any]:
    same = sum(not pair.marks for pair in found.pairs)
    return {
        "counts": {mark: len(found.of(mark)) for mark in MARKS} | {"same": same},
        "notes": [{"then": _id(pair.then), "now": _id(pair.now), "marks": pair.marks} for pair in found.pairs],
        "links": [{"then": _id(was), "now": _id(now)} for was, now in found.links],
    }


def _id(thing: Any) -> str | None:
    return thing["id"] if thing else None
