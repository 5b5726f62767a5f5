"""Bringing what others made onto a board: a look at what would come of it, the act, and its way back."""

from __future__ import annotations

import base64
import binascii
import uuid
from typing import Any

from flask import Blueprint
from marshmallow import Schema, fields, validate

from facilitator import words
from facilitator.api.calls import asking, call, language
from facilitator.api.documents import on_board
from facilitator.api.schemas import Whole, text
from facilitator.bringing import Columns, Listed
from facilitator.bringing.brought import MOST_BYTES
from facilitator.engine import Actor
from facilitator.engine.may import is_leading
from facilitator.errors import Invalid, NotAllowed
from facilitator.models import Board
from facilitator.planning import bringing, reach
from facilitator.planning.bringing import Choice, File

blueprint = Blueprint("api_bringing", __name__)
MOST_SENT = MOST_BYTES // 3 * 4 + 65_536  # base64 takes four signs for three bytes
_COLUMN = validate.Range(min=0)


class ColumnsIn(Schema):
    """Which column of a table, from 0, holds what."""

    text = fields.Integer(required=True, strict=True, validate=_COLUMN)
    kind = fields.Integer(strict=True, validate=_COLUMN, allow_none=True)
    zone = fields.Integer(strict=True, validate=_COLUMN, allow_none=True)
    fields_ = fields.Dict(
        keys=fields.String(),
        values=fields.Integer(strict=True, validate=_COLUMN),
        data_key="fields",
        attribute="fields",
    )


class BringIn(Schema):
    """A file, or text that was copied; and what its notes become."""

    name = fields.String(validate=validate.Length(max=200), metadata={"description": "The file's name."})
    content = fields.String(metadata={"description": "The file, in base64."})
    text = fields.String(metadata={"description": "Or text: a note a line, or a table with tabs."})
    kind = fields.String(metadata={"description": "Of notes whose kind the file does not say."})
    zone = fields.String(metadata={"description": "Where notes go whose place the file does not say."})
    columns = fields.Nested(ColumnsIn, metadata={"description": "Of a table; otherwise they are guessed."})
    act = fields.UUID(metadata={"description": "The act's id, by which it is done once and can be taken back."})
    do = fields.Boolean(metadata={"description": "false: only tell what would come of it."})


class ListedOut(Schema):
    """A row that stayed behind, did not come as it stood, or made something of the board's places."""

    row = Whole("Its number in the file, from 1; 0 for the file as a whole.")
    code = text("Why, for programs.")
    message = text("Why, in the reader's language.")


class ColumnsOut(Schema):
    """As `ColumnsIn`."""

    text = Whole("The notes' texts.")
    kind = fields.Integer(allow_none=True)
    zone = fields.Integer(allow_none=True)
    fields_ = fields.Dict(data_key="fields", attribute="fields")


class BroughtOut(Schema):
    """What came, or would come, of it."""

    act = text("The act's id.")
    format = text("text, csv, xlsx, canvas, excalidraw or artefact.")
    found = Whole("How many notes, arrows, themes, comments and results of ballots the file has.")
    taken = Whole("How many of them come to the board.")
    notes = Whole("How many notes.")
    links = Whole("How many arrows.")
    themes = Whole("How many themes.")
    comments = Whole("How many comments, answers included.")
    ballots = Whole("How many results of ballots.")
    pictures = Whole("How many notes with their pictures.")
    skipped = fields.List(fields.Nested(ListedOut), metadata={"description": "The others, each with the reason."})
    remarks = fields.List(fields.Nested(ListedOut), metadata={"description": "What came, though not as it stood."})
    places = fields.List(fields.Nested(ListedOut), metadata={"description": "What becomes of the board's places."})
    kind = text("The kind that was chosen or guessed.")
    zone = text("The place that was.")
    texts = fields.List(fields.String(), metadata={"description": "The first notes."})
    head = fields.List(fields.String(), metadata={"description": "A table's head."})
    columns = fields.Nested(ColumnsOut, allow_none=True)
    encoding = text("How a CSV was read.")


class TakenBackOut(Schema):
    """What was removed."""

    removed = Whole("How many notes, arrows, themes, comments and results of ballots.")


@blueprint.post("/boards/<board_id>/bring")
@call(
    "Bring what others made onto a board, for those who lead; `do` false only tells what would come of it.",
    takes=BringIn,
    gives=BroughtOut,
    refuses=("file.unknown", "bring.done", "bring.failed", "bring.part", "not.saved", "storage.full"),
    most=MOST_SENT,
)
def bring(board_id: str, sent: dict[str, Any]) -> dict[str, Any]:
    """One act: whatever of it the board takes is there afterwards, and the rest is listed."""
    board, actor = _led(board_id)
    columns = Columns(**sent["columns"]) if "columns" in sent else None
    choice = Choice(kind=sent.get("kind"), zone=sent.get("zone"), columns=columns)
    act = str(sent.get("act") or uuid.uuid4())
    verb = bringing.bring if sent.get("do", True) else bringing.look_at
    account = verb(board, actor, _file(sent), choice, act)
    told = {name: getattr(account, name) for name in BroughtOut().fields}
    return told | {name: [_told(each) for each in told[name]] for name in ("skipped", "remarks", "places")}


@blueprint.delete("/boards/<board_id>/bring/<act>")
@call("Take back what one act of yours brought onto a board.", gives=TakenBackOut)
def take_back(board_id: str, act: str) -> dict[str, int]:
    """What is there of it no more is left alone; an act that is not known brought nothing."""
    board, actor = _led(board_id)
    try:
        known = str(uuid.UUID(act))
    except ValueError:
        return {"removed": 0}
    return {"removed": bringing.take_back(board, actor, known)}


def _led(board_id: str) -> tuple[Board, Actor]:
    room, actor = on_board(board_id)
    if not is_leading(actor):
        raise NotAllowed
    return reach.board(asking(seats=True), room.document)[0], actor


def _file(sent: dict[str, Any]) -> File:
    if "content" not in sent:
        return File(name="", body=sent.get("text", "").encode())
    try:
        return File(name=sent.get("name", "file.csv"), body=base64.b64decode(sent["content"], validate=True))
    except binascii.Error:
        raise Invalid("invalid", field="content") from None


def _told(listed: Listed) -> dict[str, Any]:
    return {"row": listed.row, "code": listed.code, "message": words.sentence(listed.code, listed.detail, language())}
