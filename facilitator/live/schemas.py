"""The wire form of every operation: named, bounded and described once. `docs/protocol.md` lists the same."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from marshmallow import ValidationError, fields

from facilitator.engine import OPERATIONS
from facilitator.engine.results import MOST_VOTERS
from facilitator.live import floor_schemas
from facilitator.live.members import (
    SCHEMAS,
    Choice,
    Fields,
    Flag,
    Ids,
    ItemId,
    Key,
    OperationSchema,
    Picture,
    Sums,
    Text,
    TextOrIndex,
    Whole,
    naming,
)
from facilitator.live.shortcut import Shortcut
from facilitator.live.wishes import Refused, Wish

NOUNS = (floor_schemas,)  # importing them registers their operations
MOST_OPERATIONS = 200
MOST_VOICES = 999
_TELLABLE = re.compile(r"[ -~]{1,100}")


class PlacedSchema(OperationSchema):
    """What says where a note is (P2): flow and ring take an order, a plane takes x and y."""

    zone = ItemId("Where it lands; this is its meaning.")
    order = Text("Fractional index between its neighbours; in a flow or a ring.", required=False, most=200)
    x = Whole("0…10000 from the left; in a plane.", 0, 10_000)
    y = Whole("0…10000 from the bottom; in a plane.", 0, 10_000)
    angle = Whole("0…3599, tenths of a degree; in a ring, if wished.", 0, 3_599)


class SetBoardSchema(OperationSchema):
    """`board.set`: say who may shape the zones and rewrite notes, what is asked, what it shows, and its kinds."""

    type = "board.set"
    fields_ = Fields(
        "`shaped_by`, `rewritten_by`, `evidence`, `variant`, `kinds`, `left_out`: see docs/protocol.md, P3."
    )


class AddNoteSchema(PlacedSchema):
    """`note.add`: a new note."""

    type = "note.add"
    note = ItemId("The new note's id, made by the client.")
    kind = Key("Its kind, by the method.")
    text = Text("Its text, 1–2,000 code points.")
    fields_ = Fields("Typed fields of its kind.", required=False)
    lang = Choice("Its language.", ("fi", "sv", "en"))
    on_behalf = Text("The guest for whom somebody who leads enters it.", required=False, most=40)
    voices = Whole("For how many people it is entered by somebody who leads.", 1, MOST_VOICES)
    picture = Picture("`{id, width, height, description?}` as the upload answered.", required=False)


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


class MergeNotesSchema(OperationSchema):
    """`note.merge`: make one of several; the others become it."""

    type = "note.merge"
    note = ItemId("The note that stays.")
    notes = Ids("Those that become it.", required=True, most=100)
    text = Text("What it says from then on; absent: as it did.", required=False)
    fields_ = Fields("Fields of its kind that it has from then on, over its own.", required=False)
    entity = Text("What it is from then on in the project's register; for those who lead.", required=False, most=100)


class LeaveOutNoteSchema(OperationSchema):
    """`note.leave_out`: leave a note out of the output, or put it back."""

    type = "note.leave_out"
    note = ItemId("The note.")
    out = Flag("Whether it is left out.")


class SetPictureSchema(OperationSchema):
    """`note.picture`: give a note a picture, another description of it, or none."""

    type = "note.picture"
    note = ItemId("The note.")
    picture = Picture("`{id, width, height, description?}`; null: none.")


class GroundNoteSchema(OperationSchema):
    """`note.ground`: lay a note's picture under its zone, or take it up."""

    type = "note.ground"
    note = ItemId("The note.")
    ground = Flag("Whether it lies there.")


class TieNoteSchema(OperationSchema):
    """`note.tie`: say what a note is, or is about, in the project's register."""

    type = "note.tie"
    note = ItemId("The note.")
    fields_ = Fields("`entity`, `about`, `from`; null takes one away.")


class TieZoneSchema(OperationSchema):
    """`zone.tie`: say what a place is in the project's register, and where it comes from."""

    type = "zone.tie"
    zone = ItemId("The zone.")
    fields_ = Fields("`entity`, `from`; null takes one away.")


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


class MergeClustersSchema(OperationSchema):
    """`cluster.merge`: make one of several; the others go into it."""

    type = "cluster.merge"
    cluster = ItemId("The cluster that stays.")
    clusters = Ids("Those that go into it.", required=True, most=100)
    title = Text("What it is called from then on; absent: as it was.", required=False)


