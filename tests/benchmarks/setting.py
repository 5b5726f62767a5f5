"""What a load needs: boards, and people with tokens; made in the database of a server that does not run yet."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from facilitator import access, create_app
from facilitator.config import Settings
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import AccessToken, Board, Participant, Workshop
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from tests.benchmarks import plane
from tests.makers import make_board, make_workshop

METHOD, KIND = "service_path", "pain_point"
ZONES = 6  # between which notes move
AT_ONCE = 200  # operations


Tied = tuple[Sequence[plane.Lying], Sequence[tuple[int, int]]]


def make_setting(
    instance: Path,
    people: int,
    boards: int = 1,
    notes: int = 0,
    authors: str = "names",
    database_url: str = "",
    tied: Tied | None = None,
) -> Path:
    """A file for the load generator: `{tokens, boards: [{id, kind, zones}]}`.

    notes: how many are on the last board. tied: notes on a plane and their arrows, on one more.
    """
    app = create_app({"TESTING": True}, Settings.read({}, instance=str(instance), database_url=database_url))
    with app.app_context():
        workshop = make_workshop(authors=authors)
        tokens = _people(workshop, people)
        made = [make_board(workshop, METHOD) for _ in range(boards)]
        told = [{"id": board.id, "kind": KIND, "zones": _zones(board)} for board in made]
        if notes:
            _fill(told[-1], notes)
        if tied:
            board = make_board(workshop, plane.METHOD)
            told.append({"id": board.id, "kind": plane.KINDS[0], "zones": [plane.ZONE]})
            wishes = [plane.OPEN_TO_ALL, *plane.operations(*tied)]
            for first in range(0, len(wishes), AT_ONCE):
                rooms.submit(board.id, wishes[first : first + AT_ONCE], rooms.SYSTEM)
        app.extensions["live"].rooms.close()
        db.session.remove()
        db.engine.dispose()
    file = instance.parent / "setting.json"
    file.write_text(json.dumps({"tokens": tokens, "boards": told}))
    return file


def _people(workshop: Workshop, count: int) -> list[str]:
    """Guests as joining makes them, in one transaction."""
    tokens = [secrets.token_urlsafe(32) for _ in range(count)]
    until = access.LIFETIMES["guest"]
    assert until is not None
    with transaction() as tx:
        for number, token in enumerate(tokens):
            name = f"Osallistuja {number}"
            guest = Participant(
                workshop_id=workshop.id, name=name, name_key=name.casefold(), organisation=f"Kunta {number % 47}"
            )
            tx.add(guest)
            tx.flush()
            tx.add(
                AccessToken(token_hash=access.digest(token), kind="guest", person_id=guest.id, expires_at=now() + until)
            )
    return tokens


def _zones(board: Board) -> list[str]:
    """Places that a note may be moved between."""
    items = rooms.state(board.id).items
    return [item_id for item_id, item in items.items() if KIND in item.get("accepts", ())][:ZONES]


def _fill(board: dict[str, Any], notes: int) -> None:
    for first in range(0, notes, AT_ONCE):
        rooms.submit(
            board["id"],
            [_note(board, number) for number in range(first, min(first + AT_ONCE, notes))],
            rooms.SYSTEM,
        )


def _note(board: dict[str, Any], number: int) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()),
        "type": "note.add",
        "note": f"note:{uuid.uuid4()}",
        "kind": board["kind"],
        "text": f"Sama tieto kysytään kolmessa lomakkeessa, eikä kukaan tiedä miksi ({number})",
        "zone": board["zones"][number % len(board["zones"])],
        "order": "a1",
    }
