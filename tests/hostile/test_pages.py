"""Every page shows what people wrote as text: no element, attribute or address on it came from a string of theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask

from facilitator.engine import Actor
from facilitator.engine.text import clean, clean_line
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import Board, Participant, Programme, Project, RecordedArtefact, User, Workshop
from facilitator.planning.closing import confirm_board
from tests.hostile.page import Page
from tests.hostile.strings import NAUGHTY, XSS, name, organisation, packed, prose, reference
from tests.live.setting import note
from tests.pages.house import House, build
from tests.pages.test_language import PAGES
from tests.pages.test_permissions import address

ACTIVE = [text for text in dict.fromkeys([*XSS, *NAUGHTY]) if set(text) & set("<>&\"'`{}\\")]
WORDS: dict[type, dict[str, tuple[int, Any]]] = {  # how long a field may be, and its gate
    Programme: {"title": (200, clean_line), "owner": (120, organisation)},
    Project: {
        "title": (200, clean_line),
        "applicant": (120, organisation),
        "case_number": (60, reference),
        "challenge": (4_000, prose),
    },
    Workshop: {"title": (200, clean_line), "instructions": (4_000, prose)},
    Board: {"title": (200, clean_line), "question": (4_000, prose)},
    RecordedArtefact: {"title": (200, clean_line)},
    User: {"name": (80, name), "organisation": (120, organisation)},
    Participant: {"name": (80, name), "organisation": (120, organisation)},
}
UNSHOWN = {  # not of every row: what is looked at is the live workshop, not the planned one and the closed one
    *(("Programme", "owner"), ("User", "organisation"), ("Participant", "organisation")),
    *(("Workshop", "instructions"), ("Board", "question")),
}
SHARED = {"/privacy", "/saavutettavuus", "/tillganglighet", "/accessibility"}  # say nothing of anybody


@pytest.fixture(scope="module")
def house(patient_app: Flask) -> House:
    """Every kind of page, with plain words on them."""
    made = build(patient_app)
    made.live.groups[0].name = "Luvat"
    for thing in rows():
        for field in WORDS[type(thing)]:
            setattr(thing, field, getattr(thing, field) or "Sana")
    db.session.commit()
    return made


def rows() -> list[Any]:
    """All that has words, in the database's order."""
    return [row for table in WORDS for row in table.query.order_by(table.id)]


def name_anew(values: dict[int, Iterator[str]]) -> list[tuple[str, str, str]]:
    """Give every word of every row another text: (what, field, text)."""
    given = []
    for row in rows():
        for field, (points, _gate) in WORDS[type(row)].items():
            text = next(values[points])
            setattr(row, field, text)
            given.append((type(row).__name__, field, text))
    db.session.commit()
    return given


def look(house: House) -> dict[tuple[str, str], Page]:
    """All pages, as somebody sees them who may."""
    pages = {}
    for rule, person in PAGES:
        if rule not in SHARED:
            answer = house.browsers[person].get(address(house, rule))
            assert answer.status_code == 200, rule
            pages[rule, person] = Page(answer.text)
    return pages


def is_ours(link: str) -> bool:
    """Whether an address leads nowhere else."""
    return (link.startswith(("/", "#", "http://localhost/", "mailto:")) and not link.startswith("//")) or link == ""


