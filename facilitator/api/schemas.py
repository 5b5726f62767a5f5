"""What the API takes and gives, field by field. Bounds of words are the engine's gate's own (`planning/wording.py`)."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.api.wording import worded, words_out
from facilitator.artefacts.derive import STATES
from facilitator.config import LANGUAGES
from facilitator.models import Phase, Size, WorkshopKind, WorkshopStatus
from facilitator.planning.boards import SHAPED_BY
from facilitator.planning.programmes import Role
from facilitator.planning.workshops import Authors


def text(description: str, required: bool = True, **more: Any) -> fields.String:
    """A string with its description."""
    return fields.String(required=required, metadata={"description": description}, **more)


def one_of(allowed: Any, description: str, required: bool = False) -> fields.String:
    """A string out of a few."""
    values = [str(each.value) if hasattr(each, "value") else str(each) for each in allowed]
    return fields.String(required=required, validate=validate.OneOf(values), metadata={"description": description})


class Whole(fields.Integer):
    """An integer; neither `true`, nor `"7"`, nor 7.5."""

    def __init__(self, description: str = "") -> None:
        super().__init__(strict=True, metadata={"description": description})

    def _validated(self, value: Any) -> int:
        if isinstance(value, (bool, str)):
            raise self.make_error("invalid", input=value)
        return super()._validated(value)


class YesNo(fields.Boolean):
    """`true` or `false`, and none of the words that Python would take for them."""

    truthy = {True}
    falsy = {False}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


def moment(description: str) -> fields.AwareDateTime:
    """A time with its zone, in ISO 8601."""
    return fields.AwareDateTime(format="iso", allow_none=True, metadata={"description": description})


class ProblemSchema(Schema):
    """What every refusal answers."""

    code = text("For programs; it does not change.")
    message = text("For people, in their language.")


class SessionIn(Schema):
    """Signing in as a facilitator."""

    email = text("The account's e-mail.")
    password = text("Its password.", load_only=True)


class TokenOut(Schema):
    """A bearer token; it is shown once."""

    token = text("Send it as `Authorization: Bearer …`.")


class JoinIn(Schema):
    """Joining a workshop as a guest."""

    code = text("The join code, however it is spaced.")
    name = text("What others see, at most 80 characters.")
    organisation = fields.String(allow_none=True, metadata={"description": "At most 120 characters."})
    language = fields.String(allow_none=True, validate=validate.OneOf(LANGUAGES))


class ParticipantOut(Schema):
    """A guest."""

    id = text("`p:…`")
    name = fields.String(attribute="visible_name", metadata={"description": "With its number where two share one."})
    organisation = text("Empty if not given.")
    role = text("participant or observer")


class PlacedParticipantOut(ParticipantOut):
    """A guest, as facilitators see them."""

    group = fields.String(attribute="group_id", allow_none=True)


class DoorOut(Schema):
    """A workshop as a guest sees it."""

    id = text("The workshop's id.")
    title = text("Its title in its main language.")
    language = one_of(LANGUAGES, "Its main language.")
    words = words_out()
    status = one_of(WorkshopStatus, "draft, live or closed")


class BoardOut(Schema):
    """A board in a list."""

    id = text("The board's id, and its document's.")
    title = text("Its title in the workshop's main language.")
    words = words_out()
    method = fields.String(attribute="method_key", metadata={"description": "Key of the method."})
    group = fields.String(attribute="group_id", allow_none=True, metadata={"description": "null: everybody's."})


class BoardPlanOut(BoardOut):
    """A board as its facilitator plans it."""

    method_version = Whole()
    question = text("Empty: the method's own.")
    position = Whole()
    workshop = fields.String(attribute="workshop_id")


class BoardIn(Schema):
    """A new board."""

    title = worded("At most 200 characters.", required=True)
    method = text("Key of a method.")
    question = worded("The method's own if absent.")
    group = fields.String(allow_none=True, metadata={"description": "Id of a group; null: everybody's."})
    shaped_by = one_of(SHAPED_BY, "Who may add and change zones.")
    kinds = fields.List(
        fields.String(),
        metadata={"description": "Names of its kinds of note, at most six; the method's own if absent."},
    )


class BoardPatch(Schema):
    """What of a board may change."""

    title = worded("A plain text changes the main language's alone.")
    question = worded("Empty: the method's own.")


class JoinOut(Schema):
    """Who came in, and the boards that they may open."""

    token = text("The guest's bearer token; it is shown once.")
    participant = fields.Nested(ParticipantOut)
    workshop = fields.Nested(DoorOut)
    boards = fields.List(fields.Nested(BoardOut))


class ProgrammeIn(Schema):
    """A new programme."""

    title = text("At most 200 characters.")
    owner = fields.String(metadata={"description": "The organisation behind it."})
    retention_days = Whole("How long names are kept after a workshop.")


class ProgrammePatch(ProgrammeIn):
    """What of a programme may change."""

    title = fields.String()


class ProgrammeOut(Schema):
    """A programme."""

    id = text("Its id.")
    title = text("Its title.")
    owner = text("The organisation behind it.")
    retention_days = Whole()
    is_example = fields.Boolean(metadata={"description": "Whether everything in it is invented."})


class MemberIn(Schema):
    """Letting an account into a programme."""

    email = text("The account's e-mail.")
    role = one_of(Role, "facilitator if absent")


class MemberOut(Schema):
    """An account's place in a programme."""

    id = text("Its id.")
    name = fields.String(attribute="user.name")
    email = fields.String(attribute="user.email")
    role = one_of(Role, "lead or facilitator")


