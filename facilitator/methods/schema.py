"""What a method file may hold, member by member.

This page knows shapes: members, types, lengths, languages. Whether the names inside one file agree with each other
is the business of `coherence.py`; `read` asks both and says of a fault where it is and what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.methods import members
from facilitator.methods.checks import CheckSchema
from facilitator.methods.coherence import Fault, Path, faults
from facilitator.methods.entity_types import TYPES
from facilitator.methods.evidence import with_evidence
from facilitator.methods.example import ExampleSchema, GivenSchema, example_faults
from facilitator.methods.reasons import REASONS, FaultyMethodError, because, read_back
from facilitator.methods.several import SEVERAL
from facilitator.methods.tables import TableSchema, table_faults

MOST_LISTED, MOST_VERSIONS = 100, 1_000_000
LAYOUTS = ("matrix", "rings", "plane", "columns", "sectors", "network", "free")
SORTS = ("flow", "ring", "plane")
FIELD_TYPES = (
    *("text", "choice", "choices", "scale5", "emotion", "flag", "number", "date", "item"),
    *("stakeholder", "organisation", *SEVERAL, "reference", "link"),
)
TINTS = ("step", "channel", "org", "pain", "idea", "people", "data", "neutral")
_AT_MOST = validate.Range(max=MOST_VERSIONS)
_FEW = validate.Length(max=MOST_LISTED)
_STRIPS = validate.Length(max=40)  # a phase and a lane have a cell between them
QUADRANTS = ("low_low", "high_low", "low_high", "high_high")


def _icon() -> fields.String:
    """A name from Lucide."""
    shape = validate.Regexp(r"[a-z0-9]+(-[a-z0-9]+)*\Z", error=REASONS["icon.form"])
    return fields.String(required=True, validate=[validate.Length(max=40), shape])


class ChoiceSchema(Schema):
    """One of the values that a field of type `choice` or `choices` can have."""

    key = fields.String(required=True, validate=members.key())
    title = members.title()


class FieldSchema(Schema):
    """A typed field of a kind of note."""

    key = fields.String(required=True, validate=members.key())
    title = members.title()
    hint = members.text(required=False)
    type = fields.String(required=True, validate=validate.OneOf(FIELD_TYPES))
    low = members.title(required=False)
    high = members.title(required=False)
    choices = fields.List(fields.Nested(ChoiceSchema), validate=[validate.Length(min=2), _FEW])
    unit = members.title(required=False)


class KindSchema(Schema):
    """A kind of note, and the entity that it becomes in the artefact.

    `sets` are values that the kind itself supplies, until somebody chooses another.
    """

    key = fields.String(required=True, validate=members.key())
    title = members.title()
    plural = members.title()
    hint = members.text()
    icon = _icon()
    tint = fields.String(required=True, validate=validate.OneOf(TINTS))
    entity = fields.String(required=True, validate=members.key())
    sets = fields.Dict(keys=fields.String(), values=fields.Raw())
    fields_ = fields.List(fields.Nested(FieldSchema), required=True, validate=_FEW, data_key="fields")


class LookSchema(Schema):
    """How a kind that people name is told from the others."""

    tint = fields.String(required=True, validate=validate.OneOf(TINTS))
    icon = _icon()


class OwnKindsSchema(Schema):
    """The kinds that those who lead may name on a board; each new one gets the first look that is free."""

    most = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=len(TINTS)))
    hint = members.text()
    entity = fields.String(required=True, validate=members.key())
    looks = fields.List(fields.Nested(LookSchema), required=True)
    fields_ = fields.List(fields.Nested(FieldSchema), required=True, validate=_FEW, data_key="fields")


class LinkSchema(Schema):
    """A kind of link. `sentence` stands between the names of the two notes, which are never inflected.

    `acyclic` ones never go in a circle: following them from a note never leads back to it.
    """

    key = fields.String(required=True, validate=members.key())
    title = members.title()
    sentence = members.title()
    source = fields.List(fields.String(), data_key="from", validate=validate.Length(min=1))
    target = fields.List(fields.String(), data_key="to", validate=validate.Length(min=1))
    acyclic = fields.Raw(validate=members.is_true)


class LinkStateSchema(Schema):
    """How a link is doing."""

    key = fields.String(required=True, validate=members.key())
    title = members.title()


class VariantSchema(Schema):
    """One of the things that a board of the method may show, such as how it is and how it should be."""

    key = fields.String(required=True, validate=members.key())
    title = members.title()


class AxisSchema(Schema):
    """An axis of a plane: the field that it fills, and the words of its two ends."""

    field = fields.String(required=True)
    title = members.title()
    low = members.title()
    high = members.title()


class AxesSchema(Schema):
    """Both axes; y grows upwards."""

    x = fields.Nested(AxisSchema, required=True)
    y = fields.Nested(AxisSchema, required=True)


class QuadrantsSchema(Schema):
    """Names of a plane's quarters, x before y: `high_low` is far right and low down."""

    low_low = members.title()
    high_low = members.title()
    low_high = members.title()
    high_high = members.title()


