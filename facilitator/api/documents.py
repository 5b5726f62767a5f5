"""A live document over HTTP, board or floor: its state, events and operations. Every write goes through its room."""

from __future__ import annotations

from flask import Response, current_app, g, request
from marshmallow import Schema, fields

from facilitator.api.calls import MOST_BYTES, as_json, language, read_json, secret
from facilitator.api.schemas import Whole, text
from facilitator.engine import Actor, State, see_event, workshop_of
from facilitator.errors import Invalid, NotSignedIn, NotThere, Problem, TooMany
from facilitator.live import log, rooms
from facilitator.live.admission import admitted
from facilitator.live.room import Room
from facilitator.live.schemas import MOST_OPERATIONS
from facilitator.live.seats import in_words
from facilitator.live.snapshot import Body
from facilitator.live.wishes import Refused

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


def on_board(board_id: str) -> tuple[Room, Actor]:
    """The board's room, and who asks. A board one may not see is not there."""
    return entered("" if workshop_of(board_id) else board_id)


def asked_of_all(board_id: str) -> tuple[State, str]:
    """The board's state and its epoch, for an answer that is the same for all. Raises as `on_board`, and TooMany."""
    room, actor = on_board(board_id)
    if not current_app.extensions["live"].limits.may_ask(actor.id):
        raise TooMany(retry_after=1)
    with room.lock:
        return room.state, room.epoch


def entered(document: str) -> tuple[Room, Actor]:
    """The document's room as the database has it now, and who asks, by the bearer token.

    Raises NotSignedIn; NotThere also when it is closed to who asks.
    """
    person = admitted(current_app.extensions["live"].workings, secret(), document)
    if person is None:
        raise NotSignedIn
    g.asking = person
    if person.actor is None:
        raise NotThere
    room = rooms.room_of(document)
    room.catch_up(person.head)
    if not room.is_there_for(person.actor):
        raise NotThere
    return room, person.actor


def tell_state(body: Body) -> Response:
    """The state, compressed for whoever can read that."""
    if "gzip" not in request.accept_encodings:
        return kept_by_nobody(Response(body.plain, mimetype="application/json"))
    answer = Response(body.gzipped, mimetype="application/json")
    answer.headers["Content-Encoding"] = "gzip"
    return kept_by_nobody(answer)


def tell_events(room: Room, actor: Actor) -> Response:
    """What happened after `?since=`, at most 500 a page."""
    since = request.args.get("since", "0")
    if not (since.isascii() and since.isdigit() and len(since) <= 15):
        raise Invalid("invalid", field="since")
    authors, seq = room.state.root["authors"], room.state.seq
    with current_app.extensions["live"].workings.reading() as connection:
        page = log.read(connection, room.document, int(since), PAGE + 1)
    told = [see_event(event, actor.id, authors) for event in page[:PAGE]]
    last = max(seq, page[-1].seq if page else 0)  # something may have come in between
    return kept_by_nobody(as_json({"events": told, "seq": last, "more": len(page) > PAGE}))


def do_operations(room: Room, actor: Actor) -> Response:
    """Bad operations are refused one by one; only a body that is no list within bounds is refused as a whole (P7.1)."""
    sent = read_json(MOST_BYTES)
    if not isinstance(sent, list):
        raise Invalid("op.invalid")
    if len(sent) > MOST_OPERATIONS:
        raise TooLarge
    wait = current_app.extensions["live"].limits.operations(actor.id, room.document, len(sent))
    if wait:
        raise TooMany(retry_after=wait)
    answers = rooms.submit(room.document, sent, actor)
    spoken = language()
    refused = [in_words(each, spoken) for each in answers if isinstance(each, Refused)]
    made = [each for each in answers if isinstance(each, dict)]
    return kept_by_nobody(as_json({"events": made, "refused": refused}))


def kept_by_nobody(answer: Response) -> Response:
    """Neither a browser nor anybody between keeps it."""
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Vary"] = "Authorization, Accept-Encoding, Accept-Language"
    return answer
