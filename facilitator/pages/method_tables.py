"""What a derived table of a method has to fill in, and the kinds that people may name on a board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from facilitator.methods import schema, tables
from facilitator.pages.language import in_language
from facilitator.pages.method_part import Listing, Member, Part, fields, fixed
from facilitator.pages.method_terms import TINTS, TYPES

AXIS = {
    "zone": _l("Each place"),
    "kind": _l("Each kind"),
    "text": _l("Each text that people wrote"),
}
STRIPS = {"phase": _l("Each phase"), "lane": _l("Each lane")}
_FIELD = "field:"


def entities(method: Mapping[str, Any]) -> dict[str, Any]:
    """The tables that the kinds fill, by the kinds."""
    found: dict[str, list[str]] = {}
    for kind in method["kinds"]:
        found.setdefault(kind["entity"], []).append(in_language(kind["title"]) or kind["key"])
    return {entity: ", ".join(titles) for entity, titles in found.items()}


def axes(method: Mapping[str, Any]) -> dict[str, Any]:
    """What rows and columns can be: parts of the map, and fields that make groups."""
    own = [each for kind in method["kinds"] for each in kind["fields"] if not isinstance(each, str)]
    grouped = {each["key"] for each in (*method.get("fields", ()), *own) if each.get("type") in tables.GROUPED}
    titles = {key: title for key, title in fields(method).items() if key in grouped}
    named = {f"{_FIELD}{key}": _("Each value of “%(field)s”", field=in_language(each)) for key, each in titles.items()}
    return {**(STRIPS if method["layout"] == "matrix" else {}), **AXIS, **named}


def axis_of(value: Mapping[str, str]) -> str:
    """An axis of the file as one of the choices."""
    return f"{_FIELD}{value.get('field', '')}" if value.get("by") == "field" else value.get("by", "")


def read_axis(chosen: str) -> dict[str, str]:
    """The other way."""
    is_field = chosen.startswith(_FIELD)
    return {"by": "field", "field": chosen.removeprefix(_FIELD)} if is_field else {"by": chosen}


ASKED = (
    Member("entity", _l("Notes that are counted"), "one", choices=entities),
    Member("rows", _l("Rows"), "axis", choices=axes),
    Member("columns", _l("Columns"), "axis", choices=axes),
)
TABLE = Part(
    _l("Derived table"),
    tables.TableSchema,
    (
        Member("title", _l("Name")),
        *ASKED,
        Member(
            "field",
            _l("What a cell says of its notes"),
            "one",
            _l("Chosen nothing, a cell says how many notes there are."),
            True,
            fields,
        ),
    ),
)
LOOKS = (
    Member("tint", _l("Colour"), "one", choices=fixed(TINTS)),
    Member("icon", _l("Icon"), "line", _l("A name of the Lucide set, such as flag or message-circle.")),
)
FIELDS = Listing(
    "fields", _l("Fields"), _l("Add a field"), "field", (Member("type", _l("Type"), "one", choices=fixed(TYPES)),)
)
OWN_KINDS = Part(
    _l("Kinds that people name"),
    schema.OwnKindsSchema,
    (
        Member("most", _l("At most how many kinds on a board"), "whole"),
        Member("hint", _l("What to write"), "text"),
        Member("entity", _l("Table that it fills in the output"), "line", _l("Small letters, digits and _.")),
    ),
    (
        Listing(
            "looks", _l("Looks, in the order in which they are given"), _l("Add a look"), "look", LOOKS, has_name=False
        ),
        FIELDS,
    ),
)
LOOK = Part(_l("Look"), schema.LookSchema, LOOKS)
