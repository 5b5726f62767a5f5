"""A facilitator leads by keyboard alone, and participants vote by it: modes, silence, ballots, closing, downloads."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.keyboard import Keyboard
from tests.browser.people import wait_out, wait_until_saved
from tests.browser.rest import named
from tests.browser.setting import Setting

Open = Callable[..., Page]
Workshops = Callable[..., Setting]

DESKTOP = {"width": 1440, "height": 900}


def test_silence_begins_and_what_was_written_in_it_is_shown_to_all(
    open_as_facilitator: Open, workshop: Workshops
) -> None:
    setting = workshop()
    guest, board = setting.guest("Björn"), setting.boards["service_path"]
    page = open_as_facilitator(setting.board(), leads=True, viewport=DESKTOP)
    keys, dialog = Keyboard(page), page.get_by_role("dialog")

    keys.activate(page.get_by_role("button", name="Ohjaus"))
    keys.activate(dialog.get_by_role("button", name="Ota käyttöön: Kirjoitetaan itsekseen"))
    expect(page.get_by_text("Nyt: Kirjoitetaan itsekseen")).to_be_visible()
    keys.keeps()
    wish = {"type": "note.add", "note": named("note"), "kind": "step", "text": "Salainen", "zone": "zone:find/step"}
    guest.operate(board, {**wish, "order": "a0"})
    expect(page.get_by_text("Itsekseen kirjoitettu: 1 lappu").first).to_be_visible()
    expect(page.get_by_text("Salainen")).to_have_count(0)

    keys.activate(dialog.get_by_role("button", name="Näytä kaikille"))
    keys.holds(page.get_by_role("button", name="Peru"))
    keys.press("Escape")
    keys.holds(page.get_by_role("button", name="Ohjaus"))
    expect(page.get_by_text("Salainen")).to_have_count(0)
    keys.activate(page.get_by_role("button", name="Ohjaus"))
    keys.activate(dialog.get_by_role("button", name="Näytä kaikille"))
    wait_out(page, "1 lappu näkyy kaikille.")
    expect(page.get_by_text("Nyt: Kirjoitetaan ja järjestellään")).to_be_visible()
    keys.holds(page.get_by_role("button", name="Ohjaus"))
    expect(page.get_by_role("group", name="Salainen")).to_be_visible()


def test_a_ballot_is_opened_voted_in_and_ended(
    open_as_facilitator: Open, open_as_guest: Open, workshop: Workshops
) -> None:
    setting = workshop()
    for text in ("Jonot ovat pitkiä", "Lomake on vaikea"):
        setting.write(text, "zone:wait/pain", "pain_point")
    leader = open_as_facilitator(setting.board(), leads=True, viewport=DESKTOP)
    voter = open_as_guest(setting, "Björn")
    leading, voting = Keyboard(leader), Keyboard(voter)
    dialog = leader.get_by_role("dialog")

    leading.activate(leader.get_by_role("button", name="Ohjaus"))
    leading.to(dialog.get_by_label("Mistä äänestetään"))
    leader.keyboard.press("Control+A")
    leading.write("Mikä ensin?")
    leading.to(dialog.get_by_label("Ääniä jokaiselle"))
    leader.keyboard.press("Control+A")
    leading.write("2")
    leading.activate(dialog.get_by_role("button", name="Avaa äänestys"))
    expect(dialog.get_by_text("Käynnissä: Mikä ensin?")).to_be_visible()
    leading.keeps()

    expect(voter.get_by_text("2/2 ääntä jäljellä")).to_be_visible()
    voting.to(voter.get_by_role("group", name="Jonot ovat pitkiä"))
    voting.press("v")
    expect(voter.get_by_text("1/2 ääntä jäljellä")).to_be_visible()
    voting.press("ArrowDown")
    voting.activate(voter.get_by_role("button", name="Anna ääni: Lomake on vaikea"))
    expect(voter.get_by_text("0/2 ääntä jäljellä")).to_be_visible()
    voting.keeps()
    voting.activate(voter.get_by_role("button", name="Ota ääni pois: Lomake on vaikea"))
    expect(voter.get_by_text("1/2 ääntä jäljellä")).to_be_visible()
    voting.keeps()
    wait_until_saved(voter)

    leading.activate(dialog.get_by_role("button", name="Päätä äänestys"))
    leading.holds(leader.get_by_role("button", name="Peru"))
    wait_out(leader, "Tulokset näytetään kaikille.")
    expect(voter.get_by_role("group", name="Jonot ovat pitkiä 1 ääni")).to_be_visible()
    leading.keeps()
    voting.keeps()


def test_the_workshop_is_closed_and_its_outputs_are_downloaded(
    open_as_facilitator: Open, open_as_guest: Open, workshop: Workshops, tmp_path: Path
) -> None:
    setting = workshop("Viimeinen paja")
    setting.write("Löydän ohjeet", "zone:find/step", "step")
    page, guest = open_as_facilitator(setting.board(), viewport=DESKTOP), open_as_guest(setting, "Björn")
    keys, reading = Keyboard(page), Keyboard(guest)
    reading.to(guest.get_by_role("group", name="Löydän ohjeet"))

    keys.activate(page.get_by_role("button", name="Ohjaus"))
    keys.activate(page.get_by_role("dialog").get_by_role("link", name="Päätä työpaja…"))
    keys.activate(page.get_by_role("button", name="Päätä työpaja"))
    keys.activate(page.get_by_role("link", name="Projektin tuotokset"))
    expect(page.get_by_role("heading", level=1, name="Projektin tuotokset")).to_be_visible()
    keys.activate(page.get_by_role("rowheader", name="Palvelupolku").get_by_role("link"))
    keys.to(page.get_by_role("link", name="Lataa JSON", exact=True))
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "artefact.json")
    assert "Löydän ohjeet" in json.dumps(json.loads((tmp_path / "artefact.json").read_text()), ensure_ascii=False)

    expect(guest.get_by_role("heading", name="Työpaja on päättynyt")).to_be_visible()
    reading.holds(guest.get_by_role("group", name="Löydän ohjeet"))
    reading.activate(guest.get_by_role("link", name="Lue ja lataa tuotokset"))
    reading.activate(guest.get_by_role("link", name="Palvelupolku").first)
    reading.to(guest.get_by_role("link", name="Lataa Markdown"))
    with guest.expect_download() as download:
        guest.keyboard.press("Enter")
    download.value.save_as(tmp_path / "artefact.md")
    assert "Löydän ohjeet" in (tmp_path / "artefact.md").read_text()
