"""The live board's page: what its script is told, and what there is without one."""

from __future__ import annotations

import json
import re
import uuid
from typing import Any

from facilitator import access
from facilitator.live import rooms
from facilitator.models.transaction import transaction
from tests.pages.house import House, write


def boot_of(house: House, person: str) -> dict[str, Any]:
    page = house.browsers[person].get(f"/boards/{house.board.id}").text
    found = re.search(r'<script type="application/json" id="boot">(.*?)</script>', page, re.DOTALL)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def test_a_guest_s_page_holds_a_seat_and_nothing_of_the_facilitator_s(standing_house: House):
    house = standing_house
    boot = boot_of(house, "björn")

    holder = access.bearer(boot["token"])
    assert (holder.id, holder.kind) == (house.björn.id, "seat")
    assert (boot["document"], boot["you"], boot["role"]) == (house.board.id, house.björn.id, "participant")
    assert (boot["workshop"]["code"], boot["workshop"]["join"], boot["workshop"]["qr"]) == (None, None, None)
    assert boot["urls"]["leave"] == f"/workshops/{house.live.id}/take-part"
    assert set(boot["urls"]) == {"state", "floor", "read", "challenge", "leave", "accessibility", "privacy"}
    assert boot["floor"] == f"floor:{house.live.id}"
    assert boot["urls"]["floor"] == f"/api/v1/workshops/{house.live.id}/floor/state"
    assert boot["method"]["key"] == "service_path"
    assert [board["id"] for board in boot["boards"]] == [house.board.id]


def test_a_facilitator_s_page_holds_the_invitation(standing_house: House):
    boot = boot_of(standing_house, "aino")

    assert boot["role"] == "facilitator"
    assert boot["workshop"]["code"] == standing_house.live.code
    assert boot["workshop"]["join"] == f"http://localhost/j/{standing_house.live.code}"
    assert boot["workshop"]["qr"].startswith("<svg")
    assert "style" not in boot["workshop"]["qr"]
    assert boot["urls"]["close"] == f"/workshops/{standing_house.live.id}/close"


def test_the_seat_ends_with_the_guest_s_place(house: House):
    token = boot_of(house, "björn")["token"]

    house.browsers["björn"].post(f"/workshops/{house.live.id}/take-part/leave")

    assert access.bearer(token) is None


def test_a_title_cannot_break_out_of_the_page_s_data(house: House):
    house.browsers["aino"].post(f"/boards/{house.board.id}/edit", data={"title": "</script><script>alert(1)</script>"})

    assert boot_of(house, "björn")["board"]["title"] == "</script><script>alert(1)</script>"


def test_without_a_script_the_board_can_be_read(standing_house: House):
    house = standing_house
    page = house.browsers["björn"].get(f"/boards/{house.board.id}").text
    read = house.browsers["björn"].get(f"/boards/{house.board.id}/read").text

    assert "<noscript>" in page
    assert f'href="/boards/{house.board.id}/read"' in page
    assert "Lomake on vain suomeksi" in read


def test_what_is_written_in_silence_is_on_no_page(house: House):
    silence = {"id": str(uuid.uuid4()), "type": "mode.set", "mode": "silent"}
    rooms.submit(house.board.id, [silence], rooms.SYSTEM)
    write(house.board, house.björn, "KANARIALINTU", order="a1")

    pages = [
        house.browsers[person].get(path).text
        for person in ("aino", "björn")
        for path in (f"/boards/{house.board.id}", f"/boards/{house.board.id}/read")
    ]
    saved = house.browsers["aino"].post(f"/boards/{house.board.id}/confirm", follow_redirects=True).text

    assert [page for page in (*pages, saved) if "KANARIALINTU" in page] == []


def test_the_challenge_is_told_to_the_board_and_has_a_page_to_print(house: House):
    path = f"/boards/{house.board.id}/challenge"
    told = boot_of(house, "björn")["challenge"]
    page = house.browsers["björn"].get(path)
    with transaction():
        house.project.challenge = ""

    assert (told["title"], told["text"]) == ("Yrityksen perustaminen", "Sama tieto kysytään monesti")
    assert "Sama tieto kysytään monesti" in page.text
    assert boot_of(house, "björn")["challenge"] is None
    assert house.browsers["björn"].get(path).status_code == 404
