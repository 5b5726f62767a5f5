"""A workshop by clicks alone: nothing is dragged, and keys only write text (2.5.7)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.people import wait_out, wait_until_saved
from tests.browser.setting import Setting

Open = Callable[..., Page]
Workshops = Callable[..., Setting]

DESKTOP = {"width": 1440, "height": 900}
FIND = "Etsin tietoa · Asiakas tekee"


class Mouse:
    """Clicks what it sees."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tools = page.get_by_role("toolbar", name="Työkalut")
        self.dialog = page.get_by_role("dialog")

    def press(self, name: str, within: Locator | None = None) -> None:
        """A button, by its whole name."""
        (within or self.page).get_by_role("button", name=name, exact=True).click()

    def write(self, text: str) -> None:
        """Into the field that is open."""
        self.page.get_by_label("Lapun teksti").fill(text)

    def note(self, text: str, zone: str = "") -> Locator:
        """A note, by what is written on it; zone: only there."""
        place = self.page.get_by_role("list", name=zone, exact=True) if zone else self.page
        return place.get_by_role("group", name=text)


@pytest.fixture
def mouse(open_as_guest: Open, workshop: Workshops) -> tuple[Setting, Mouse]:
    """Björn on the map of a board with two notes."""
    setting = workshop("Työpaja", "service_path", "pain_grid")
    for text in ("Löydän ohjeet", "Kysyn neuvojalta"):
        setting.write(text, "zone:find/step", "step")
    page = open_as_guest(setting, "Björn", viewport=DESKTOP)
    page.get_by_role("link", name="Palvelupolku").click()
    return setting, Mouse(page)


def test_notes_are_added_written_moved_removed_and_restored(mouse: tuple[Setting, Mouse]) -> None:
    _, björn = mouse

    björn.press(f"Lisää lappu kohtaan: {FIND}")
    björn.write("Luen ohjeen")
    björn.press("Lisää")
    björn.press("Sulje")
    björn.note("Luen ohjeen").click()
    björn.press("Kirjoita", björn.tools)
    björn.write("Luen ohjeen kahdesti")
    björn.note("Löydän ohjeet").click()
    expect(björn.note("Luen ohjeen kahdesti", FIND)).to_be_visible()

    björn.note("Luen ohjeen kahdesti").click()
    björn.press("Siirrä…", björn.tools)
    björn.dialog.get_by_label("Kohta", exact=True).select_option("Odotan · Asiakas tekee")
    björn.press("Siirrä", björn.dialog)
    expect(björn.note("Luen ohjeen kahdesti", "Odotan · Asiakas tekee")).to_be_visible()
    björn.press("Kumoa siirto", björn.tools)
    expect(björn.note("Luen ohjeen kahdesti", FIND)).to_be_visible()
    björn.press("Tee uudelleen")
    expect(björn.note("Luen ohjeen kahdesti", "Odotan · Asiakas tekee")).to_be_visible()

    björn.press("Poista", björn.tools)
    expect(björn.note("Luen ohjeen kahdesti")).to_have_count(0)
    björn.press("Nuolet ja teemat")
    björn.press("Näytä poistetut")
    björn.press("Palauta: Luen ohjeen kahdesti")
    björn.press("Sulje")
    expect(björn.note("Luen ohjeen kahdesti", "Odotan · Asiakas tekee")).to_be_visible()


def test_two_notes_are_linked_and_gathered_under_a_theme(mouse: tuple[Setting, Mouse]) -> None:
    setting, björn = mouse

    björn.note("Löydän ohjeet").click()
    björn.press("Lisää nuoli…", björn.tools)
    björn.dialog.get_by_label("Mihin", exact=True).select_option("Kysyn neuvojalta")
    björn.press("Lisää nuoli", björn.dialog)
    björn.press("Teemaksi…", björn.tools)
    björn.dialog.get_by_label("Teeman nimi").fill("Neuvonta")
    björn.dialog.get_by_role("checkbox", name="Kysyn neuvojalta").check()
    björn.press("Kokoa", björn.dialog)

    expect(björn.note("Kysyn neuvojalta").get_by_text("Neuvonta")).to_be_visible()
    wait_until_saved(björn.page)
    board = setting.boards["service_path"]
    assert len(setting.rest.items(board, "link")) == 1
    assert [len(each["notes"]) for each in setting.rest.items(board, "cluster")] == [2]


