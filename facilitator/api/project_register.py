"""A project's register: each thing once, where it is used, and what those who lead do with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, current_app
from marshmallow import Schema, fields, validate

from facilitator import access
from facilitator.api.calls import asking, call, language
from facilitator.api.schemas import Whole, text
from facilitator.artefacts.across import Found
from facilitator.artefacts.words import in_language
from facilitator.errors import NotAllowed, TooMany
from facilitator.methods.entity_types import TYPES
from facilitator.models import Project
from facilitator.planning import reach
from facilitator.planning import register as verbs
from facilitator.planning.naming import names_for
from facilitator.record.register import Register, Thing
from facilitator.record.together import together

blueprint = Blueprint("api_register", __name__)
_NAMES = f"One of {', '.join(TYPES)}."


class UseOut(Schema):
    """Where a thing is used."""

    board = text("The board.")
    titles = fields.Dict(metadata={"description": "Its title, by language."})
    workshop_titles = fields.Dict(metadata={"description": "Its workshop's title, by language."})
    workshop_order = Whole("Its workshop's number in the series.")
    item = text("The note, or the phase or lane that was made of it.")
    role = text("`is`: it lies there itself; `about`: the note is about it.")
    artefact = text("The output that says so, the board's newest version.")
    version = Whole("Its version.")
    text = text("What is written there.")


class ActOut(Schema):
    """A new name, or a merge."""

    id = text("Its id, by which it is taken back.")
    verb = text("rename or merge.")
    was = text("The name before.")
    became = text("The new name; of a merge the id of the thing that it became.")
    at = fields.DateTime(metadata={"description": "When."})
    undone_at = fields.DateTime(allow_none=True, metadata={"description": "When it was taken back, or null."})


class ThingOut(Schema):
    """One thing of the project."""

    id = text("Its id.")
    type = text(_NAMES)
    name = text("What it is called.")
    ids = fields.List(fields.String(), metadata={"description": "Its id and those that were merged into it."})
    other_names = fields.List(fields.String(), metadata={"description": "What boards call it otherwise."})
    uses = fields.List(fields.Nested(UseOut), metadata={"description": "In the order of the series."})
    acts = fields.List(fields.Nested(ActOut), metadata={"description": "The latest first."})


class NamedOut(Schema):
    """A thing to refer to."""

    id = text("Its id.")
    type = text(_NAMES)
    name = text("What it is called.")
    ids = fields.List(fields.String(), metadata={"description": "Its id and those that were merged into it."})
    where = text("The first board that speaks of it, in the reader's language.")


class FoundOut(Schema):
    """One thing that the maps show together."""

    key = text("in_no_step or unheard.")
    text = fields.Dict(metadata={"description": "A sentence, by language."})
    things = fields.List(fields.String(), metadata={"description": "Ids in the register of those it is about."})


class NameOut(Schema):
    """A name that something of the workshop or the project has."""

    type = text("stakeholder, step or action.")
    name = text("The name, in one line.")


class NameIn(Schema):
    """Another name."""

    name = fields.String(required=True, metadata={"description": "1–2,000 code points."})


class ThingMergeIn(Schema):
    """Another thing that it is."""

    into = fields.String(required=True, validate=validate.Length(1, 88), metadata={"description": "That one's id."})


@blueprint.get("/projects/<project_id>/register")
@call("Everything that the project's outputs speak of, each thing once.", gives=ThingOut, many=True)
def index(project_id: str) -> Iterator[dict[str, Any]]:
    """By type, then by name; also what lies on no board any more."""
    return map(_told, Register(reach.project(asking(), project_id).id).things())


@blueprint.get("/projects/<project_id>/insights")
@call("What the project's newest outputs show together and none of them alone.", gives=FoundOut, many=True)
def insights(project_id: str) -> list[Found]:
    """For the programme's members, as the register."""
    project = reach.project(asking(), project_id)
    return list(together(project.id, Register(project.id)).found)


@blueprint.get("/projects/<project_id>/register/<entity_id>")
@call("One thing of the project, also by the id of one that was merged into it.", gives=ThingOut)
def show(project_id: str, entity_id: str) -> dict[str, Any]:
    """For the programme's members."""
    return _thing(reach.project(asking(), project_id), entity_id)


@blueprint.patch("/projects/<project_id>/register/<entity_id>")
@call("Give a thing another name; the words on boards stay.", takes=NameIn, gives=ThingOut, refuses=("text.empty",))
def rename(project_id: str, entity_id: str, sent: dict[str, Any]) -> dict[str, Any]:
    """For the programme's members."""
    person = asking()
    project = reach.project(person, project_id)
    verbs.rename(project, entity_id, sent["name"], person.id)
    return _thing(project, entity_id)


@blueprint.post("/projects/<project_id>/register/<entity_id>/merge")
@call(
    "Say that a thing is another one of the same type.", takes=ThingMergeIn, gives=ThingOut, refuses=("register.types",)
)
def merge(project_id: str, entity_id: str, sent: dict[str, Any]) -> dict[str, Any]:
    """Both ids lead to the other one from now on."""
    person = asking()
    project = reach.project(person, project_id)
    verbs.merge(project, entity_id, sent["into"], person.id)
    return _thing(project, entity_id)


@blueprint.delete("/projects/<project_id>/register/acts/<act>")
@call("Take back a new name or a merge.", status=204, refuses=("register.changed",))
def take_back(project_id: str, act: str) -> None:
    """As long as nothing newer stands on it."""
    verbs.take_back(reach.project(asking(), project_id), act)


@blueprint.get("/boards/<board_id>/register")
@call("What notes of a board can be tied to, for those who lead.", gives=NamedOut, many=True)
def of_board(board_id: str) -> Iterator[dict[str, Any]]:
    """What some board of the project speaks of. Who helps to lead one workshop is no member and does not see it."""
    person = asking(seats=True)
    board, _ = reach.board(person, board_id)
    if access.programme_role(person, board.workshop.project.programme_id) is None:
        raise NotAllowed
    own = language()
    return (
        {name: getattr(thing, name) for name in ("id", "type", "name", "ids")}
        | {"where": in_language(thing.uses[0].titles, own)}
        for thing in Register(board.workshop.project_id).used()
    )


@blueprint.get("/boards/<board_id>/names")
@call("Names that a lane, a column or a field may be given.", gives=NameOut, many=True, refuses=("slow.down",))
def names_of_board(board_id: str) -> list[dict[str, str]]:
    """Of the workshop's boards that one may open; for the programme's members of the project's register too."""
    person = asking(seats=True)
    board, actor = reach.board(person, board_id)
    if not current_app.extensions["live"].limits.may_ask(actor.id):
        raise TooMany(retry_after=1)
    return [{"type": type_, "name": name} for type_, name in names_for(person, board)]


def _thing(project: Project, entity_id: str) -> dict[str, Any]:
    return _told(Register(project.id).thing(entity_id))


def _told(thing: Thing) -> dict[str, Any]:
    uses = [
        {
            "board": use.board_id,
            "item": use.item_id,
            "artefact": use.artefact_id,
            **{name: getattr(use, name) for name in ("titles", "workshop_titles", "workshop_order")},
            **{name: getattr(use, name) for name in ("role", "text", "version")},
        }
        for use in thing.uses
    ]
    return {name: getattr(thing, name) for name in ("id", "type", "name", "ids", "other_names", "acts")} | {
        "uses": uses
    }
