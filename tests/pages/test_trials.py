"""Looking as a participant: in a tab of its own, while the browser's account goes on leading in the others."""

from __future__ import annotations

import json
import re

from facilitator.models import Participant
from tests.pages.house import House


def boot(page: str) -> dict:
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', page, re.S)
    assert found
    return dict(json.loads(found[1]))


def test_the_tab_shows_a_participant_and_the_other_tabs_whoever_leads(house: House):
    aino, path = house.browsers["aino"], f"/workshops/{house.live.id}/trial"

    tab = aino.post(path, data={"board": house.board.id}).location
    page = aino.get(tab).text
    trial = boot(page)

    assert tab == f"/boards/{house.board.id}?as=trial"
    assert (trial["role"], "trial" in trial["urls"], trial["workshop"]["code"]) == ("participant", False, None)
    assert "Kokeilu: näet taulun kuten osallistuja" in page
    assert [each["url"] for each in trial["boards"]] == [tab]
    assert boot(aino.get(f"/boards/{house.board.id}").text)["role"] == "facilitator"


def test_a_draft_can_be_tried_and_its_pages_keep_to_the_trial(house: House):
    aino, draft = house.browsers["aino"], house.draft

    page = aino.get(aino.post(f"/workshops/{draft.id}/trial").location)

    assert (page.status_code, page.request.path) == (200, f"/workshops/{draft.id}/take-part")
    assert "Kokeilu" in page.text
    assert house.browsers["nobody"].get(f"/workshops/{draft.id}/take-part").status_code == 404


def test_the_mark_in_an_address_makes_nobody_somebody_else(house: House):
    for person, status in (("aino", 404), ("björn", 404), ("nobody", 404)):
        assert house.browsers[person].get(f"/boards/{house.board.id}?as=trial").status_code == status


def test_the_plan_counts_no_trial_and_offers_to_empty_it(house: House):
    aino, plan = house.browsers["aino"], f"/workshops/{house.draft.id}"
    before = aino.get(plan).text
    aino.post(f"{plan}/trial")

    after = aino.get(plan).text
    asked = aino.get(f"{plan}/trial/empty").text
    done = aino.post(f"{plan}/trial/empty", follow_redirects=True).text

    link = f'href="{plan}/trial/empty"'
    assert [link in page for page in (before, after, done)] == [False, True, False]
    assert '<span class="count">0</span>' in after
    assert "0 lappua poistuu pysyvästi." in asked
    assert "Kokeilu on tyhjennetty: 0 lappua poistui." in done
    assert Participant.query.filter_by(is_trial=True).one().removed_at is not None


def test_where_participants_have_written_it_says_why_nothing_is_emptied(house: House):
    aino, path = house.browsers["aino"], f"/workshops/{house.live.id}/trial/empty"

    asked, done = aino.get(path), aino.post(path)

    assert ("<button" in asked.text.split("<main")[1], done.status_code) == (False, 409)
    assert "Osallistujat ovat jo kirjoittaneet tauluille" in done.text
