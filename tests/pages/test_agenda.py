"""The agenda on the plan and on the participants' page."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from facilitator.models.transaction import transaction
from facilitator.planning.agenda import agenda_of
from facilitator.planning.floor import plan_steps
from tests.pages.house import House
from tests.pages.test_forms import error_of

NINE = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)  # in Helsinki
PART = {"title_fi": "Äänestys", "title_sv": "", "title_en": "Vote", "minutes": "10", "mode": "vote", "focus": ""}


@pytest.fixture
def aino(house: House) -> FlaskClient:
    return house.browsers["aino"]


def begin_at_nine(house: House, minutes: int = 90) -> None:
    with transaction():
        house.live.starts_at, house.live.ends_at = NINE, NINE.replace(hour=7 + minutes // 60, minute=minutes % 60)


def read(house: House, person: str = "aino", language: str = "en") -> str:
    browser = house.browsers[person]
    path = f"/workshops/{house.live.id}" + ("" if person == "aino" else "/take-part")
    browser.get(f"/language/{language}")
    return browser.get(path).text


def text_of(page: str) -> str:
    """The agenda without its markup."""
    agenda = page.split('<ol class="agenda">')[1].split("</ol>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", agenda)).strip()


def test_a_part_is_added_and_shown_with_its_time_mode_and_board(house: House, aino: FlaskClient):
    begin_at_nine(house)

    answer = aino.post(f"/workshops/{house.live.id}/agenda/new", data=PART | {"boards": house.board.id})

    page = read(house)
    step = agenda_of(house.live).parts[-1][0]
    assert answer.location == f"/workshops/{house.live.id}#{step}"
    assert f'id="{step}"' in page
    assert "9.20–9.30 10 min 2. Vote Yrittäjän polku · Voting" in text_of(page)
    assert "30 minutes in all · 9.00–9.30" in page


def test_words_in_another_language_than_the_readers_are_marked(house: House):
    page = read(house, language="sv")

    assert '<span lang="fi">Polku</span> <span class="tongue">på finska</span>' in page


def test_words_in_the_readers_own_language_are_not_marked(house: House):
    assert 'class="tongue"' not in read(house, language="fi")


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(house: House, aino: FlaskClient):
    aino.get("/language/en")
    page = aino.post(
        f"/workshops/{house.live.id}/agenda/new",
        data=PART | {"title_fi": "x" * 201, "minutes": "kymmenen", "mode": "silent", "boards": house.board.id},
    )
    below = aino.post(f"/workshops/{house.live.id}/agenda/new", data=PART | {"title_fi": "x" * 201, "minutes": "0"})

    assert page.status_code == below.status_code == 400
    assert error_of(page.text, "minutes") == "Write a whole number."
    assert 'value="kymmenen"' in page.text
    assert error_of(below.text, "minutes") == "Give a number from 1 to 480."
    assert "200" in error_of(below.text, "title_fi")
    assert re.search(r'<input checked [^>]*value="silent"', page.text)
    assert re.search(rf'<input checked [^>]*value="{house.board.id}"', page.text)
    assert len(agenda_of(house.live).parts) == 1


def test_a_place_is_chosen_from_those_of_the_boards(house: House, aino: FlaskClient):
    address = f"/workshops/{house.live.id}/agenda/{house.step}"

    aino.post(address, data=PART | {"boards": house.board.id, "focus": "zone:apply"})
    elsewhere = aino.post(address, data=PART | {"focus": "zone:apply"})
    strange = aino.post(address, data=PART | {"boards": house.board.id, "focus": "zone:moon"})

    form = aino.get(address).text
    assert elsewhere.status_code == strange.status_code == 400
    assert error_of(elsewhere.text, "focus")
    assert error_of(strange.text, "focus")
    assert '<option selected value="zone:apply">' in form
    assert "zone:apply/" not in form  # a place is a phase or a lane, never where they cross


def test_parts_are_moved_removed_and_restored(house: House, aino: FlaskClient):
    address = f"/workshops/{house.live.id}/agenda"
    aino.post(f"{address}/new", data=PART)
    second = agenda_of(house.live).parts[1][0]

    aino.post(f"{address}/{second}/move", data={"way": "up"})
    moved = [step for step, _ in agenda_of(house.live).parts]
    removed = aino.post(f"{address}/{second}/remove", follow_redirects=True).text
    aino.post(f"{address}/{second}/restore")

    assert moved == [second, house.step]
    assert f"{address}/{second}/restore" in removed
    assert f"{address}/{second}/move" not in removed
    assert [step for step, _ in agenda_of(house.live).parts] == moved


def test_an_agenda_that_is_too_long_is_told(house: House):
    begin_at_nine(house, minutes=15)

    assert "The agenda is 5 minutes longer than the workshop." in read(house)


def test_clock_times_end_where_a_length_is_missing(house: House):
    begin_at_nine(house)
    plan_steps(house.live, [{"title": "Tauko"}, {"title": "Kiitos", "minutes": 5}])

    page = read(house)

    assert text_of(page).startswith("9.00–9.20 20 min 1. Polku")
    assert re.search(r"9\.20 2\. Tauko .* 5 min 3\. Kiitos", text_of(page))
    assert "1 part has no length yet" in page


def test_participants_read_the_agenda_and_can_change_nothing_of_it(house: House):
    begin_at_nine(house)

    page = read(house, "björn")

    assert text_of(page) == "9.00–9.20 20 min 1. Polku in Finnish Yrittäjän polku · Everybody writes and arranges"
    assert "/agenda/" not in page


def test_a_participant_is_not_told_of_another_groups_board(house: House, aino: FlaskClient):
    aino.post(f"/workshops/{house.live.id}/groups", data={"name": "Tuet"})
    group = next(each for each in house.live.groups if each.name == "Tuet")
    with transaction():
        house.board.group_id = group.id

    assert "Yrittäjän polku" not in read(house, "björn")
    assert "Yrittäjän polku" in read(house)


def test_a_part_of_another_workshop_is_not_there(house: House, aino: FlaskClient):
    assert aino.get(f"/workshops/{house.draft.id}/agenda/{house.step}").status_code == 404
    assert aino.post(f"/workshops/{house.draft.id}/agenda/{house.step}/remove").status_code == 404


def test_an_application_workshop_is_made_in_one_click(house: House, aino: FlaskClient):
    aino.get("/language/sv")
    project = f"/projects/{house.project.id}"

    button = aino.get(project).text
    page = aino.post(f"{project}/workshops/application", follow_redirects=True).text

    assert f'action="{project}/workshops/application"' in button
    assert "<h1>Ansökningsworkshop</h1>" in page
    assert "sammanlagt 90 minuter" in page
    assert text_of(page).count(" min ") == 6
