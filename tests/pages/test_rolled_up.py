"""Maps told together: a workshop's groups, a programme's projects by region and size."""

from __future__ import annotations

import re

from facilitator.planning import projects
from facilitator.planning.closing import confirm_board
from tests.makers import make_board, make_project, make_workshop
from tests.pages.house import House, write


def cells(page: str, row: str) -> list[str]:
    """What stands in a row of a table, after its title."""
    (found,) = re.findall(rf'<tr><th scope="row">{re.escape(row)}</th>(.*?)</tr>', page, re.S)
    return re.findall(r"<td[^>]*>(.*?)</td>", found)


def test_the_groups_of_a_workshop_share_what_they_wrote(house: House):
    other = make_board(house.live, title="Ryhmä 2")
    write(house.board, house.björn, "Sama tieto kysytään", order="a1")
    write(other, house.björn, "sama tieto kysytään", order="a1")
    for board in (house.board, other):
        confirm_board(board, house.aino.id)

    page = house.browsers["aino"].get(f"/workshops/{house.live.id}/together").text

    assert '<th scope="col">Ryhmä 2</th>' in page
    assert cells(page, "Sama tieto kysytään") == ["2", "2", "0", "1", "1"]
    assert "Mukana 2 karttaa." in page
    assert f"/workshops/{house.live.id}/together" in house.browsers["aino"].get(f"/workshops/{house.live.id}").text


def test_projects_are_counted_by_region_and_by_size(house: House):
    for title, region in (("Kangasala", "06"), ("Lempäälä", "06"), ("Inari", "19")):
        project = make_project(house.programme, title=title, region=region)
        board = make_board(make_workshop(project), method="blank_with_zones")
        confirm_board(board, house.aino.id)
    projects.change_project(house.project, house.project.title, size="5_20")
    confirm_board(make_board(house.live, title="Tyhjä", method="blank_with_zones"), house.aino.id)

    def heads(by: str) -> list[str]:
        address = f"/programmes/{house.programme.id}/together?method=blank_with_zones&by={by}"
        return re.findall(
            r'<option value="blank_with_zones" selected>(.*?)</option>', house.browsers["aino"].get(address).text
        )

    assert heads("region") == heads("size")
    assert heads("region")[0].endswith("(4)")


def test_region_and_size_are_told_in_the_project_and_kept(house: House):
    browser, address = house.browsers["aino"], f"/projects/{house.project.id}/edit"

    browser.post(address, data={"title": "Polku", "region": "06", "size": "20_50"})
    page = browser.get(address).text

    assert '<option selected value="06">Pirkanmaa</option>' in page
    assert '<option selected value="20_50">20 000–50 000 asukasta</option>' in page
    assert browser.post(address, data={"title": "Polku", "region": "99", "size": ""}).status_code == 400


def test_a_method_that_nobody_used_is_not_there(house: House):
    assert house.browsers["aino"].get(f"/programmes/{house.programme.id}/together?method=pain_grid").status_code == 404