def test_every_page_is_built_the_same_whatever_things_are_called(house: House) -> None:
    plain = look(house)
    packs = {points: packed(ACTIVE, points, gate) for points, gate in bounds().items()}
    values = {points: cycle(texts) for points, texts in packs.items()}
    slots = sum(points == 200 for row in rows() for points, _ in WORDS[type(row)].values())

    for _ in range(len(packs[200]) // slots + 1):
        given = name_anew(values)
        for key, page in look(house).items():
            assert page.skeleton == plain[key].skeleton, (key, given)
            assert page.odd == [], key
            assert all(map(is_ours, page.links)), (key, page.links)


def bounds() -> dict[int, Any]:
    """The gate of each length."""
    return {points: gate for fields in WORDS.values() for points, gate in fields.values()}


def test_every_word_is_shown_as_it_is(house: House) -> None:
    texts = {points: cycle(packed(XSS[5:], points, gate)) for points, gate in bounds().items()}

    given = name_anew(texts)

    pages = look(house).values()
    seen = [each for each in given if any(page.says(each[2]) for page in pages)]
    assert [each for each in given if each not in seen and each[:2] not in UNSHOWN] == []
    assert UNSHOWN - {each[:2] for each in seen} == set()


def test_the_board_s_page_tells_its_script_the_same(house: House) -> None:
    name_anew({points: cycle(packed(XSS, points, gate)) for points, gate in bounds().items()})

    page = Page(house.browsers["aino"].get(f"/boards/{house.board.id}").text)

    (boot,) = (json.loads(text) for text in page.texts if text.lstrip().startswith('{"board"'))
    titles = {"title": house.board.title, "question": house.board.question}
    assert boot["board"] == {"id": house.board.id, **titles, "tongues": {}}
    assert boot["workshop"]["title"] == house.live.title


def test_notes_are_text_on_the_pages_that_show_them(house: House) -> None:
    name_anew({points: cycle(packed(XSS, points, gate)) for points, gate in bounds().items()})
    place = {"kind": "pain_point", "zone": "zone:apply/pain", "order": "a1"}
    plain_note = note("Tavallinen", **place, fields={"description": "Kuvaus"})
    rooms.submit(house.board.id, [plain_note], Actor(house.björn.id, "participant"))
    paths = [f"/boards/{house.board.id}/read", f"/artefacts/{confirm_board(house.board, house.aino.id).id}"]
    plain = [Page(house.browsers["aino"].get(path).text) for path in paths]
    texts = {text for text in map(clean, ACTIVE) if isinstance(text, str)}

    wanted = [note(text, **place, fields={"description": text}) for text in sorted(texts)]
    answers = rooms.submit(house.board.id, wanted, Actor(house.björn.id, "participant"))
    assert all(isinstance(each, dict) for each in answers)

    paths[1] = f"/artefacts/{confirm_board(house.board, house.aino.id).id}"
    for path, before in zip(paths, plain, strict=True):
        page = Page(house.browsers["aino"].get(path).text)
        assert texts <= set(page.texts)
        assert {tag for tag, _ in page.skeleton} <= {tag for tag, _ in before.skeleton} | {"br", "/br"}
        assert {name for _, names in page.skeleton for name in names} <= {"lang"} | {
            name for _, names in before.skeleton for name in names
        }
        assert page.odd == []
        assert all(map(is_ours, page.links)), page.links


FORMS = {
    "/programmes/new": ("title", "owner", "retention_days"),
    "/programmes/<programme_id>/edit": ("title", "owner", "retention_days"),
    "/programmes/<programme_id>/members": ("email", "role"),
    "/programmes/<programme_id>/projects/new": ("title", "applicant", "case_number", "challenge", "phase"),
    "/projects/<project_id>/edit": ("title", "applicant", "case_number", "challenge"),
    "/projects/<project_id>/workshops/new": ("title", "position", "day", "starts", "ends", "instructions", "kind"),
    "/workshops/<workshop_id>/edit": ("title", "position", "day", "starts", "ends", "instructions", "kind"),
    "/workshops/<workshop_id>/boards": ("title", "question", "method_key", "group", "shaped_by"),
    "/workshops/<workshop_id>/groups": ("name",),
    "/groups/<group_id>/edit": ("name",),
    "/boards/<board_id>/edit": ("title", "question"),
    "/join": ("code",),
    "/j/<code>": ("name", "organisation", "language"),
    "/sign-in": ("email", "password"),
}


@pytest.mark.parametrize("rule", FORMS)
def test_what_was_typed_stays_in_its_field_and_nowhere_else(house: House, rule: str) -> None:
    """A refused form: too much in every field at once."""
    person = "nobody" if rule in ("/join", "/j/<code>", "/sign-in") else "aino"
    typed = {"plain": "x" * 9_000, "hostile": (" ".join(ACTIVE) * 3)[:9_000]}

    answers = {
        how: house.browsers[person].post(address(house, rule), data=dict.fromkeys(FORMS[rule], text))
        for how, text in typed.items()
    }

    pages = {how: Page(answer.text) for how, answer in answers.items()}
    assert [answer.status_code for answer in answers.values()] == [400, 400]
    assert pages["hostile"].skeleton == pages["plain"].skeleton
    assert pages["hostile"].odd == []
    assert all(map(is_ours, pages["hostile"].links))
    assert pages["hostile"].says(typed["hostile"])


@pytest.mark.parametrize("path", ["/{}", "/j/{}", "/boards/{}", "/join?code={}", "/sign-in?next={}", "/?{}={}"])
def test_an_address_says_nothing_on_a_page(house: House, path: str) -> None:
    """At most it is part of the addresses of the page's other languages, and those are ours."""
    browser = house.browsers["nobody"]
    plain = browser.get(path.replace("{}", "tavallinen"))

    for text in [*XSS[::4], "//evil.example", "\\\\evil.example", "https://evil.example", "javascript:alert(1)"]:
        answer = browser.get(path.replace("{}", quote(text, safe="")))
        page = Page(answer.text)
        assert answer.status_code == plain.status_code or answer.status_code in (404, 308, 429), text
        assert page.odd == []
        assert all(map(is_ours, page.links)), (text, page.links)
        assert "<script>alert" not in answer.text
