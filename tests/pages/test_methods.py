"""The method library as a page, and the choice of a method for a new board."""

from __future__ import annotations

import re
from html import unescape

import pytest

from facilitator import methods
from facilitator.config import LANGUAGES
from facilitator.live import rooms
from tests.pages.house import House


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_library_tells_of_every_method_what_it_is_for_and_when_it_fits(standing_house: House, language: str):
    page = standing_house.app.test_client().get("/methods", headers={"Accept-Language": language})

    told = unescape(page.get_data(as_text=True))
    for method in methods.catalogue():
        for name in ("title", "purpose", "fits_when", "does_not_fit_when", "question"):
            assert method[name][language] in told
        assert [each for each in (*method["guide"],) if each[language] not in told] == []
    assert "/practice" not in told  # there is nowhere to put a board of somebody who is not signed in


def test_whoever_has_an_account_opens_the_example_as_a_board(house: House):
    answer = house.browsers["aino"].post("/methods/lessons_four_columns/practice")

    address = answer.headers["Location"]
    items = rooms.state(address.rsplit("/", 1)[1]).items
    assert items["note:example-kela"]["text"] == "Kela ja kunta kuvasivat saman vaiheen eri nimillä"
    page = house.browsers["aino"].get(address).get_data(as_text=True)
    assert "Toimi" in page
    assert "Kela ja kunta" not in page.partition('"method"')[2].partition('"urls"')[0]  # the script has no use for it


def test_five_methods_suit_the_workshop_then_come_its_own_and_the_others_are_one_click_away(house: House):
    page = house.browsers["aino"].get(f"/workshops/{house.draft.id}").get_data(as_text=True)

    first, _, library = page.partition('class="more-methods"')
    offered = re.compile(r'name="method_key"[^>]* value="(\w+)"|value="(\w+)"[^>]* name="method_key"')
    keys = [["".join(each) for each in offered.findall(part)] for part in (first, library)]
    own, library = f"own_{house.method_id}", [each["key"] for each in methods.catalogue()]
    assert keys[0] == [*(each["key"] for each in methods.catalogue() if "project" in each.get("first_for", ())), own]
    assert sorted([*keys[0], *keys[1]]) == sorted([*library, own])
    assert "Sopii, kun" in first
