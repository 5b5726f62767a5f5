"""A board with its people, and the fewest words for what they do on it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator import access
from facilitator.models import Board, Workshop
from facilitator.planning.boards import create_board
from facilitator.planning.floor import ensure_floor
from tests.makers import make_participant, make_programme, make_project, make_user, make_workshop

CELL = "zone:unplaced"


@dataclass(frozen=True)
class Setting:
    """Aino facilitates; Björn and Dagny take part; Chloé is a guest of another workshop."""

    board: str
    floor: str
    workshop: Workshop
    aino: str
    bjorn: str
    dagny: str
    chloe: str
    tokens: dict[str, str]  # by person


def make_setting(method: str = "service_path", **workshop_fields: Any) -> Setting:
    """A live workshop with one board that everybody may open."""
    aino = make_user()
    workshop = make_workshop(make_project(make_programme(aino)), **workshop_fields)
    board: Board = create_board(workshop, "Palvelupolku", method)
    bjorn = make_participant(workshop, "Björn", organisation="Porvoo")
    dagny = make_participant(workshop, "Dagny", organisation="Lahti")
    chloe = make_participant(None, "Chloé")
    people = (aino, bjorn, dagny, chloe)
    tokens = {each.id: access.issue("api" if each is aino else "guest", each.id) for each in people}
    return Setting(board.id, ensure_floor(workshop), workshop, aino.id, bjorn.id, dagny.id, chloe.id, tokens)


def op(type_: str, **members: Any) -> dict[str, Any]:
    """An operation with an id of its own unless one is given; `source` and `target` are `from` and `to`."""
    named = {{"source": "from", "target": "to"}.get(name, name): value for name, value in members.items()}
    return {"id": str(uuid.uuid4()), "type": type_, **named}


def note(text: str = "Sama tieto kysytään kolmesti", **members: Any) -> dict[str, Any]:
    """A `note.add` of a new note."""
    chosen = {
        "note": f"note:{uuid.uuid4()}",
        "kind": "pain_point",
        "text": text,
        "zone": CELL,
        "order": "a0",
        **members,
    }
    return op("note.add", **chosen)


class Caller:
    """One person with the REST API, on the board unless said otherwise."""

    def __init__(self, client: FlaskClient, setting: Setting, person: str, where: str = "") -> None:
        self._client, self._board, self.person = client, setting.board, person
        self._address = f"/api/v1/{where or f'boards/{setting.board}'}"
        self.headers = {"Authorization": f"Bearer {setting.tokens[person]}", "Accept-Language": "en"}

    def get(self, what: str, **query: Any) -> TestResponse:
        """`state`, `events` or `removed`."""
        return self._client.get(f"{self._address}/{what}", headers=self.headers, query_string=query)

    def send(self, *operations: dict[str, Any]) -> dict[str, Any]:
        """Operations, and what became of them."""
        answer = self._client.post(f"{self._address}/ops", json=list(operations), headers=self.headers)
        assert answer.status_code == 200, answer.text
        return dict(answer.get_json())

    def items(self) -> dict[str, dict[str, Any]]:
        """What the board holds for this person, by id."""
        return {item.pop("id"): item for item in self.get("state").get_json()["items"]}
