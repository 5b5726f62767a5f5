"""What the room made: notes, relations, themes and ballots."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from facilitator.artefacts.entities import EVIDENCE
from facilitator.artefacts.schema.members import (
    VALUE,
    described,
    entity_id,
    item_id,
    item_ids,
    many,
    one,
    origin,
    string,
    sums_of,
    title_of,
    whole,
)


class PlaceSchema(Schema):
    """Where a note lies, which is what it means."""

    zone = item_id("zone", "The zone.")
    title = title_of("The zone's title.")
    phase = item_id("zone", "The phase, in a cell.", required=False)
    lane = item_id("zone", "The lane, in a cell.", required=False)
    ring = fields.String(metadata=described("The ring, in an onion."))
    order = fields.String(metadata=described("Sorts the notes of a zone, by code point."))
    angle = whole("In a ring, when somebody chose it: tenths of a degree.", 0, 3599, required=False)
    x = whole("In a plane: 0 left to 10000 right.", 0, 10_000, required=False)
    y = whole("In a plane: 0 below to 10000 above.", 0, 10_000, required=False)
    unplaced = fields.Boolean(metadata=described("True when it has been given no place."))


class PictureSchema(Schema):
    """A picture on a note. Its bytes are not in the artefact: SHA-256 tells whether some are these."""

    id = string("SHA-256 of the picture's bytes, in hexadecimal.", validate=validate.Regexp("^[0-9a-f]{64}$"))
    width = whole("Pixels.", 1)
    height = whole("Pixels.", 1)
    description = string("What it shows, or null where nobody has said so.", allow_none=True)
    ground = fields.Boolean(metadata=described("True where it lies under the other notes of its place."))


class MergedSchema(Schema):
    """A note that became another."""

    id = item_id("note", "The id that it had.")
    text = string("What it said.")
    lang = string("The language that it said it was in, or null.", allow_none=True)


class ItemSchema(Schema):
    """One note as an entity."""

    id = item_id("note", "The note's id; other artefacts of the project know it by this.")
    entity = string("The entity.")
    kind = string("The kind of note.")
    text = string("What people wrote.")
    lang = string("The language that the note says it is in, or null.", allow_none=True)
    place = one(PlaceSchema, "Where it lies.")
    fields_ = fields.Dict(
        keys=fields.String(),
        values=fields.Raw(metadata={"anyOf": VALUE}),
        required=True,
        data_key="fields",
        metadata=described("Typed fields, those that the place fills included."),
    )
    evidence = string("How it is known, or null.", allow_none=True, validate=validate.OneOf((*EVIDENCE, None)))
    alternatives = fields.List(
        fields.String(), required=True, metadata=described("Texts of others that nobody has chosen between yet.")
    )
    cluster = item_id("cluster", "The theme that it belongs to, or null.", allow_none=True)
    votes = sums_of("The votes that it got, by ballot.")
    voices = whole(
        "How many people it was entered for; only of notes that somebody entered for others.", 1, required=False
    )
    picture = one(PictureSchema, "The picture on the note; absent where there is none.", required=False)
    entity_id = entity_id("Which entity of the project's register it is; absent where nobody said so.")
    about = fields.List(
        item_id("entity", "Id of an entity."), metadata=described("Those of the register that it is about.")
    )
    from_ = origin("The output that it was carried over from; absent where it was written here.")
    merged = fields.List(
        fields.Nested(MergedSchema),
        metadata=described("The notes that became this one; absent where none did."),
    )


class RelationSchema(Schema):
    """A relation between two entities."""

    id = item_id("link", "Its id.")
    source = item_id("note", "Where it begins.", data_key="from")
    target = item_id("note", "Where it leads.", data_key="to")
    kind = string("Its kind.")
    label = string("What people wrote on it, or null.", allow_none=True)
    state = string("How it is doing, or null.", allow_none=True)


class ClusterSchema(Schema):
    """A theme."""

    id = item_id("cluster", "Its id.")
    title = string("What people called it.")
    notes = item_ids("note", "Its notes.")
    votes = sums_of("The votes that it got, by ballot.")


class SaidSchema(Schema):
    """Something that somebody said; nobody's name is in it."""

    id = item_id("comment", "Its id.")
    text = string("What was said.")
    at = string("When others saw it first, UTC; null when that is not known.", allow_none=True)


class CommentSchema(SaidSchema):
    """A comment on a note or a relation, with what was answered."""

    on = item_id("(note|link)", "The note or the relation that it is about.")
    resolved = fields.Boolean(required=True, metadata=described("Whether what it raised has been dealt with."))
    answers = many(SaidSchema, "The answers, as they came.")


class BallotSchema(Schema):
    """A ballot and its sums."""

    ballot = item_id("ballot", "Its id.")
    title = string("What was asked.")
    over = string("What was voted on.", validate=validate.OneOf(("notes", "clusters")))
    each = whole("How many votes each person had.")
    per_note = whole("How many of them could go to one thing.")
    zones = item_ids("zone", "The zones that it was about; empty for all.")
    open = fields.Boolean(required=True, metadata=described("Whether it was still open; then there are no sums."))
    voters = whole("How many people voted; null while open.", allow_none=True)
    secret = fields.Boolean(
        required=True,
        allow_none=True,
        metadata=described("False when so few voted that the sums may tell who voted for what; null while open."),
    )
    sums = sums_of("Votes by note or theme; what got none is not named.")
