"""A short way through a schema, for what is sent most often and is as it should be.

A schema of marshmallow takes longer over a note that moves than deciding and storing the move. Here a schema's own
members are laid out once as plain checks. What passes them is what the schema would have made of it; whatever does
not goes to the schema, which may still take it, and says what is wrong if not. `tests/live/test_shortcut.py` holds
both together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import fields, validate

from facilitator.live.members import Choice, Flag, OperationSchema, Text, Whole

Check = Callable[[Any], bool]


class Shortcut:
    """Of one schema. Members that have no plain check may be absent, but not given."""

    def __init__(self, schema: OperationSchema) -> None:
        self._members = [_laid_out(name, member) for name, member in schema.fields.items()]
        self._names = {name for name, _, _, _ in self._members}

    def read(self, sent: Mapping[str, Any]) -> dict[str, Any] | None:
        """What the schema would make of it, or None where the schema itself must be asked."""
        if not self._names.issuperset(sent):
            return None
        read = {}
        for name, attribute, is_optional, is_fine in self._members:
            value = sent.get(name)
            if is_fine(value) if value is not None else is_optional:
                read[attribute] = value
            else:
                return None
        return read


def _laid_out(name: str, member: fields.Field[Any]) -> tuple[str, str, bool, Check]:
    """The name on the wire, the name in the operation, whether it may be null or absent alike, and the check."""
    is_optional = not member.required and member.allow_none and member.load_default is None
    return member.data_key or name, member.attribute or name, is_optional, _check_of(member)


def _check_of(member: fields.Field[Any]) -> Check:
    match member, member.validators:
        case Flag(), []:
            return lambda value: type(value) is bool
        case Whole(), [validate.Range(min=int(least), max=int(most))]:
            return lambda value: type(value) is int and least <= value <= most
        case Choice(), [validate.OneOf(choices=words)]:
            return lambda value: type(value) is str and value in words
        case Text(), [validate.Length(min=None, max=int(longest), equal=None)]:
            return lambda value: type(value) is str and len(value) <= longest
        case fields.String(), [validate.Regexp(regex=pattern)]:
            is_match: Callable[[Any], object] = pattern.match
            return lambda value: type(value) is str and is_match(value) is not None
    return _never


def _never(_value: Any) -> bool:
    return False
