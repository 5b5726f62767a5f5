"""Boards whose log has begun, and what people do on them."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from facilitator import methods
from facilitator.engine import OPERATIONS, Actor, Event, Rules, State, decide, empty, opening
from facilitator.models import Board, Document, Workshop
from facilitator.models.transaction import transaction
from tests.makers import make_workshop

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
AINO = Actor("u:aino", "facilitator")
BJORN = Actor("p:bjorn", "participant")


def make_board(workshop: Workshop | None = None, **fields: Any) -> Board:
    """A pain grid, everybody's unless a group is given."""
    workshop = workshop or make_workshop()
    chosen = {"title": "Kipupisteet", "method_key": "pain_grid", "method_version": 1, **fields}
    board = Board(workshop_id=workshop.id, **chosen)
    with transaction() as tx:
        tx.add(board)
        tx.flush()
        tx.add(Document(id=board.id, epoch="e1"))
    return board


def make_state(board: Board) -> State:
    """The board's document after its first event."""
    method = methods.load(board.method_key, board.method_version)
    state = empty(board.id, Rules.of(method))
    given = {"method": {"key": method["key"], "version": method["version"]}, "authors": "names"}
    state.absorb(opening(board.id, methods.zone_items(method), given, NOON))
    return state


def do(state: State, kind: str, actor: Actor = BJORN, /, **members: Any) -> State:
    """The state after somebody did this."""
    event = decide(state, OPERATIONS[kind](id=str(uuid.uuid4()), **members), actor, NOON)
    assert isinstance(event, Event), event
    state.absorb(event)
    return state


def write(state: State, note: str, text: str, actor: Actor = BJORN) -> State:
    """The state after somebody wrote a pain point that is not placed yet."""
    return do(state, "note.add", actor, note=note, kind="pain_point", text=text, zone="zone:unplaced", order="a0")