class ZoneSchema(Schema):
    """A zone that stands on the map from the beginning."""

    id = fields.String(required=True, validate=members.zone_id())
    title = members.title()
    hint = members.text(required=False)
    sort = fields.String(required=True, validate=validate.OneOf(SORTS))
    accepts = fields.List(fields.String(), required=True, validate=validate.Length(min=1))
    sets = fields.Dict(keys=fields.String(), values=fields.Raw())
    fixed = fields.Raw(validate=members.is_true)
    axes = fields.Nested(AxesSchema)
    quadrants = fields.Nested(QuadrantsSchema)


class PhaseSchema(Schema):
    """A phase, a column of a matrix. `takes` are the only kinds that people may put into it."""

    id = fields.String(required=True, validate=members.zone_id())
    title = members.title()
    hint = members.text(required=False)
    takes = fields.List(fields.String())
    sets = fields.Dict(keys=fields.String(), values=fields.Raw())
    fixed = fields.Raw(validate=members.is_true)


class LaneSchema(Schema):
    """A lane, a row of a matrix, and the kinds that its cells take. `line` is the name of a line drawn above it."""

    id = fields.String(required=True, validate=members.zone_id())
    title = members.title()
    hint = members.text(required=False)
    takes = fields.List(fields.String(), required=True, validate=validate.Length(min=1))
    sets = fields.Dict(keys=fields.String(), values=fields.Raw())
    line = members.title(required=False)
    fixed = fields.Raw(validate=members.is_true)


class QuestionSchema(Schema):
    """A guide question that the finished artefact must answer."""

    key = fields.String(required=True, validate=members.key())
    text = members.text()
    check = fields.Nested(CheckSchema, required=True)


class CarrySchema(Schema):
    """What becomes columns or rows of a board that begins from an output; those of the file then give way."""

    type = fields.String(required=True, validate=validate.OneOf(TYPES))
    as_ = fields.String(required=True, data_key="as", validate=validate.OneOf(("phase", "lane", "zone")))


class MethodSchema(Schema):
    """A whole method. `listed` is its place in the catalogue, `first_for` the kinds of workshop that show it first."""

    key = fields.String(required=True, validate=members.key())
    version = fields.Integer(required=True, strict=True, validate=[validate.Range(min=1), _AT_MOST])
    listed = fields.Integer(required=True, strict=True, validate=[validate.Range(min=0), _AT_MOST])
    layout = fields.String(required=True, validate=validate.OneOf(LAYOUTS))
    title = members.title()
    purpose = members.text()
    fits_when = members.text()
    does_not_fit_when = members.text()
    first_for = fields.List(fields.String(validate=members.key()))
    question = members.text()
    guide = fields.List(members.text(), required=True, validate=[validate.Length(min=1), _FEW])
    questions = fields.List(fields.Nested(QuestionSchema), required=True, validate=[validate.Length(min=1), _FEW])
    kinds = fields.List(fields.Nested(KindSchema), required=True, validate=[validate.Length(min=1), _FEW])
    own_kinds = fields.Nested(OwnKindsSchema)
    links = fields.List(fields.Nested(LinkSchema), required=True, validate=_FEW)
    link_states = fields.List(fields.Nested(LinkStateSchema), required=True, validate=_FEW)
    variants = fields.List(fields.Nested(VariantSchema), validate=[validate.Length(min=2), _FEW])
    adds = fields.List(fields.String(validate=validate.OneOf(("phase", "lane", "zone"))), required=True)
    carries = fields.List(fields.Nested(CarrySchema), validate=[validate.Length(min=1), _FEW])
    zones = fields.List(fields.Nested(ZoneSchema), required=True, validate=_FEW)
    refines = fields.String(validate=validate.OneOf(("challenge",)))
    phase_name = members.title(required=False)
    lane_name = members.title(required=False)
    phases = fields.List(fields.Nested(PhaseSchema), validate=[validate.Length(min=1), _STRIPS])
    lanes = fields.List(fields.Nested(LaneSchema), validate=[validate.Length(min=1), _STRIPS])
    tables = fields.List(fields.Nested(TableSchema), validate=_FEW)
    given = fields.List(fields.Nested(GivenSchema), validate=_FEW)
    example = fields.Nested(ExampleSchema)


