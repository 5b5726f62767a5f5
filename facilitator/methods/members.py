"""What the parts of a method file are made of: keys, and texts in three languages."""

from __future__ import annotations

import unicodedata

from marshmallow import Schema, ValidationError, fields, validate

from facilitator.methods.reasons import because

TITLE_LENGTH = 200  # code points, as any title that people write
TEXT_LENGTH = 600


def plain(text: str) -> None:
    """Refuse what the gate for people's own text would have changed."""
    if not text or text != text.strip():
        raise ValidationError([because("text.edges")])
    if unicodedata.normalize("NFC", text) != text:
        raise ValidationError([because("text.form")])
    if any(unicodedata.category(sign) == "Cc" for sign in text):
        raise ValidationError([because("text.control")])


def is_true(value: object) -> None:
    if value is not True:
        raise ValidationError([because("value.true")])


def key() -> validate.Regexp:
    return validate.Regexp(r"[a-z][a-z0-9_]{0,39}\Z", error="is not a key: small letters, digits and _")


def zone_id() -> validate.Regexp:
    """Protocol P1.1, in small letters; no slash, since a cell is named phase/lane."""
    return validate.Regexp(r"zone:[a-z0-9][a-z0-9_.-]{0,38}\Z", error="is not a zone's id: zone:<small letters>")


class TitleSchema(Schema):
    """A short text in the three languages."""

    fi = fields.String(required=True, validate=[validate.Length(max=TITLE_LENGTH), plain])
    sv = fields.String(required=True, validate=[validate.Length(max=TITLE_LENGTH), plain])
    en = fields.String(required=True, validate=[validate.Length(max=TITLE_LENGTH), plain])


class TextSchema(Schema):
    """A sentence or a few in the three languages."""

    fi = fields.String(required=True, validate=[validate.Length(max=TEXT_LENGTH), plain])
    sv = fields.String(required=True, validate=[validate.Length(max=TEXT_LENGTH), plain])
    en = fields.String(required=True, validate=[validate.Length(max=TEXT_LENGTH), plain])


def title(required: bool = True) -> fields.Nested:
    return fields.Nested(TitleSchema, required=required)


def text(required: bool = True) -> fields.Nested:
    return fields.Nested(TextSchema, required=required)
