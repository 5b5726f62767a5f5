"""Playing a board: its turns go through its room, as everybody's operations do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from facilitator.demo.turns import FACILITATOR, turns
from facilitator.engine import Actor
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.live.wishes import Refused
from facilitator.models import LoggedEvent


class SpoiledDemoError(RuntimeError):
    """The example could not be played: somebody has changed its boards before it was finished."""


def play(board_id: str, script: Mapping[str, Any], cast: Mapping[str, str], facilitator_id: str) -> None:
    """Do what has not been done yet. cast: ids of the people by name. Raises SpoiledDemoError."""
    done = set(db.session.scalars(select(LoggedEvent.op_id).where(LoggedEvent.document_id == board_id)))
    for turn in turns(script):
        actor = Actor(facilitator_id, "facilitator") if turn.by == FACILITATOR else Actor(cast[turn.by], "participant")
        left = [operation for operation in turn.operations if operation["id"] not in done]
        if not left:
            continue
        for operation, answer in zip(left, rooms.submit(board_id, left, actor), strict=True):
            if isinstance(answer, Refused):
                raise SpoiledDemoError(f"{operation['type']} {operation['id']}: {answer.code}")
