"""An artefact beside another: the page, and the same for programs."""

from __future__ import annotations

from facilitator.models import RecordedArtefact
from facilitator.planning.closing import confirm_board
from tests.makers import make_board
from tests.pages.house import House, write


def second_version(house: House) -> tuple[str, str]:
    """The board confirmed, then something added and confirmed again."""
    first = confirm_board(house.board, house.aino.id).id
    write(house.board, house.björn, "Vielä yksi", order="a1")
    return first, confirm_board(house.board, house.aino.id).id


def test_a_version_stands_beside_the_one_before_it(house: House):
    first, second = second_version(house)

    page = house.browsers["aino"].get(f"/artefacts/{second}/compare").text

    assert "Lisätty 1 · Poistettu 0" in page
    assert "Vielä yksi" in page
    assert f'<option value="{first}" selected' in page
    assert f'href="/artefacts/{second}/compare"' in house.browsers["aino"].get(f"/artefacts/{second}").text


def test_another_board_of_the_method_is_offered_and_one_of_another_method_refused(house: House):
    _first, second = second_version(house)
    twin = confirm_board(make_board(house.live, title="Toinen ryhmä"), house.aino.id).id
    other = confirm_board(make_board(house.live, title="Ruudukko", method="pain_grid"), house.aino.id).id

    page = house.browsers["aino"].get(f"/artefacts/{second}/compare").text
    assert f'<option value="{twin}"' in page
    assert f'<option value="{other}"' not in page
    assert "Toinen ryhmä" in house.browsers["aino"].get(f"/artefacts/{second}/compare?with={twin}").text
    refused = house.browsers["aino"].get(f"/artefacts/{second}/compare?with={other}")
    assert refused.status_code == 409
    assert "Vain saman menetelmän tuotoksia voi verrata." in refused.text


def test_what_one_may_not_see_cannot_be_compared_with(house: House):
    _first, second = second_version(house)
    saved = RecordedArtefact.query.filter(RecordedArtefact.id == house.artefact_id).one()

    assert house.browsers["chloé"].get(f"/artefacts/{saved.id}/compare?with={second}").status_code == 404
    assert house.browsers["björn"].get(f"/artefacts/{saved.id}/compare?with={'0' * 32}").status_code == 404


def test_alone_it_says_that_there_is_nothing_to_compare_with(house: House):
    alone = confirm_board(make_board(house.live, title="Ruudukko", method="pain_grid"), house.aino.id).id

    assert "Vielä ei ole mitään, mihin verrata" in house.browsers["aino"].get(f"/artefacts/{alone}/compare").text
