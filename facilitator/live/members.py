"""What the wire form of an operation is made of: members, each named, bounded and described once."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from marshmallow import Schema, ValidationError, fields, validate

from facilitator.config import LANGUAGES

MOST_BYTES = 65_536
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

SCHEMAS: dict[str, type[OperationSchema]] = {}  # by operation type


def _given(description: str, required: bool) -> dict[str, Any]:
    """An optional member may be absent or null: the same."""
    optional = {} if required else {"load_default": None, "allow_none": True}
    return {"required": required, "metadata": {"description": description}, **optional}


class Text(fields.String):
    """A string; what it may hold is the engine's to say, with a code of its own."""

    def __init__(self, description: str, required: bool = True, most: int = MOST_BYTES) -> None:
        super().__init__(validate=validate.Length(max=most), **_given(description, required))


class ItemId(Text):
    """A noun, a colon and 1–80 of `A-Z a-z 0-9 _ . / -` (P1.1)."""

    def __init__(self, description: str, required: bool = True, data_key: str | None = None) -> None:
        super().__init__(description, required, most=100)
        self.data_key = data_key


class Key(Text):
    """A key of the method: of a kind, a field, a choice."""

    def __init__(self, description: str, required: bool = True) -> None:
        super().__init__(description, required, most=100)


class Choice(fields.String):
    """One of a few words, or absent."""

    def __init__(self, description: str, words: tuple[str, ...]) -> None:
        super().__init__(validate=validate.OneOf(words), **_given(description, required=False))


class Whole(fields.Integer):
    """An integer; neither `true`, nor `"7"`, nor 7.5."""

    def __init__(self, description: str, least: int, most: int, required: bool = False) -> None:
        super().__init__(strict=True, validate=validate.Range(least, most), **_given(description, required))

    def _validated(self, value: Any) -> int:
        if isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return super()._validated(value)


class Flag(fields.Boolean):
    """`true` or `false`, and nothing that only counts as one of them."""

    def __init__(self, description: str, required: bool = True) -> None:
        super().__init__(**_given(description, required))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Ids(fields.List):
    """A list of item ids or of keys."""

    def __init__(self, description: str, required: bool = False, most: int = 500) -> None:
        each = fields.String(validate=validate.Length(max=100))
        super().__init__(each, validate=validate.Length(max=most), **_given(description, required))


class Fields(fields.Dict):
    """Names and values; which of them there are is the method's to say. Called `fields` on both sides."""

    def __init__(self, description: str, required: bool = True) -> None:
        names = fields.String(validate=validate.Length(1, 60))
        super().__init__(
            keys=names,
            validate=validate.Length(max=40),
            attribute="fields",
            data_key="fields",
            **_given(description, required),
        )


class Picture(fields.Dict):
    """A picture as a note has it; what it may say is the engine's to judge."""

    def __init__(self, description: str, required: bool = True) -> None:
        given = _given(description, required) | {"allow_none": True}
        super().__init__(keys=fields.String(validate=validate.Length(1, 60)), validate=validate.Length(max=4), **given)


class Sums(fields.Dict):
    """How many votes each note or cluster got, by its id; whether they can be is the engine's to judge."""

    def __init__(self, description: str, most: int = 2_000) -> None:
        super().__init__(
            keys=fields.String(validate=validate.Length(1, 100)),
            values=Whole("How many.", 1, 1_000_000_000, required=True),
            validate=validate.Length(max=most),
            **_given(description, required=True),
        )


class TextOrIndex(fields.Field[Any]):
    """`"text"`, or the index of an alternative."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str | int:
        if value == "text" or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise ValidationError("neither text nor an index")


class Words(fields.Field[Any]):
    """Text, or the same in three languages: a string, or `{fi, sv, en}`."""

    def __init__(self, description: str, required: bool = True) -> None:
        super().__init__(**_given(description, required))

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str | dict[str, str]:
        texts = list(value.values()) if isinstance(value, dict) and sorted(value) == sorted(LANGUAGES) else [value]
        if all(isinstance(text, str) and len(text) <= MOST_BYTES for text in texts):
            return value
        raise ValidationError("neither a string nor {fi, sv, en}")


class OperationSchema(Schema):
    """Unknown members are refused: a client that is newer than the server must hear so."""

    type: ClassVar[str]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "type" in cls.__dict__:
            SCHEMAS[cls.type] = cls

    id = fields.String(
        required=True, validate=validate.Regexp(f"^{_UUID.pattern}$"), metadata={"description": "A lower-case UUID."}
    )


def naming(kind: str, what: str) -> type[OperationSchema]:
    """The schema of an operation that names one item and nothing else."""
    return bare(kind, what, **{kind.partition(".")[0]: ItemId(f"The {kind.partition('.')[0]}.")})


def bare(kind: str, what: str, **named: fields.Field[Any]) -> type[OperationSchema]:
    """The schema of an operation that says little more than its type."""
    noun, verb = kind.split(".")
    members = {"type": kind, **named, "__doc__": f"`{kind}`: {what}."}
    return type(f"{verb.title()}{noun.title()}Schema", (OperationSchema,), members)
