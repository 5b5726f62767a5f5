"""Files that say they are boards of ours, and mean harm by their places and by what became of their notes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from facilitator.live import rooms
from tests.api.case import Case
from tests.hostile.test_files import KIND, board, bring, case, soon, texts

__all__ = ["board", "case"]


def artefact_of_ours(**members: Any) -> bytes:
    return json.dumps(
        {"schema": "urn:facilitator:artefact:1", "method": {"key": "blank_with_zones"}, **members}
    ).encode()


WORDY = {"fi": "x" * 9_999, "sv": "<b>", "en": "%(zone)s"}
SHAPES: dict[str, list[dict[str, Any]]] = {
    "many": [{"id": f"zone:{at}", "title": str(at), "accepts": [KIND]} for at in range(100_000)],
    "of others": [
        {"id": each, "title": "x"} for each in ("board", "note:1", "zone:unplaced", "zone:known/x", "", "zone:")
    ],
    "loose cells": [{"id": "zone:a/b", "title": "x", "phase": "zone:a", "lane": "zone:a"}] * 9,
    "wordy": [{"id": f"zone:{at}", "title": WORDY, "accepts": [KIND] * 9_000, "axis": ["phase"]} for at in range(9)],
}


@pytest.mark.parametrize("zones", SHAPES.values(), ids=SHAPES)
def test_places_that_mean_harm_are_places_or_are_told(case: Case, board: str, zones: list[dict[str, Any]]) -> None:
    before = rooms.state(board).board

    with soon():
        told = bring(case, board, artefact_of_ours(zones=zones, items=[{"id": "note:1", "text": "Jono"}]), "x.json")

    there = [key for key, item in rooms.state(board).items.items() if key.startswith("zone:") and "sort" in item]
    assert (told.status_code, told.json["taken"]) == (200, 1)
    assert rooms.state(board).board == before
    assert len(there) <= 61
    assert "zone:unplaced" in there
    assert texts(board) == ["Jono"]


def test_notes_that_say_they_were_many_others_are_bounded(case: Case, board: str) -> None:
    became = [{"id": f"note:m{at}", "text": "x"} for at in range(120)]
    items = [
        {"id": f"note:{at}", "text": f"Jono {at}", "merged": became, "alternatives": [str(n) for n in range(99)]}
        for at in range(60)
    ]

    with soon():
        told = bring(case, board, artefact_of_ours(items=items), "x.json").json

    assert (told["found"], told["taken"], told["skipped"]) == (60, 60, [])
    assert {each["code"] for each in told["remarks"]} == {"own.merged", "own.alternatives"}
    assert sorted(texts(board)) == sorted(item["text"] for item in items)
