"""A programme's own methods through the API: copied, brought, versioned, locked and used."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from facilitator import access, methods
from facilitator.artefacts.schema import json_schema
from facilitator.methods.file import written
from facilitator.planning import programmes
from tests.api.case import Case
from tests.makers import make_user
from tests.methods.examples import duty_rota, impact_effort, words


def of(case: Case, *rest: Any) -> str:
    return "/".join(("/programmes", case.programme.id, "methods", *map(str, rest)))


def made(case: Case, **body: Any) -> dict[str, Any]:
    answer = case.ask("aino", "POST", of(case), body)
    assert answer.status_code == 201, answer.json
    return answer.json


def items_of(case: Case, board_id: str) -> dict[str, Any]:
    return {each["id"]: each for each in case.ask("aino", "GET", f"/boards/{board_id}/state").json["items"]}


def test_a_copy_begins_as_what_it_was_copied_from_and_boards_follow_it(case: Case) -> None:
    own = made(case, **{"from": "pain_grid"})

    board = case.ask("aino", "POST", f"/workshops/{case.workshop.id}/boards", {"title": "Kipu", "method": own["key"]})

    assert (own["version"], own["faults"], own["is_changed"]) == (1, [], False)
    assert board.status_code == 201
    assert board.json["method"] == own["key"]
    mine, theirs = methods.load(own["key"], 1), methods.load("pain_grid")
    assert {**mine, "key": "", "version": 0} == {**theirs, "key": "", "version": 0}
    assert [each["key"] for each in case.ask("aino", "GET", "/methods").json["methods"]] == [
        each["key"] for each in methods.catalogue()
    ]


def test_a_file_goes_out_in_and_out_as_the_same_bytes(case: Case) -> None:
    own = made(case, method=impact_effort() | {"version": 7})
    out = case.ask("aino", "GET", of(case, own["id"], 7)).data
    other = programmes.create_programme(case.aino, "Toinen")

    again = case.ask("aino", "POST", f"/programmes/{other.id}/methods", {"method": json.loads(out)})

    assert out == written(json.loads(out)).encode()
    assert json.loads(out) == impact_effort() | {"version": 7}
    assert again.json["key"] != own["key"]
    assert case.ask("aino", "GET", f"/programmes/{other.id}/methods/{again.json['id']}/7").data == out


def test_the_same_file_again_changes_nothing_and_another_is_the_next_version(case: Case) -> None:
    own = made(case, method=duty_rota())
    same = made(case, method=duty_rota())
    other = made(case, method=duty_rota() | {"purpose": words("Shows who does what, and when.")})

    assert same["id"] == other["id"] == own["id"]
    assert [each["version"] for each in same["versions"]] == [1]
    assert [each["version"] for each in other["versions"]] == [2, 1]
    assert other["version"] == 2


def test_a_board_keeps_its_version_whatever_becomes_of_the_method(case: Case) -> None:
    own = made(case, method=duty_rota())
    path = f"/workshops/{case.workshop.id}/boards"
    board = case.ask("aino", "POST", path, {"title": "Vuorot", "method": own["key"]}).json
    changed = duty_rota()
    changed["phases"].append({"id": "zone:later", "title": words("Later")})
    case.ask("aino", "PUT", of(case, own["id"]), {"method": changed})
    case.ask("aino", "PATCH", of(case, own["id"]), {"is_archived": True})

    items = items_of(case, board["id"])
    refused = case.ask("aino", "POST", path, {"title": "Uudet vuorot", "method": own["key"]})

    assert items["board"]["method"] == {"key": own["key"], "version": 1}
    assert "zone:later" not in items
    assert (refused.status_code, refused.json["code"]) == (400, "method.unknown")


def test_an_older_version_can_be_made_current_again(case: Case) -> None:
    own = made(case, method=duty_rota())
    case.ask("aino", "PUT", of(case, own["id"]), {"method": duty_rota() | {"purpose": words("Other")}})

    back = case.ask("aino", "PATCH", of(case, own["id"]), {"version": 1})

    assert (back.json["version"], back.json["is_changed"]) == (1, False)
    assert case.ask("aino", "PATCH", of(case, own["id"]), {"version": 9}).status_code == 404


def test_a_faulty_method_is_refused_with_where_and_why_in_the_readers_language(case: Case) -> None:
    method = duty_rota()
    del method["title"]["sv"]
    method["kinds"][0]["colour"] = "red"

    answer = case.ask("aino", "POST", of(case), {"method": method}, **{"Accept-Language": "fi"})

    assert (answer.status_code, answer.json["code"]) == (400, "method.faulty")
    assert "title.sv: tämä puuttuu" in answer.json["message"]
    assert "kinds.0.colour: menetelmässä ei ole tämän nimistä kohtaa" in answer.json["message"]
    assert case.ask("aino", "GET", of(case)).json == []


def test_who_began_from_an_older_draft_hears_so(case: Case) -> None:
    own = made(case, method=duty_rota())
    first = {"method": duty_rota() | {"purpose": words("One")}, "edition": own["edition"]}
    second = {"method": duty_rota() | {"purpose": words("Two")}, "edition": own["edition"]}

    answers = [case.ask("aino", "PUT", of(case, own["id"]), each) for each in (first, second)]

    assert [each.status_code for each in answers] == [200, 409]
    assert answers[1].json["code"] == "method.changed"
    assert len(case.ask("aino", "GET", of(case, own["id"])).json["versions"]) == 2


def test_a_locked_zone_is_changed_by_a_lead_alone(case: Case) -> None:
    locked = duty_rota()
    locked["lanes"][0]["fixed"] = True
    own = made(case, method=locked)
    dan = make_user("Daniel")
    programmes.add_member(case.programme, dan.email)
    case.tokens["dan"] = access.issue("api", dan.id)
    opened, renamed, beside = duty_rota(), json.loads(json.dumps(locked)), json.loads(json.dumps(locked))
    renamed["lanes"][0]["title"] = words("Whoever")
    beside["lanes"][1]["title"] = words("Agreed rules")

    answers = [case.ask("dan", "PUT", of(case, own["id"]), {"method": each}) for each in (opened, renamed, beside)]

    assert [each.status_code for each in answers] == [409, 409, 200]
    assert "zone:who" in answers[0].json["message"]
    assert case.ask("aino", "PUT", of(case, own["id"]), {"method": opened}).status_code == 200


def test_another_programmes_method_is_not_there(case: Case) -> None:
    own = made(case, method=duty_rota())
    other = programmes.create_programme(case.aino, "Toinen")

    copied = case.ask("aino", "POST", f"/programmes/{other.id}/methods", {"from": own["key"]})
    version = case.ask("nobody", "GET", f"/methods/{own['key']}/1")
    practice = case.ask("chloe", "POST", f"/methods/{own['key']}/practice", {})

    assert (copied.status_code, copied.json["code"]) == (400, "method.unknown")
    assert (version.status_code, practice.status_code) == (404, 404)
    assert case.ask("aino", "GET", f"/programmes/{other.id}/methods/{own['id']}").status_code == 404


def test_the_draft_is_tried_on_a_board_of_ones_own_with_a_note_of_each_kind(case: Case) -> None:
    own = made(case, method=duty_rota())

    first = case.ask("aino", "POST", of(case, own["id"], "practice"), {}).json
    second = case.ask("aino", "POST", of(case, own["id"], "practice"), {}).json

    items = items_of(case, first["id"])
    assert first["id"] == second["id"]
    assert {items[f"note:example-{kind}"]["zone"] for kind in ("party", "rule")} == {"zone:plan/who", "zone:plan/rules"}


def test_an_output_of_a_method_of_ones_own_is_an_output(case: Case) -> None:
    own = made(case, method=duty_rota())
    path = f"/workshops/{case.workshop.id}/boards"
    board = case.ask("aino", "POST", path, {"title": "Vuorot", "method": own["key"]}).json
    note = {"id": "6f2c1f9e-7a1b-4a55-9d2a-0d6b7a4f1c11", "type": "note.add", "kind": "party", "text": "Kela"}
    note |= {"note": "note:3b0c1f9e-7a1b-4a55-9d2a-0d6b7a4f1c12", "zone": "zone:plan/who", "order": "a0"}
    case.ask("aino", "POST", f"/boards/{board['id']}/ops", [note])

    artefact = case.ask("aino", "POST", f"/boards/{board['id']}/artefacts").json
    body = case.ask("aino", "GET", f"/artefacts/{artefact['id']}/json").json

    Draft202012Validator(json_schema(), format_checker=FormatChecker()).validate(body)
    assert body["method"] == {"key": own["key"], "version": 1, "title": words("Duty rota")}
    assert [(each["text"], each["entity"]) for each in body["items"]] == [("Kela", "partys")]
