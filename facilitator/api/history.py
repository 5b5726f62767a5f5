"""A board's past over HTTP: what it held at any number, what was done, and the way back."""

from __future__ import annotations

import uuid

from flask import Blueprint, Response, current_app, request
from marshmallow import Schema, fields

from facilitator.api.calls import as_json, call
from facilitator.api.documents import kept_by_nobody, on_board
from facilitator.api.schemas import Whole
from facilitator.engine import Actor, State
from facilitator.engine.back import outcome, steps_back
from facilitator.engine.ids import noun_of
from facilitator.engine.may import is_leading
from facilitator.engine.view import see_item
from facilitator.errors import Invalid, NotAllowed, TooMany
from facilitator.live.history import lately, state_at
from facilitator.live.people import people_of
from facilitator.live.room import Room
from facilitator.live.snapshot import Body, Snapshot

blueprint = Blueprint("api_history", __name__)


class ActsOut(Schema):
    """What was done, so that it can be told and put back."""

    seq = Whole("The last event that there is.")
    acts = fields.List(
        fields.Dict(),
        metadata={
            "description": "`{seq, op, by, at, changes, shown?}`, newest first. A change is `{id, did, item, was?}`: "
            "`did` is `added`, `changed`, `removed` or `restored`; `was` has the former values of what changed."
        },
    )


class BackOut(Schema):
    """The way back to an earlier number."""

    seq = Whole("The last event that there is: the board as the operations find it.")
    back_to = Whole("The number that was asked for.")
    changes = fields.List(
        fields.Dict(),
        metadata={
            "description": "`{id, will, item}`: what will become of each item, `restored`, `changed` or `removed`."
        },
    )
    ops = fields.List(fields.Dict(), metadata={"description": "Operations, each with an id, to be sent in this order."})


@blueprint.get("/boards/<board_id>/acts")
@call("The last 100 acts on a board, for those who lead, with what was there before.", gives=ActsOut)
def acts(board_id: str) -> Response:
    """Newest first; of what is private, only one's own, and no votes."""
    room, actor = _led(board_id)
    seq, told = lately(current_app.extensions["live"].workings, room.document, actor.id)
    return kept_by_nobody(as_json({"seq": seq, "acts": told}))


@blueprint.get("/boards/<board_id>/back")
@call("The operations by which a board, or one item (`?item=`), becomes what it was at `?seq=`.", gives=BackOut)
def back(board_id: str) -> Response:
    """For those who lead. Nothing is done: whoever wants to go back sends the operations."""
    room, actor = _led(board_id)
    seq, item = asked_seq(room), request.args.get("item")
    if seq is None:
        raise Invalid("field.missing", field="seq")
    past = _state_at(room, actor, seq)[1]
    now = room.state
    steps = steps_back(now, past, None if item is None else [item])
    ops = [{"id": str(uuid.uuid4()), "type": kind, noun_of(name): name, **members} for kind, name, members in steps]
    authors = now.root["authors"]
    changes = [
        {"id": name, "will": will, "item": see_item(now.known(name) or {}, actor.id, authors)}
        for name, will in outcome(steps).items()
    ]
    return kept_by_nobody(as_json({"seq": now.seq, "back_to": seq, "changes": changes, "ops": ops}))


def asked_seq(room: Room) -> int | None:
    """The number in `?seq=`; None where none is asked for. Raises Invalid unless there is such an event."""
    asked = request.args.get("seq")
    if asked is None:
        return None
    if not (asked.isascii() and asked.isdigit() and len(asked) <= 15 and 1 <= int(asked) <= room.state.seq):
        raise Invalid("invalid", field="seq")
    return int(asked)


def body_at(room: Room, actor: Actor, seq: int) -> Body:
    """The state at this number, as this person may see it: what was private then is its author's alone."""
    epoch, past = _state_at(room, actor, seq)
    snapshot = Snapshot(past, epoch)
    writers = snapshot.shown_writers
    with current_app.extensions["live"].workings.reading() as connection:
        people = people_of(connection, room.document, writers)
    return snapshot.body(actor.id, people)


def _state_at(room: Room, actor: Actor, seq: int) -> tuple[str, State]:
    live = current_app.extensions["live"]
    if not live.limits.may_ask(actor.id):
        raise TooMany(retry_after=1)
    try:
        return state_at(live.workings, room.document, seq)
    except KeyError:  # the log has begun anew since
        raise Invalid("invalid", field="seq") from None


def _led(board_id: str) -> tuple[Room, Actor]:
    """The board's room, and who asks; NotAllowed unless they lead."""
    room, actor = on_board(board_id)
    if not is_leading(actor):
        raise NotAllowed
    return room, actor
