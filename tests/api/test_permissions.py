"""Every call × everybody: what one may not see is not there (A3, IDOR; ASVS 8.2.1)."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from facilitator.api.openapi import calls
from facilitator.engine import Actor
from facilitator.live import rooms
from facilitator.planning import closing, own_methods
from facilitator.record.register import Register
from tests.api.case import Case

# Call: what is sent, then the status for Aino (leads), Björn (takes part), Chloé (leads elsewhere), nobody.
MINE, NEWS, OPEN = (200, 403, 404, 401), (200, 200, 404, 401), (200, 200, 200, 200)
MADE = (201, 403, 404, 401)
GONE = (204, 403, 404, 401)

TABLE: dict[str, tuple[Any, tuple[int, int, int, int]]] = {
    "POST /session": ({"email": "who@example.org", "password": "wrong"}, (400, 400, 400, 400)),
    "DELETE /session": (None, (204, 204, 204, 401)),
    "POST /join": ({"code": "00000000", "name": "Eve"}, (400, 400, 400, 400)),
    "POST /device-codes": (None, (403, 201, 403, 401)),
    "GET /programmes": (None, (200, 403, 200, 401)),
    "POST /programmes": ({"title": "Uusi"}, (201, 403, 201, 401)),
    "GET /programmes/{programme_id}": (None, (200, 404, 404, 401)),
    "PATCH /programmes/{programme_id}": ({"title": "Toinen"}, (200, 404, 404, 401)),
    "GET /programmes/{programme_id}/members": (None, (200, 404, 404, 401)),
    "POST /programmes/{programme_id}/members": ({"email": "nobody@example.org"}, (400, 404, 404, 401)),
    "DELETE /members/{membership_id}": (None, (204, 404, 404, 401)),
    "GET /programmes/{programme_id}/projects": (None, (200, 404, 404, 401)),
    "POST /programmes/{programme_id}/projects": ({"title": "Uusi"}, (201, 404, 404, 401)),
    "GET /programmes/{programme_id}/methods": (None, (200, 404, 404, 401)),
    "POST /programmes/{programme_id}/methods": ({"from": "pain_grid"}, (201, 404, 404, 401)),
    "GET /programmes/{programme_id}/methods/{method_id}": (None, (200, 404, 404, 401)),
    "PUT /programmes/{programme_id}/methods/{method_id}": ({"method": {}}, (400, 404, 404, 401)),
    "PATCH /programmes/{programme_id}/methods/{method_id}": ({"is_archived": True}, (200, 404, 404, 401)),
    "GET /programmes/{programme_id}/methods/{method_id}/{version}": (None, (200, 404, 404, 401)),
    "POST /programmes/{programme_id}/methods/{method_id}/practice": ({}, (201, 404, 404, 401)),
    "GET /projects/{project_id}": (None, (200, 404, 404, 401)),
    "PATCH /projects/{project_id}": ({"phase": "running"}, (200, 404, 404, 401)),
    "GET /projects/{project_id}/workshops": (None, (200, 404, 404, 401)),
    "POST /projects/{project_id}/workshops": ({"title": "Uusi"}, (201, 404, 404, 401)),
    "GET /projects/{project_id}/artefacts": (None, (200, 404, 404, 401)),
    "GET /projects/{project_id}/insights": (None, (200, 404, 404, 401)),
    "GET /projects/{project_id}/register": (None, (200, 404, 404, 401)),
    "GET /projects/{project_id}/register/{entity_id}": (None, (200, 404, 404, 401)),
    "PATCH /projects/{project_id}/register/{entity_id}": ({"name": "Kela"}, (200, 404, 404, 401)),
    "POST /projects/{project_id}/register/{entity_id}/merge": ({"into": "entity:none"}, (404, 404, 404, 401)),
    "DELETE /projects/{project_id}/register/acts/{act}": (None, (404, 404, 404, 401)),
    "GET /boards/{board_id}/register": (None, MINE),
    "GET /boards/{board_id}/names": (None, NEWS),
    "GET /workshops/{workshop_id}": (None, NEWS),
    "PATCH /workshops/{workshop_id}": ({"is_door_open": False}, MINE),
    "POST /workshops/{workshop_id}/carry": (
        {"title": "Ideat", "method": "pain_grid", "sources": [{"artefact": "unknown"}], "do": False},
        (404, 403, 404, 401),
    ),
    "POST /workshops/{workshop_id}/code": (None, MINE),
    "POST /workshops/{workshop_id}/close": (None, MINE),
    "GET /workshops/{workshop_id}/closing": (None, MINE),
    "POST /workshops/{workshop_id}/reopen": (None, MINE),
    "POST /workshops/{workshop_id}/finish": (None, (409, 403, 404, 401)),
    "GET /workshops/{workshop_id}/summary": (None, (200, 404, 404, 401)),
    "PUT /workshops/{workshop_id}/summary": ({"summary": "Sovittiin kokeilusta."}, MINE),
    "GET /workshops/{workshop_id}/boards": (None, NEWS),
    "POST /workshops/{workshop_id}/boards": ({"title": "Kipu", "method": "pain_grid"}, MADE),
    "GET /workshops/{workshop_id}/floor/state": (None, NEWS),
    "GET /workshops/{workshop_id}/floor/events": (None, NEWS),
    "POST /workshops/{workshop_id}/floor/ops": ([], NEWS),
    "GET /workshops/{workshop_id}/groups": (None, MINE),
    "POST /workshops/{workshop_id}/groups": ({"name": "Ryhmä 2"}, MADE),
    "GET /workshops/{workshop_id}/together": (None, (404, 403, 404, 401)),  # nothing is in the record
    "GET /programmes/{programme_id}/together": (None, (404, 404, 404, 401)),
    "GET /workshops/{workshop_id}/together.csv": (None, (404, 403, 404, 401)),
    "GET /programmes/{programme_id}/together.csv": (None, (404, 404, 404, 401)),
    "GET /workshops/{workshop_id}/participants": (None, MINE),
    "GET /workshops/{workshop_id}/people": (None, MINE),
    "POST /workshops/{workshop_id}/people": ({"name": "Anna puhelimessa"}, MADE),
    "PUT /workshops/{workshop_id}/door": ({"is_open": False}, MINE),
    "POST /workshops/{workshop_id}/organisations/merge": ({"dropped": "Kela", "kept": "FPA"}, MINE),
    "PATCH /participants/{participant_id}": ({"group": None}, MINE),
    "DELETE /participants/{participant_id}": (None, GONE),
    "PATCH /groups/{group_id}": ({"name": "Ryhmä A"}, MINE),
    "DELETE /groups/{group_id}": (None, (409, 403, 404, 401)),
    "PATCH /boards/{board_id}": ({"title": "Toinen"}, MINE),
    "DELETE /boards/{board_id}": (None, GONE),
    "GET /boards/{board_id}/state": (None, NEWS),
    "GET /boards/{board_id}/events": (None, NEWS),
    "GET /boards/{board_id}/removed": (None, NEWS),
    "GET /boards/{board_id}/insights": (None, NEWS),
    "GET /boards/{board_id}/suggested_themes": (None, NEWS),
    "GET /boards/{board_id}/acts": (None, MINE),
    "GET /boards/{board_id}/back": (None, (400, 403, 404, 401)),  # the number that it asks for is missing
    "POST /boards/{board_id}/notes/{note_id}/erase": (None, (404, 403, 404, 401)),
    "POST /boards/{board_id}/ops": ([], NEWS),
    "POST /boards/{board_id}/pictures": (None, (400, 400, 404, 401)),  # the file is missing
    "GET /boards/{board_id}/pictures/{picture_id}": (None, (404, 404, 404, 401)),
    "POST /boards/{board_id}/bring": ({"text": "Jono on pitkä"}, MINE),
    "DELETE /boards/{board_id}/bring/{act}": (None, MINE),
    "POST /boards/{board_id}/artefacts": (None, MINE),
    "GET /artefacts/{artefact_id}/{format_name}": (None, NEWS),
    "GET /artefacts/{artefact_id}/compare": (None, (400, 400, 404, 401)),
    "GET /methods": (None, OPEN),
    "GET /methods/{key}/{version}": (None, OPEN),
    "POST /methods/{key}/practice": ({}, (201, 403, 201, 401)),
    "GET /schemas/artefact": (None, OPEN),
    "GET /openapi.json": (None, OPEN),
}
NOTE = {
    "id": "01930000-0000-7000-8000-000000000001",
    "type": "note.add",
    "note": "note:jono",
    "kind": "pain_point",
    "text": "Jono on pitkä",
    "zone": "zone:unplaced",
    "order": "a0",
}
PEOPLE = ("aino", "bjorn", "chloe", "nobody")


def test_the_table_has_every_call_and_no_other(app: Flask) -> None:
    found = {f"{verb.upper()} {path_of(rule.rule)}" for rule, verb, _ in calls()}

    assert found == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_everybody_gets_what_is_theirs(case: Case, name: str) -> None:
    body, expected = TABLE[name]
    verb, _, path = name.partition(" ")
    address = path.format(**ids(case, path))

    answers = {who: case.ask(who, verb, address, body) for who in reversed(PEOPLE)}  # who may do it, last

    assert {who: answer.status_code for who, answer in answers.items()} == dict(zip(PEOPLE, expected, strict=True))
    for answer in answers.values():
        if answer.status_code >= 400:
            assert set(answer.json) == {"code", "message"}
            assert isinstance(answer.json["code"], str)


@pytest.mark.parametrize("name", [name for name in TABLE if "_id}" in name])
def test_what_chloe_may_not_see_answers_as_what_there_is_not(case: Case, name: str) -> None:
    body, _ = TABLE[name]
    verb, _, path = name.partition(" ")
    nothing = dict.fromkeys(ids(case, path), "0" * 32) | {"format_name": "json"}

    hidden = case.ask("chloe", verb, path.format(**ids(case, path)), body)
    missing = case.ask("chloe", verb, path.format(**nothing), body)

    assert (hidden.status_code, hidden.json) == (missing.status_code, missing.json)


def path_of(rule: str) -> str:
    return rule.removeprefix("/api/v1").replace("<int:", "{").replace("<path:", "{").replace("<", "{").replace(">", "}")


def ids(case: Case, path: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "programme_id": case.programme.id,
        "membership_id": case.membership.id,
        "project_id": case.project.id,
        "workshop_id": case.workshop.id,
        "group_id": case.group.id,
        "board_id": case.board.id,
        "note_id": "note:none",
        "picture_id": "f" * 64,
        "act": "0" * 32,
        "participant_id": case.bjorn.id,
        "key": "service_path",
        "version": 1,
        "format_name": "json",
    }
    if "method_id" in path:
        found["method_id"] = own_methods.copy_method(case.programme, "service_path").id
    if "artefact_id" in path:
        found["artefact_id"] = closing.confirm_board(case.board, case.aino.id).id
    if "entity_id" in path:
        rooms.submit(case.board.id, [NOTE], Actor(case.aino.id, "facilitator"))
        closing.confirm_board(case.board, case.aino.id)
        found["entity_id"] = Register(case.project.id).things()[0].id
    return found
