"""The index of a project, and a board that begins from outputs, as plain pages."""

from __future__ import annotations

import re
import uuid

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


def test_notes_that_became_one_on_a_board_are_put_together_by_one_button(house: House):
    aino = house.browsers["aino"]
    index = f"/projects/{house.project.id}/register"
    rooms.submit(house.board.id, [note("Lomake ei aukea", "note:a"), note("Lomake jumittaa", "note:b")], rooms.SYSTEM)
    aino.post(f"/boards/{house.board.id}/confirm")
    apart = aino.get(index).text
    merge = {"id": str(uuid.uuid4()), "type": "note.merge", "note": "note:a", "notes": ["note:b"]}
    rooms.submit(house.board.id, [merge], rooms.SYSTEM)
    aino.post(f"/boards/{house.board.id}/confirm")

    page = aino.get(index).text
    (address,) = re.findall(rf'action="({index}/[^"]+/merge)"', page)
    into = re.search(r'name="into" value="([^"]+)"', page)[1]
    merged = aino.post(address, data={"into": into}, follow_redirects=True).text

    assert "Yksi lappu taululla" not in apart
    assert "Yksi lappu taululla" in page
    assert "<h1>Lomake ei aukea</h1>" in merged
    assert "Yksi lappu taululla" not in aino.get(index).text


def test_the_index_tells_whom_no_path_meets(house: House):
    aino = house.browsers["aino"]
    wishes = [
        note("Huomaan tarpeen", kind="step", zone="zone:notice/step"),
        note("DVV", "note:dvv", kind="organisation"),
    ]
    rooms.submit(house.board.id, wishes, rooms.SYSTEM)
    aino.post(f"/boards/{house.board.id}/confirm")

    page = aino.get(f"/projects/{house.project.id}/register").text

    assert "Mitä kartat näyttävät yhdessä" in page
    assert "1 osapuoli ei ole minkään polun missään vaiheessa." in page


def note(text: str, name: str = "note:twin", kind: str = "pain_point", zone: str = "zone:unplaced") -> dict[str, str]:
    return {
        "id": str(uuid.uuid4()),
        "type": "note.add",
        "note": name,
        "kind": kind,
        "text": text,
        "zone": zone,
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
    assert "Muita lappuja" not in look.text
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
