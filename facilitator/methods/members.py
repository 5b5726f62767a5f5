"""What the parts of a method file are made of: keys, and texts in three languages."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from facilitator.methods.reasons import because

TITLE_LENGTH = 200  # code points, as any title that people write
TEXT_LENGTH = 600
_LANGUAGES = {"fi", "sv", "en"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # all that Unicode calls Cc


def plain(text: str) -> None:
    """Refuse what the gate for people's own text would have changed."""
    if not text or text != text.strip():
        raise ValidationError([because("text.edges")])
    if not unicodedata.is_normalized("NFC", text):
        raise ValidationError([because("text.form")])
    if _CONTROL.search(text):
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


class _Words(fields.Nested):
    """Three languages. What is right is seen at once; what is wrong in it, the schema finds and says.

    A library has thousands of these, and every process that begins looks at them all.
    """

    def __init__(self, nested: type[Schema], longest: int, required: bool) -> None:
        super().__init__(nested, required=required)
        self._longest = longest

    def _deserialize(self, value: Any, *where: Any, **how: Any) -> Any:
        if isinstance(value, dict) and value.keys() == _LANGUAGES and all(map(self._is_right, value.values())):
            return dict(value)
        return super()._deserialize(value, *where, **how)

    def _is_right(self, text: object) -> bool:
        if not isinstance(text, str) or len(text) > self._longest:
            return False
        try:
            plain(text)
        except ValidationError:
            return False
        return True


def title(required: bool = True) -> fields.Nested:
    return _Words(TitleSchema, TITLE_LENGTH, required)


def text(required: bool = True) -> fields.Nested:
    return _Words(TextSchema, TEXT_LENGTH, required)
