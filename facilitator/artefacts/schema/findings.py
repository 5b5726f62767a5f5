"""What can be read off the board: what was decided and asked, what answers the questions, what the map shows."""

from __future__ import annotations

from marshmallow import Schema, fields

from facilitator.artefacts.schema.members import (
    IN_ALL,
    TEXT,
    described,
    in_three,
    item_id,
    item_ids,
    many,
    one,
    string,
    title_of,
    whole,
)


class LessonSchema(Schema):
    """Something that others can learn."""

    id = item_id("note", "The note that says it.")
    text = string("What it says.")


class DecisionSchema(LessonSchema):
    """Something that was decided."""

    by = string("Who decided, or null.", allow_none=True)
    reason = string("Why, or null.", allow_none=True)


class OpenQuestionSchema(LessonSchema):
    """A question that nothing on the board answers yet."""

    owner = string("Who finds out, or null.", allow_none=True)


class ActionSchema(LessonSchema):
    """Something that somebody does next."""

    owner = string("Who does it, or null.", allow_none=True)
    due = string("By when, or null.", allow_none=True)
    status = string("How far it is, or null.", allow_none=True)


class QuestionSchema(Schema):
    """A guide question of the method."""

    key = string("Its key.")
    text = in_three("The question.")
    answered = fields.Boolean(required=True, metadata=described("Whether the board answers it."))
    by = fields.List(
        fields.String(), required=True, metadata=described("Ids of the notes, relations, themes or ballots that do.")
    )


class InsightSchema(Schema):
    """Something computed from the board."""

    key = string("What was looked at.")
    value = whole("Its figure.", least=None)
    text = in_three("The sentence.")
    notes = item_ids("note", "The notes behind it.")


class HeadSchema(Schema):
    """What a row or a column of a table stands for: a title, or what a note says."""

    title = fields.Raw(
        required=True,
        allow_none=True,
        metadata=described("Its title, or null.", anyOf=[TEXT, IN_ALL, {"type": "null"}]),
    )
    note = item_id("note", "The note that names it, or null.", allow_none=True)
    field = string("The field in which that note names it; null: its text.", allow_none=True)
    at = whole("Which of the names in that field, from 0, where it has several.", 0, required=False)


class TableRowSchema(Schema):
    """A row of a table."""

    head = one(HeadSchema, "What it stands for.")
    cells = fields.List(
        item_ids("note", "The notes in one cell."), required=True, metadata=described("As many as there are columns.")
    )


class TableSchema(Schema):
    """A table that the method has derived."""

    key = string("Its key.")
    title = in_three("Its title.")
    field = string("What a cell says of its notes; null: how many they are.", allow_none=True)
    columns = many(HeadSchema, "The columns.")
    rows = many(TableRowSchema, "The rows.")


class RefinedSchema(Schema):
    """What one place of a challenge canvas says."""

    zone = item_id("zone", "The place.")
    title = title_of("Its title.")
    texts = fields.List(
        fields.String(), required=True, metadata=described("What its notes say; what got most votes comes first.")
    )
