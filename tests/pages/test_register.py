"""The index of a project, and a board that begins from outputs, as plain pages."""

from __future__ import annotations

import re

from facilitator.engine.state import Item
from facilitator.live import rooms
from facilitator.models import Board
from tests.pages.house import House


def notes(board: str) -> list[Item]:
    return [item for item_id, item in rooms.state(board).items.items() if item_id.startswith("note:")]


def test_a_thing_is_named_and_the_name_taken_back(house: House):
    aino = house.browsers["aino"]
    index = f"/projects/{house.project.id}/register"
    thing = f"{index}/{house.entity_id}"

    named = aino.post(thing, data={"name": "Odotus kestää"}, follow_redirects=True).text
    back = re.search(rf"{index}/acts/\w+/back", named)[0]
    taken = aino.post(back, follow_redirects=True).text

    assert "<h1>Odotus kestää</h1>" in named
    assert "Jono on pitkä" in named  # what the board calls it
    assert "<h1>Jono on pitkä</h1>" in taken
    assert back not in taken


def test_the_same_name_twice_is_put_together_by_one_button(house: House):
    aino = house.browsers["aino"]
    index = f"/projects/{house.project.id}/register"
    made = aino.post(
        f"/workshops/{house.live.id}/boards",
        data={"title": "Kivut", "method_key": "pain_grid", "shaped_by": "facilitator", "group": ""},
    )
    assert made.status_code == 302
    board = house.live.boards[-1]
    rooms.submit(board.id, [note("Jono on pitkä")], rooms.SYSTEM)
    aino.post(f"/boards/{board.id}/confirm")

    page = aino.get(index).text
    (address,) = re.findall(rf'action="({index}/[^"]+/merge)"', page)
    into = re.search(r'name="into" value="([^"]+)"', page)[1]
    merged = aino.post(address, data={"into": into})
    after = aino.get(index).text

    assert merged.location == f"{index}/{into}"
    assert aino.get(address.removesuffix("/merge")).location == merged.location
    assert "/merge" not in after


def note(text: str) -> dict[str, str]:
    return {
        "id": "01930000-0000-7000-8000-00000000000a",
        "type": "note.add",
        "note": "note:twin",
        "kind": "pain_point",
        "text": text,
        "zone": "zone:unplaced",
        "order": "a0",
    }


def test_a_board_begins_from_an_output_after_a_look(house: House):
    aino = house.browsers["aino"]
    path = f"/workshops/{house.live.id}/carry"
    sent = {"method_key": "pain_grid", "sources": house.artefact_id, "group": ""}
    before = len(house.live.boards)

    empty = aino.post(path, data=sent | {"sources": []})
    look = aino.post(path, data=sent | {"deed": "look"})
    there = {"seen": house.artefact_id, "method_was": "pain_grid", "deed": "make", "title": "Kivut"}
    nothing = aino.post(path, data=sent | there)
    item = re.search(r'name="item" value="([^"]+)"', look.text)[1]
    made = aino.post(path, data=sent | there | {"item": item})

    assert (empty.status_code, look.status_code) == (400, 200)
    assert "Jono on pitkä" in look.text
    (first, second) = (each.location.rpartition("/")[2] for each in (nothing, made))
    assert notes(first) == []
    (carried,) = notes(second)
    assert (carried["text"], carried["entity"]) == ("Jono on pitkä", house.entity_id)
    assert carried["from"]["artefact"] == house.artefact_id
    assert Board.query.filter(Board.workshop_id == house.live.id).count() == before + 2


def test_a_board_without_a_title_is_not_made(house: House):
    aino = house.browsers["aino"]
    sent = {"method_key": "service_path", "sources": house.artefact_id, "lies": house.artefact_id, "group": ""}

    answer = aino.post(f"/workshops/{house.live.id}/carry", data=sent | {"deed": "make", "title": ""})

    assert answer.status_code == 400
    assert 'id="title-error"' in answer.text
