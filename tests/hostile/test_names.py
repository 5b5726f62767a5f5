"""Strings that break programs, as names, titles and other words of planning: kept as the gate says, or refused by name.

Names show what they are: nothing in them is hidden, and no two people in a workshop look alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from facilitator import access
from facilitator.engine import Refusal
from facilitator.engine.text import clean_line
from facilitator.errors import Conflict, Invalid
from facilitator.extensions import db
from facilitator.models import Board, Group, Participant, Programme, Project, User, Workshop
from facilitator.models.base import now
from facilitator.planning import accounts, boards, groups, joining, names, programmes, projects, workshops
from facilitator.words import sentence
from tests.hostile.page import Page
from tests.hostile.strings import GIVEN, Gate, name, organisation, prose, reference
from tests.live.setting import make_setting
from tests.makers import make_board, make_participant, make_programme, make_project, make_user, make_workshop
from tests.pages.house import sign_in

HIDDEN = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2028\u202a\u202e\u2060\u2066\u2069\u206a\u3164\ufeff\ufff9"
LOOK_LIKE_ANNA = ["Anna", "An\u00adna", "\u202eAnna", "ANNA", "Ａnna", "An\u200dna", "Anna\ufe0f", "A\u200cnna\u061c"]
INVISIBLE = ["\u200b", "\u200d", "\u200c \u200d", "\u3164", "\u2800 \u2800", "\ufe0f", "\u00a0", "\U000e0041", "\u0301"]


@dataclass
class World:
    """One of everything that has a name."""

    programme: Programme
    project: Project
    workshop: Workshop
    group: Group
    board: Board


@pytest.fixture(scope="module")
def world(patient_app: Flask) -> World:
    """With plain names to begin with."""
    programme = make_programme(make_user())
    project = make_project(programme)
    workshop = make_workshop(project)
    group = groups.create_group(workshop, "Ryhmä")
    return World(programme, project, workshop, group, make_board(workshop))


Words = dict[str, Gate]
Change = Callable[[World, str], Any]
CHANGES: dict[str, tuple[Change, Words]] = {
    "programme": (
        lambda world, text: programmes.change_programme(world.programme, text, text),
        {"title": clean_line, "owner": organisation},
    ),
    "project": (
        lambda world, text: projects.change_project(world.project, text, text, text, text),
        {"title": clean_line, "applicant": organisation, "challenge": prose, "case_number": reference},
    ),
    "workshop": (
        lambda world, text: workshops.change_workshop(world.workshop, title=text, instructions=text),
        {"title": clean_line, "instructions": prose},
    ),
    "group": (lambda world, text: groups.change_group(world.group, text), {"name": name}),
    "board": (
        lambda world, text: boards.change_board(world.board, text, text),
        {"title": clean_line, "question": prose},
    ),
}


@pytest.mark.parametrize("thing", CHANGES)
def refused_by(call: Callable[[], Any]) -> dict[str, Refusal]:
    """What each field is refused for; nothing when the call is done."""
    try:
        call()
    except (Invalid, Conflict) as problem:
        return {field: Refusal(code, detail) for field, (code, detail) in problem.detail["fields"].items()}
    return {}


@pytest.mark.parametrize("thing", CHANGES)
def test_every_word_of_planning_is_kept_or_refused_by_name(world: World, thing: str) -> None:
    change, gates = CHANGES[thing]

    for text in dict.fromkeys(GIVEN):
        wanted = {field: gate(text) for field, gate in gates.items()}
        refused = refused_by(lambda text=text: change(world, text))
        assert refused == {field: answer for field, answer in wanted.items() if isinstance(answer, Refusal)}, text
        kept = {field: getattr(getattr(world, thing), field) for field in gates}
        assert refused or kept == wanted, ascii(text)


def test_an_account_s_words_are_kept_or_refused_by_name(patient_app: Flask) -> None:
    """An e-mail holds nothing that cannot be seen: no two of them look the same."""
    emails = [email for text in dict.fromkeys(GIVEN) for email in (text, f"{text}@example.org")]

    refused = {
        email: refused_by(lambda email=email: accounts.create_account(email, "Aino", "Kunta")) for email in emails
    }

    codes = {answer.code for answers in refused.values() for answer in answers.values()}
    kept = {access.email_key(email) for email, answers in refused.items() if not answers}
    assert codes == {"email.invalid", "account.exists"}
    assert all(set(answers) <= {"email"} for answers in refused.values())
    assert all(email.isprintable() and " " not in email and email.count("@") == 1 for email in kept)
    assert kept <= {email for (email,) in db.session.execute(select(User.email))}
    assert len(kept) > 100


def test_joining_by_the_api_keeps_or_refuses_and_nobody_looks_like_another(patient_app: Flask) -> None:
    """P8.3. Then all of them are on the facilitator's page and in the board's state, as text."""
    client, setting = patient_app.test_client(), make_setting()
    sign_in(client, User.query.filter(User.id == setting.aino).one())
    before = Page(client.get(f"/workshops/{setting.workshop.id}").text)
    seen = {"Björn", "Dagny"}

    for text in dict.fromkeys(GIVEN):
        sent = {"code": setting.workshop.code, "name": text, "organisation": text}
        answer = client.post("/api/v1/join", json=sent, headers={"Accept-Language": "en"})
        refused = [each for each in (name(text), organisation(text)) if isinstance(each, Refusal)]
        if refused:
            assert answer.status_code == 400
            assert answer.json["code"] == refused[0].code
            assert sentence(refused[0].code, refused[0].detail, "en") in answer.json["message"]
            continue
        guest = answer.json["participant"]
        assert guest["name"].startswith(str(name(text)))
        assert guest["organisation"] == organisation(text)
        assert guest["name"] not in seen
        seen.add(guest["name"])

    assert len({names.name_key(each) for each in seen}) == len(seen) > 600
    kept = db.session.scalars(select(Participant.name).where(Participant.workshop_id == setting.workshop.id)).all()
    assert {len(each) for each in kept} <= set(range(1, 81))
    page = Page(client.get(f"/workshops/{setting.workshop.id}").text)
    assert set(page.skeleton) == set(before.skeleton)
    assert page.odd == []
    assert seen <= set(page.texts)
    token = access.issue("guest", setting.dagny)
    path = f"/api/v1/boards/{setting.board}/state"
    people = client.get(path, headers={"Authorization": f"Bearer {token}"}).json["people"]
    assert seen == {each["name"] for each in people if each["id"] != setting.aino}


@pytest.mark.parametrize("sign", HIDDEN, ids=ascii)
def test_nothing_hidden_stays_in_a_name(patient_app: Flask, sign: str) -> None:
    joined = joining.join(make_workshop().code, f"{sign}An{sign}na{sign}", f"Kun{sign}ta")

    assert (joined.participant.name, joined.participant.organisation) == ("Anna", "Kunta")


@pytest.mark.parametrize("text", INVISIBLE, ids=ascii)
def test_a_name_that_nobody_sees_is_no_name(patient_app: Flask, text: str) -> None:
    with pytest.raises(Invalid) as problem:
        joining.join(make_workshop().code, text)

    assert problem.value.detail["fields"] == {"name": ("text.empty", {})}


@pytest.mark.parametrize(
    "text", ["👩‍💻", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "❤️", "می‌خواهم"]
)
def test_what_scripts_and_emoji_are_made_of_stays(patient_app: Flask, text: str) -> None:
    assert joining.join(make_workshop().code, text).participant.name == unicodedata.normalize("NFC", text)


def test_who_looks_the_same_gets_a_number(patient_app: Flask) -> None:
    code = make_workshop().code

    guests = [joining.join(code, text).participant for text in LOOK_LIKE_ANNA]

    assert [guest.number for guest in guests] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_names_that_fold_to_many_signs_are_told_apart(patient_app: Flask) -> None:
    """Their keys are longer than the column that holds them."""
    code = make_workshop().code
    texts = ["ß" * 80, "ß" * 79 + "a", "ß" * 80, "ﷺ" * 80, "ﷺ" * 79 + "x", "ﷺ" * 80]

    guests = [joining.join(code, text).participant for text in texts]

    assert [guest.number for guest in guests] == [1, 1, 2, 1, 1, 2]


def test_a_name_that_is_a_number_away_is_another(patient_app: Flask) -> None:
    workshop = make_workshop()
    make_participant(workshop, "Anna", removed_at=now())

    assert joining.join(workshop.code, "anna").participant.visible_name == "anna 2"
    assert Participant.query.filter(Participant.workshop_id == workshop.id).count() == 2
