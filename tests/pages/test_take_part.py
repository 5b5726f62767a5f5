"""What a guest sees on the way to the boards."""

from __future__ import annotations

from facilitator import methods
from tests.makers import make_board
from tests.pages.house import House


def test_a_board_says_what_it_asks_and_its_method_only_where_that_is_not_its_name(house: House):
    path = methods.load("service_path")
    same, other = make_board(house.live, title=path["title"]["fi"]), make_board(house.live, title="Nykytila")

    page = house.browsers["björn"].get(f"/workshops/{house.live.id}/take-part").text

    cards = [page.split(f"/boards/{board.id}")[1].split("</li>")[0] for board in (same, other)]
    assert [path["question"]["fi"] in card for card in cards] == [True, True]
    assert [f'<p class="soft">{path["title"]["fi"]}</p>' in card for card in cards] == [False, True]
