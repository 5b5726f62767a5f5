"""After the workshop: a participant is thanked, takes the outputs along, and may have the own name deleted."""

from __future__ import annotations

import pytest

from facilitator.extensions import db
from facilitator.models import Participant
from tests.pages.house import House


def before(house: House) -> Participant:
    """Björn in the workshop that is closed."""
    return Participant.query.filter(Participant.workshop_id == house.closed.id).one()


@pytest.mark.parametrize(
    ("language", "thanks", "delete"),
    [
        ("fi", "Kiitos osallistumisesta", "Poista nimeni"),
        ("sv", "Tack för att du deltog", "Ta bort mitt namn"),
        ("en", "Thank you for taking part", "Delete my name"),
    ],
)
def test_the_page_thanks_and_says_what_happens_next(standing_house: House, language: str, thanks: str, delete: str):
    house, browser = standing_house, standing_house.browsers["björn"]
    with browser.session_transaction() as session:
        session["language"] = language

    page = browser.get(f"/workshops/{house.closed.id}/take-part").text

    assert thanks in page
    assert delete in page
    for path in (
        f"/workshops/{house.closed.id}/report",
        f"/workshops/{house.closed.id}/report.html",
        f"/artefacts/{house.artefact_id}/html",
        f"/artefacts/{house.artefact_id}/csv",
        f"/boards/{house.old_board.id}",
    ):
        assert f'href="{path}"' in page
        assert browser.get(path).status_code == 200


def test_the_report_of_a_workshop_is_its_boards_and_its_people_s_alone(standing_house: House):
    house = standing_house
    path = f"/workshops/{house.closed.id}/report"

    answers = [house.browsers[person].get(path).status_code for person in ("aino", "björn", "chloé", "nobody")]

    assert answers == [200, 200, 404, 404]
    text = house.browsers["björn"].get(path).text
    assert "Jono on pitkä" in text
    assert "Lomake on vain suomeksi" not in text  # of the workshop after it
    assert "Björn" not in text


def test_a_file_is_the_page_without_the_ways_around(standing_house: House):
    browser, path = standing_house.browsers["björn"], f"/workshops/{standing_house.closed.id}/report"

    page, file = browser.get(path), browser.get(f"{path}.html")

    assert file.headers["Content-Disposition"].startswith('attachment; filename="workshop-')
    nav = page.text[page.text.index('<nav class="ways"') : page.text.index("</nav>") + len("</nav>\n")]
    assert page.text.replace(nav, "") == file.text


def test_a_guest_of_a_group_gets_the_boards_of_the_group_alone(house: House):
    house.old_board.group_id = house.live.groups[0].id  # Björn of the closed workshop is in none
    db.session.commit()

    assert "Jono on pitkä" not in house.browsers["björn"].get(f"/workshops/{house.closed.id}/report").text
    assert "Jono on pitkä" in house.browsers["aino"].get(f"/workshops/{house.closed.id}/report").text


def test_the_name_goes_at_once_and_what_was_written_stays(house: House):
    browser, path = house.browsers["björn"], f"/workshops/{house.closed.id}/take-part"
    asked = browser.get(f"{path}/forget-me")

    answer = browser.post(f"{path}/forget-me", follow_redirects=True)

    assert asked.status_code == 200
    assert "Björn" in asked.text
    assert (before(house).name, before(house).name_key, before(house).organisation) == ("#1", "#1", "Koivurannan kunta")
    assert "Björn" not in answer.text
    assert "#1" in answer.text
    assert f"{path}/forget-me" not in answer.text
    assert house.björn.name == "Björn"  # elsewhere nothing was asked for
    for page in (f"/boards/{house.old_board.id}/read", f"/workshops/{house.closed.id}"):
        assert "Björn" not in house.browsers["aino"].get(page).text
    assert "Jono on pitkä" in house.browsers["aino"].get(f"/boards/{house.old_board.id}/read").text


def test_while_people_work_together_nobody_s_name_goes(house: House):
    path = f"/workshops/{house.live.id}/take-part"

    assert house.browsers["björn"].post(f"{path}/forget-me").status_code == 404
    assert house.björn.name == "Björn"
    assert "forget-me" not in house.browsers["björn"].get(path).text


def test_nobody_deletes_the_name_of_another(house: House):
    path = f"/workshops/{house.closed.id}/take-part/forget-me"

    answers = [house.browsers[person].post(path).status_code for person in ("aino", "chloé", "nobody")]

    assert answers == [404, 404, 404]
    assert before(house).name == "Björn"


def test_the_plan_and_the_record_lead_to_the_report_and_the_links(standing_house: House):
    house = standing_house
    for path in (f"/workshops/{house.closed.id}", f"/projects/{house.project.id}/record"):
        page = house.browsers["aino"].get(path).text
        assert f'href="/workshops/{house.closed.id}/report"' in page
        assert f'href="/workshops/{house.closed.id}/read-links"' in page
    assert (
        f'/artefacts/{house.artefact_id}/report"' in house.browsers["aino"].get(f"/artefacts/{house.artefact_id}").text
    )
