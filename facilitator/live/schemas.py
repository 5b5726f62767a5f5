"""The wire form of every operation: named, bounded and described once. `docs/protocol.md` lists the same."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, ClassVar

from marshmallow import Schema, ValidationError, fields, validate

from facilitator.engine import OPERATIONS
from facilitator.live.wishes import Refused, Wish

MOST_OPERATIONS = 200
MOST_BYTES = 65_536
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_TELLABLE = re.compile(r"[ -~]{1,100}")

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


class TextOrIndex(fields.Field[Any]):
    """`"text"`, or the index of an alternative."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str | int:
        if value == "text" or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise ValidationError("neither text nor an index")


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


class PlacedSchema(OperationSchema):
    """What says where a note is (P2): flow and ring take an order, a plane takes x and y."""

    zone = ItemId("Where it lands; this is its meaning.")
    order = Text("Fractional index between its neighbours; in a flow or a ring.", required=False, most=200)
    x = Whole("0…10000 from the left; in a plane.", 0, 10_000)
    y = Whole("0…10000 from the top; in a plane.", 0, 10_000)
    angle = Whole("0…3599, tenths of a degree; in a ring, if wished.", 0, 3_599)


class AddNoteSchema(PlacedSchema):
    """`note.add`: a new note."""

    type = "note.add"
    note = ItemId("The new note's id, made by the client.")
    kind = Key("Its kind, by the method.")
    text = Text("Its text, 1–2,000 code points.")
    fields_ = Fields("Typed fields of its kind.", required=False)
    lang = Choice("Its language.", ("fi", "sv", "en"))


class WriteNoteSchema(OperationSchema):
    """`note.write`: change a note's text."""

    type = "note.write"
    note = ItemId("The note.")
    was = Text("The text that the writer began from; what others wrote since is merged.")
    text = Text("The text that it becomes.")


class SettleNoteSchema(OperationSchema):
    """`note.settle`: end a clash between texts."""

    type = "note.settle"
    note = ItemId("The note.")
    keep = TextOrIndex(
        required=True, metadata={"description": "`text` for the present text, or the index of an alternative."}
    )


class MoveNoteSchema(PlacedSchema):
    """`note.move`: put a note in another zone, or elsewhere in its own."""

    type = "note.move"
    note = ItemId("The note that moves.")


class SetNoteSchema(OperationSchema):
    """`note.set`: set typed fields, the kind or the language."""

    type = "note.set"
    note = ItemId("The note.")
    fields_ = Fields("The kind's fields, `kind` and `lang`; null takes one away.")


class AddLinkSchema(OperationSchema):
    """`link.add`: say how one note stands to another."""

    type = "link.add"
    link = ItemId("The new link's id, made by the client.")
    source = ItemId("The note that it leaves.", data_key="from")
    target = ItemId("The note that it reaches.", data_key="to")
    kind = Key("Its kind, by the method.")
    label = Text("A few words of its own.", required=False)


class SetLinkSchema(OperationSchema):
    """`link.set`: change a link."""

    type = "link.set"
    link = ItemId("The link.")
    fields_ = Fields("`kind`, `label`, `state`; null takes label and state away.")


class AddClusterSchema(OperationSchema):
    """`cluster.add`: gather notes under a title."""

    type = "cluster.add"
    cluster = ItemId("The new cluster's id, made by the client.")
    title = Text("Its title.")
    notes = Ids("The notes in it.", required=True)


class SetClusterSchema(OperationSchema):
    """`cluster.set`: rename a cluster, or say anew what is in it."""

    type = "cluster.set"
    cluster = ItemId("The cluster.")
    fields_ = Fields("`title`, `notes`.")


class AddZoneSchema(OperationSchema):
    """`zone.add`: a new phase, lane or column."""

    type = "zone.add"
    zone = ItemId("The new zone's id, made by the client.")
    title = Text("Its title.")
    after = ItemId("The sibling that it follows; absent: last.", required=False)
    axis = Choice("In a matrix: `phase` or `lane`.", ("phase", "lane"))
    takes = Ids("The kinds that it will hold; absent: all of the method's.", most=60)


