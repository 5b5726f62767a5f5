"""A board's live document over HTTP: its state, its events, its operations. Every write goes through its room."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, request
from marshmallow import Schema, fields

from facilitator.api.calls import MOST_BYTES, as_json, asking, call, language, read_json
from facilitator.api.schemas import Whole, text
from facilitator.engine import Actor, removed_for, see_event
from facilitator.errors import Invalid, NotThere, Problem, TooMany
from facilitator.live import log, rooms
from facilitator.live.room import Room
from facilitator.live.schemas import MOST_OPERATIONS
from facilitator.live.seats import in_words
from facilitator.live.wishes import Refused
from facilitator.planning import reach

blueprint = Blueprint("api_boards", __name__)
PAGE = 500  # events


class TooLarge(Problem):
    """More operations than one request may hold."""

    status = 413
    code = "body.too_large"


class FigureOut(Schema):
    """How much is being written in silence; the only figure there is of it."""

    notes = Whole("Notes that only their authors see yet.")
    people = Whole("How many wrote them.")


class StateOut(Schema):
    """A document at one seq, as this viewer may see it."""

    document = text("The board's id.")
    epoch = text("Changes when the log was rewritten or went back in time.")
    seq = Whole("The last event that is in it.")
    method = fields.Dict(metadata={"description": "Key and version."})
    items = fields.List(fields.Dict(), metadata={"description": "`{id, …}`: every item with its fields."})
    people = fields.List(fields.Dict(), metadata={"description": "`{id, name, organisation, role}`."})
    private = fields.Nested(FigureOut)


class EventsOut(Schema):
    """Events in order; what this viewer may not see is a seq with nothing in it."""

    events = fields.List(fields.Dict(), metadata={"description": "`{seq, op, by, at, changes}` or `{seq}`."})
    seq = Whole("The last event that there is.")
    more = fields.Boolean(metadata={"description": "Whether another page follows."})


class AnswersOut(Schema):
    """What became of a list of operations, durable when it is answered."""

    events = fields.List(fields.Dict(), metadata={"description": "An event for each operation that was accepted."})
    refused = fields.List(fields.Dict(), metadata={"description": "`{op, code, message}` for each that was not."})


class RemovedOut(Schema):
    """What is gone and this viewer may restore."""

    seq = Whole("The last event that there is.")
    items = fields.List(fields.Dict(), metadata={"description": "`{id, …}`: as they were when they went."})


@blueprint.get("/boards/<board_id>/state")
@call("What a board holds now.", gives=StateOut)
def state(board_id: str) -> Response:
    """Encoded and compressed once for all who see what everybody sees."""
    actor, room = _entered(board_id)
    body = room.body_for(actor.id)
    answer = Response(body.plain, mimetype="application/json")
    if "gzip" in request.accept_encodings:
        answer = Response(body.gzipped, mimetype="application/json")
        answer.headers["Content-Encoding"] = "gzip"
    return _kept_by_nobody(answer)


@blueprint.get("/boards/<board_id>/events")
@call("What happened on a board after `?since=`.", gives=EventsOut)
def events(board_id: str) -> Response:
    """At most 500 a page."""
    actor, room = _entered(board_id)
    since = request.args.get("since", "0")
    if not (since.isascii() and since.isdigit() and len(since) <= 15):
        raise Invalid("invalid", field="since")
    authors, seq = room.state.board["authors"], room.state.seq
    with current_app.extensions["live"].workings.reading() as connection:
        page = log.read(connection, board_id, int(since), PAGE + 1)
    told = [see_event(event, actor.id, authors) for event in page[:PAGE]]
    last = max(seq, page[-1].seq if page else 0)  # something may have come in between
    return _kept_by_nobody(as_json({"events": told, "seq": last, "more": len(page) > PAGE}))


@blueprint.post("/boards/<board_id>/ops")
@call("Do something on a board: a bare list of operations.", gives=AnswersOut, refuses=("slow.down", "not.saved"))
def operate(board_id: str) -> Response:
    """Bad operations are refused one by one; only a body that is no list within bounds is refused as a whole (P7.1)."""
    actor, _ = _entered(board_id)
    sent = read_json(MOST_BYTES)
    if not isinstance(sent, list):
        raise Invalid("op.invalid")
    if len(sent) > MOST_OPERATIONS:
        raise TooLarge
    wait = current_app.extensions["live"].limits.operations(actor.id, board_id, len(sent))
    if wait:
        raise TooMany(retry_after=wait)
    answers = rooms.submit(board_id, sent, actor)
    spoken = language()
    refused = [in_words(each, spoken) for each in answers if isinstance(each, Refused)]
    made = [each for each in answers if isinstance(each, dict)]
    return _kept_by_nobody(as_json({"events": made, "refused": refused}))


@blueprint.get("/boards/<board_id>/removed")
@call("What was removed from a board and this viewer may restore.", gives=RemovedOut)
def removed(board_id: str) -> Response:
    """Of what was never shown to others, only one's own."""
    actor, room = _entered(board_id)
    now = room.state
    items: list[dict[str, Any]] = [{"id": item_id, **item} for item_id, item in removed_for(now, actor.id).items()]
    return _kept_by_nobody(as_json({"seq": now.seq, "items": items}))


def _entered(board_id: str) -> tuple[Actor, Room]:
    """Who asks, and the board's room as the database has it now. A board one may not see is not there."""
    _, actor = reach.board(asking(seats=True), board_id)
    room = rooms.room_of(board_id)
    room.catch_up()
    if not room.is_there_for(actor):
        raise NotThere
    return actor, room


def _kept_by_nobody(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Vary"] = "Authorization, Accept-Encoding, Accept-Language"
    return answer
