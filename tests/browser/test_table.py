"""The table is a view of its own: worked in by keys alone on a wide screen, and with a thumb on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import Axe
from tests.browser.keyboard import Keyboard
from tests.browser.people import wait_until_saved
from tests.browser.rest import named
from tests.browser.setting import Setting
from tests.browser.test_narrow import too_small, too_wide

Open = Callable[..., Page]
Workshops = Callable[..., Setting]

DESKTOP = {"width": 1440, "height": 900}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
FIND = "zone:find/step"
PATH = "service_path"


def row(page: Page, text: str) -> Locator:
    """The cell that names a note's row."""
    return page.get_by_role("rowheader", name=text)


def cell(page: Page, text: str) -> Locator:
    """Any other cell, by all that it says."""
    return page.get_by_role("gridcell", name=text, exact=True)


def begun(workshop: Workshops) -> Setting:
    """A service path with two steps, whose phases everybody may name."""
    setting = workshop()
    for text in ("Löydän ohjeet", "Kysyn neuvojalta"):
        setting.write(text, FIND, "step")
    setting.operate("board.set", fields={"shaped_by": "everybody"})
    return setting


def test_a_participant_fills_the_table_by_keys_alone(open_as_guest: Open, workshop: Workshops, axe: Axe) -> None:
    setting = begun(workshop)
    page = open_as_guest(setting, "Björn", viewport=DESKTOP)
    keys, dialog = Keyboard(page, hurries=True), page.get_by_role("dialog")
    page.get_by_role("button", name="Valikko").focus()
    page.keyboard.press("Enter")
    keys.activate(dialog.get_by_role("button", name="Näytä taulukkona"))
    keys.to(row(page, "Löydän ohjeet"))

    page.keyboard.press("n")
    keys.write("Soitan neuvontaan")
    keys.press("Enter", "Escape")
    keys.arrow_to(row(page, "Soitan neuvontaan"))
    keys.press("Enter")
    keys.write(" heti")
    keys.press("Enter")
    keys.holds(row(page, "Soitan neuvontaan heti"))
    keys.press("i")
    keys.to(dialog.get_by_label("Tarve, kysymys tai odotus"))
    keys.write("Saanko ajan?")
    page.keyboard.press("Escape")
    keys.holds(row(page, "Soitan neuvontaan heti"))
    expect(cell(page, "Saanko ajan?")).to_be_visible()
    keys.press("ArrowRight", "Enter")
    keys.choose(page.get_by_role("combobox", name="Paikka"), "Odotan")
    keys.press("Enter")
    expect(cell(page, "Odotan · Asiakas tekee")).to_be_visible()
    assert axe.faults(page) == []

    setting.operate("ballot.open", ballot=named("ballot"), title="Mikä ensin?", each=2, per_note=2, over="notes")
    keys.press("Home", "ArrowRight")
    keys.arrow_to(row(page, "Kysyn neuvojalta"), "ArrowUp")
    expect(page.get_by_text("2/2 ääntä jäljellä")).to_be_visible()
    keys.press("v")
    expect(page.get_by_text("1/2 ääntä jäljellä")).to_be_visible()
    keys.activate(page.get_by_role("button", name="Muokkaa: Odotan"))
    page.keyboard.press("Control+A")
    keys.write("Jonotan")
    keys.press("Enter")
    expect(cell(page, "Jonotan · Asiakas tekee")).to_be_visible()
    wait_until_saved(page)

    notes = setting.rest.items(setting.boards[PATH], "note")
    (wait,) = [note for note in notes if note["text"] == "Soitan neuvontaan heti"]
    assert (wait["zone"], wait["fields"]) == ("zone:wait/step", {"need": "Saanko ajan?"})


def test_on_a_phone_the_table_and_the_card_are_worked_with_a_thumb(
    open_as_guest: Open, workshop: Workshops, axe: Axe
) -> None:
    page = open_as_guest(begun(workshop), "Björn", **PHONE)
    page.get_by_role("button", name="Valikko").tap()
    page.get_by_role("button", name="Näytä taulukkona").tap()
    expect(row(page, "Kysyn neuvojalta")).to_be_visible()
    assert (axe.faults(page), too_wide(page), too_small(page)) == ([], [], [])

    row(page, "Löydän ohjeet").tap()
    row(page, "Löydän ohjeet").tap()
    page.get_by_role("textbox", name="Lapun teksti").fill("Löydän ohjeet verkosta")
    page.get_by_role("checkbox", name="Valitse: Kysyn neuvojalta").tap()
    expect(row(page, "Löydän ohjeet verkosta")).to_be_visible()
    page.get_by_role("toolbar", name="Työkalut").get_by_role("button", name="Tiedot…").tap()
    card = page.get_by_role("dialog", name="Lapun tiedot")
    assert (axe.faults(page, within="dialog"), too_small(page)) == ([], [])
    card.get_by_label("Odotus vähintään").fill("noin viikon")
    page.keyboard.press("Escape")
    expect(card.get_by_role("alert")).to_contain_text("kokonaisluku")
    card.get_by_label("Odotus vähintään").fill("7")
    page.keyboard.press("Escape")

    expect(card).to_have_count(0)
    expect(cell(page, "7 päivää")).to_be_visible()
