"""Texts that may have languages, over HTTP: taken as one text or by language, given by language."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields

from facilitator.config import LANGUAGES

TEXT = {"type": "string"}
BY_LANGUAGE = {
    "type": "object",
    "properties": {each: {"type": ["string", "null"]} for each in LANGUAGES},
    "additionalProperties": False,
}


def worded(description: str, required: bool = False) -> fields.Raw:
    """A text of the workshop's main language, or `{fi, sv, en}` with those that there are."""
    metadata = {"description": f"{description} A text, or {{fi, sv, en}}.", "anyOf": [TEXT, BY_LANGUAGE]}
    return fields.Raw(required=required, validate=_check, metadata=metadata)


def words_out() -> fields.Dict:
    """Every text in every language that it was written in."""
    told = "By field, then by language: `title` and such as people wrote them; the plain member is the main language's."
    return fields.Dict(attribute="all_words", metadata={"description": told})


def _check(value: Any) -> None:
    if isinstance(value, str):
        return
    if not isinstance(value, dict) or not set(value) <= set(LANGUAGES):
        raise ValidationError("neither a text nor {fi, sv, en}")
    if not all(text is None or isinstance(text, str) for text in value.values()):
        raise ValidationError("not a text")
