"""How a member of an artefact is described: its shape, its bounds, and a sentence for whoever reads the schema."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

TEXT: dict[str, Any] = {"type": "string"}
IN_ALL = {
    "type": "object",
    "properties": {"fi": TEXT, "sv": TEXT, "en": TEXT},
    "required": ["fi", "sv", "en"],
    "additionalProperties": False,
}
IN_SOME = {**IN_ALL, "required": [], "minProperties": 1}
VALUE = [TEXT, {"type": "number"}, {"type": "boolean"}, {"type": "array", "items": TEXT}]


def described(description: str, **more: Any) -> dict[str, Any]:
    """Metadata that ends up in the schema."""
    return {"description": description, **more}


def string(description: str, **more: Any) -> fields.String:
    """A text."""
    return fields.String(required=True, metadata=described(description), **more)


def whole(description: str, least: int | None = 0, most: int | None = None, **more: Any) -> fields.Integer:
    """A whole number between two bounds; None is no bound."""
    more.setdefault("required", True)
    return fields.Integer(strict=True, validate=validate.Range(least, most), metadata=described(description), **more)


def item_id(noun: str, description: str, **more: Any) -> fields.String:
    """An id of this noun (P1.1)."""
    more.setdefault("required", True)
    pattern = validate.Regexp(rf"^{noun}:[A-Za-z0-9_./-]{{1,80}}$")
    return fields.String(validate=pattern, metadata=described(description), **more)


def item_ids(noun: str, description: str) -> fields.List[str]:
    """Ids of one noun."""
    return fields.List(item_id(noun, f"Id of a {noun}."), required=True, metadata=described(description))


def in_three(description: str) -> fields.Raw:
    """A wording in all three languages."""
    return fields.Raw(required=True, metadata=described(description, **IN_ALL))


def title_of(description: str) -> fields.Raw:
    """A method's in three languages, or as people wrote it."""
    return fields.Raw(required=True, metadata=described(description, anyOf=[TEXT, IN_ALL]))


def worded(description: str) -> fields.Raw:
    """What people called it, by language: those that it was written in. In older artefacts a text of no language."""
    return fields.Raw(required=True, metadata=described(description, anyOf=[TEXT, IN_SOME]))


def sums_of(description: str) -> fields.Dict:
    """Votes by id."""
    return fields.Dict(
        keys=fields.String(), values=fields.Integer(strict=True), required=True, metadata=described(description)
    )


def values_of(description: str, *, required: bool = True) -> fields.Dict:
    """Typed fields: their names are the method's, so this object is not closed."""
    values = fields.Raw(metadata={"anyOf": VALUE})
    return fields.Dict(keys=fields.String(), values=values, required=required, metadata=described(description))


def entity_id(description: str) -> fields.String:
    """An id of the project's register, where there is one."""
    return item_id("entity", description, required=False)


class OriginSchema(Schema):
    """From which output something was carried over."""

    artefact = string("The output's id.")
    version = whole("Its version.", 1)
    item = fields.String(
        required=True,
        validate=validate.Regexp(r"^[a-z]+:[A-Za-z0-9_./-]{1,80}$"),
        metadata=described("What it was there: a note, a phase or a lane."),
    )


def origin(description: str) -> fields.Nested:
    """Where something was carried over from, if it was. To be kept under `from`."""
    return fields.Nested(OriginSchema, data_key="from", metadata=described(description))


def one(schema: type[Schema], description: str, **more: Any) -> fields.Nested:
    """An object of this schema."""
    more.setdefault("required", True)
    return fields.Nested(schema, metadata=described(description), **more)


def many(schema: type[Schema], description: str) -> fields.List[Any]:
    """A list of them; may be empty."""
    return fields.List(fields.Nested(schema), required=True, metadata=described(description))
