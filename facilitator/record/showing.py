"""What the map shows while people work on it: computed once for everybody, and again only when something changed."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from typing import Any

import orjson

from facilitator import methods
from facilitator.artefacts import shown
from facilitator.engine import PUBLIC, State, see_state
from facilitator.hub.offload import offload
from facilitator.record.read import latest

MOST_KEPT = 100  # boards; of one that nobody has asked for in a long time it is computed anew

Moment = tuple[str, int, str | None]  # the epoch, the last event, the latest version


class Showing:
    """The answers of this process, the last one of each board."""

    def __init__(self) -> None:
        self._told: OrderedDict[str, tuple[Moment, bytes]] = OrderedDict()
        self._making: dict[str, threading.Lock] = {}

    def of(self, state: State, epoch: str) -> bytes:
        """The JSON `{epoch, seq, questions, insights, plots}` of a board: of what everybody sees on it, whoever asks.

        What is private is therefore not in it, and all who look at the board together read the same.
        """
        board_id = state.document
        with self._making.setdefault(board_id, threading.Lock()):  # who comes meanwhile waits for the same
            before = latest(board_id)
            moment = (epoch, state.seq, before.id if before else None)
            kept = self._told.get(board_id)
            if kept is None or kept[0] != moment:
                kept = moment, offload(_encoded, state, epoch, before.body if before else None)
            self._told[board_id] = kept
            self._told.move_to_end(board_id)
        while len(self._told) > MOST_KEPT:
            forgotten, _ = self._told.popitem(last=False)
            self._making.pop(forgotten, None)
        return kept[1]


def _encoded(state: State, epoch: str, body: str | None) -> bytes:
    """In a thread of its own: of a large board it is a second's work."""
    named = state.root["method"]
    before: dict[str, Any] | None = json.loads(body) if body else None
    told = shown(methods.load(named["key"], named["version"]), see_state(state, PUBLIC), before)
    return orjson.dumps({"epoch": epoch, "seq": state.seq, **told})
