"""What a method file may hold, member by member.

This page knows shapes: members, types, lengths, languages. Whether the names inside one file agree with each other
is the business of `coherence.py`; `read` asks both and says of a fault where it is and what it is.

A *check* tells when a finished map answers a guide question. It is one object with one leading word:

===================================  ==================================================================================
``{"asked": true}``                  never by itself: only a person says that it is answered
``{"kind": k, "min": n}``            at least n notes of kind k, wherever they lie
``{"zone": z, "kind"?, "min": n}``   at least n notes in zone z, of that kind if one is named
``{"field": f, "min"?: n, …}``       the field is filled in at least n notes; without ``min`` in all of them, and in one
                                     at least. ``of`` (a zone) and ``kind`` say in which notes it is looked for,
                                     ``values`` which values count as filled (of several, one is enough)
``{"links": [l], "min": n, …}``      at least n links of these kinds, ``[]`` being any kind; ``states`` says in which
                                     states
``{"each_phase_has": k}``            there are phases, and each has a note of kind k in one of its lanes
``{"clusters": n}``                  at least n named themes
``{"voted": true}``                  a ballot was held and closed, and somebody voted
``{"all_of": […]}``                  every check in the list
``{"any_of": […]}``                  one check of the list
===================================  ==================================================================================

``min`` is 1 if left out, but for ``field``. A value that a kind, a zone or a plane's axis supplies fills its field
just as one that somebody chose.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from facilitator.methods.coherence import Path, faults

TITLE_LENGTH = 200  # code points, as any title that people write
TEXT_LENGTH = 600

LAYOUTS = ("matrix", "rings", "plane", "columns")
SORTS = ("flow", "ring", "plane")
FIELD_TYPES = ("text", "choice", "choices", "scale5", "emotion", "flag", "number", "date", "item")
TINTS = ("step", "channel", "org", "pain", "idea", "people", "data", "neutral")
QUADRANTS = ("low_low", "high_low", "low_high", "high_high")

# What each leading word of a check may be accompanied by. The order settles which word leads:
# `{"field": …, "kind": …}` is about a field.
CHECK_WORDS: Mapping[str, frozenset[str]] = {
    "asked": frozenset(),
    "all_of": frozenset(),
    "any_of": frozenset(),
    "each_phase_has": frozenset(),
    "clusters": frozenset(),
    "voted": frozenset(),
    "links": frozenset({"states", "min"}),
    "field": frozenset({"of", "kind", "values", "min"}),
    "zone": frozenset({"kind", "min"}),
    "kind": frozenset({"min"}),
}


class FaultyMethodError(ValueError):
    """A method file that cannot be used; one line for each place: where it is, and what is wrong there."""

    def __init__(self, source: str, lines: list[str]) -> None:
        self.source = source
        self.lines = lines
        super().__init__("\n".join(f"{source}: {line}" for line in lines))


def _plain(text: str) -> None:
    """Refuse what the gate for people's own text would have changed."""
    if not text or text != text.strip():
        raise ValidationError("is empty, or begins or ends with a space")
    if unicodedata.normalize("NFC", text) != text:
        raise ValidationError("is not in Unicode form NFC")
    if any(unicodedata.category(sign) == "Cc" for sign in text):
        raise ValidationError("holds a control character")


def _true(value: object) -> None:
    if value is not True:
        raise ValidationError("may only be true")


def _key() -> validate.Regexp:
    return validate.Regexp(r"[a-z][a-z0-9_]{0,39}\Z", error="is not a key: small letters, digits and _")


def _zone_id() -> validate.Regexp:
    """Protocol P1.1, in small letters; no slash, since a cell is named phase/lane."""
    return validate.Regexp(r"zone:[a-z0-9][a-z0-9_.-]{0,38}\Z", error="is not a zone's id: zone:<small letters>")


def _keys() -> fields.List[str]:
    return fields.List(fields.String(validate=_key()), required=True)


class TitleSchema(Schema):
    """A short text in the three languages."""

    fi = fields.String(required=True, validate=[validate.Length(max=TITLE_LENGTH), _plain])
    sv = fields.String(required=True, validate=[validate.Length(max=TITLE_LENGTH), _plain])
    en = fields.String(required=True, validate=[validate.Length(max=TITLE_LENGTH), _plain])


class TextSchema(Schema):
    """A sentence or a few in the three languages."""

    fi = fields.String(required=True, validate=[validate.Length(max=TEXT_LENGTH), _plain])
    sv = fields.String(required=True, validate=[validate.Length(max=TEXT_LENGTH), _plain])
    en = fields.String(required=True, validate=[validate.Length(max=TEXT_LENGTH), _plain])


