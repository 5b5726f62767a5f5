"""A room is led: parts with time and silence, a reveal, a call, and a server that is killed in the middle of it."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import Axe
from tests.browser.leading import expect_part, go_on, now, seconds_left
from tests.browser.people import PHONE, SAVED, Desktop, Facilitator, Person, Phone
from tests.browser.rest import Rest
from tests.browser.setting import TITLES, Setting, make_setting
from tests.server import Server

PATH, GRID = "service_path", "pain_grid"
ZONE = "Odotan · Kipupisteet"
PASSWORD = "neljä pitkää sanaa peräkkäin"
BACK_MS = 30_000
WRITE, ARRANGE, WEIGH = "Kirjoitetaan kipupisteet", "Järjestellään yhdessä", "Sijoitetaan ruudukkoon"


def plan(setting: Setting) -> None:
    """Three parts: writing in silence for ten minutes, arranging it, and going to the other board."""
    path, grid = setting.boards[PATH], setting.boards[GRID]
    instruction = {"fi": "Yksi asia yhteen lappuun.", "sv": "En sak på en lapp.", "en": ""}
    parts: list[dict[str, Any]] = [
        {"title": WRITE, "instruction": instruction, "mode": "silent", "minutes": 10, "boards": [path]},
        {"title": ARRANGE, "mode": "open", "boards": [path]},
        {"title": WEIGH, "mode": "open", "minutes": 20, "boards": [grid]},
    ]
    lead(setting, *({"type": "step.add", "step": f"step:{number}", **part} for number, part in enumerate(parts)))


def lead(setting: Setting, *wishes: dict[str, Any]) -> None:
    """The facilitator does these on the floor, without a browser."""
    operations = [{"id": str(uuid.uuid4()), **wish} for wish in wishes]
    answer = setting.rest.call("POST", f"/workshops/{setting.id}/floor/ops", operations)
    assert answer["refused"] == [], answer["refused"]


@pytest.fixture
def room(
    server: Callable[..., Server], new_context: Callable[..., BrowserContext]
) -> tuple[Server, Setting, Facilitator, Desktop, Phone]:
    """A server of one's own: Aino leads, Björn is at a desk, Chloé on a phone, all on the path."""
    one = server()
    aino = Facilitator(new_context().new_page())
    bjorn, chloe = Desktop(new_context().new_page()), Phone(new_context(**PHONE).new_page())
    aino.page.goto(one.cli("user", "aino@example.org", "Aino").strip().splitlines()[-1])
    aino.page.get_by_label("Uusi salasana").fill(PASSWORD)
    aino.page.get_by_role("button", name="Tallenna salasana").click()
    expect(aino.page.get_by_role("heading", name="Tilisi")).to_be_visible()
    token = Rest(one.url).call("POST", "/session", {"email": "aino@example.org", "password": PASSWORD})["token"]
    setting = make_setting(Rest(one.url, token), "Hakutyöpaja", (PATH, GRID))
    plan(setting)
    for person, name in ((bjorn, "Björn"), (chloe, "Chloé")):
        person.join(one.url, setting.code, name)
    for person in (aino, bjorn, chloe):
        person.page.goto(setting.board(PATH))
        person.expect_board(TITLES[PATH])
    return one, setting, aino, bjorn, chloe


def test_a_room_is_led_through_its_agenda_and_a_crash(
    room: tuple[Server, Setting, Facilitator, Desktop, Phone],
) -> None:
    one, setting, aino, bjorn, chloe = room
    go_on(aino, "Aloita ohjelma", WRITE)
    setting.rest.wait_for_mode(setting.boards[PATH], "silent")
    for person in (aino, bjorn, chloe):
        expect_part(person, WRITE)
        expect(now(person).get_by_text("Yksi asia yhteen lappuun.")).to_be_visible()
        assert 570 < seconds_left(person) <= 600
    bjorn.write(ZONE, "Jonot ovat pitkiä")
    bjorn.expect_mark(SAVED)
    expect(aino.note("Jonot ovat pitkiä")).to_have_count(0)

    now(aino).get_by_role("button", name="+1 min").click()
    for person in (aino, bjorn, chloe):
        expect(now(person).get_by_role("timer")).to_have_text(re.compile("^(10:[1-5]|11:00)"))
    survive(one, (aino, bjorn, chloe))

    go_on(aino, "Seuraava osio", "1 lappu näkyy kaikille.")
    for person in (aino, bjorn):
        expect_part(person, ARRANGE)
        person.expect_note("Jonot ovat pitkiä", ZONE)
    expect(now(bjorn).get_by_role("timer")).to_have_count(0)
    go_on(aino, "Seuraava osio", WEIGH)
    call_from_another_board(aino, bjorn, chloe)