class SplitClusterSchema(OperationSchema):
    """`cluster.split`: take some of its notes out into a new one."""

    type = "cluster.split"
    cluster = ItemId("The cluster.")
    into = ItemId("The new cluster's id, made by the client.")
    title = Text("The new cluster's title.")
    notes = Ids("The notes that leave.", required=True)


class AddCommentSchema(OperationSchema):
    """`comment.add`: say something about a note or a link, or answer."""

    type = "comment.add"
    comment = ItemId("The new comment's id, made by the client.")
    on = ItemId("The note, the link, or the comment that it answers.")
    text = Text("Its text, 1–2,000 code points.")


class BringCommentSchema(AddCommentSchema):
    """`comment.bring`: put down what was said on another board."""

    type = "comment.bring"
    at = Text("When it was said, UTC with milliseconds; absent where nobody knows.", required=False, most=24)
    resolved = Flag("Whether what it raised is dealt with.", required=False)


class WriteCommentSchema(OperationSchema):
    """`comment.write`: change one's own comment."""

    type = "comment.write"
    comment = ItemId("The comment.")
    text = Text("The text that it becomes.")


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


class BringBallotSchema(OpenBallotSchema):
    """`ballot.bring`: put down what a ballot on another board came to."""

    type = "ballot.bring"
    sums = Sums("By note, or cluster, the votes that it got.")
    voters = Whole("How many people gave a vote.", 0, MOST_VOTERS, required=True)
    secret = Flag("Whether so many voted that the sums tell nobody's vote.")


class CastVoteSchema(OperationSchema):
    """`vote.cast`: give one vote."""

    type = "vote.cast"
    vote = ItemId("The new vote's id, made by the client.")
    ballot = ItemId("The ballot.")
    note = ItemId("The note; the cluster where the ballot is over clusters.")


for _noun in ("note", "link", "cluster", "comment", "zone"):
    naming(f"{_noun}.remove", f"take a {_noun} away")
    naming(f"{_noun}.restore", f"bring a {_noun} back")
naming("note.take_in", "make a note that arrived after the end one of the board's")
naming("comment.resolve", "say that what was raised is dealt with")
naming("comment.reopen", "say that it is not")
naming("ballot.close", "end the ballot; its event carries the sums")
naming("ballot.remove", "take away a result that was brought")
naming("vote.withdraw", "take one's own vote back")

_READY: dict[str, tuple[OperationSchema, Shortcut]] = {}
_DIGESTED = json.JSONEncoder(sort_keys=True, separators=(",", ":"))


def read_operations(sent: list[Any]) -> list[Wish | Refused]:
    """What each entry of a list means. A bad one is refused by name and disturbs none of the others."""
    return [_read(each) for each in sent]


def _read(sent: Any) -> Wish | Refused:
    if not isinstance(sent, dict):
        return Refused(None, "op.invalid")
    kind = sent.get("type")
    if not isinstance(kind, str) or kind not in SCHEMAS:
        return Refused(told_id(sent), "op.unknown")
    if kind not in _READY:
        schema = SCHEMAS[kind]()
        _READY[kind] = schema, Shortcut(schema)
    schema, shortcut = _READY[kind]
    given = {name: value for name, value in sent.items() if name != "type"}
    try:
        members = shortcut.read(given) or schema.load(given)
    except ValidationError as wrong:
        return Refused(told_id(sent), "op.invalid", {"member": _first(wrong.messages)})
    return Wish(OPERATIONS[kind](**members), digest_of(sent))


def told_id(sent: Any) -> str | None:
    """The id of an operation that may not even be one, if it can be told back."""
    op = sent.get("id") if isinstance(sent, dict) else None
    return op if isinstance(op, str) and _TELLABLE.fullmatch(op) else None


def digest_of(sent: Any) -> str:
    """SHA-256 of an operation as parsed, with sorted keys: what tells a retry from another payload (P1.4)."""
    return hashlib.sha256(_DIGESTED.encode(sent).encode()).hexdigest()


def _first(messages: Any) -> str:
    """The name of a member that is wrong, if it can be told back."""
    name = next(iter(messages), "") if isinstance(messages, dict) else ""
    return name if isinstance(name, str) and _TELLABLE.fullmatch(name) else ""
