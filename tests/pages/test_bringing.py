"""Bringing notes made elsewhere, as a page without a line of JavaScript."""

from __future__ import annotations

import html
import io
import re
from typing import Any

from facilitator.live import rooms
from tests.pages.house import House

TABLE = "Nro;Teksti;Laji\r\n1;Jono <b>on</b> pitkä;Kipupiste\r\n2;;\r\n3;Hae lupa;Askel\r\n".encode("cp1252")


def send(house: House, who: str = "aino", **data: Any) -> Any:
    return house.browsers[who].post(f"/boards/{house.board.id}/bring", data=data, content_type="multipart/form-data")


def send_whole(house: House, body: bytes) -> int:
    """A large file, as a browser sends it; the client's own way would leave a file open."""
    head = b'--end\r\nContent-Disposition: form-data; name="file"; filename="suuri.csv"\r\n\r\n'
    answer = house.browsers["aino"].post(
        f"/boards/{house.board.id}/bring",
        data=head + body + b"\r\n--end--\r\n",
        content_type="multipart/form-data; boundary=end",
    )
    return answer.status_code


def kept(page: str) -> dict[str, str]:
    """What the page holds of what was looked at."""
    fields = re.findall(r'<input[^>]*name="(kept|name|act)"[^>]*value="([^"]*)"', page)
    chosen = re.findall(r'<select id="column-(\d+)".*?<option value="([^"]*)" selected', page, re.DOTALL)
    return {name: html.unescape(value) for name, value in fields} | {f"column-{at}": role for at, role in chosen}


def texts(house: House) -> list[str]:
    return sorted(item["text"] for key, item in rooms.state(house.board.id).items.items() if key.startswith("note:"))


def test_a_table_is_seen_then_brought_then_taken_back(house: House):
    before = texts(house)

    look = send(house, file=(io.BytesIO(TABLE), "laput.csv"))
    seen = texts(house)
    done = send(house, deed="bring", **kept(look.text))
    brought = texts(house)
    back = re.search(r'action="(/boards/[^"]+/back)"', done.text)
    assert back
    house.browsers["aino"].post(back[1])

    assert look.status_code == 200
    assert "Jono &lt;b&gt;on&lt;/b&gt; pitkä" in look.text
    assert "windows-1252" in look.text
    assert seen == before
    assert brought == sorted([*before, "Jono <b>on</b> pitkä", "Hae lupa"])
    assert texts(house) == before


def test_columns_can_be_chosen_otherwise(house: House):
    look = send(house, file=(io.BytesIO(TABLE), "laput.csv"))

    send(house, deed="bring", **(kept(look.text) | {"column-0": "text", "column-1": ""}))

    assert {"1", "2", "3"} <= set(texts(house))


def test_columns_that_cannot_be_are_named_and_the_file_stays(house: House):
    look = send(house, file=(io.BytesIO(TABLE), "laput.csv"))
    before = texts(house)

    twice = send(house, deed="bring", **(kept(look.text) | {"column-0": "text"}))
    none = send(house, deed="bring", **(kept(look.text) | {"column-1": ""}))

    assert (twice.status_code, none.status_code) == (400, 400)
    assert kept(none.text)["kept"] == kept(look.text)["kept"]
    assert texts(house) == before


def test_sending_the_page_again_brings_nothing_twice(house: House):
    look = send(house, pasted="- Jono\n- Haku")
    sent = kept(look.text)
    send(house, deed="bring", **sent)
    once = texts(house)

    again = send(house, deed="bring", **sent)

    assert again.status_code == 400
    assert texts(house) == once


def test_a_file_larger_than_other_forms_may_be_is_taken_and_a_larger_one_refused(house: House):
    body = b"Teksti;Muu\r\nJono;" + b"\r\nJono;".join(b"x" * 100_000 for _ in range(20))

    assert send_whole(house, body) == 200
    assert send_whole(house, b"x" * (8 << 20) + b"y") == 400
    assert send_whole(house, b"x" * (12 << 20)) == 413


def test_what_was_kept_is_not_trusted(house: House):
    before = texts(house)

    for wrong in ("%%%", "aGVp", "eJzLSM3JyQcABiwCFQ"):
        assert send(house, deed="bring", kept=wrong).status_code == 400

    assert texts(house) == before


def test_only_those_who_lead_are_let_in(house: House):
    assert send(house, "björn", pasted="Jono").status_code == 302
    assert send(house, "chloé", pasted="Jono").status_code == 404