def _icon() -> fields.String:
    """A name from Lucide."""
    return fields.String(required=True, validate=validate.Regexp(r"[a-z0-9]+(-[a-z0-9]+)*\Z"))


def _title(required: bool = True) -> fields.Nested:
    return fields.Nested(TitleSchema, required=required)


def _text(required: bool = True) -> fields.Nested:
    return fields.Nested(TextSchema, required=required)


class ChoiceSchema(Schema):
    """One of the values that a field of type `choice` or `choices` can have."""

    key = fields.String(required=True, validate=_key())
    title = _title()


class FieldSchema(Schema):
    """A typed field of a kind of note."""

    key = fields.String(required=True, validate=_key())
    title = _title()
    hint = _text(required=False)
    type = fields.String(required=True, validate=validate.OneOf(FIELD_TYPES))
    low = _title(required=False)
    high = _title(required=False)
    choices = fields.List(fields.Nested(ChoiceSchema), validate=validate.Length(min=2))


class KindSchema(Schema):
    """A kind of note, and the entity that it becomes in the artefact.

    `sets` are values that the kind itself supplies, until somebody chooses another.
    """

    key = fields.String(required=True, validate=_key())
    title = _title()
    plural = _title()
    hint = _text()
    icon = _icon()
    tint = fields.String(required=True, validate=validate.OneOf(TINTS))
    entity = fields.String(required=True, validate=_key())
    sets = fields.Dict(keys=fields.String(), values=fields.Raw())
    fields_ = fields.List(fields.Nested(FieldSchema), required=True, data_key="fields")


class LookSchema(Schema):
    """How a kind that people name is told from the others."""

    tint = fields.String(required=True, validate=validate.OneOf(TINTS))
    icon = _icon()


class OwnKindsSchema(Schema):
    """The kinds that those who lead may name on a board; each new one gets the first look that is free."""

    most = fields.Integer(required=True, strict=True, validate=validate.Range(min=1, max=len(TINTS)))
    hint = _text()
    entity = fields.String(required=True, validate=_key())
    looks = fields.List(fields.Nested(LookSchema), required=True)
    fields_ = fields.List(fields.Nested(FieldSchema), required=True, data_key="fields")


class LinkSchema(Schema):
    """A kind of link. `sentence` stands between the names of the two notes, which are never inflected."""

    key = fields.String(required=True, validate=_key())
    title = _title()
    sentence = _title()
    source = fields.List(fields.String(), data_key="from", validate=validate.Length(min=1))
    target = fields.List(fields.String(), data_key="to", validate=validate.Length(min=1))


class LinkStateSchema(Schema):
    """How a link is doing."""

    key = fields.String(required=True, validate=_key())
    title = _title()


class AxisSchema(Schema):
    """An axis of a plane: the field that it fills, and the words of its two ends."""

    field = fields.String(required=True)
    title = _title()
    low = _title()
    high = _title()


class AxesSchema(Schema):
    """Both axes; y grows upwards."""

    x = fields.Nested(AxisSchema, required=True)
    y = fields.Nested(AxisSchema, required=True)


class QuadrantsSchema(Schema):
    """Names of a plane's quarters, x before y: `high_low` is far right and low down."""

    low_low = _title()
    high_low = _title()
    low_high = _title()
    high_high = _title()


class ZoneSchema(Schema):
    """A zone that stands on the map from the beginning."""

    id = fields.String(required=True, validate=_zone_id())
    title = _title()
    hint = _text(required=False)
    sort = fields.String(required=True, validate=validate.OneOf(SORTS))
    accepts = fields.List(fields.String(), required=True, validate=validate.Length(min=1))
    sets = fields.Dict(keys=fields.String(), values=fields.Raw())
    axes = fields.Nested(AxesSchema)
    quadrants = fields.Nested(QuadrantsSchema)


class PhaseSchema(Schema):
    """A phase, a column of a matrix."""

    id = fields.String(required=True, validate=_zone_id())
    title = _title()
    hint = _text(required=False)


class LaneSchema(Schema):
    """A lane, a row of a matrix, and the kinds that its cells take."""

    id = fields.String(required=True, validate=_zone_id())
    title = _title()
    hint = _text(required=False)
    takes = fields.List(fields.String(), required=True, validate=validate.Length(min=1))


