"""Where an artefact comes from."""

from __future__ import annotations

from marshmallow import Schema, fields

from facilitator.artefacts.schema.members import described, one, string, whole, worded


class ProgrammeSchema(Schema):
    """The programme around the project."""

    id = string("Its id.")
    title = string("Its title.")
    owner = string("The organisation behind it, whom others may ask; may be empty.")


class ProjectSchema(Schema):
    """The project whose record this is in."""

    id = string("Its id.")
    title = string("Its title.")
    applicant = string("The organisation that applied; may be empty.")
    case_number = string("Its number in the authority's registry; may be empty.")
    phase = string("Where the project was when this was taken.")
    challenge = string("Its challenge as it was written in the application; may be empty.")
    challenge_at = string("When that was last written, UTC, or null.", allow_none=True)


class WorkshopSchema(Schema):
    """The workshop in which it was made."""

    id = string("Its id.")
    title = worded("Its title.")
    kind = string("`application` or `project`.")
    order = whole("Its number in the project's series, from 1.")
    starts_at = string("When it was to begin, UTC, or null.", allow_none=True)


class NamedSchema(Schema):
    """Something with a name."""

    id = string("Its id.")
    title = string("What people called it.")


class BoardSchema(Schema):
    """The board that it was taken of."""

    id = string("Its id.")
    title = worded("What people called it.")


class ParticipantsSchema(Schema):
    """Who took part, without a name."""

    count = whole("How many people.")
    organisations = fields.List(
        fields.String(), required=True, metadata=described("The organisations that they gave, each once.")
    )


class SourceSchema(Schema):
    """An output of the project that the board began from."""

    artefact = string("Its id.")
    version = whole("Its version.", 1)
    title = worded("Its board's title.")
    workshop = worded("Its workshop's title.")
    order = whole("Its workshop's number in the series, from 1.")


class BroughtSchema(Schema):
    """What came to the board in a file, as it was on another one."""

    ballots = fields.List(
        fields.String(), metadata=described("The ballots that were held there; absent where none was.")
    )
    comments = whole("How many comments and answers were written there; absent where none was.", 1, required=False)


class ProvenanceSchema(Schema):
    """Where the artefact comes from."""

    programme = one(ProgrammeSchema, "The programme.")
    project = one(ProjectSchema, "The project.")
    workshop = one(WorkshopSchema, "The workshop.")
    board = one(BoardSchema, "The board.")
    group = one(NamedSchema, "The breakout group, or null when the board was everybody's.", allow_none=True)
    question = worded("The question that was worked on: the board's own, or the method's.")
    document = string("The live document.")
    epoch = string("The incarnation of its log.")
    revision = whole("The number of the last event in it.")
    taken_at = fields.DateTime(required=True, metadata=described("When it was taken, UTC."))
    taken_by = string("In which role somebody took it; never a name.")
    participants = one(ParticipantsSchema, "Who took part.")
    languages = fields.List(fields.String(), required=True, metadata=described("Languages that notes say they are in."))
    is_example = fields.Boolean(required=True, metadata=described("Whether it is all invented, as an example."))
    on_behalf = whole(
        "How many notes were entered for others, who had no device; only where some were.", 1, required=False
    )
    brought = one(BroughtSchema, "What came in a file; absent where nothing did.", required=False)
    replaces = string("Id of the version before this one, or null.", allow_none=True)
    sources = fields.List(
        fields.Nested(SourceSchema), metadata=described("The outputs that the board began from; absent without any.")
    )
