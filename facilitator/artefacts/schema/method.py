"""The method, its words, and the zones of the board."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from facilitator.artefacts.schema.members import (
    IN_ALL,
    described,
    entity_id,
    in_three,
    item_id,
    many,
    one,
    origin,
    string,
    title_of,
    values_of,
    whole,
)


class NamedKindSchema(Schema):
    """A kind of the board: of one that people named also its name."""

    key = string("Its key.")
    title = fields.String(metadata=described("What people called it; absent of the method's own kinds."))


class MethodSchema(Schema):
    """The method of the board, in the edition that it began with."""

    key = string("Its key.")
    version = whole("Its edition.")
    title = in_three("Its title.")
    variant = fields.Nested(
        lambda: ChoiceSchema(), metadata=described("What the board shows, such as the as-is; absent where nobody said.")
    )
    kinds = fields.List(
        fields.Nested(NamedKindSchema),
        metadata=described("The board's kinds of note, where those who led it chose and named them."),
    )


class ChoiceSchema(Schema):
    """A value of a field."""

    key = string("The value.")
    title = in_three("What it is called.")


class FieldSchema(Schema):
    """A typed field of a kind of note."""

    key = string("Its name in `fields`.")
    title = in_three("What it is called.")
    type = string(
        "text, choice, choices, scale5, emotion, flag, number, date, item, stakeholder, organisation, reference, link."
    )
    low = fields.Raw(metadata=described("The lower end of a scale.", **IN_ALL))
    high = fields.Raw(metadata=described("The upper end of a scale.", **IN_ALL))
    unit = fields.Raw(metadata=described("What a number counts.", **IN_ALL))
    choices = many(ChoiceSchema, "The values that it can have; empty when they cannot be counted.")


class KindSchema(Schema):
    """A kind of note, and the entity that it is."""

    key = string("Its key.")
    title = title_of("One of them; of a kind that people named, as they named it.")
    plural = title_of("Several of them; of a kind that people named, its name.")
    entity = string("The entity; kinds of one entity share a table.")
    tint = string("Its colour on the board, by name; it says nothing that the kind does not say.")
    fields_ = fields.List(
        fields.Nested(FieldSchema), required=True, data_key="fields", metadata=described("Its typed fields.")
    )


class LinkSchema(Schema):
    """A kind of relation."""

    key = string("Its key.")
    title = in_three("What it is called.")
    sentence = in_three("What stands between its two ends when it is read.")


class VocabularySchema(Schema):
    """The method's words, so that the artefact can be read without the method."""

    layout = fields.String(metadata=described("How the board was laid out; absent in older artefacts."))
    phase_name = fields.Raw(metadata=described("Of a matrix: what one column is, where it is no phase.", **IN_ALL))
    lane_name = fields.Raw(metadata=described("Of a matrix: what one row is, where the method says.", **IN_ALL))
    kinds = many(KindSchema, "The kinds of note.")
    links = many(LinkSchema, "The kinds of relation.")
    link_states = many(ChoiceSchema, "How a relation can be doing.")


class AxisSchema(Schema):
    """An axis of a plane: 0…10000 reads as 1…5, each step a fifth."""

    field = string("The field that it fills.")
    title = in_three("What it measures.")
    low = in_three("Its lower end.")
    high = in_three("Its upper end.")


class AxesSchema(Schema):
    """Both axes of a plane."""

    x = one(AxisSchema, "To the right.")
    y = one(AxisSchema, "Upwards.")


class QuadrantsSchema(Schema):
    """The quarters of a plane, x before y."""

    low_low = in_three("Left, below.")
    high_low = in_three("Right, below.")
    low_high = in_three("Left, above.")
    high_high = in_three("Right, above.")


class ZoneSchema(Schema):
    """A zone that was shown."""

    id = item_id("zone", "Its id.")
    title = title_of("Its title; a cell's is made of its phase's and its lane's.")
    accepts = fields.List(fields.String(), required=True, metadata=described("The kinds that may lie in it."))
    sort = string("What sort of zone.", validate=validate.OneOf(("flow", "ring", "plane")))
    axis = fields.String(
        validate=validate.OneOf(("phase", "lane")), metadata=described("Of a phase or a lane: which of the two.")
    )
    phase = item_id("zone", "Of a cell: its phase.", required=False)
    lane = item_id("zone", "Of a cell: its lane.", required=False)
    sets = values_of("The fields that it fills.", required=False)
    line = fields.Raw(metadata=described("Of a lane: the name of the line drawn above it.", **IN_ALL))
    axes = one(AxesSchema, "Of a plane: its axes.", required=False)
    quadrants = one(QuadrantsSchema, "Of a plane: the names of its quarters.", required=False)
    entity_id = entity_id("Of one that was made of something in the project's register: which entity it is.")
    from_ = origin("The output that it was carried over from.")