def test_the_list_and_the_next_board_do_the_same(mouse: tuple[Setting, Mouse]) -> None:
    setting, björn = mouse

    björn.press("Lista")
    björn.note("Löydän ohjeet").click()
    actions = björn.page.get_by_role("group", name="Lapun toiminnot")
    björn.press("Siirrä…", actions)
    björn.dialog.get_by_label("Kohta", exact=True).select_option("Odotan · Asiakas tekee")
    björn.press("Siirrä", björn.dialog)
    expect(björn.note("Löydän ohjeet", "Odotan · Asiakas tekee")).to_be_visible()

    björn.press("Vaihda taulua")
    björn.page.get_by_role("link", name="Kipupisteet").click()
    expect(björn.page).to_have_url(setting.board("pain_grid"))
    björn.press("Lisää lappu", björn.tools)
    björn.dialog.get_by_label("Lapun teksti").fill("Jonot ovat pitkiä")
    björn.dialog.get_by_label("Kuinka pahasti", exact=True).select_option("5 · Estää etenemisen")
    björn.press("Lisää", björn.dialog)
    expect(björn.note("Jonot ovat pitkiä")).to_be_visible()


_IS_DRAWN = """([part, how, than]) => {
  const { height } = part.getBoundingClientRect()
  return how === 'taller' ? height > than : height < than
}"""


def test_zoom_is_in_buttons(mouse: tuple[Setting, Mouse]) -> None:
    _, björn = mouse
    text = björn.page.get_by_text("Löydän ohjeet", exact=True).element_handle()
    before = text.evaluate("text => text.getBoundingClientRect().height")

    björn.press("Suurenna")
    björn.page.wait_for_function(_IS_DRAWN, arg=[text, "taller", before])
    björn.press("Pienennä")
    björn.press("Pienennä")
    björn.page.wait_for_function(_IS_DRAWN, arg=[text, "lower", before])
    björn.press("Sovita")
    expect(björn.note("Löydän ohjeet")).to_be_in_viewport()


def test_a_facilitator_leads_from_silence_to_the_record(
    open_as_facilitator: Open, open_as_guest: Open, workshop: Workshops, tmp_path: Path
) -> None:
    setting = workshop("Hiiripaja")
    björn = Mouse(open_as_guest(setting, "Björn", viewport=DESKTOP))
    aino = Mouse(open_as_facilitator(setting.plan, leads=True, viewport=DESKTOP))
    aino.page.get_by_role("link", name="Taululle Palvelupolku").click()

    aino.press("Ohjaus")
    aino.press("Ota käyttöön: Kirjoitetaan itsekseen", aino.dialog)
    expect(björn.page.get_by_text("Nyt: Kirjoitetaan itsekseen")).to_be_visible()
    björn.press(f"Lisää lappu kohtaan: {FIND}")
    björn.write("Salainen")
    björn.press("Lisää")
    expect(aino.page.get_by_text("Itsekseen kirjoitettu: 1 lappu").first).to_be_visible()
    expect(aino.note("Salainen")).to_have_count(0)
    aino.press("Näytä kaikille", aino.dialog)
    wait_out(aino.page, "1 lappu näkyy kaikille.")
    expect(aino.page.get_by_text("Nyt: Kirjoitetaan ja järjestellään")).to_be_visible()

    aino.press("Ohjaus")
    aino.dialog.get_by_label("Ääniä jokaiselle").fill("1")
    aino.press("Avaa äänestys", aino.dialog)
    björn.press("Anna ääni: Salainen")
    expect(björn.page.get_by_text("0/1 ääntä jäljellä")).to_be_visible()
    wait_until_saved(björn.page)
    aino.press("Päätä äänestys", aino.dialog)
    wait_out(aino.page, "Tulokset näytetään kaikille.")
    expect(björn.note("Salainen").get_by_text("1 ääni")).to_be_attached()

    aino.press("Ohjaus")
    aino.dialog.get_by_role("link", name="Päätä työpaja…").click()
    aino.press("Päätä työpaja")
    aino.page.get_by_role("link", name="Projektin tuotokset").click()
    aino.page.get_by_role("rowheader", name="Palvelupolku").get_by_role("link").click()
    with aino.page.expect_download() as download:
        aino.page.get_by_role("link", name="Lataa CSV").click()
    download.value.save_as(tmp_path / "tables.zip")
    assert (tmp_path / "tables.zip").read_bytes()[:2] == b"PK"
