"""Asking somebody to help lead, and coming by the personal link, page by page."""

from __future__ import annotations

import re

from facilitator.models import Participant
from tests.pages.house import House
from tests.pages.test_trials import boot


def ask(house: House, name: str = "Saara") -> str:
    """The link's path, as Aino copies it."""
    page = house.browsers["aino"].post(f"/workshops/{house.live.id}/co-facilitators", data={"name": name}).text
    found = re.search(r'value="http://localhost(/lead/[\w-]{43})"', page)
    assert found, page
    return found[1]


def test_the_link_is_shown_once_and_looking_at_it_uses_nothing_up(house: House):
    link, saara = ask(house), house.app.test_client()

    looked = [saara.get(link, headers={"Accept-Language": "fi"}) for _ in range(2)]
    listed = house.browsers["aino"].get(f"/workshops/{house.live.id}/co-facilitators").text

    assert [page.status_code for page in looked] == [200, 200]
    assert "Sinut on kutsuttu fasilitoimaan nimellä Saara" in looked[0].text
    assert link not in listed
    assert "Linkkiä ei ole käytetty" in listed


def test_who_comes_leads_on_the_board_and_plans_nothing(house: House):
    saara = house.app.test_client()

    came = saara.post(ask(house))
    board = boot(saara.get(f"/boards/{house.board.id}").text)

    assert came.location == f"/boards/{house.board.id}"
    assert (board["role"], board["workshop"]["code"]) == ("facilitator", house.live.code)
    assert board["urls"]["led"] == f"/api/v1/workshops/{house.live.id}"
    assert not {"workshop", "close", "record", "invitation", "trial"} & set(board["urls"])
    assert board["urls"]["leave"] == f"/workshops/{house.live.id}/take-part"
    assert "Fasilitaattori" in saara.get(board["urls"]["leave"], headers={"Accept-Language": "fi"}).text
    assert saara.get(f"/workshops/{house.live.id}").status_code == 302  # to sign in


def test_the_link_brings_nobody_twice_and_nobody_once_it_is_revoked(house: House):
    link, other = ask(house), ask(house, "Tuula")
    house.app.test_client().post(link)
    tuula = Participant.query.filter_by(name="Tuula").one()

    told = house.browsers["aino"].post(f"/co-facilitators/{tuula.id}/revoke", follow_redirects=True).text
    used, revoked = (house.app.test_client().post(each, headers={"Accept-Language": "fi"}) for each in (link, other))

    assert (used.status_code, revoked.status_code) == (410, 410)
    assert "on jo käytetty" in used.text
    assert "ei ole enää voimassa" in revoked.text
    assert "Tuula ei enää fasilitoi tätä työpajaa." in told


def test_a_name_is_needed(house: House):
    page = house.browsers["aino"].post(f"/workshops/{house.live.id}/co-facilitators", data={"name": " "})

    assert (page.status_code, 'id="name-error"' in page.text) == (400, True)
    assert Participant.query.filter_by(role="facilitator").count() == 0
