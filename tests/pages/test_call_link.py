"""The link to the call: for those who have joined, while the workshop lasts."""

from __future__ import annotations

from html import unescape

from facilitator.planning import workshops
from tests.pages.house import House
from tests.pages.test_forms import error_of
from tests.pages.test_plan_letter import letters

LINK = "https://call.example/j/123?a=1&b=2"
ANCHOR = f'href="{LINK.replace("&", "&amp;")}" target="_blank" rel="noopener noreferrer"'


def plan(house: House, link: str) -> dict[str, str]:
    """The form of the workshop as it stands, with this link."""
    return {"title": house.live.title, "kind": "project", "position": "2", "call_url": link}


def test_a_facilitator_gives_it_on_the_form_and_sees_it_on_the_plan(house: House):
    path = f"/workshops/{house.live.id}"

    page = house.browsers["aino"].post(f"{path}/edit", data=plan(house, f" {LINK} "), follow_redirects=True)

    assert house.live.call_url == LINK
    assert ANCHOR in page.text
    assert f'value="{LINK.replace("&", "&amp;")}"' in house.browsers["aino"].get(f"{path}/edit").text


def test_what_is_no_https_address_is_said_beside_the_field_and_stays(house: House):
    page = house.browsers["aino"].post(f"/workshops/{house.live.id}/edit", data=plan(house, "javascript:alert(1)"))

    assert page.status_code == 400
    assert "https://" in error_of(page.text, "call_url")
    assert 'value="javascript:alert(1)"' in page.text
    assert house.live.call_url == ""


def test_whoever_has_joined_gets_it_and_who_stands_at_the_door_does_not(house: House):
    workshops.change_workshop(house.live, call_url=LINK)

    joined = house.browsers["björn"].get(f"/workshops/{house.live.id}/take-part").text
    at_the_door = house.browsers["nobody"].get(f"/j/{house.live.code}").text

    assert ANCHOR in joined
    assert "call.example" not in at_the_door


def test_it_is_on_the_board_s_page_and_in_the_invitation(house: House):
    workshops.change_workshop(house.live, call_url=LINK)

    board = house.browsers["björn"].get(f"/boards/{house.board.id}").text

    assert "call.example" in board
    assert f"Puhelu: {LINK}" in letters(house)["fi"]


def test_without_one_nothing_is_said_of_a_call(house: House):
    pages = [
        house.browsers["björn"].get(f"/workshops/{house.live.id}/take-part"),
        house.browsers["aino"].get(f"/workshops/{house.live.id}"),
    ]

    assert [page.text.count("noopener") for page in pages] == [0, 0]
    assert "Puhelu" not in unescape(letters(house)["fi"])


def test_after_the_workshop_it_is_gone(house: House):
    workshops.change_workshop(house.closed, call_url=LINK)

    page = house.browsers["björn"].get(f"/workshops/{house.closed.id}/take-part").text

    assert "call.example" not in page
