"""Coming in and going out by the API."""

from __future__ import annotations

import pytest

from facilitator.planning.accounts import set_password
from tests.api.case import Case


def test_a_facilitator_signs_in_works_and_signs_out(case: Case) -> None:
    set_password(case.aino, "hyvä pitkä salasana")

    answer = case.ask("nobody", "POST", "/session", {"email": case.aino.email, "password": "hyvä pitkä salasana"})

    assert (answer.status_code, set(answer.json)) == (200, {"token"})
    case.tokens["new"] = answer.json["token"]
    assert [each["title"] for each in case.ask("new", "GET", "/programmes").json] == ["Sujuvat palvelut"]
    assert case.ask("new", "DELETE", "/session").status_code == 204
    assert case.ask("new", "GET", "/programmes").status_code == 401


def test_an_unknown_account_answers_as_a_wrong_password(case: Case) -> None:
    set_password(case.aino, "hyvä pitkä salasana")

    answers = [
        case.ask("nobody", "POST", "/session", {"email": email, "password": "wrong"})
        for email in (case.aino.email, "nobody@example.org")
    ]

    assert [(each.status_code, each.json["code"]) for each in answers] == [(400, "sign_in.wrong")] * 2
    assert answers[0].json == answers[1].json


def test_a_guest_joins_and_gets_what_they_may_open(case: Case) -> None:
    code = case.workshop.code

    answer = case.ask("nobody", "POST", "/join", {"code": f"{code[:4]} {code[4:]}", "name": "Björn", "language": "fi"})

    told = answer.json
    token, participant = told.pop("token"), told["participant"]
    assert answer.status_code == 201
    assert told == {
        "participant": {"id": participant["id"], "name": "Björn 2", "organisation": "", "role": "participant"},
        "workshop": {
            "id": case.workshop.id,
            "title": "Palvelupolku",
            "language": "fi",
            "words": {"title": {"fi": "Palvelupolku"}, "instructions": {}},
            "status": "live",
        },
        "boards": [
            {
                "id": case.board.id,
                "title": "Polku",
                "words": {"title": {"fi": "Polku"}, "question": {}},
                "method": "service_path",
                "group": case.group.id,
            }
        ],
    }
    assert participant["id"].startswith("p:")
    case.tokens["guest"] = token
    assert case.ask("guest", "GET", f"/boards/{case.board.id}/state").status_code == 200


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({"code": "00000000"}, 400, "code.unknown"),
        ({"name": ""}, 400, "text.empty"),
        ({"organisation": "x" * 121}, 400, "text.too_long"),
        ({"language": "ru"}, 400, "invalid"),
        ({"role": "facilitator"}, 400, "invalid"),
    ],
)
def test_a_join_that_cannot_be_is_refused_by_name(case: Case, sent: dict[str, str], status: int, code: str) -> None:
    answer = case.ask("nobody", "POST", "/join", {"code": case.workshop.code, "name": "Eve", **sent})

    assert (answer.status_code, answer.json["code"]) == (status, code)


def test_wrong_codes_slow_down_and_right_ones_do_not(case: Case) -> None:
    wrong = [case.ask("nobody", "POST", "/join", {"code": "00000000", "name": "Eve"}) for _ in range(11)]
    right = [case.ask("nobody", "POST", "/join", {"code": case.workshop.code, "name": "Anna"}) for _ in range(5)]

    assert [each.status_code for each in wrong] == [400] * 10 + [429]
    assert int(wrong[-1].headers["Retry-After"]) >= 1
    assert wrong[-1].json["code"] == "slow.down"
    assert [each.status_code for each in right] == [201] * 5


def test_the_door_and_the_end_are_told_apart(case: Case) -> None:
    def attempt() -> tuple[int, str]:
        answer = case.ask("nobody", "POST", "/join", {"code": case.workshop.code, "name": "Eve"})
        return answer.status_code, answer.json["code"]

    case.ask("aino", "PATCH", f"/workshops/{case.workshop.id}", {"is_door_open": False})
    shut = attempt()
    case.ask("aino", "POST", f"/workshops/{case.workshop.id}/close")

    assert (shut, attempt()) == ((409, "door.closed"), (409, "workshop.closed"))


def test_who_is_sent_out_is_out_at_once(case: Case) -> None:
    case.ask("aino", "DELETE", f"/participants/{case.bjorn.id}")

    assert case.ask("bjorn", "GET", f"/boards/{case.board.id}/state").status_code == 401
    assert case.ask("aino", "GET", f"/workshops/{case.workshop.id}/participants").json == []
