"""A board's live document over HTTP."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response
from marshmallow import Schema, fields

from facilitator.api.calls import as_json, asking, call
from facilitator.api.documents import (
    AnswersOut,
    EventsOut,
    StateOut,
    do_operations,
    kept_by_nobody,
    on_board,
    tell_events,
    tell_state,
)
from facilitator.api.history import asked_seq, body_at
from facilitator.api.schemas import Whole
from facilitator.engine import removed_for
from facilitator.engine.may import is_leading
from facilitator.errors import NotAllowed
from facilitator.planning import reach
from facilitator.planning.erasing import erase_note

blueprint = Blueprint("api_boards", __name__)


class RemovedOut(Schema):
    """What is gone and this viewer may restore."""

    seq = Whole("The last event that there is.")
    items = fields.List(fields.Dict(), metadata={"description": "`{id, …}`: as they were when they went."})


@blueprint.get("/boards/<board_id>/state")
@call("What a board holds now, or held at `?seq=`.", gives=StateOut, refuses=("slow.down",))
def state(board_id: str) -> Response:
    """Encoded and compressed once for all who see what everybody sees; of the past, for each who asks."""
    room, actor = on_board(board_id)
    seq = asked_seq(room)
    return tell_state(room.body_for(actor.id) if seq is None else body_at(room, actor, seq))


@blueprint.get("/boards/<board_id>/events")
@call("What happened on a board after `?since=`.", gives=EventsOut)
def events(board_id: str) -> Response:
    """At most 500 a page."""
    return tell_events(*on_board(board_id))


@blueprint.post("/boards/<board_id>/ops")
@call(
    "Do something on a board: a bare list of operations.",
    gives=AnswersOut,
    refuses=("slow.down", "not.saved", "storage.full"),
)
def operate(board_id: str) -> Response:
    """Answered once everything is durable."""
    return do_operations(*on_board(board_id))


@blueprint.get("/boards/<board_id>/removed")
@call("What was removed from a board and this viewer may restore.", gives=RemovedOut)
def removed(board_id: str) -> Response:
    """Of what was never shown to others, only one's own."""
    room, actor = on_board(board_id)
    now = room.state
    items: list[dict[str, Any]] = [{"id": item_id, **item} for item_id, item in removed_for(now, actor).items()]
    return kept_by_nobody(as_json({"seq": now.seq, "items": items}))


@blueprint.post("/boards/<board_id>/notes/<path:note_id>/erase")
@call("Empty a note for good, in the log and in the record; for those who lead.", status=204)
def erase(board_id: str, note_id: str) -> None:
    """Cannot be undone. Everybody on the board fetches it anew."""
    room, actor = on_board(board_id)
    if not is_leading(actor):
        raise NotAllowed
    erase_note(reach.board(asking(seats=True), room.document)[0], note_id, actor)
