"""Writing as fast as thought: what only a real pointer, a real clipboard and a real page can show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.people import wait_for_keys, wait_until_saved
from tests.browser.rest import Rest
from tests.browser.setting import Setting, make_setting

DESKTOP = {"width": 1440, "height": 900}


class Writer:
    """Björn on the map, with a mouse and a clipboard."""

    def __init__(self, setting: Setting, page: Page) -> None:
        self.setting, self.page = setting, page
        self.field = page.get_by_role("textbox", name="Lapun teksti")

    def open(self, method: str, ground: str) -> Locator:
        """A board, and the part of its picture that is written on."""
        self.page.goto(self.setting.board(method))
        found = self.page.locator(ground)
        expect(found).to_be_visible()
        wait_until_saved(self.page)  # nothing that comes now moves it
        wait_for_keys(self.page)
        return found

    def at(self, ground: Locator, across: float, down: float) -> tuple[float, float]:
        """A point of it by shares of its width and height."""
        box = ground.bounding_box()
        assert box
        return box["x"] + box["width"] * across, box["y"] + box["height"] * down

    def paste(self, text: str) -> None:
        """As from another program."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+v")

    def notes(self, method: str) -> list[dict[str, Any]]:
        """What the board has, once all is saved."""
        wait_until_saved(self.page)
        return self.setting.rest.items(self.setting.boards[method], "note")


@pytest.fixture(scope="module")
def björn(rest: Rest, browser: Browser, base_url: str) -> Iterator[Writer]:
    """One page and one workshop for all that follows; each test writes on a board of its own."""
    setting = make_setting(rest, "Kirjoittaminen", ("service_path", "pain_grid", "stakeholder_onion"))
    context = browser.new_context(
        base_url=base_url,
        locale="fi-FI",
        viewport=DESKTOP,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    page.goto(setting.door)
    page.get_by_label("Nimesi tai nimimerkkisi").fill("Björn")
    page.get_by_role("button", name="Liity työpajaan").click()
    page.wait_for_url("**/take-part")
    yield Writer(setting, page)
    context.close()


def test_a_double_click_on_a_plane_writes_there_again_and_again(björn: Writer) -> None:
    plane = björn.open("pain_grid", ".plane-ground")

    björn.page.mouse.dblclick(*björn.at(plane, 0.8, 0.25))
    for text in ("Jonot ovat pitkiä", "Lomake on vaikea"):
        björn.field.fill(text)
        björn.field.press("Enter")
    expect(björn.field).to_have_value("")
    björn.field.press("Escape")

    expect(björn.field).to_have_count(0)
    places = [(round(note["x"], -2), round(note["y"], -2)) for note in björn.notes("pain_grid")]
    assert places == [(8000, 7500)] * 2


def test_n_writes_into_the_ring_under_the_pointer(björn: Writer) -> None:
    rings = björn.open("stakeholder_onion", ".rings")

    björn.page.mouse.move(*björn.at(rings, 0.5, 0.93))
    björn.page.keyboard.press("n")
    björn.field.fill("Kela")
    björn.field.press("Enter")

    expect(björn.page.get_by_role("list", name="Välillisesti mukana").get_by_text("Kela")).to_be_visible()
    (note,) = björn.notes("stakeholder_onion")
    assert (note["zone"], note["angle"]) == ("zone:indirect", 1800)


def test_a_pasted_page_becomes_its_lines_and_all_are_saved(björn: Writer) -> None:
    cell = björn.open("service_path", '.cell[data-zone="zone:find/step"]')
    lines = [f"Rivi {number}" for number in range(400)]

    björn.page.mouse.dblclick(*björn.at(cell, 0.95, 0.9))
    expect(björn.field).to_be_focused()
    björn.paste("\n".join(f"• {line}" for line in lines))
    björn.page.get_by_role("button", name="400 lappua").click()

    expect(björn.page.get_by_role("list", name="Etsin tietoa · Asiakas tekee").get_by_role("listitem")).to_have_count(
        400
    )
    in_order = sorted(björn.notes("service_path"), key=lambda note: str(note["order"]))
    assert [note["text"] for note in in_order] == lines


def test_the_search_goes_to_notes_that_are_not_in_view(björn: Writer) -> None:
    björn.open("service_path", '.cell[data-zone="zone:find/step"]')

    björn.page.keyboard.press("/")
    björn.page.keyboard.type("RIVI 399")
    expect(björn.page.get_by_role("search").get_by_text("1 lappu", exact=True)).to_be_visible()
    björn.page.keyboard.press("Enter")

    expect(björn.page.get_by_text("Rivi 399", exact=True)).to_be_in_viewport()
    björn.page.keyboard.press("Escape")
    expect(björn.page.get_by_role("group", name="Rivi 399")).to_be_focused()


def test_notes_in_a_frame_are_chosen_and_dragged_together(björn: Writer) -> None:
    rings = björn.open("stakeholder_onion", ".rings")
    mouse = björn.page.mouse
    for number, angle in enumerate((300, 900, 2700)):
        text = f"Toimija {number}"
        björn.setting.write(text, "zone:direct", "customer", "stakeholder_onion", angle=angle, order=f"a{number}")
        expect(björn.page.get_by_text(text)).to_be_visible()

    björn.page.keyboard.down("Shift")
    mouse.move(*björn.at(rings, 0.02, 0.05))
    mouse.down()
    mouse.move(*björn.at(rings, 0.98, 0.8), steps=3)
    mouse.up()
    björn.page.keyboard.up("Shift")
    expect(björn.page.get_by_role("toolbar").get_by_text("3 lappua valittu")).to_be_visible()

    box = björn.page.get_by_role("group", name="Toimija 1").bounding_box()
    assert box
    mouse.move(box["x"] + 12, box["y"] + 8)
    mouse.down()
    mouse.move(*björn.at(rings, 0.5, 0.5), steps=4)
    mouse.up()

    core = björn.page.get_by_role("list", name="Ydin")
    expect(core.get_by_role("listitem")).to_have_count(3)
    björn.page.keyboard.press("Control+z")
    expect(core).to_have_count(0)
    wait_until_saved(björn.page)


def test_a_note_dropped_outside_every_place_stays_and_that_is_said(björn: Writer) -> None:
    rings = björn.open("stakeholder_onion", ".rings")

    box = björn.page.get_by_role("group", name="Kela").bounding_box()
    assert box
    björn.page.mouse.move(box["x"] + 12, box["y"] + 8)
    björn.page.mouse.down()
    björn.page.mouse.move(*björn.at(rings, 0.01, 0.99), steps=4)
    björn.page.mouse.up()

    expect(björn.page.locator(".moved-strip")).to_contain_text("Lappu pysyi paikallaan.")
    expect(björn.page.get_by_role("list", name="Välillisesti mukana").get_by_text("Kela")).to_be_visible()


def test_notes_are_copied_as_text_and_pasted_as_notes(björn: Writer) -> None:
    rings = björn.open("stakeholder_onion", ".rings")
    björn.page.get_by_role("group", name="Kela").click()

    björn.page.keyboard.press("Control+c")
    assert björn.page.evaluate("navigator.clipboard.readText()") == "Kela"
    björn.page.mouse.move(*björn.at(rings, 0.5, 0.5))
    björn.page.keyboard.press("Control+v")

    core = björn.page.get_by_role("list", name="Ydin")
    expect(core.get_by_role("listitem")).to_have_count(1)
    copies = [note for note in björn.notes("stakeholder_onion") if note["text"] == "Kela"]
    assert sorted(note["zone"] for note in copies) == ["zone:core", "zone:indirect"]
    assert len({note["kind"] for note in copies}) == 1