class ProjectIn(Schema):
    """A new project."""

    title = text("At most 200 characters.")
    applicant = fields.String()
    challenge = fields.String()
    case_number = fields.String()
    region = fields.String(metadata={"description": "A region's code (Statistics Finland); empty where nobody says."})
    size = fields.String(metadata={"description": f"Thousands of inhabitants: {', '.join(Size)}; or empty."})
    phase = one_of(Phase, "applied if absent")


class ProjectPatch(ProjectIn):
    """What of a project may change."""

    title = fields.String()


class ProjectOut(Schema):
    """A project."""

    id = text("Its id.")
    programme = fields.String(attribute="programme_id")
    title = text("Its title.")
    applicant = text("Who applied.")
    challenge = text("What it is about.")
    challenge_at = moment("When the challenge was last written; null where there is none.")
    case_number = text("The authority's own number.")
    region = text("Code of its region, or empty.")
    size = text("How many it serves, in thousands, or empty.")
    phase = one_of(Phase, "Where it is now.")


class WorkshopPlan(Schema):
    """What is chosen for a workshop."""

    kind = one_of(WorkshopKind, "project if absent")
    position = Whole("Its number in the series; the next one if absent.")
    instructions = worded("For those who take part.")
    language = one_of(LANGUAGES, "Main language: of plain texts, and of the boards; the installation's if absent.")
    call_url = fields.String(metadata={"description": "https address of the video call; empty for none."})
    starts_at = moment("When it begins.")
    ends_at = moment("When it ends.")
    authors = one_of(Authors, "What notes show about their writers; fixed by the first board.")
    asks_organisation = YesNo()
    organisations = fields.List(
        fields.String(),
        validate=validate.Length(max=200),
        metadata={"description": "What the join page suggests; at most 100."},
    )


class WorkshopIn(WorkshopPlan):
    """A new workshop, in draft."""

    title = worded("At most 200 characters.", required=True)


class WorkshopPatch(WorkshopPlan):
    """What of a workshop may change; closing it is a call of its own."""

    title = worded("A plain text changes the main language's alone.")
    status = one_of([WorkshopStatus.LIVE], "live: let those with the code in")
    is_door_open = YesNo()


class WorkshopOut(DoorOut):
    """A workshop, as those who take part see it."""

    project = fields.String(attribute="project_id")
    kind = one_of(WorkshopKind, "application or project")
    position = Whole()
    instructions = text("For those who take part.")
    call_url = text("Where the video call is; empty if there is none.")
    starts_at = moment("When it begins.")
    ends_at = moment("When it ends.")
    authors = one_of(Authors, "names, organisations or nothing")


class WorkshopRunOut(WorkshopOut):
    """A workshop, as those who run it see it."""

    code = text("The join code.")
    is_door_open = fields.Boolean()
    asks_organisation = fields.Boolean()
    organisations = fields.List(fields.String(), metadata={"description": "What the join page suggests."})
    closed_at = moment("When it was closed.")
    groups = fields.List(fields.Nested(lambda: GroupOut()))
    boards = fields.List(fields.Nested(BoardOut))


class GroupIn(Schema):
    """A group's name, and where and how large the municipality is that it speaks for."""

    name = text("At most 80 characters; once in a workshop.")
    region = fields.String(metadata={"description": "A region's code (Statistics Finland); empty where nobody says."})
    size = fields.String(metadata={"description": f"Thousands of inhabitants: {', '.join(Size)}; or empty."})


class GroupPatch(GroupIn):
    """What of a group may change."""

    name = fields.String()


class GroupOut(Schema):
    """A group."""

    id = text("Its id.")
    name = text("Its name.")
    region = text("Code of the region of whom it speaks for, or empty.")
    size = text("How many inhabitants that has, in thousands, or empty.")


class PlaceIn(Schema):
    """Where a guest belongs."""

    group = fields.String(required=True, allow_none=True, metadata={"description": "Id of a group, or null."})


class CodeOut(Schema):
    """The new join code."""

    code = text("Eight characters; the old one opens nothing any more.")
    link = text("The link for joining.")
    qr = text("The link as a QR code, in SVG.")


class ArtefactOut(Schema):
    """One version in the record."""

    id = text("Its id.")
    board = fields.String(attribute="board_id")
    version = Whole("From 1 for each board.")
    state = one_of(STATES[1:], "confirmed in the workshop, at_end of it, or finished after it.")
    digest = text("SHA-256 over RFC 8785 of the artefact without `digest`.")
    replaces = fields.String(attribute="replaces_id", allow_none=True, metadata={"description": "The one before."})


class ArtefactsOut(Schema):
    """The versions that closing left in the record."""

    artefacts = fields.List(fields.Nested(ArtefactOut))


class MethodOut(Schema):
    """A method in the catalogue."""

    key = text("Its key.")
    version = Whole()
    layout = text("How it is drawn.")
    title = fields.Dict(metadata={"description": "In fi, sv and en."})
    purpose = fields.Dict(metadata={"description": "In fi, sv and en."})
    fits_when = fields.Dict(metadata={"description": "When it is worth choosing; in fi, sv and en."})
    does_not_fit_when = fields.Dict(metadata={"description": "When another way serves better; in fi, sv and en."})
    first_for = fields.List(fields.String(), metadata={"description": "The kinds of workshop that show it first."})