class SetZoneSchema(OperationSchema):
    """`zone.set`: change a zone's words or the kinds that it takes."""

    type = "zone.set"
    zone = ItemId("The zone.")
    fields_ = Fields("`title`, `hint`, `accepts`; of a lane `takes`.")


class MoveZoneSchema(OperationSchema):
    """`zone.move`: put a phase, lane or column elsewhere among its siblings."""

    type = "zone.move"
    zone = ItemId("The zone.")
    after = ItemId("The sibling that it comes to follow; null: the first place.", required=False)


class SetModeSchema(OperationSchema):
    """`mode.set`: say what people may do now."""

    type = "mode.set"
    mode = Key("`open`, `silent`, `vote`, `look` or `closed`.")
    ended = fields.Boolean(
        truthy={True},
        falsy={False},
        load_default=False,
        metadata={"description": "The workshop is over: from the system alone."},
    )


class OpenBallotSchema(OperationSchema):
    """`ballot.open`: ask for votes."""

    type = "ballot.open"
    ballot = ItemId("The new ballot's id, made by the client.")
    title = Text("What is asked.")
    each = Whole("Votes that a person has.", 1, 1_000, required=True)
    per_note = Whole("How many of them may go to one.", 1, 1_000, required=True)
    over = Key("`notes` or `clusters`.")
    zones = Ids("Only notes in these zones; absent: all.", most=200)


class CastVoteSchema(OperationSchema):
    """`vote.cast`: give one vote."""

    type = "vote.cast"
    vote = ItemId("The new vote's id, made by the client.")
    ballot = ItemId("The ballot.")
    note = ItemId("The note; the cluster where the ballot is over clusters.")


def _naming(kind: str, what: str) -> type[OperationSchema]:
    """The schema of an operation that names one item and nothing else."""
    noun, verb = kind.split(".")
    members = {"type": kind, noun: ItemId(f"The {noun}."), "__doc__": f"`{kind}`: {what}."}
    return type(f"{verb.title()}{noun.title()}Schema", (OperationSchema,), members)


for _noun in ("note", "link", "cluster", "zone"):
    _naming(f"{_noun}.remove", f"take a {_noun} away")
    _naming(f"{_noun}.restore", f"bring a {_noun} back")
_naming("ballot.close", "end the ballot; its event carries the sums")
_naming("vote.withdraw", "take one's own vote back")

_READY: dict[str, OperationSchema] = {}


def read_operations(sent: list[Any]) -> list[Wish | Refused]:
    """What each entry of a list means. A bad one is refused by name and disturbs none of the others."""
    return [_read(each) for each in sent]


def _read(sent: Any) -> Wish | Refused:
    if not isinstance(sent, dict):
        return Refused(None, "op.invalid")
    told = told_id(sent)
    kind = sent.get("type")
    if not isinstance(kind, str) or kind not in SCHEMAS:
        return Refused(told, "op.unknown")
    if kind not in _READY:
        _READY[kind] = SCHEMAS[kind]()
    try:
        members = _READY[kind].load({name: value for name, value in sent.items() if name != "type"})
    except ValidationError as wrong:
        return Refused(told, "op.invalid", {"member": _first(wrong.messages)})
    return Wish(OPERATIONS[kind](**members), digest_of(sent))


def told_id(sent: Any) -> str | None:
    """The id of an operation that may not even be one, if it can be told back."""
    op = sent.get("id") if isinstance(sent, dict) else None
    return op if isinstance(op, str) and _TELLABLE.fullmatch(op) else None


def digest_of(sent: Any) -> str:
    """SHA-256 of an operation as parsed, with sorted keys: what tells a retry from another payload (P1.4)."""
    return hashlib.sha256(json.dumps(sent, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _first(messages: Any) -> str:
    """The name of a member that is wrong, if it can be told back."""
    name = next(iter(messages), "") if isinstance(messages, dict) else ""
    return name if isinstance(name, str) and _TELLABLE.fullmatch(name) else ""
