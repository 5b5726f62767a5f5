"""The record and an artefact's page."""

from __future__ import annotations

import json
import re

from flask import Flask

from facilitator.models import RecordedArtefact
from facilitator.pages.reading import Reading
from tests.artefacts.makers import artefact, board, note
from tests.pages.house import House, write
from tests.pages.test_permissions import GETS


def test_the_page_tells_the_notes_and_where_they_come_from(standing_house: House):
    house = standing_house
    page = house.browsers["aino"].get(f"/artefacts/{house.artefact_id}").text

    saved = RecordedArtefact.query.filter(RecordedArtefact.id == house.artefact_id).one()
    for told in ("Jono on pitkä", "Vanha polku", "Sujuvat palvelut", "Koivurannan kunta", saved.digest):
        assert told in page


def test_the_file_is_the_artefact_as_it_was_frozen(standing_house: House):
    house = standing_house
    answer = house.browsers["björn"].get(f"/artefacts/{house.artefact_id}/json")

    saved = RecordedArtefact.query.filter(RecordedArtefact.id == house.artefact_id).one()
    assert json.loads(answer.data)["digest"] == saved.digest
    assert answer.headers["Content-Disposition"].startswith("attachment; ")


def test_every_format_is_offered_and_can_be_downloaded(standing_house: House):
    house = standing_house
    page = house.browsers["björn"].get(f"/artefacts/{house.artefact_id}").text

    for name in ("json", "csv", "markdown", "html", "canvas"):
        assert f'href="/artefacts/{house.artefact_id}/{name}"' in page
        assert house.browsers["björn"].get(f"/artefacts/{house.artefact_id}/{name}").status_code == 200


def test_an_unknown_format_is_not_there(standing_house: House):
    answer = standing_house.browsers["aino"].get(f"/artefacts/{standing_house.artefact_id}/exe")

    assert answer.status_code == 404


def test_a_board_is_confirmed_again_only_when_something_is_new(house: House):
    browser, path = house.browsers["aino"], f"/boards/{house.board.id}/confirm"

    first, same = browser.post(path).location, browser.post(path).location
    write(house.board, house.björn, "Vielä yksi", order="a1")
    second = browser.post(path).location

    assert first == same != second
    assert f'href="{second}"' in browser.get(first).text  # the older version leads to the newer one


def test_closing_says_what_follows_and_puts_the_boards_in_the_record(house: House):
    browser = house.browsers["aino"]
    asked = browser.get(f"/workshops/{house.live.id}/close")

    browser.post(f"/workshops/{house.live.id}/close")
    record = browser.get(f"/projects/{house.project.id}/record").text

    assert asked.status_code == 200
    assert house.live.status == "closed"
    assert "Yrittäjän polku" in record
    assert browser.get(f"/workshops/{house.live.id}/close").status_code == 302  # once is enough


def test_an_example_says_so_on_its_every_page(standing_house: House):
    house, marked = standing_house, "Example material, invented"
    paths = (
        f"/programmes/{house.programme.id}",
        f"/projects/{house.project.id}",
        f"/projects/{house.project.id}/record",
        f"/workshops/{house.live.id}",
        f"/boards/{house.board.id}",
        f"/boards/{house.board.id}/read",
        f"/artefacts/{house.artefact_id}",
    )
    browser = house.browsers["aino"]
    with browser.session_transaction() as session:
        session["language"] = "en"

    assert [path for path in paths if marked not in browser.get(path).text] == []
    assert marked in house.browsers["nobody"].get(f"/j/{house.live.code}", headers={"Accept-Language": "en"}).text


def test_an_action_has_its_day_and_state_in_words(app: Flask):
    action = note(
        "action", "Kokeillaan", "zone:next", fields={"owner": "PRH", "due": "2027-01-15", "status": "under_way"}
    )
    found = artefact("blank_with_zones", board("blank_with_zones", note_1=action))

    told = {language: Reading(found, language).told()["actions"][0] for language in ("fi", "en")}

    assert [(each["due"], each["status"]) for each in told.values()] == [
        ("15.1.2027", "Työn alla"),
        ("2027-01-15", "Under way"),
    ]


def test_an_example_says_so_on_every_page_about_it(standing_house: House):
    house = standing_house
    general = (
        "/",
        "/accessibility",
        "/account",
        "/join",
        "/privacy",
        "/programmes/new",
        "/continue",
        "/guide",
        "/methods",
        "/api",
        "/saavutettavuus",
        "/sign-in",
    )
    of_none = {rule for rule in GETS if rule.startswith(general[1:])} | {"/", "/tillganglighet"}
    without = []
    for person in ("aino", "björn", "nobody"):
        browser = house.browsers[person]
        browser.get("/language/en")
        for rule in GETS.keys() - of_none:
            page = browser.get(re.sub(r"<(\w+)>", lambda found: house.addresses()[found[1]], rule))
            is_page = page.status_code == 200 and page.mimetype == "text/html"
            if is_page and "Example material, invented" not in page.text:
                without.append((person, rule))

    assert without == []