_WHOLE = MethodSchema()  # made once, with all the schemas inside it: every file of the library is held against it


def read(method: Mapping[str, Any], source: str) -> dict[str, Any]:
    """The method as everybody else uses it: checked, with shared fields and evidence in each kind.

    source: the name that faults are told under, a file's name as a rule.
    Raises FaultyMethodError with every fault found in shape, or, when the shape is right, in how its names agree.
    """
    wrong = faults_of(method)
    if wrong:
        raise FaultyMethodError(source, wrong)
    return opened(method)


def faults_of(method: Mapping[str, Any]) -> list[Fault]:
    """What is wrong in a method as its file has it; nothing if it can be used."""
    whole, unknown = _written_out(method)
    wrong = [*unknown, *_flat(_WHOLE.validate(whole))]
    return wrong or [*faults(whole), *table_faults(whole), *example_faults(with_evidence(whole))]


def opened(method: Mapping[str, Any]) -> dict[str, Any]:
    """A method that was checked when it was kept, as everybody else uses it."""
    return with_evidence(_written_out(method)[0])


def _written_out(method: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fault]]:
    """Put the fields that several kinds share, named once at the top of a file, where the kinds name them."""
    whole = dict(method)
    given = whole.pop("fields", [])
    if not isinstance(given, list):
        return whole, [(("fields",), because("fields.list"))]
    shared = {
        field["key"]: field for field in given if isinstance(field, Mapping) and isinstance(field.get("key"), str)
    }
    kinds = whole.get("kinds")
    if not isinstance(kinds, list):
        return whole, []
    whole["kinds"] = [_with_fields(kind, shared) for kind in kinds]
    if "own_kinds" in whole:
        whole["own_kinds"] = _with_fields(whole["own_kinds"], shared)
    named = {name for kind in (*kinds, method.get("own_kinds")) for name in _named(kind)}
    wrong: list[Fault] = [
        (("fields", index), because("fields.shared"))
        for index, field in enumerate(given)
        if not any(field is one for one in shared.values()) or field["key"] not in named
    ]
    naming: list[tuple[Path, Any]] = [(("kinds", index), kind) for index, kind in enumerate(kinds)]
    for where, kind in (*naming, (("own_kinds",), method.get("own_kinds"))):
        for name in _named(kind):
            if name not in shared:
                wrong.append(((*where, "fields"), because("field.unshared", name=name)))
    return whole, wrong


def _named(kind: Any) -> list[str]:
    """The shared fields that a kind names."""
    listed = kind.get("fields") if isinstance(kind, Mapping) else None
    return [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []


def _with_fields(kind: Any, shared: Mapping[str, Any]) -> Any:
    if not _named(kind):
        return kind
    return {**kind, "fields": [shared.get(name, name) if isinstance(name, str) else name for name in kind["fields"]]}


def _flat(errors: Any, where: Path = ()) -> Iterator[Fault]:
    """Marshmallow's tree of errors as lines, one for each message."""
    if isinstance(errors, dict):
        for name, inner in errors.items():
            yield from _flat(inner, where if name == "_schema" else (*where, name))
    else:
        for message in errors if isinstance(errors, list) else [errors]:
            yield where, read_back(message)
