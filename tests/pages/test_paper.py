"""Any board on paper, empty: every place is a box somewhere, with the code, in the reader's language."""

from __future__ import annotations

import re
from typing import Any

import pytest

from facilitator import methods
from facilitator.pages.paper_sheets import SIZES, Sheet, sheets
from tests.artefacts.makers import board
from tests.pages.house import House


def drawn(key: str, size: str = "a4", language: str = "fi", **items: Any) -> list[Sheet]:
    return sheets(methods.load(key), board(key, **items), size, language)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", [each["key"] for each in methods.catalogue()])
def test_every_place_of_every_method_is_on_some_sheet(key: str, size: str):
    found = drawn(key, size)
    items = board(key)
    cells = sum("lane" in zone and "phase" in zone for zone in items.values())
    plain = [
        zone["title"]["fi"]
        for name, zone in items.items()
        if name.startswith("zone:") and name != "zone:unplaced" and not zone.keys() & {"axis", "phase", "lane"}
    ]

    assert sum(sum(map(sum, sheet.taken)) for sheet in found) == cells
    assert sorted(place.title for sheet in found for place in sheet.places) == sorted(plain)
    assert found


def test_a_table_is_cut_into_even_parts():
    titles = [f"Vaihe {at}" for at in range(7)]
    phases = {
        f"zone_more{at}": {"title": title, "sort": "flow", "accepts": [], "axis": "phase", "order": f"b{at}1"}
        for at, title in enumerate(titles)
    }
    cells = {
        f"zone_more{at}/pain": {"title": "", "sort": "flow", "accepts": ["pain_point"], "phase": f"zone:more{at}"}
        | {"lane": "zone:pain"}
        for at in range(7)
    }

    tables = [sheet for sheet in drawn("service_path", **phases, **cells) if sheet.sort == "table"]
    per_lane = [sheet for sheet in tables if any(row.title == "Kipupisteet" for row in sheet.rows)]

    assert [len(sheet.columns) for sheet in per_lane] == [4, 4, 4]
    assert [column.title for sheet in per_lane for column in sheet.columns][-7:] == titles


def test_the_core_of_an_onion_lies_in_all_other_rings():
    (sheet,) = (each for each in drawn("stakeholder_onion") if each.sort == "rings")

    widths = [ring.width for ring in sheet.rings]
    assert widths == sorted(widths, reverse=True)
    assert sheet.rings[-1].title == sheet.places[0].title
    assert len({ring.title_at for ring in sheet.rings}) == len(sheet.rings)


def test_a_plane_says_its_axes_and_quarters_in_the_language():
    (sheet,) = (each for each in drawn("pain_grid", language="sv") if each.sort == "plane")

    assert sheet.axes is not None
    assert sheet.axes["x"]["title"] == "Hur ofta"
    assert sheet.axes["y"]["high"] == "Hindrar helt"


def test_the_page_has_the_code_the_way_in_and_the_question(standing_house: House):
    house = standing_house
    page = house.browsers["aino"].get(f"/boards/{house.board.id}/paper?size=a3")
    code = re.search(r'<strong class="code">([^<]+)</strong>', page.text)

    assert page.status_code == 200
    assert code
    assert "".join(code[1].split()) == house.board.workshop.code
    assert 'class="paper a3"' in page.text
    assert f'src="/workshops/{house.live.id}/code.svg"' in page.text
    assert page.text.count('<section class="sheet"') >= 1


def test_an_unknown_size_is_the_usual_one(standing_house: House):
    page = standing_house.browsers["aino"].get(f"/boards/{standing_house.board.id}/paper?size=<b>").text

    assert 'class="paper a4"' in page


def test_only_those_who_lead_are_let_in(standing_house: House):
    house = standing_house
    address = f"/boards/{house.board.id}/paper"

    assert house.browsers["björn"].get(address).status_code == 302
    assert house.browsers["chloé"].get(address).status_code == 404