def survive(one: Server, people: tuple[Person, ...]) -> None:
    """The server is killed and comes back: the end of the time is where it was."""
    before, at = seconds_left(people[1]), time.monotonic()  # Aino's own clock has been put forward
    one.kill()
    for person in people:
        person.expect_mark("Ei yhteyttä")
    one.start()
    for person in people:
        expect(person.mark).to_have_text(SAVED, timeout=BACK_MS)
        person.page.reload()
        expect_part(person, WRITE)
        assert abs(before - (time.monotonic() - at) - seconds_left(person)) < 2.5


def call_from_another_board(aino: Facilitator, bjorn: Desktop, chloe: Phone) -> None:
    """The part is on the other board: a link leads there, a call brings who does nothing, and leaves who writes."""
    go = now(aino).get_by_role("link", name=f"Siirry tänne: {TITLES[GRID]}")
    go.click()
    aino.expect_board(TITLES[GRID])
    expect(now(bjorn).get_by_role("link", name=f"Siirry tänne: {TITLES[GRID]}")).to_be_visible()
    bjorn.page.get_by_role("main").focus()
    field = chloe.page.get_by_role("form", name="Kirjoita lappu").get_by_label("Lapun teksti")
    field.focus()

    now(aino).get_by_role("button", name="Tuo kaikki tänne").click()

    for person in (bjorn, chloe):
        expect(person.page.get_by_text(f"Fasilitaattori kutsuu: {TITLES[GRID]}").first).to_be_visible()
    bjorn.expect_board(TITLES[GRID])
    expect(bjorn.page.get_by_role("main")).to_be_focused()
    expect(field).to_be_focused()
    chloe.page.get_by_role("link", name="Siirry tänne", exact=True).click()
    chloe.expect_board(TITLES[GRID])
    expect(chloe.page.get_by_text("Fasilitaattori kutsuu")).to_have_count(0)
    assert [fault for person in (aino, bjorn, chloe) for fault in person.faults if "net::ERR_" not in fault] == []


def test_axe_finds_nothing_on_a_board_that_is_led(
    open_as_facilitator: Callable[..., Page],
    open_as_guest: Callable[..., Page],
    workshop: Callable[..., Setting],
    axe: Axe,
) -> None:
    setting = workshop("Hakutyöpaja", PATH, GRID)
    plan(setting)
    lead(setting, {"type": "step.go", "step": "step:2"}, {"type": "timer.start", "seconds": 900})
    leader = open_as_facilitator(setting.board(PATH), viewport={"width": 1440, "height": 900})
    guest = open_as_guest(setting, "Björn", setting.board(PATH), viewport={"width": 320, "height": 800})
    found = []
    guest.get_by_role("form", name="Kirjoita lappu").get_by_label("Lapun teksti").focus()  # so nobody is moved
    lead(setting, {"type": "summon.call", "board": setting.boards[GRID]})
    expect(guest.get_by_role("region", name="Kutsu toiselle taululle")).to_be_visible()
    found += axe.faults(guest)
    guest.emulate_media(color_scheme="dark")
    found += axe.faults(guest)
    assert guest.evaluate("document.documentElement.scrollWidth") <= 320

    leader.get_by_role("button", name=f"Osio 1: {WRITE}, valmis").click()
    found += axe.faults(leader)
    leader.get_by_role("button", name=f"Siirry tähän osioon: {WRITE}").click()
    expect(leader.get_by_role("button", name="Peru")).to_be_focused()
    leader.keyboard.press("Enter")
    leader.emulate_media(color_scheme="dark")
    found += axe.faults(leader)

    assert found == []
