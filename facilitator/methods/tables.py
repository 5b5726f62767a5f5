"""The tables that a method has derived: which entity, what the rows and the columns are, and what stands in a cell.

An axis goes `by` phase, lane, zone, kind, text or a typed field. A cell counts notes, or says what a field of theirs
says. Phases, lanes, zones, kinds and choices are all there, so that what is missing shows as an empty row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from facilitator.methods import members
from facilitator.methods.coherence import Fault, Path
from facilitator.methods.reasons import because
from facilitator.methods.several import SEVERAL

AXES = ("phase", "lane", "zone", "kind", "text", "field")
GROUPED = ("choice", "choices", "scale5", "text", "stakeholder", "organisation", *SEVERAL)  # the types that make groups


class TableAxisSchema(Schema):
    """What goes down or across."""

    by = fields.String(required=True, validate=validate.OneOf(AXES))
    field = fields.String()

    @validates_schema
    def a_field_is_named_where_it_is_meant(self, data: dict[str, Any], **_: Any) -> None:
        """By a field, and only then."""
        if (data["by"] == "field") != ("field" in data):
            raise ValidationError([because("axis.field")])


class TableSchema(Schema):
    """One derived table. `field`: what a cell says of its notes; without it a cell counts them."""

    key = fields.String(required=True, validate=members.key())
    title = members.title()
    entity = fields.String(required=True)
    rows = fields.Nested(TableAxisSchema, required=True)
    columns = fields.Nested(TableAxisSchema, required=True)
    field = fields.String()


def table_faults(method: Mapping[str, Any]) -> Iterator[Fault]:
    """Where a table asks for something that the method does not have."""
    keys: set[str] = set()
    for index, table in enumerate(method.get("tables", [])):
        where: Path = ("tables", index)
        if table["key"] in keys:
            yield where, because("twice", name=table["key"])
        keys.add(table["key"])
        kinds = [kind for kind in method["kinds"] if kind["entity"] == table["entity"]]
        if not kinds:
            yield (*where, "entity"), because("entity.unknown", name=table["entity"])
            continue
        types = {field["key"]: field["type"] for kind in kinds for field in kind["fields"]}
        for axis in ("rows", "columns"):
            by, field = table[axis]["by"], table[axis].get("field")
            if by in ("phase", "lane") and method["layout"] != "matrix":
                yield (*where, axis), because("axis.matrix", name=by)
            if by == "field" and types.get(field) not in GROUPED:
                yield (*where, axis), because("axis.no_groups", name=field, entity=table["entity"])
        if "field" in table and table["field"] not in types:
            yield (*where, "field"), because("entity.no_field", entity=table["entity"], name=table["field"])
