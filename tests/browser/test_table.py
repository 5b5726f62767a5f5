"""Table is a view of its own: a participant does everything there by keys alone, and on a phone with a thumb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import Axe
from tests.browser.keyboard import Keyboard
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


def texts(setting: Setting) -> list[str]:
    return [note["text"] for note in setting.rest.items(setting.boards[PATH], "note")]


def test_a_participant_does_everything_in_the_table_by_keys_alone(
    open_as_guest: Open, workshop: Workshops, axe: Axe
) -> None:
    setting = workshop()
    for text in ("Löydän ohjeet", "Kysyn neuvojalta"):
        setting.write(text, FIND, "step")
    page = open_as_guest(setting, "Björn", viewport=DESKTOP)
    keys, dialog = Keyboard(page), page.get_by_role("dialog")
    keys.activate(page.get_by_role("button", name="Valikko"))
    keys.activate(page.get_by_role("button", name="Näytä taulukkona"))
    expect(page.get_by_role("grid")).to_be_visible()
    keys.keeps()
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
    expect(page.get_by_role("gridcell", name="Saanko ajan?", exact=True)).to_be_visible()

    keys.press("l")
    keys.choose(dialog.get_by_label("Mihin", exact=True), "Löydän")
    keys.activate(dialog.get_by_role("button", name="Lisää nuoli"))
    keys.holds(row(page, "Soitan neuvontaan heti"))
    keys.press("t")
    keys.to(dialog.get_by_label("Teeman nimi"))
    keys.write("Neuvonta")
    keys.press("Enter")
    expect(page.get_by_role("gridcell", name="Neuvonta", exact=True)).to_be_visible()
    keys.holds(row(page, "Soitan neuvontaan heti"))
    keys.press("ArrowRight", "Enter")
    keys.choose(page.get_by_role("combobox", name="Paikka"), "Odotan")
    keys.press("Enter")
    expect(page.get_by_role("gridcell", name="Odotan · Asiakas tekee", exact=True)).to_be_visible()
    assert axe.faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe.faults(page) == []

    setting.operate("ballot.open", ballot=named("ballot"), title="Mikä ensin?", each=2, per_note=2, over="notes")
    keys.to(row(page, "Kysyn neuvojalta"))
    keys.press("v")
    expect(page.get_by_text("1/2 ääntä jäljellä")).to_be_visible()
    setting.operate("ballot.close", ballot=setting.rest.items(setting.boards[PATH], "ballot")[0]["id"])
    setting.operate("mode.set", mode="open")
    keys.press("Delete")
    expect(row(page, "Kysyn neuvojalta")).to_have_count(0)
    keys.keeps()
    keys.press("Control+z")
    expect(row(page, "Kysyn neuvojalta")).to_be_visible()
    expect(page.get_by_text("Kaikki tallessa")).to_be_visible()

    (wait,) = [note for note in setting.rest.items(setting.boards[PATH], "note") if note["text"].endswith("heti")]
    assert (wait["zone"], wait["fields"]) == ("zone:wait/step", {"need": "Saanko ajan?"})
    assert sorted(texts(setting)) == ["Kysyn neuvojalta", "Löydän ohjeet", "Soitan neuvontaan heti"]
    assert [link["from"] for link in setting.rest.items(setting.boards[PATH], "link")] == [wait["id"]]


def test_on_a_phone_the_table_and_the_card_are_worked_with_a_thumb(
    open_as_guest: Open, workshop: Workshops, axe: Axe
) -> None:
    setting = workshop()
    for text in ("Löydän ohjeet", "Kysyn neuvojalta"):
        setting.write(text, FIND, "step")
    page = open_as_guest(setting, "Björn", **PHONE)
    page.get_by_role("button", name="Valikko").tap()
    page.get_by_role("button", name="Näytä taulukkona").tap()
    expect(page.get_by_role("grid")).to_be_visible()
    assert (axe.faults(page), too_wide(page), too_small(page)) == ([], [], [])

    row(page, "Löydän ohjeet").tap()
    row(page, "Löydän ohjeet").tap()
    page.get_by_role("textbox", name="Lapun teksti").fill("Löydän ohjeet verkosta")
    page.get_by_role("checkbox", name="Valitse: Kysyn neuvojalta").tap()
    expect(row(page, "Löydän ohjeet verkosta")).to_be_visible()
    page.get_by_role("toolbar", name="Työkalut").get_by_role("button", name="Tiedot…").tap()
    card = page.get_by_role("dialog", name="Lapun tiedot")
    assert (axe.faults(page, within="dialog"), too_small(page)) == ([], [])
    card.get_by_label("Odotus vähintään, päivää").fill("noin viikon")
    page.keyboard.press("Escape")
    expect(card.get_by_role("alert")).to_contain_text("kokonaisluku")
    card.get_by_label("Odotus vähintään, päivää").fill("7")
    page.keyboard.press("Escape")

    expect(card).to_have_count(0)
    expect(page.get_by_role("gridcell", name="7", exact=True)).to_be_visible()