class CheckSchema(Schema):
    """When a question counts as answered: the words at the top of this page."""

    asked = fields.Raw(validate=_true)
    all_of = fields.List(fields.Nested(lambda: CheckSchema()), validate=validate.Length(min=1))
    any_of = fields.List(fields.Nested(lambda: CheckSchema()), validate=validate.Length(min=1))
    each_phase_has = fields.String()
    clusters = fields.Integer(strict=True, validate=validate.Range(min=1))
    voted = fields.Raw(validate=_true)
    links = fields.List(fields.String())
    states = fields.List(fields.String(), validate=validate.Length(min=1))
    field = fields.String()
    of = fields.String()
    values = fields.List(fields.Raw(), validate=validate.Length(min=1))
    zone = fields.String()
    kind = fields.String()
    min = fields.Integer(strict=True, validate=validate.Range(min=1))

    @validates_schema
    def one_leading_word(self, data: dict[str, Any], **_: Any) -> None:
        """A check says one thing."""
        lead = next((word for word in CHECK_WORDS if word in data), None)
        if lead is None:
            raise ValidationError(f"a check begins with one of: {', '.join(CHECK_WORDS)}")
        strangers = sorted(data.keys() - {lead} - CHECK_WORDS[lead])
        if strangers:
            raise ValidationError(f"{', '.join(strangers)} cannot stand beside {lead}")


class QuestionSchema(Schema):
    """A guide question that the finished artefact must answer."""

    key = fields.String(required=True, validate=_key())
    text = _text()
    check = fields.Nested(CheckSchema, required=True)


class MethodSchema(Schema):
    """A whole method. `listed` is its place in the catalogue."""

    key = fields.String(required=True, validate=_key())
    version = fields.Integer(required=True, strict=True, validate=validate.Range(min=1))
    listed = fields.Integer(required=True, strict=True, validate=validate.Range(min=0))
    layout = fields.String(required=True, validate=validate.OneOf(LAYOUTS))
    title = _title()
    purpose = _text()
    question = _text()
    guide = fields.List(_text(), required=True, validate=validate.Length(min=1))
    questions = fields.List(fields.Nested(QuestionSchema), required=True, validate=validate.Length(min=1))
    kinds = fields.List(fields.Nested(KindSchema), required=True, validate=validate.Length(min=1))
    own_kinds = fields.Nested(OwnKindsSchema)
    links = fields.List(fields.Nested(LinkSchema), required=True)
    link_states = fields.List(fields.Nested(LinkStateSchema), required=True)
    adds = fields.List(fields.String(validate=validate.OneOf(("phase", "lane", "zone"))), required=True)
    zones = fields.List(fields.Nested(ZoneSchema), required=True)
    refines = fields.String(validate=validate.OneOf(("challenge",)))
    phases = fields.List(fields.Nested(PhaseSchema), validate=validate.Length(min=1))
    lanes = fields.List(fields.Nested(LaneSchema), validate=validate.Length(min=1))


def read(method: Mapping[str, Any], source: str) -> dict[str, Any]:
    """The method as everybody else uses it: checked, with shared fields written out in each kind.

    source: the name that faults are told under, a file's name as a rule.
    Raises FaultyMethodError with every fault found in shape, or, when the shape is right, in how its names agree.
    """
    whole, unknown = _written_out(method)
    wrong = [*unknown, *_flat(MethodSchema().validate(whole))]
    if not wrong:
        wrong = list(faults(whole))
    if wrong:
        raise FaultyMethodError(source, [f"{'.'.join(map(str, where))}: {what}" for where, what in wrong])
    return whole


def _written_out(method: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[Path, str]]]:
    """Put the fields that several kinds share, named once at the top of a file, where the kinds name them."""
    whole = dict(method)
    given = whole.pop("fields", [])
    if not isinstance(given, list):
        return whole, [(("fields",), "is not a list")]
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
    wrong: list[tuple[Path, str]] = [
        (("fields", index), "is not a shared field that some kind names, once")
        for index, field in enumerate(given)
        if not any(field is one for one in shared.values()) or field["key"] not in named
    ]
    naming: list[tuple[Path, Any]] = [(("kinds", index), kind) for index, kind in enumerate(kinds)]
    for where, kind in (*naming, (("own_kinds",), method.get("own_kinds"))):
        for name in _named(kind):
            if name not in shared:
                wrong.append(((*where, "fields"), f"no shared field is called {name}"))
    return whole, wrong


def _named(kind: Any) -> list[str]:
    """The shared fields that a kind names."""
    listed = kind.get("fields") if isinstance(kind, Mapping) else None
    return [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []


def _with_fields(kind: Any, shared: Mapping[str, Any]) -> Any:
    if not _named(kind):
        return kind
    return {**kind, "fields": [shared.get(name, name) if isinstance(name, str) else name for name in kind["fields"]]}


def _flat(errors: Any, where: Path = ()) -> Iterator[tuple[Path, str]]:
    """Marshmallow's tree of errors as lines, one for each message."""
    if isinstance(errors, dict):
        for name, inner in errors.items():
            yield from _flat(inner, where if name == "_schema" else (*where, name))
    else:
        for message in errors if isinstance(errors, list) else [errors]:
            yield where, str(message)
