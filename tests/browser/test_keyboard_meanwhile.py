"""What others do never takes the focus away: it stays, or goes to the next note, and is in view (2.4.3)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keyboard import Keyboard
from tests.browser.setting import Setting

Open = Callable[..., Page]
Workshops = Callable[..., Setting]
Meanwhile = tuple[Setting, Page, Keyboard, dict[str, str]]

ZONE = "zone:find/step"
in_list = pytest.mark.parametrize("meanwhile", ["Lista"], indirect=True)


@pytest.fixture
def meanwhile(request: pytest.FixtureRequest, open_as_guest: Open, workshop: Workshops) -> Meanwhile:
    """Björn has the focus on the middle one of three notes; the facilitator may do something to it."""
    setting = workshop()
    notes = {text: setting.write(text, ZONE, "step") for text in ("Ensimmäinen", "Keskimmäinen", "Viimeinen")}
    page = open_as_guest(setting, "Björn", viewport={"width": 1440, "height": 900})
    keys = Keyboard(page)
    if getattr(request, "param", "Kartta") == "Lista":
        keys.activate(page.get_by_role("button", name="Lista"))
    keys.to(page.get_by_role("group", name="Ensimmäinen"))
    keys.press("ArrowDown")
    keys.holds(page.get_by_role("group", name="Keskimmäinen"))
    return setting, page, keys, notes


def test_when_the_focused_note_is_removed_the_next_one_gets_the_focus_and_that_is_said(meanwhile: Meanwhile) -> None:
    setting, page, keys, notes = meanwhile

    setting.operate("note.remove", note=notes["Keskimmäinen"])
    keys.holds(page.get_by_role("group", name="Viimeinen"))
    expect(page.get_by_role("status")).to_contain_text("Olet nyt lapun kohdalla: Viimeinen")
    setting.operate("note.remove", note=notes["Viimeinen"])
    keys.holds(page.get_by_role("group", name="Ensimmäinen"))
    setting.operate("note.remove", note=notes["Ensimmäinen"])
    expect(page.get_by_role("group", name="Ensimmäinen")).to_have_count(0)
    keys.keeps()


@in_list
def test_in_the_list_the_line_of_a_removed_note_keeps_the_focus_until_one_goes_on(meanwhile: Meanwhile) -> None:
    setting, page, keys, notes = meanwhile

    keys.press("m")
    expect(page.get_by_role("dialog", name="Siirrä lappu")).to_be_visible()
    setting.operate("note.remove", note=notes["Keskimmäinen"])
    expect(page.get_by_role("dialog")).to_have_count(0)
    keys.holds(page.get_by_role("group", name="Lappu poistettiin"))
    setting.operate("note.restore", note=notes["Keskimmäinen"])
    keys.holds(page.get_by_role("group", name="Keskimmäinen"))
    keys.press("ArrowDown")
    keys.holds(page.get_by_role("group", name="Viimeinen"))


def test_when_the_focused_note_is_moved_it_keeps_the_focus(meanwhile: Meanwhile) -> None:
    setting, page, keys, notes = meanwhile

    setting.operate("note.move", note=notes["Keskimmäinen"], zone="zone:wait/step", order="a0")
    expect(page.get_by_role("list", name="Odotan · Asiakas tekee").get_by_role("group")).to_have_count(1)
    keys.holds(page.get_by_role("group", name="Keskimmäinen"))


def test_when_the_note_of_an_open_dialog_is_removed_the_focus_is_not_lost(meanwhile: Meanwhile) -> None:
    setting, page, keys, notes = meanwhile

    keys.press("m")
    expect(page.get_by_role("dialog", name="Siirrä lappu")).to_be_visible()
    setting.operate("note.remove", note=notes["Keskimmäinen"])
    keys.holds(page.get_by_role("group", name="Viimeinen"))
    setting.operate("note.restore", note=notes["Keskimmäinen"])
    expect(page.get_by_role("group", name="Keskimmäinen")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    keys.holds(page.get_by_role("group", name="Viimeinen"))


def test_when_the_note_is_removed_under_the_pen_the_text_is_kept_and_the_focus_too(meanwhile: Meanwhile) -> None:
    setting, page, keys, notes = meanwhile

    keys.press("Enter", "End")
    keys.write(" ja kesken jäänyt ajatus")
    setting.operate("note.remove", note=notes["Keskimmäinen"])
    expect(page.locator(f'[data-note="{notes["Keskimmäinen"]}"]')).to_have_count(0)
    keys.keeps()
    expect(page.get_by_text("Keskimmäinen ja kesken jäänyt ajatus").first).to_be_visible()


def test_others_notes_and_modes_leave_the_focus_where_it_is(meanwhile: Meanwhile) -> None:
    setting, page, keys, _notes = meanwhile

    setting.write("Uusi tulokas", ZONE, "step")
    expect(page.get_by_role("group", name="Uusi tulokas")).to_be_visible()
    keys.holds(page.get_by_role("group", name="Keskimmäinen"))
    setting.operate("mode.set", mode="look")
    expect(page.get_by_text("Nyt: Katsotaan yhdessä")).to_be_visible()
    keys.holds(page.get_by_role("group", name="Keskimmäinen"))
    setting.operate("mode.set", mode="silent")
    expect(page.get_by_text("Nyt: Kirjoitetaan itsekseen")).to_be_visible()
    keys.holds(page.get_by_role("group", name="Keskimmäinen"))
    setting.operate("zone.remove", zone="zone:wait")
    expect(page.get_by_role("heading", name="Odotan")).to_have_count(0)
    keys.holds(page.get_by_role("group", name="Keskimmäinen"))


def test_when_writing_is_stopped_what_is_being_written_is_kept(meanwhile: Meanwhile) -> None:
    setting, page, keys, _notes = meanwhile

    keys.activate(page.get_by_role("button", name="Lisää lappu kohtaan: Etsin tietoa · Asiakas tekee"))
    keys.write("Lause, joka jäi kesken")
    setting.operate("mode.set", mode="look")
    expect(page.get_by_text("Nyt: Katsotaan yhdessä")).to_be_visible()
    keys.keeps()
    setting.operate("mode.set", mode="open")
    expect(page.get_by_text("Nyt: Kirjoitetaan ja järjestellään")).to_be_visible()
    add = page.get_by_role("button", name="Lisää lappu kohtaan: Etsin tietoa · Asiakas tekee")
    field = page.get_by_label("Lapun teksti")
    expect(add.or_(field).first).to_be_visible()
    if add.is_visible():
        keys.activate(add)
    expect(field).to_have_value("Lause, joka jäi kesken")
