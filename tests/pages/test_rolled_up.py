"""Maps told together: a workshop's groups, a programme's projects by region and size."""

from __future__ import annotations

import re

from facilitator.engine import Actor
from facilitator.live import rooms
from facilitator.planning import groups, projects
from facilitator.planning.closing import confirm_board
from tests.live.setting import note
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


def heads(page: str) -> list[str]:
    """The columns after the sums, with how many maps each has."""
    (found,) = re.findall(r"<thead>(.*?)</thead>", page[page.index('aria-labelledby="recurring"') :], re.S)
    titles = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', found)[4:]
    return [re.sub(r"<[^>]+>+", " ", each).strip() for each in titles]


def make_copy(house: House, workshop, text: str, title: str, **whose) -> None:
    board = make_board(workshop, method="blank_with_zones", title=title, **whose)
    rooms.submit(board.id, [note(text, kind="question", zone="zone:open")], Actor(house.aino.id, "facilitator"))
    confirm_board(board, house.aino.id)


def test_projects_are_counted_by_region_and_narrowed_by_size(house: House):
    for title, region, size in (("Kangasala", "06", "20_50"), ("Nokia", "06", "20_50"), ("Inari", "19", "5_20")):
        project = make_project(house.programme, title=title, region=region, size=size)
        make_copy(house, make_workshop(project), "Kuka maksaa?", title)
    make_copy(house, house.live, "Kuka maksaa?", "Tyhjä")

    def page(asks: str) -> str:
        address = f"/programmes/{house.programme.id}/together?method=blank_with_zones&{asks}"
        return house.browsers["aino"].get(address).text

    by_region, narrowed, silent = page("by=region"), page("by=region&size=20_50"), page("by=region&region=unknown")

    assert heads(by_region) == ["Pirkanmaa  2 karttaa", "Lappi  1 kartta", "Ei kerrottu  1 kartta"]
    assert cells(by_region, "Kuka maksaa?") == ["4", "4", "0", "2", "1", "1"]
    assert "Mukana ovat kaikki 4 karttaa." in by_region
    assert "Maakunta on kerrottu 3 kartasta. Koko on kerrottu 3 kartasta." in by_region
    assert cells(narrowed, "Kuka maksaa?") == ["2", "2", "0", "2"]
    assert "Mukana on 2 karttaa; kaikkiaan karttoja on 4." in narrowed
    assert '<option value="20_50" selected>20 000–49 999 asukasta (2)</option>' in narrowed
    assert "Mukana on 1 kartta; kaikkiaan karttoja on 4." in silent
    assert "Mukana ovat kaikki 4 karttaa." in page("size=over_100"), "what is not offered is not asked"


def test_the_sentences_read_well_for_one_map_and_for_none_told(house: House):
    def page() -> str:
        return house.browsers["aino"].get(f"/programmes/{house.programme.id}/together?method=blank_with_zones").text

    make_copy(house, house.live, "Kuka maksaa?", "Yksin")
    assert "Mukana on 1 kartta." in page()
    assert "Maakuntaa ei ole kerrottu. Kokoa ei ole kerrottu." in page()

    projects.change_project(house.project, house.project.title, region="06", size="20_50")
    assert "Sen maakunta on kerrottu. Sen koko on kerrottu." in page()

    make_copy(house, make_workshop(make_project(house.programme, title="Inari")), "Kuka maksaa?", "Toinen")
    assert "Maakunta on kerrottu yhdestä kartasta. Koko on kerrottu yhdestä kartasta." in page()


def test_the_table_comes_along_as_csv(house: House):
    """What the page shows, with what a spreadsheet would run made text; for the programme's people alone."""
    for title, region in (("Kangasala", "06"), ("Inari", "19")):
        project = make_project(house.programme, title=title, region=region)
        make_copy(house, make_workshop(project), "=1+1", title)
    where = f"/programmes/{house.programme.id}/together"

    page = house.browsers["aino"].get(f"{where}?by=region&region=19").text
    (address,) = re.findall(r'href="([^"]*together\.csv[^"]*)"', page)
    assert address.replace("&amp;", "&") == f"{where}.csv?method=blank_with_zones&by=region&region=19"
    answer = house.browsers["aino"].get(f"{where}.csv?by=region")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="blank_with_zones-together.csv"'
    assert answer.get_data(as_text=True).split("\r\n") == [
        "\ufeffTaulukko;Otsikko;Karttoja;Laput;Äänet;Pirkanmaa (1);Lappi (1)",
        "Kohdat;Mikä on auki;2;2;;1;1",
        "Toistuvat laput;'=1+1;2;2;0;1;1",
        "",
    ]
    assert house.browsers["chloé"].get(f"{where}.csv").status_code == 404
    asked = f"/workshops/{house.live.id}/together.csv"
    assert house.browsers["aino"].get(asked).status_code == 404, "nothing is in the record"


def test_groups_say_whose_they_are_before_their_project_does(house: House):
    """Kangasala and Inari say their region and Rauma does not: its project's would be a guess. None says a size."""
    browser, workshop = house.browsers["aino"], make_workshop(house.project, title="Kunnat")
    projects.change_project(house.project, house.project.title, region="01", size="over_100")
    made = {name: groups.create_group(workshop, name) for name in ("Kangasala", "Inari", "Rauma")}
    for name, group in made.items():
        make_copy(house, workshop, "Kuka maksaa?", name, group=group)
    make_copy(house, workshop, "Kuka maksaa?", "Yhteinen")

    address = f"/workshops/{workshop.id}/groups/where"
    told = {f"region-{made['Kangasala'].id}": "06", f"region-{made['Inari'].id}": "19"}
    assert 'aria-label="Maakunta: Kangasala"' in browser.get(address).text
    assert "2 ryhmän tiedot muutettiin." in browser.post(address, data=told, follow_redirects=True).text

    region, size = (browser.get(f"/workshops/{workshop.id}/together?by={by}").text for by in ("region", "size"))
    assert heads(region) == ["Uusimaa  1 kartta", "Pirkanmaa  1 kartta", "Lappi  1 kartta", "Ei kerrottu  1 kartta"]
    assert heads(size) == ["Vähintään 100 000 asukasta  4 karttaa"]
    assert f'<a href="{address}">Kerro ryhmien maakunnat ja koot</a>' in region
    assert "Pirkanmaa" in browser.get(f"/workshops/{workshop.id}").text


def test_region_and_size_are_told_in_the_project_and_kept(house: House):
    browser, address = house.browsers["aino"], f"/projects/{house.project.id}/edit"

    browser.post(address, data={"title": "Polku", "region": "06", "size": "20_50"})
    page = browser.get(address).text

    assert '<option selected value="06">Pirkanmaa</option>' in page
    assert '<option selected value="20_50">20 000–49 999 asukasta</option>' in page
    assert browser.post(address, data={"title": "Polku", "region": "99", "size": ""}).status_code == 400


def test_a_method_that_nobody_used_is_not_there(house: House):
    assert house.browsers["aino"].get(f"/programmes/{house.programme.id}/together?method=pain_grid").status_code == 404
