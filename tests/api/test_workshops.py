"""A workshop from plan to record, by the API alone."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from typing import Any

import jsonschema
from flask.testing import FlaskClient

from facilitator import access
from facilitator.artefacts.formats import FORMATS
from tests.api.case import Case
from tests.makers import make_user


def test_a_workshop_is_planned_run_closed_and_read(client: FlaskClient) -> None:
    """The whole way: plan, join, write, close, download."""
    aino = bearer(access.issue("api", make_user().id))
    programme = post(client, aino, "/programmes", {"title": "Sujuvat palvelut"})
    project = post(client, aino, f"/programmes/{programme['id']}/projects", {"title": "Yritys"})
    workshop = post(client, aino, f"/projects/{project['id']}/workshops", {"title": "Työpaja", "kind": "application"})
    board = post(client, aino, f"/workshops/{workshop['id']}/boards", {"title": "Kipu", "method": "pain_grid"})
    live = client.patch(f"/api/v1/workshops/{workshop['id']}", json={"status": "live"}, headers=aino).json
    joined = post(client, {}, "/join", {"code": live["code"], "name": "Björn"})
    guest = bearer(joined["token"])
    wrote = client.post(f"/api/v1/boards/{board['id']}/ops", json=[note("Jono on pitkä")], headers=guest).json
    assert (len(wrote["events"]), wrote["refused"]) == (1, [])

    closed = client.post(f"/api/v1/workshops/{workshop['id']}/close", headers=aino)
    again = client.post(f"/api/v1/workshops/{workshop['id']}/close", headers=aino)

    (artefact,) = closed.json["artefacts"]
    assert closed.status_code == 200
    assert again.json == closed.json
    assert artefact == {
        "id": artefact["id"],
        "board": board["id"],
        "version": 1,
        "state": "at_end",
        "digest": artefact["digest"],
        "replaces": None,
    }
    for reader in (aino, guest):
        body = client.get(f"/api/v1/artefacts/{artefact['id']}/json", headers=reader).json
        assert [item["text"] for item in body["items"]] == ["Jono on pitkä"]
        assert body["digest"] == artefact["digest"]
    schema = client.get("/api/v1/schemas/artefact").json
    jsonschema.Draft202012Validator(schema).validate(body)
    assert client.get(f"/api/v1/projects/{project['id']}/artefacts", headers=aino).json == [artefact]


def test_a_later_correction_is_a_new_version(case: Case) -> None:
    first = case.ask("aino", "POST", f"/boards/{case.board.id}/artefacts").json
    same = case.ask("aino", "POST", f"/boards/{case.board.id}/artefacts").json
    case.ask("aino", "POST", f"/boards/{case.board.id}/ops", [note("Lisäys", kind="step")])

    second = case.ask("aino", "POST", f"/boards/{case.board.id}/artefacts").json

    assert same == first
    assert (second["version"], second["replaces"]) == (2, first["id"])
    assert second["digest"] != first["digest"]


def test_every_format_is_a_sealed_download(case: Case) -> None:
    artefact = case.ask("aino", "POST", f"/boards/{case.board.id}/artefacts").json["id"]

    for name, described in FORMATS.items():
        answer = case.ask("bjorn", "GET", f"/artefacts/{artefact}/{name}")
        assert (answer.status_code, answer.mimetype) == (200, described.media_type)
        assert answer.headers["Content-Disposition"].endswith(f'-v1.{described.extension}"')
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        if described.extension == "zip":
            assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None
    assert {"json", "csv", "markdown", "html"} <= set(FORMATS)


def test_a_format_that_is_not_there_says_so(case: Case) -> None:
    artefact = case.ask("aino", "POST", f"/boards/{case.board.id}/artefacts").json["id"]

    answer = case.ask("aino", "GET", f"/artefacts/{artefact}/exe")

    assert (answer.status_code, answer.json["code"]) == (404, "format.unknown")


def test_a_guest_sees_neither_the_code_nor_the_door(case: Case) -> None:
    path = f"/workshops/{case.workshop.id}"

    seen, run = case.ask("bjorn", "GET", path).json, case.ask("aino", "GET", path).json

    hidden = {"code", "is_door_open", "asks_organisation", "organisations", "closed_at", "groups", "boards"}
    assert set(run) - set(seen) == hidden
    assert case.workshop.code not in json.dumps(seen)


def test_another_group_s_board_and_artefact_are_not_there(case: Case) -> None:
    other = case.ask("aino", "POST", f"/workshops/{case.workshop.id}/groups", {"name": "Ryhmä 2"}).json
    board = case.ask(
        "aino",
        "POST",
        f"/workshops/{case.workshop.id}/boards",
        {"title": "B", "method": "pain_grid", "group": other["id"]},
    ).json
    artefact = case.ask("aino", "POST", f"/boards/{board['id']}/artefacts").json
    paths = [f"/boards/{board['id']}/state", f"/artefacts/{artefact['id']}/json"]
    before = [case.ask("bjorn", "GET", path).status_code for path in paths]

    case.ask("aino", "PATCH", f"/participants/{case.bjorn.id}", {"group": other["id"]})

    assert before == [404, 404]
    assert [case.ask("bjorn", "GET", path).status_code for path in paths] == [200, 200]


def test_a_group_of_another_workshop_is_not_there(case: Case) -> None:
    strange = {"title": "B", "method": "pain_grid", "group": "0" * 32}

    answer = case.ask("aino", "POST", f"/workshops/{case.workshop.id}/boards", strange)

    assert (answer.status_code, answer.json["code"]) == (404, "not.there")


def test_who_only_facilitates_does_not_change_the_programme(case: Case) -> None:
    case.tokens["dan"] = access.issue("api", case.membership.user_id)
    path = f"/programmes/{case.programme.id}"

    statuses = [
        case.ask("dan", "PATCH", path, {"title": "Toinen"}).status_code,
        case.ask("dan", "POST", f"{path}/members", {"email": case.aino.email}).status_code,
        case.ask("dan", "DELETE", f"/members/{case.membership.id}").status_code,
        case.ask("dan", "POST", f"{path}/projects", {"title": "Uusi"}).status_code,
    ]

    assert statuses == [403, 403, 403, 201]


def test_who_is_taken_out_of_a_programme_runs_nothing_of_it_any_more(case: Case) -> None:
    case.tokens["dan"] = access.issue("api", case.membership.user_id)
    before = case.ask("dan", "GET", f"/boards/{case.board.id}/state").status_code

    case.ask("aino", "DELETE", f"/members/{case.membership.id}")

    paths = [f"/boards/{case.board.id}/state", f"/workshops/{case.workshop.id}", f"/programmes/{case.programme.id}"]
    assert before == 200
    assert [case.ask("dan", "GET", path).status_code for path in paths] == [404, 404, 404]


def test_every_method_has_its_title_in_three_languages(client: FlaskClient) -> None:
    listed = client.get("/api/v1/methods").json["methods"]

    assert {method["key"] for method in listed} >= {
        "challenge_canvas",
        "stakeholder_onion",
        "service_path",
        "pain_grid",
        "blank_with_zones",
    }
    for method in listed:
        assert set(method["title"]) == {"fi", "sv", "en"}
        whole = client.get(f"/api/v1/methods/{method['key']}/{method['version']}").json
        assert (whole["key"], whole["title"]) == (method["key"], method["title"])
    assert client.get("/api/v1/methods/service_path/999").status_code == 404


def note(text: str, kind: str = "pain_point") -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()),
        "type": "note.add",
        "note": f"note:{uuid.uuid4()}",
        "kind": kind,
        "text": text,
        "zone": "zone:unplaced",
        "order": "a0",
    }


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def post(client: FlaskClient, headers: dict[str, str], path: str, body: Any) -> Any:
    answer = client.post(f"/api/v1{path}", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    return answer.json


def test_texts_are_taken_in_one_language_or_several_and_given_in_all(case: Case) -> None:
    path = f"/workshops/{case.workshop.id}"
    case.ask("aino", "PATCH", path, {"title": {"fi": "Polku", "sv": "Vägen"}, "instructions": {"en": "One each"}})
    plain = case.ask("aino", "PATCH", path, {"title": "Uusi polku"}).json
    board = case.ask(
        "aino", "POST", f"{path}/boards", {"title": {"fi": "Kipu", "en": "Pain"}, "method": "pain_grid"}
    ).json

    assert (plain["title"], plain["language"]) == ("Uusi polku", "fi")
    assert plain["words"] == {"title": {"fi": "Uusi polku", "sv": "Vägen"}, "instructions": {"en": "One each"}}
    assert (board["title"], board["words"]["title"]) == ("Kipu", {"fi": "Kipu", "en": "Pain"})


def test_a_board_is_made_with_kinds_of_note_of_its_own(case: Case) -> None:
    path = f"/workshops/{case.workshop.id}/boards"
    body = {"title": "Vapaa", "method": "blank_with_zones"}

    board = case.ask("aino", "POST", path, body | {"kinds": ["Riski", "Idea"]}).json
    refused = [
        case.ask("aino", "POST", path, body | changed)
        for changed in (
            {"kinds": ["Riski"], "method": "pain_grid"},
            {"kinds": ["Riski", "RISKI"]},
            {"kinds": [f"Laji {n}" for n in range(7)]},
            {"kinds": "Riski"},
            {"kinds": [7]},
        )
    ]

    state = case.ask("aino", "GET", f"/boards/{board['id']}/state").json
    told = next(item for item in state["items"] if item["id"] == "board")["kinds"]
    assert [each.get("title") for each in told] == ["Riski", None]
    assert [answer.status_code for answer in refused] == [400] * 5
    assert [answer.json["code"] for answer in refused] == [
        *("kind.fixed", "kind.same_name", "kind.too_many"),
        *("invalid", "invalid"),
    ]


def test_what_is_no_text_in_a_language_is_refused(case: Case) -> None:
    for title in ({"de": "Weg"}, {"fi": 7}, 7, ["Polku"]):
        answer = case.ask("aino", "PATCH", f"/workshops/{case.workshop.id}", {"title": title})
        assert (answer.status_code, answer.json["code"]) == (400, "invalid"), title
    missing = case.ask("aino", "PATCH", f"/workshops/{case.workshop.id}", {"title": {"sv": "Vägen"}})
    assert (missing.status_code, missing.json["code"]) == (400, "text.empty")


def test_the_main_language_is_the_installations_unless_it_is_said(case: Case) -> None:
    path = f"/projects/{case.project.id}/workshops"
    own = case.ask("aino", "POST", path, {"title": "Polku"}).json
    swedish = case.ask("aino", "POST", path, {"title": {"sv": "Vägen", "fi": "Polku"}, "language": "sv"}).json

    assert own["language"] == "fi"
    assert (swedish["title"], swedish["language"]) == ("Vägen", "sv")
