"""The application workshop that is planned already."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from flask import Flask

from facilitator import methods
from facilitator.config import LANGUAGES
from facilitator.live import rooms
from facilitator.models import Board, User, Workshop
from facilitator.planning import presets
from facilitator.planning.agenda import agenda_of
from facilitator.planning.presets import application_workshop, create_application_workshop
from facilitator.planning.zones import shared_zones
from tests.makers import make_programme, make_project, make_user


@pytest.fixture
def aino(app: Flask) -> User:
    return make_user("Aino")


def make(aino: User, language: str = "fi") -> Workshop:
    return create_application_workshop(make_project(make_programme(aino)), aino.id, language)


def texts(value: Any) -> Iterator[dict[str, str]]:
    """Every text in several languages."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and "fi" in value:
        yield value
    else:
        for each in inner:
            yield from texts(each)


def lanes(board: Board) -> list[str]:
    return [zone_id for zone_id, zone in shared_zones([board]).items() if zone.get("axis") == "lane"]


def test_it_is_a_draft_with_a_group_that_has_four_boards(aino: User):
    workshop = make(aino)

    (group,) = workshop.groups
    assert (workshop.title, workshop.kind, workshop.status) == ("Hakutyöpaja", "application", "draft")
    assert [board.method_key for board in workshop.boards][1:] == ["stakeholder_onion", "service_path", "pain_grid"]
    assert {board.group_id for board in workshop.boards} == {group.id}


def test_its_agenda_has_six_parts_and_ninety_minutes(aino: User):
    workshop = make(aino)

    parts = [part for _, part in agenda_of(workshop).parts]
    assert [part["minutes"] for part in parts] == [15, 15, 20, 10, 15, 15]
    assert [part["mode"] for part in parts] == ["silent", "open", "open", "silent", "open", "vote"]
    assert {board for part in parts for board in part["boards"]} == {board.id for board in workshop.boards}


def test_what_was_written_in_silence_is_shown_by_the_very_next_part():
    agenda = application_workshop()["agenda"]

    after_silence = [
        (part["boards"], following["boards"]) for part, following in pairwise(agenda) if part["mode"] == "silent"
    ]
    assert [(quiet, then) for quiet, then in after_silence if not set(quiet) <= set(then)] == []
    assert agenda[-1]["mode"] != "silent"


def test_every_place_that_a_part_leads_to_is_on_its_boards(aino: User):
    workshop = make(aino)
    boards = {board.id: board for board in workshop.boards}

    led = [part for _, part in agenda_of(workshop).parts if "focus" in part]
    assert len(led) == 2
    assert [
        part["focus"] for part in led if part["focus"] not in shared_zones([boards[each] for each in part["boards"]])
    ] == []


def test_its_path_is_light(aino: User):
    path = make(aino).boards[2]

    assert lanes(path) == ["zone:step", "zone:touchpoint", "zone:emotion", "zone:organisation", "zone:pain"]


def test_without_a_canvas_the_challenge_gets_a_blank_board_with_its_own_places(aino: User, monkeypatch):
    without = [method for method in methods.catalogue() if method["key"] != "challenge_canvas"]
    monkeypatch.setattr(presets.methods, "catalogue", lambda: without)

    board = make(aino).boards[0]

    items = rooms.state(board.id).items
    assert board.method_key == "blank_with_zones"
    assert items["zone:next"]["title"] == {
        "fi": "Miten voisimme…?",
        "sv": "Hur skulle vi kunna …?",
        "en": "How might we …?",
    }


def test_titles_are_in_the_language_of_who_makes_it(aino: User):
    workshop = make(aino, "sv")

    assert (workshop.title, workshop.groups[0].name) == ("Ansökningsworkshop", "Grupp 1")
    assert workshop.boards[0].title == "Utmaningen"


def test_every_text_is_in_three_languages():
    said = list(texts(application_workshop()))

    assert len(said) > 20
    assert [text for text in said if sorted(text) != sorted(LANGUAGES) or len(set(text.values())) < 3] == []
