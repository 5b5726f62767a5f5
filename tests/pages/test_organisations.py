"""Organisations on the pages: suggested at the door, accepted and merged on the plan."""

from __future__ import annotations

import re

from facilitator.models import Participant, Workshop
from facilitator.planning import organisations
from tests.pages.house import House


def test_the_door_suggests_what_the_plan_lists_and_nothing_that_guests_typed(house: House):
    browsers, plan = house.browsers, f"/workshops/{house.live.id}"
    form = {"title": "Palvelupolku", "kind": "project", "position": "2", "asks_organisation": "y"}
    form |= {"organisations": "Porvoo\r\n\r\n Kela <b>"}

    saved = browsers["aino"].post(f"{plan}/edit", data=form)
    page = browsers["nobody"].get(f"/j/{house.live.code}").text

    assert saved.location == plan
    assert re.findall(r'<option value="([^"]*)"></option>', page) == ["Porvoo", "Kela &lt;b&gt;"]
    assert 'list="organisations"' in page
    assert "Koivurannan kunta" not in page  # Björn's own


def test_whoever_leads_accepts_what_a_guest_typed(house: House):
    aino, plan = house.browsers["aino"], f"/workshops/{house.live.id}"

    assert "Koivurannan kunta" in aino.get(plan).text
    aino.post(f"{plan}/organisations/accept", data={"organisation": "Koivurannan kunta"})

    assert Workshop.query.filter_by(id=house.live.id).one().organisations == ["Koivurannan kunta"]
    assert "Koivurannan kunta" in house.browsers["nobody"].get(f"/j/{house.live.code}").text


def test_two_spellings_are_merged_on_the_plan(house: House):
    aino, plan = house.browsers["aino"], f"/workshops/{house.live.id}"
    guest = house.app.test_client()
    guest.post(f"/j/{house.live.code}", data={"name": "Dagny", "organisation": "Koivuranta", "language": "fi"})

    same = aino.post(f"{plan}/organisations/merge", data={"dropped": "Koivuranta", "kept": "Koivuranta"})
    done = aino.post(f"{plan}/organisations/merge", data={"dropped": "Koivuranta", "kept": "Koivurannan kunta"})

    assert (same.status_code, done.status_code) == (400, 302)
    assert 'id="kept-error"' in same.text
    assert organisations.spelled(house.live) == ["Koivurannan kunta"]
    assert Participant.query.filter_by(name="Dagny").one().organisation == "Koivurannan kunta"
