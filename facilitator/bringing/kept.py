"""What was read, as JSON and back: how a process of its own answers."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from facilitator.bringing.brought import (
    Brought,
    BroughtBallot,
    BroughtComment,
    BroughtLink,
    BroughtNote,
    BroughtPlace,
    BroughtShape,
    BroughtTheme,
    Frame,
    Listed,
)
from facilitator.bringing.tables import Table


def to_json(read: Brought | Table) -> bytes:
    """All of it."""
    return json.dumps([type(read).__name__, asdict(read)]).encode()


def from_json(said: bytes) -> Brought | Table:
    """What `to_json` was given."""
    name, members = json.loads(said)
    remarks = [Listed(**each) for each in members["remarks"]]
    if name == "Table":
        pairs: dict[str, Any] = {name: [tuple(each) for each in members[name]] for name in ("rows", "spread")}
        return Table(**{**members, **pairs, "remarks": remarks})
    lists: dict[str, Any] = {
        "notes": [BroughtNote(**each) for each in members["notes"]],
        "links": [BroughtLink(**each) for each in members["links"]],
        "themes": [BroughtTheme(**each) for each in members["themes"]],
        "comments": [_comment(each) for each in members["comments"]],
        "ballots": [BroughtBallot(**each) for each in members["ballots"]],
        "frames": [Frame(**each) for each in members["frames"]],
        "skipped": [Listed(**each) for each in members["skipped"]],
    }
    rest = {name: members[name] for name in ("pictures", "left_out")}
    return Brought(**lists, **rest, shape=_shape(members["shape"]), remarks=remarks)


def _comment(members: dict[str, Any]) -> BroughtComment:
    return BroughtComment(**{**members, "answers": [_comment(each) for each in members["answers"]]})


def _shape(members: dict[str, Any] | None) -> BroughtShape | None:
    if members is None:
        return None
    return BroughtShape(**{**members, "places": [BroughtPlace(**each) for each in members["places"]]})
