"""axe-core finds nothing on a live board in any of its states, in Map and List; in the dark what colours there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import COLOURS, Axe
from tests.browser.rest import named
from tests.browser.setting import Setting

Open = Callable[..., Page]
Workshops = Callable[..., Setting]

DESKTOP = {"width": 1440, "height": 900}
FIND = "zone:find/step"
WAIT = "zone:wait/pain"


def in_light_and_dark(axe: Axe, page: Page, within: str = "html") -> list[str]:
    """What is wrong: by all rules in the light; in the dark by those about colours, as nothing else changes."""
    page.emulate_media(color_scheme="light")
    found = [f"light: {fault}" for fault in axe.faults(page, within)]
    page.emulate_media(color_scheme="dark")
    return found + [f"dark: {fault}" for fault in axe.faults(page, within, about=COLOURS)]


def faults(axe: Axe, page: Page, ready: Callable[[Page], None] = lambda page: None) -> list[str]:
    """What is wrong in either view, light and dark. ready: brings the state about again after a change of view."""
    found = []
    for view in ("Lista", "Kartta"):
        page.get_by_role("button", name=view, exact=True).click()
        expect(page.get_by_role("region", name=view, exact=True)).to_be_visible()
        ready(page)
        found += [f"{view}, {fault}" for fault in in_light_and_dark(axe, page)]
    return found


@pytest.fixture
def full(workshop: Workshops) -> Setting:
    """A path with notes of several kinds, an arrow and a theme."""
    setting = workshop()
    steps = [setting.write(text, FIND, "step") for text in ("Löydän ohjeet", "Kysyn neuvojalta")]
    pains = [setting.write(text, WAIT, "pain_point") for text in ("Jonot ovat pitkiä", "Lomake on vaikea")]
    setting.write("Kunta", "zone:apply/organisation", "organisation")
    link = named("link")
    setting.operate("link.add", link=link, kind="brings", **{"from": steps[0], "to": pains[0]})
    setting.operate("link.set", link=link, fields={"state": "broken"})
    setting.operate("cluster.add", cluster=named("cluster"), title="Neuvonta", notes=pains)
    return setting


def test_the_eye_is_open(page: Page, axe: Axe) -> None:
    page.set_content("<main><img src='x.png'><p style='color: #999'>Harmaata</p></main>")

    found = "\n".join(axe.faults(page))

    assert "image-alt" in found
    assert "color-contrast" in found


def test_an_empty_board(open_as_guest: Open, workshop: Workshops, axe: Axe) -> None:
    page = open_as_guest(workshop(), "Björn", viewport=DESKTOP)

    assert faults(axe, page) == []


@pytest.mark.parametrize("method", ["stakeholder_onion", "service_path", "pain_grid"])
def test_a_board_full_of_notes_arrows_themes_and_votes(
    method: str, open_as_facilitator: Open, demo: dict[str, Any], axe: Axe
) -> None:
    board = next(board["id"] for board in demo["boards"] if board["method"] == method)
    page = open_as_facilitator(f"/boards/{board}", viewport=DESKTOP)
    expect(page.locator("[data-note]").first).to_be_visible()
    if method != "pain_grid":
        page.get_by_role("button", name="Näytä kaikki nuolet").click()

    assert faults(axe, page) == []


def test_a_new_note_being_written_beside_one_in_hand(open_as_guest: Open, full: Setting, axe: Axe) -> None:
    page = open_as_guest(full, "Björn", viewport=DESKTOP)
    page.get_by_role("group", name="Kysyn neuvojalta").click()
    page.get_by_role("button", name="Lisää lappu kohtaan: Etsin tietoa · Asiakas tekee").click()
    page.get_by_label("Lapun teksti").fill("Luen ohjeen")

    assert faults(axe, page) == []


def test_a_note_being_changed(open_as_guest: Open, full: Setting, axe: Axe) -> None:
    def write(page: Page) -> None:
        page.get_by_role("group", name="Kysyn neuvojalta").press("Enter")
        expect(page.get_by_label("Lapun teksti")).to_be_focused()

    page = open_as_guest(full, "Björn", viewport=DESKTOP)

    assert faults(axe, page, ready=write) == []


def test_every_dialog(open_as_facilitator: Open, full: Setting, axe: Axe) -> None:
    page = open_as_facilitator(full.board(), viewport=DESKTOP)
    note = page.get_by_role("group", name="Löydän ohjeet")

    def edit_phase() -> None:
        page.get_by_role("button", name="Muokkaa: Odotan").click()
        page.get_by_role("button", name="Lisää tietoja: Odotan").click()

    ways: dict[str, Callable[[], None]] = {
        "Uusi lappu": page.get_by_role("button", name="Lisää lappu", exact=True).click,
        "Siirrä lappu": lambda: note.press("m"),
        "Lapun tiedot": lambda: note.press("i"),
        "Lisää nuoli": lambda: note.press("l"),
        "Kokoa teemaksi": lambda: note.press("t"),
        "Ohjaus": page.get_by_role("button", name="Ohjaus").click,
        "Osallistujat": page.get_by_role("button", name="Näytä, k").click,
        "Kutsu mukaan": page.get_by_role("button", name="Kutsu").click,
        "Nuolet ja teemat": page.get_by_role("button", name="Nuolet ja teemat").click,
        "Esitystila": lambda: note.press("p"),
        "Muokkaa vaihetta": edit_phase,
    }
    found = []
    for word in ("Lisää vaihe", "Muokkaa: Odotan"):
        page.get_by_role("button", name=word).click()
        expect(page.get_by_role("form", name=word)).to_be_visible()
        found += [f"{word}: {fault}" for fault in in_light_and_dark(axe, page, within=".zone-namer")]
    for title, opens in ways.items():
        opens()
        expect(page.get_by_role("dialog", name=title)).to_be_visible()
        found += [f"{title}: {fault}" for fault in in_light_and_dark(axe, page, within="dialog")]
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)

    assert found == []


def test_what_the_map_shows_leads_by_keyboard_to_its_notes(open_as_guest: Open, full: Setting, axe: Axe) -> None:
    page = open_as_guest(full, "Björn", viewport=DESKTOP)
    page.get_by_role("button", name="Kartta kertoo").press("Enter")
    panel = page.get_by_role("complementary", name="Kartta kertoo")
    broken = panel.locator("summary", has_text="1 suhde on poikki tai puuttuu.")
    expect(broken).to_be_visible()
    expect(panel.get_by_role("heading", name="Mihin kartta ei vielä vastaa")).to_be_visible()
    broken.press("Enter")
    found = in_light_and_dark(axe, page, within=".side-panel")

    panel.get_by_role("button", name="Jonot ovat pitkiä").press("Enter")

    expect(page.get_by_role("group", name="Jonot ovat pitkiä")).to_be_focused()
    assert found == []


def test_silence_for_a_writer_and_for_the_facilitator(
    open_as_guest: Open, open_as_facilitator: Open, full: Setting, axe: Axe
) -> None:
    page = open_as_guest(full, "Björn", viewport=DESKTOP)
    leader = open_as_facilitator(full.board(), viewport=DESKTOP)
    full.operate("mode.set", mode="silent")
    page.get_by_role("button", name="Lisää lappu kohtaan: Etsin tietoa · Asiakas tekee").click()
    page.get_by_label("Lapun teksti").fill("Vain minulle")
    page.get_by_label("Lapun teksti").press("Enter")
    expect(page.get_by_role("group", name="Vain minulle")).to_be_visible()
    expect(leader.get_by_text("Itsekseen kirjoitettu: 1 lappu").first).to_be_visible()

    assert faults(axe, page) + faults(axe, leader) == []


def test_a_ballot_that_is_open(open_as_guest: Open, full: Setting, axe: Axe) -> None:
    page = open_as_guest(full, "Björn", viewport=DESKTOP)
    full.operate("ballot.open", ballot=named("ballot"), title="Mikä ensin?", each=2, per_note=2, over="notes")
    give = page.get_by_role("button", name="Anna ääni: Jonot ovat pitkiä")
    give.click()
    expect(page.get_by_text("1/2 ääntä jäljellä")).to_be_visible()
    found = faults(axe, page)
    give.click()
    expect(page.get_by_text("0/2 ääntä jäljellä")).to_be_visible()

    assert found + faults(axe, page) == []


def test_a_board_that_is_only_looked_at(open_as_guest: Open, full: Setting, axe: Axe) -> None:
    page = open_as_guest(full, "Björn", viewport=DESKTOP)
    full.operate("mode.set", mode="look")
    expect(page.get_by_text("Nyt: Katsotaan yhdessä")).to_be_visible()

    assert faults(axe, page) == []


def test_a_board_without_its_line(open_as_guest: Open, full: Setting, axe: Axe) -> None:
    page = open_as_guest(full, "Björn", viewport=DESKTOP)
    page.get_by_role("button", name="Lisää lappu kohtaan: Etsin tietoa · Asiakas tekee").click()
    page.context.set_offline(True)
    page.get_by_label("Lapun teksti").fill("Tallella")
    page.get_by_label("Lapun teksti").press("Enter")
    expect(page.get_by_text("Ei yhteyttä, 1 muutos tällä laitteella")).to_be_visible()
    expect(page.get_by_text("odottaa yhteyttä").first).to_be_visible()

    assert faults(axe, page) == []


def test_a_note_that_was_refused_and_one_with_two_wordings(open_as_guest: Open, full: Setting, axe: Axe) -> None:
    page = open_as_guest(full, "Björn", viewport=DESKTOP)
    gone = full.write("Katoaa kohta", FIND, "step")
    torn = full.write("Avoinna kello yhdeksän", FIND, "step")
    for hour in ("kahdeksan", "kymmenen"):
        full.operate("note.write", note=torn, was="Avoinna kello yhdeksän", text=f"Avoinna kello {hour}")
    page.get_by_role("group", name="Katoaa kohta").press("Enter")
    page.get_by_label("Lapun teksti").fill("Katoaa kohta, mutta teksti jää")
    full.operate("note.remove", note=gone)
    expect(page.get_by_text("Ei mennyt läpi")).to_be_visible()
    expect(page.get_by_text("Kaksi kirjoitti samaan kohtaan")).to_be_visible()

    assert faults(axe, page) == []


def test_a_seat_that_was_taken_away(open_as_guest: Open, full: Setting, axe: Axe) -> None:
    page = open_as_guest(full, "Björn", viewport=DESKTOP)
    expect(page.get_by_text("Kaikki tallessa")).to_be_visible()
    person = full.rest.call("GET", f"/workshops/{full.id}/participants")[0]["id"]
    full.rest.call("DELETE", f"/participants/{person}")
    expect(page.get_by_role("button", name="Yritä uudelleen")).to_be_visible()

    assert in_light_and_dark(axe, page) == []
