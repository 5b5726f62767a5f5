"""Draft, open, live, closed: each in a sentence on the plan, and the one that is now."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from facilitator.live import rooms
from facilitator.models.transaction import transaction
from facilitator.pages.states import state_of
from facilitator.planning.floor import ensure_floor
from tests.makers import make_workshop
from tests.pages.house import House

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def test_the_plan_says_all_four_and_which_one_is_now(standing_house: House):
    aino = standing_house.browsers["aino"]
    aino.get("/language/fi")

    page = aino.get(f"/workshops/{standing_house.draft.id}").text
    states = re.search(r'<ol class="states".*?</ol>', page, re.DOTALL)[0]

    assert re.findall(r"<strong>(.*?)</strong>", states) == ["Luonnos", "Avoin", "Käynnissä", "Päättynyt"]
    assert re.findall(r'aria-current="step"><strong>(.*?)</strong>', states) == ["Luonnos"]
    assert "sivu avautuu itsestään" in states


def test_a_live_workshop_is_open_until_its_hour_comes(app):
    workshop = make_workshop(starts_at=NOON)

    assert state_of(workshop, NOON - timedelta(minutes=1)) == "open"
    assert state_of(workshop, NOON) == "live"


def test_without_an_hour_it_is_open_until_its_first_part(house: House):
    before = state_of(house.live)
    begin = {"id": "0197b3a0-0000-7000-8000-000000000001", "type": "step.go", "step": house.step}
    rooms.submit(ensure_floor(house.live), [begin], rooms.SYSTEM)

    assert (before, state_of(house.live)) == ("open", "live")


def test_without_an_hour_and_an_agenda_it_is_simply_live(app):
    assert state_of(make_workshop()) == "live"


def test_a_draft_and_a_closed_one_are_what_they_are(house: House):
    with transaction():
        house.draft.starts_at = NOON

    assert (state_of(house.draft), state_of(house.closed)) == ("draft", "closed")
