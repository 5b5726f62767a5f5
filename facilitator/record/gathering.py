"""Themes suggested for a board's notes: of what everybody sees, by words that notes share. Nothing is changed by it."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from typing import Any

import orjson

from facilitator.engine import PUBLIC, State, see_state
from facilitator.hub.apart import apart
from facilitator.hub.offload import offload
from facilitator.suggesting import MOST_TEXTS, worker

MOST_KEPT = 50  # boards
FEW = 200  # notes: less work than starting a process

Moment = tuple[str, int]  # the epoch, the last event


class Gathering:
    """The answers of this process, the last one of each board."""

    def __init__(self) -> None:
        self._told: OrderedDict[str, tuple[Moment, bytes]] = OrderedDict()
        self._making: dict[str, threading.Lock] = {}

    def of(self, state: State, epoch: str) -> bytes:
        """The JSON `{epoch, seq, read, unread, themes}` of a board, the same for whoever asks. Raises Failed."""
        board_id, moment = state.document, (epoch, state.seq)
        with self._making.setdefault(board_id, threading.Lock()):  # who comes meanwhile waits for the same
            kept = self._told.get(board_id)
            if kept is None or kept[0] != moment:
                texts = loose(state)
                themes = _suggested(texts[:MOST_TEXTS])
                read = min(len(texts), MOST_TEXTS)
                told = {"epoch": epoch, "seq": state.seq, "read": read, "unread": len(texts) - read, "themes": themes}
                kept = moment, orjson.dumps(told)
            self._told[board_id] = kept
            self._told.move_to_end(board_id)
        while len(self._told) > MOST_KEPT:
            forgotten, _ = self._told.popitem(last=False)
            self._making.pop(forgotten, None)
        return kept[1]


def loose(state: State) -> list[dict[str, Any]]:
    """The notes that everybody sees and that are in no theme yet, but for those that the method gave."""
    items = see_state(state, PUBLIC)
    gathered = {note for item_id, item in items.items() if item_id.startswith("cluster:") for note in item["notes"]}
    return [
        {"id": item_id, "text": item["text"], "lang": item.get("lang")}
        for item_id, item in items.items()
        if item_id.startswith("note:")
        and item_id not in gathered
        and not (item.get("fixed") or item.get("erased") or item.get("out"))
    ]


def _suggested(texts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    said = orjson.dumps(texts)
    found = offload(worker.answer, said) if len(texts) <= FEW else apart(worker.__name__, said)
    themes: list[dict[str, Any]] = json.loads(found)
    return themes
