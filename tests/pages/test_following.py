"""The page beside the boards says where the room is."""

from __future__ import annotations

import re
import uuid
from typing import Any

from facilitator.live import rooms
from facilitator.planning.floor import ensure_floor
from tests.pages.house import House


def lead(house: House, deed: str, **members: Any) -> None:
    """Somebody who leads does this on the floor."""
    rooms.submit(ensure_floor(house.live), [{"id": str(uuid.uuid4()), "type": deed, **members}], rooms.SYSTEM)


def room_line(house: House, language: str = "fi") -> tuple[str, str]:
    """Its mark, and what it says, to Björn."""
    browser = house.browsers["björn"]
    browser.get(f"/language/{language}")
    page = browser.get(f"/workshops/{house.live.id}/take-part").text
    found = re.search(r'<div id="room" role="status" data-mark="([^"]*)">(.*?)</div>', page, re.DOTALL)
    assert found
    return found[1], re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[2])).strip()


def test_the_line_follows_the_part_and_then_the_call(house: House):
    before = room_line(house)
    lead(house, "step.go", step=house.step)
    part = room_line(house)
    lead(house, "summon.call", board=house.board.id)
    call = room_line(house)

    assert before[1] == ""
    assert part[1].startswith("Nyt: ")
    assert "Siirry tänne: Yrittäjän polku" in part[1]
    assert call[1] == "Fasilitaattori kutsuu kaikki tänne: Siirry tänne: Yrittäjän polku"
    assert len({before[0], part[0], call[0]}) == 3
    assert (
        f'href="/boards/{house.board.id}"' in house.browsers["björn"].get(f"/workshops/{house.live.id}/take-part").text
    )


def test_a_call_to_a_board_of_another_group_is_no_call(house: House):
    lead(house, "summon.call", board=uuid.uuid4().hex)

    assert room_line(house)[1] == ""


def test_the_line_is_in_the_readers_language(house: House):
    lead(house, "summon.call", board=house.board.id)

    assert room_line(house, "sv")[1].startswith("Facilitatorn kallar alla hit: Gå dit:")
