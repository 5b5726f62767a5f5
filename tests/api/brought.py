"""Files brought to boards over HTTP: how they are sent, what lies there then, and a disk that fails in between."""

from __future__ import annotations

import base64
import json
import uuid
from typing import Any

import pytest

from facilitator import methods
from facilitator.artefacts import derive
from facilitator.engine import PUBLIC, see_state
from facilitator.live import rooms
from tests.artefacts.makers import PROVENANCE


def wish(kind: str, /, **members: Any) -> dict[str, Any]:
    """An operation with an id of its own."""
    return {"id": str(uuid.uuid4()), "type": kind, **members}


def sent(body: bytes, name: str, **more: Any) -> dict[str, Any]:
    return {"content": base64.b64encode(body).decode(), "name": name, **more}


def notes(board: str) -> dict[str, Any]:
    return {key: item for key, item in rooms.state(board).items.items() if key.startswith("note:")}


def artefact_of(board: str, method: str) -> dict[str, Any]:
    return derive(methods.load(method), see_state(rooms.state(board), PUBLIC), PROVENANCE)


def what_it_is(artefact: dict[str, Any]) -> str:
    """Without where it comes from: that some of it was brought is said there."""
    return json.dumps({name: value for name, value in artefact.items() if name not in ("provenance", "digest")})


def breaks_off(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """The slice of this number, from 1, is not saved; those before and after are."""
    submit, slices = rooms.submit, []

    def submit_or_break(document: str, operations: Any, actor: Any) -> Any:
        slices.append(operations)
        if len(slices) == at:
            raise rooms.NotSaved
        return submit(document, operations, actor)

    monkeypatch.setattr(rooms, "submit", submit_or_break)
