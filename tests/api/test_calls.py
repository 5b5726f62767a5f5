"""How the API reads and refuses, whatever the call (P5.3, P7.1)."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from flask import Flask

from facilitator import access
from facilitator.access import bearer
from facilitator.api.openapi import calls
from facilitator.errors import Problem
from facilitator.words import SENTENCES
from tests.api.case import Case

DATA = Path(__file__).parent.parent / "data"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nul",
        b'{"title": NaN}',
        b'{"title": 1e999}',
        b'{"title": "a", "title": "b"}',
        b'{"title": "\xff"}',
        b"[" * 20_000,
        b'{"title": ' + b"9" * 5_000 + b"}",
        "{}".encode("utf-16"),
    ],
    ids=range(10),
)
def test_what_is_no_strict_json_is_refused(case: Case, body: bytes) -> None:
    answer = post(case, body)

    assert (answer.status_code, answer.json["code"]) == (400, "body.json")


@pytest.mark.parametrize("body", ["[]", '"title"', "1", "null", "true"])
def test_a_body_that_is_no_object_is_refused(case: Case, body: str) -> None:
    answer = post(case, body.encode())

    assert (answer.status_code, answer.json["code"]) == (400, "invalid")


@pytest.mark.parametrize("media", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_body_of_another_type_is_refused(case: Case, media: str) -> None:
    answer = post(case, b'{"title": "a"}', media)

    assert (answer.status_code, answer.json["code"]) == (415, "body.type")


def test_a_body_that_is_too_large_is_refused(case: Case) -> None:
    answer = post(case, json.dumps({"title": "x" * 65_536}).encode())

    assert (answer.status_code, answer.json["code"]) == (413, "body.too_large")


@pytest.mark.parametrize(
    ("sent", "code", "field"),
    [
        ({}, "field.missing", "title"),
        ({"title": None}, "invalid", "title"),
        ({"title": 1}, "invalid", "title"),
        ({"title": ["a"]}, "invalid", "title"),
        ({"title": ""}, "text.empty", "title"),
        ({"title": "x" * 201}, "text.too_long", "title"),
        ({"title": "a\x00"}, "text.invalid", "title"),
        ({"title": "a\ud800"}, "text.invalid", "title"),
        ({"title": "a", "is_example": True}, "invalid", "is_example"),
        ({"title": "a", "retention_days": "7"}, "invalid", "retention_days"),
        ({"title": "a", "retention_days": 7.5}, "invalid", "retention_days"),
        ({"title": "a", "retention_days": True}, "invalid", "retention_days"),
        ({"title": "a", "retention_days": 0}, "number.out_of_range", "retention_days"),
        ({"title": "a", "__proto__": {}}, "invalid", "__proto__"),
    ],
)
def test_a_field_that_cannot_be_is_refused_by_name(case: Case, sent: Any, code: str, field: str) -> None:
    answer = case.ask("aino", "POST", "/programmes", sent)

    assert (answer.status_code, answer.json["code"]) == (400, code)
    assert answer.json["message"].startswith(f"{field}: ")


def test_nothing_of_the_json_parsing_sample_makes_a_fault(case: Case) -> None:
    lines = (DATA / "json-parsing-sample.jsonl").read_text("utf-8").splitlines()
    bodies = [base64.b64decode(json.loads(line)["b64"]) for line in lines]

    seen = {post(case, body).status_code for body in bodies}

    assert len(bodies) > 100
    assert seen <= {400}
    assert case.ask("aino", "GET", "/programmes").status_code == 200


@pytest.mark.parametrize("text", ["\x00", "a\ud800", "\udfffb"])
def test_what_no_database_takes_is_refused_in_every_field(case: Case, text: str) -> None:
    workshop = f"/workshops/{case.workshop.id}"
    sent = [
        ("POST", "/session", {"email": text, "password": text}),
        ("POST", "/join", {"code": text, "name": "Eve"}),
        ("POST", f"/programmes/{case.programme.id}/members", {"email": text}),
        ("POST", f"{workshop}/boards", {"title": "Polku", "method": text}),
        ("POST", f"{workshop}/boards", {"title": "Polku", "method": "pain_grid", "group": text}),
        ("PATCH", f"/participants/{case.bjorn.id}", {"group": text}),
    ]

    answers = [case.ask("aino", *call) for call in sent]

    assert [(each.status_code, each.json["code"]) for each in answers] == [(400, "text.invalid")] * 6


@pytest.mark.parametrize("name", ["%00", "%FF", "a%0Ab", "x" * 500, "..%2F..", "%F0%9F%92%A9"])
def test_what_is_no_id_is_not_there(case: Case, name: str) -> None:
    for path in ("programmes", "projects", "workshops"):
        assert case.ask("aino", "GET", f"/{path}/{name}").status_code == 404
    assert case.ask("aino", "GET", f"/boards/{name}/state").status_code == 404
    assert case.ask("aino", "GET", f"/artefacts/{name}/json").status_code == 404


@pytest.mark.parametrize(
    ("accepted", "message"),
    [("en", "Sign in first."), ("de;q=1, en;q=0.5", "Sign in first.")],
)
def test_the_message_is_in_the_language_that_is_asked_for(case: Case, accepted: str, message: str) -> None:
    answer = case.ask("nobody", "GET", "/programmes", **{"Accept-Language": accepted})

    assert answer.json == {"code": "not.signed_in", "message": message}
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_cookie_is_never_a_way_in(case: Case, app: Flask) -> None:
    with case.client.session_transaction() as session:
        session["browser"] = access.issue("browser", case.aino.id)

    assert case.ask("nobody", "GET", "/programmes").status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer x y", "Bearer " + "x" * 5_000])
def test_a_header_without_a_token_is_nobody(case: Case, header: str) -> None:
    answer = case.client.get("/api/v1/programmes", headers={"Authorization": header})

    assert answer.status_code == 401


def test_the_token_of_a_board_page_opens_that_and_the_record_alone(case: Case) -> None:
    holder = bearer(access.issue("browser", case.aino.id))
    assert holder
    case.tokens["seat"] = access.issue("seat", case.aino.id, parent=holder.token_id)
    paths = [f"/boards/{case.board.id}/state", "/programmes", f"/workshops/{case.workshop.id}"]

    assert [case.ask("seat", "GET", path).status_code for path in paths] == [200, 401, 401]


@pytest.mark.parametrize(("verb", "path", "status"), [("GET", "/nothing", 404), ("DELETE", "/methods", 405)])
def test_an_address_or_a_verb_that_is_not_there_answers_in_the_same_form(
    case: Case, verb: str, path: str, status: int
) -> None:
    answer = case.ask("aino", verb, path)

    assert answer.status_code == status
    assert set(answer.json) == {"code", "message"}


def test_no_answer_is_kept_by_anyone_between(case: Case) -> None:
    paths = ["/programmes", f"/workshops/{case.workshop.id}", f"/boards/{case.board.id}/state", "/nothing"]

    kept = [case.ask("aino", "GET", path).headers["Cache-Control"] for path in paths]

    assert kept == ["private, no-store"] * 4


def test_every_problem_s_code_has_a_sentence() -> None:
    classes = [Problem]
    for each in classes:
        classes += each.__subclasses__()

    assert {each.code for each in classes} <= set(SENTENCES)


def test_the_description_names_every_reference_and_matches_openapi(case: Case) -> None:
    described = case.ask("nobody", "GET", "/openapi.json").json

    assert described["openapi"] == "3.1.0"
    names = set(described["components"]["schemas"])
    used = {part.split('"')[0] for part in json.dumps(described).split("#/components/schemas/")[1:]}
    assert used <= names
    for schema in described["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    joining = described["paths"]["/api/v1/join"]["post"]
    assert joining["security"] == []
    assert set(joining["responses"]) == {"201", "400", "409", "413", "415", "429"}


def test_the_description_is_a_page_too(case: Case) -> None:
    page = case.client.get("/api/v1/")

    assert page.status_code == 200
    assert "<strong>POST</strong> /<wbr>api/<wbr>v1/<wbr>join<" in page.text
    assert page.text.count('<section class="call">') == len(calls())
    assert "<script>" not in page.text
    assert " style=" not in page.text


def test_the_page_is_in_the_readers_language_and_says_what_is_not(case: Case) -> None:
    page = case.client.get("/api/v1/", headers={"Accept-Language": "fi"})

    assert "Kirjautuminen ja liittyminen" in page.text
    assert '<h3 lang="en">Join a live workshop by its code.</h3>' in page.text
    assert "Kutsujen ja kenttien kuvaukset ovat englanniksi" in page.text


def post(case: Case, body: bytes, media: str = "application/json") -> Any:
    headers = {"Authorization": f"Bearer {case.tokens['aino']}"}
    return case.client.post("/api/v1/programmes", data=body, content_type=media, headers=headers)
