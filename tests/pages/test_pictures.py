"""Pictures where a board or an output is read: shown to those who see the note, with what is said of them."""

from __future__ import annotations

import re

import pytest

from facilitator.engine import Actor
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.planning.closing import confirm_board
from facilitator.planning.pictures import bring_picture
from tests.live.setting import op
from tests.pages.house import House, write
from tests.pictures.made import opened, picture


@pytest.fixture
def pictured(house: House) -> tuple[House, str]:
    """A note of Björn's with a picture that somebody has described, and one that nobody has."""
    board, björn = house.board.id, Actor(house.björn.id, "participant")
    said = {"description": "Kaksi tiskiä & <jono>"}
    for order, text, form, more in (("a1", "Tiski", "JPEG", said), ("a2", "Ovi", "PNG", {})):
        kept = bring_picture(board, rooms.state(board), björn, picture(form))
        told = {"id": kept.id, "width": kept.width, "height": kept.height, **more}
        write(house.board, house.björn, text, picture=told, order=order)
    return house, board


def shown(house: House, who: str, path: str) -> list[tuple[str, str]]:
    """The addresses of the pictures on a page, and what is said of each."""
    page = house.browsers[who].get(path, headers={"Accept-Language": "en"}).text
    return re.findall(r'<figure class="picture">\s*<img src="([^"]+)"[^>]*>\s*<figcaption>(.*?)</figcaption>', page)


def test_a_board_that_is_read_shows_its_pictures_and_what_is_said_of_them(pictured: tuple[House, str]):
    house, board = pictured

    found = shown(house, "björn", f"/boards/{board}/read")

    assert [words for _, words in found] == [
        "Kaksi tiskiä &amp; &lt;jono&gt;",
        "Nobody has described this picture yet.",
    ]
    for address, _ in found:
        answer = house.browsers["björn"].get(address)
        assert opened(answer.data).size == (120, 80)
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert [house.browsers[who].get(address).status_code for who in ("aino", "chloé", "nobody")] == [200, 404, 404]


def test_an_output_shows_its_pictures_until_they_are_erased(pictured: tuple[House, str]):
    house, board = pictured
    rooms.submit(board, [op("note.remove", note=_note(board, "Ovi"))], Actor(house.aino.id, "facilitator"))
    saved = confirm_board(house.board, house.aino.id)

    ((address, words),) = shown(house, "aino", f"/artefacts/{saved.id}")

    assert words == "Kaksi tiskiä &amp; &lt;jono&gt;"
    assert [house.browsers[who].get(address).status_code for who in ("aino", "chloé", "nobody")] == [200, 404, 404]
    other = address.rpartition("/")[0] + "/" + "0" * 64
    assert house.browsers["aino"].get(other).status_code == 404
    db.session.rollback()


def test_a_picture_of_a_silence_is_its_author_s_alone(pictured: tuple[House, str]):
    house, board = pictured
    aino, björn = Actor(house.aino.id, "facilitator"), Actor(house.björn.id, "participant")
    rooms.submit(board, [op("mode.set", mode="silent")], aino)
    kept = bring_picture(board, rooms.state(board), björn, picture("JPEG", (60, 60)))
    write(house.board, house.björn, "Salassa", picture={"id": kept.id, "width": 60, "height": 60})

    address = f"/boards/{board}/pictures/{kept.id}"

    assert [house.browsers[who].get(address).status_code for who in ("björn", "aino")] == [200, 404]
    assert len(shown(house, "björn", f"/boards/{board}/read")) == 2


def _note(board: str, text: str) -> str:
    return next(key for key, item in rooms.state(board).items.items() if item.get("text") == text)
