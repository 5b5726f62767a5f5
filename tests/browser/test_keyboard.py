"""A workshop by keyboard alone: nothing here clicks. After each key the focus is in view (2.1.1, 2.4.7, 2.4.11)."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.keyboard import Keyboard
from tests.browser.people import wait_until_saved
from tests.browser.setting import Setting

Open = Callable[..., Page]
Workshops = Callable[..., Setting]

DESKTOP = {"width": 1440, "height": 900}


def note(page: Page, text: str, zone: str = "") -> Locator:
    """A note on the board, by what is written on it; zone: only there."""
    place = page.locator(f'[data-zone="{zone}"]') if zone else page
    return place.get_by_role("group", name=text)


def test_a_facilitator_comes_in_by_a_link_and_finds_the_board(
    page: Page, sign_in_link: str, workshop: Workshops
) -> None:
    setting, keys = workshop("Näppäinpaja"), Keyboard(page)
    page.goto(sign_in_link)

    keys.activate(page.get_by_role("link", name="Ei nyt"))
    keys.activate(page.get_by_role("main").get_by_role("link", name="Sujuvat palvelut").first)
    keys.activate(page.get_by_role("link", name="Yrityksen perustaminen"))
    keys.activate(page.get_by_role("link", name="Näppäinpaja"))
    keys.activate(page.get_by_role("heading", name="Palvelupolku").get_by_role("link"))

    expect(page).to_have_url(setting.board())
    keys.activate(page.get_by_role("link", name="Siirry taululle"))
    expect(page.locator("#board")).to_be_focused()


def test_a_participant_joins_with_the_code_and_a_name(page: Page, workshop: Workshops) -> None:
    setting, keys = workshop(), Keyboard(page)
    page.goto("/")

    keys.to(page.get_by_label("Liittymiskoodi"))
    keys.write("VÄÄRÄ")
    page.keyboard.press("Enter")
    keys.holds(page.get_by_role("main").locator(".summary"))
    keys.to(page.get_by_label("Liittymiskoodi"))
    page.keyboard.press("Control+A")
    keys.write(setting.code)
    page.keyboard.press("Enter")
    keys.to(page.get_by_label("Nimesi tai nimimerkkisi"))
    keys.write("Björn")
    keys.activate(page.get_by_role("button", name="Liity työpajaan"))

    expect(page.get_by_role("heading", level=1, name="Palvelupolku")).to_be_visible()
    expect(page).to_have_url(setting.board())


def test_notes_are_added_and_written_and_both_are_taken_back(open_as_guest: Open, workshop: Workshops) -> None:
    page = open_as_guest(workshop(), "Björn", viewport=DESKTOP)
    keys = Keyboard(page)

    keys.activate(page.get_by_role("button", name="Lisää lappu kohtaan: Etsin tietoa · Asiakas tekee"))
    keys.write("Löydän ohjeet")
    keys.press("Enter")
    keys.write("Kysyn neuvojalta")
    keys.press("Enter", "Escape")
    keys.to(note(page, "Löydän ohjeet"))
    keys.press("Enter", "End")
    keys.write(" verkosta")
    keys.press("Enter")
    keys.holds(note(page, "Löydän ohjeet verkosta"))

    keys.press("Control+z")
    expect(page.get_by_text("Löydän ohjeet", exact=True)).to_be_visible()
    keys.press("Control+z")
    expect(note(page, "Kysyn neuvojalta")).to_have_count(0)
    keys.press("Control+y", "Control+y")
    expect(page.get_by_text("Löydän ohjeet verkosta", exact=True)).to_be_visible()
    keys.arrow_to(note(page, "Kysyn neuvojalta"))


def test_a_note_is_moved_by_its_menu_and_by_arrows(open_as_guest: Open, workshop: Workshops) -> None:
    setting = workshop()
    setting.write("Löydän ohjeet", "zone:find/step", "step")
    page = open_as_guest(setting, "Björn", viewport=DESKTOP)
    keys = Keyboard(page)

    keys.to(note(page, "Löydän ohjeet", "zone:find/step"))
    keys.press("m")
    keys.choose(page.get_by_role("dialog").get_by_label("Kohta", exact=True), "Odotan")
    keys.activate(page.get_by_role("button", name="Siirrä", exact=True))
    keys.holds(note(page, "Löydän ohjeet", "zone:wait/step"))

    keys.press("Alt+ArrowRight")
    keys.holds(note(page, "Löydän ohjeet", "zone:continue/step"))
    keys.press("Control+z")
    keys.holds(note(page, "Löydän ohjeet", "zone:wait/step"))
    keys.press("Control+y")
    keys.holds(note(page, "Löydän ohjeet", "zone:continue/step"))


def test_a_note_is_removed_and_restored(open_as_guest: Open, workshop: Workshops) -> None:
    setting = workshop()
    for text in ("Löydän ohjeet", "Kysyn neuvojalta"):
        setting.write(text, "zone:find/step", "step")
    page = open_as_guest(setting, "Björn", viewport=DESKTOP)
    keys = Keyboard(page)

    keys.to(note(page, "Löydän ohjeet"))
    keys.press("Delete")
    keys.holds(note(page, "Kysyn neuvojalta"))
    expect(note(page, "Löydän ohjeet")).to_have_count(0)

    keys.activate(page.get_by_role("button", name="Nuolet ja teemat"))
    keys.activate(page.get_by_role("button", name="Näytä poistetut"))
    keys.activate(page.get_by_role("button", name="Palauta: Löydän ohjeet"))
    expect(note(page, "Löydän ohjeet")).to_have_count(1)
    keys.keeps()
    keys.press("Escape")
    keys.holds(page.get_by_role("button", name="Nuolet ja teemat"))


def test_the_toolbar_does_the_same_to_what_is_in_hand(open_as_guest: Open, workshop: Workshops) -> None:
    setting = workshop()
    setting.write("Löydän ohjeet", "zone:find/step", "step")
    page = open_as_guest(setting, "Björn", viewport=DESKTOP)
    keys = Keyboard(page)

    keys.to(note(page, "Löydän ohjeet"))
    keys.press("Space")
    tools = page.get_by_role("toolbar", name="Työkalut")
    keys.activate(tools.get_by_role("button", name="Kirjoita"))
    keys.write(" heti")
    keys.press("Enter")
    keys.holds(note(page, "Löydän ohjeet heti"))
    keys.activate(tools.get_by_role("button", name="Poista", exact=True))
    expect(note(page, "Löydän ohjeet heti")).to_have_count(0)
    keys.keeps()
    keys.activate(tools.get_by_role("button", name="Kumoa poisto"))
    expect(note(page, "Löydän ohjeet heti")).to_be_visible()
    keys.keeps()


def test_two_notes_are_linked_and_gathered_under_a_theme(open_as_guest: Open, workshop: Workshops) -> None:
    setting = workshop()
    for text in ("Löydän ohjeet", "Kysyn neuvojalta"):
        setting.write(text, "zone:find/step", "step")
    page = open_as_guest(setting, "Björn", viewport=DESKTOP)
    keys, dialog = Keyboard(page), page.get_by_role("dialog")

    keys.to(note(page, "Löydän ohjeet"))
    keys.press("l")
    keys.choose(dialog.get_by_label("Mihin", exact=True), "Kysyn")
    keys.activate(dialog.get_by_role("button", name="Lisää nuoli"))
    keys.holds(note(page, "Löydän ohjeet"))

    keys.press("Space", "ArrowDown")
    page.keyboard.press("Shift+Space")
    keys.press("t")
    keys.to(dialog.get_by_label("Teeman nimi"))
    keys.write("Neuvonta")
    keys.press("Enter")
    keys.holds(note(page, "Kysyn neuvojalta"))

    keys.activate(page.get_by_role("button", name="Nuolet ja teemat"))
    expect(dialog.get_by_text(re.compile("Löydän ohjeet – .* → Kysyn neuvojalta"))).to_be_visible()
    keys.to(dialog.get_by_role("button", name="Muokkaa teemaa: Neuvonta"))
    keys.press("Escape")
    wait_until_saved(page)
    linked, gathered = (
        setting.rest.items(setting.boards["service_path"], "link"),
        setting.rest.items(setting.boards["service_path"], "cluster"),
    )
    assert len(linked) == 1
    assert [(each["title"], len(each["notes"])) for each in gathered] == [("Neuvonta", 2)]


def test_views_and_boards_are_switched(open_as_guest: Open, workshop: Workshops) -> None:
    setting = workshop("Työpaja", "service_path", "pain_grid")
    page = open_as_guest(setting, "Björn", setting.board("service_path"), viewport=DESKTOP)
    keys = Keyboard(page)

    keys.activate(page.get_by_role("button", name="Lista"))
    expect(page.get_by_role("region", name="Lista")).to_be_visible()
    keys.activate(page.get_by_role("button", name="Lisää lappu kohtaan: Asiakas tekee").first)
    keys.write("Mietin, mistä aloitan")
    keys.press("Enter", "Escape")
    keys.to(note(page, "Mietin, mistä aloitan"))
    keys.press("Space")
    actions = page.get_by_role("group", name="Lapun toiminnot")
    keys.activate(actions.get_by_role("button", name="Siirrä…"))
    keys.choose(page.get_by_role("dialog").get_by_label("Kohta", exact=True), "Odotan")
    keys.activate(page.get_by_role("button", name="Siirrä", exact=True))
    keys.keeps()

    keys.activate(page.get_by_role("button", name="Kartta", exact=True))
    expect(note(page, "Mietin, mistä aloitan", "zone:wait/step")).to_be_visible()
    keys.activate(page.get_by_role("button", name="Vaihda taulua"))
    keys.activate(page.get_by_role("link", name="Kipupisteet"))
    expect(page).to_have_url(setting.board("pain_grid"))
    expect(page.get_by_role("heading", level=1, name="Kipupisteet")).to_be_visible()
