"""Themes that are offered and notes that say the same, by keyboard and without a fault that a machine can find."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.axe import Axe
from tests.browser.people import wait_until_saved
from tests.browser.test_axe_board import Open, Workshops

WAIT = "zone:wait/pain"
SAME = ("Jonot ovat pitkiä", "jonot ovat pitkiä.")


def test_a_theme_is_taken_and_two_notes_become_one(open_as_guest: Open, workshop: Workshops, axe: Axe) -> None:
    setting = workshop()
    for text in (*SAME, "Jonossa ei näe paikkaansa", "Lomake on vaikea", "Maksu katosi"):
        setting.write(text, WAIT, "pain_point")
    page = open_as_guest(setting, "Björn", viewport={"width": 1440, "height": 900})
    page.get_by_role("button", name="Nuolet ja teemat").press("Enter")

    page.get_by_role("button", name=f"Yhdistä: {SAME[0]}").press("Enter")
    page.get_by_role("button", name="Sulje").press("Enter")
    page.get_by_role("button", name="Yhdistetyt laput…").press("Enter")
    expect(page.get_by_role("button", name=f"Ota erilleen: {SAME[1]}")).to_be_visible()
    found = axe.faults(page)
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Nuolet ja teemat").press("Enter")
    page.get_by_role("button", name="Ehdota teemoja…").press("Enter")
    page.get_by_role("button", name="Ota käyttöön: Jon").press("Enter")
    expect(page.get_by_text("Kaikki ehdotukset on käyty läpi.")).to_be_focused()

    assert found + axe.faults(page) == []
    wait_until_saved(page)
    board = setting.boards["service_path"]
    assert [len(each["notes"]) for each in setting.rest.items(board, "cluster")] == [2]
    assert [len(each.get("merged", [])) for each in setting.rest.items(board, "note")] == [1, 0, 0, 0]
