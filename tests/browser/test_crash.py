"""F1: the server is killed in the middle of writing. What was acknowledged is there; nobody has to do anything."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.people import PHONE, SAVED, SAVING, Desktop, Facilitator, Person, Phone
from tests.browser.rest import Rest
from tests.browser.setting import TITLES, make_setting
from tests.server import Server

BOARD = TITLES["service_path"]
ZONE, CHLOES_ZONE, AINOS_ZONE = "Odotan · Kipupisteet", "Odotan · Ideat", "Odotan · Asiakas tekee"
PASSWORD = "neljä pitkää sanaa peräkkäin"
KILLED_AFTER = 4  # notes of each of two
ALONE = re.compile(r"^Ei yhteyttä")
BACK_SECONDS = 30


@dataclass
class Story:
    """A server of one's own, and three people on one board."""

    server: Server
    document: str
    aino: Facilitator
    bjorn: Desktop
    chloe: Phone

    @property
    def people(self) -> tuple[Person, ...]:
        return self.aino, self.bjorn, self.chloe

    def stored(self) -> Counter[str]:
        """The texts of notes in the database, and how often each was added: read from outside, as the disk has it."""
        texts: Counter[str] = Counter()
        with closing(sqlite3.connect(f"file:{self.server.instance}/facilitator.db?mode=ro", uri=True)) as database:
            rows = database.execute("SELECT changes FROM log_events WHERE document_id = ?", [self.document])
            for (changes,) in rows:
                texts.update(each["set"]["text"] for each in json.loads(changes) if each.get("set", {}).get("text"))
        return texts

    @contextmanager
    def held_pen(self) -> Iterator[None]:
        """Meanwhile nobody else can write to the database: whatever is sent waits before its commit."""
        database = sqlite3.connect(self.server.instance / "facilitator.db", isolation_level=None)
        with closing(database):
            database.execute("BEGIN IMMEDIATE")
            yield
            database.execute("ROLLBACK")


@pytest.fixture
def story(server: Callable[..., Server], new_context: Callable[..., BrowserContext]) -> Story:
    """Aino has an account and a workshop with one board; Björn and Chloé have come by its code."""
    one = server()
    aino = Facilitator(new_context().new_page())
    bjorn, chloe = Desktop(new_context().new_page()), Phone(new_context(**PHONE).new_page())
    aino.page.goto(one.cli("user", "aino@example.org", "Aino").strip().splitlines()[-1])
    aino.page.get_by_label("Uusi salasana").fill(PASSWORD)
    aino.page.get_by_role("button", name="Tallenna salasana").click()
    expect(aino.page.get_by_role("heading", name="Tilisi")).to_be_visible()
    token = Rest(one.url).call("POST", "/session", {"email": "aino@example.org", "password": PASSWORD})["token"]
    setting = make_setting(Rest(one.url, token), "Palvelupolku", ("service_path",))
    aino.page.goto(setting.board())
    for person, name in ((bjorn, "Björn"), (chloe, "Chloé")):
        person.join(one.url, setting.code, name)
    for each in (aino, bjorn, chloe):
        each.expect_board(BOARD)
    return Story(one, setting.boards["service_path"], aino, bjorn, chloe)


def acknowledged(person: Person) -> set[str]:
    """The texts that the server has told this person to be there."""
    events = [event for _, frame in person.told("events") for event in frame]
    changes = [change for event in events for change in event.get("changes", [])]
    return {change["set"]["text"] for change in changes if "text" in change.get("set", {})}


def test_after_kill_9_every_acknowledged_note_is_there_and_what_was_typed_meanwhile_is_sent(story: Story) -> None:
    first = "Vanha lappu"
    story.aino.write(AINOS_ZONE, first)
    for person in story.people:
        person.expect_mark(SAVED)

    written = write_through_a_crash(story)

    told = {person: acknowledged(person) for person in story.people}
    known = written.keys() & (told[story.bjorn] | told[story.chloe])
    assert 0 < len(known) < len(written), "the server was not killed in between"
    story.chloe.look_at_all()
    for text, zone in written.items():
        (story.bjorn if zone == ZONE else story.chloe).expect_note(text, zone)
    for person in story.people:
        person.expect_mark(ALONE)
        assert told[person] <= story.stored().keys()
    change_text_while_alone(story, first)

    story.server.start()

    for person in story.people:
        expect(person.mark).to_have_text(SAVED, timeout=BACK_SECONDS * 1000)
    assert story.stored() == Counter([first, f"{first} on nyt uusi", *written])  # at once: the mark has promised it
    for person in story.people:
        for text, zone in written.items():
            person.expect_note(text, zone)
        person.expect_note(f"{first} on nyt uusi", AINOS_ZONE)
        expect(person.page.locator("[data-note]")).to_have_count(len(written) + 1)
    expect(story.bjorn.compose(ZONE).get_by_role("textbox")).to_have_value("Tätä en ehtinyt lisätä")
    assert [[fault for fault in person.faults if "net::ERR_" not in fault] for person in story.people] == [[], [], []]


def write_through_a_crash(story: Story) -> dict[str, str]:
    """Two write note after note, waiting for nothing, and the server is killed in between; texts, with their zones."""
    written: dict[str, str] = {}
    for number in range(2 * KILLED_AFTER):
        if number == KILLED_AFTER:
            story.server.kill()
        for person, zone in ((story.bjorn, ZONE), (story.chloe, CHLOES_ZONE)):
            text = f"{zone} {number}"
            person.write(zone, text)
            written[text] = zone
    return written


def change_text_while_alone(story: Story, text: str) -> None:
    """Aino changes a note that was saved, and Björn leaves a text in the field."""
    field = story.aino.begin_editing(text)
    field.fill(f"{text} on nyt uusi")
    field.press("Enter")
    story.aino.expect_mark("Ei yhteyttä, 1 muutos tällä laitteella")
    story.bjorn.compose(ZONE).get_by_role("textbox").fill("Tätä en ehtinyt lisätä")


def test_the_mark_says_saved_only_of_what_is_in_the_database(story: Story) -> None:
    bjorn = story.bjorn
    for number in range(3):
        bjorn.write(ZONE, f"Lappu {number}")
        bjorn.expect_note(f"Lappu {number}", ZONE)
        bjorn.expect_mark(SAVED)
        assert story.stored()[f"Lappu {number}"] == 1
    bjorn.page.evaluate("window.marks = []")

    with story.held_pen():
        bjorn.write(ZONE, "Kesken tallennuksen")
        bjorn.expect_note("Kesken tallennuksen", ZONE)
        bjorn.expect_mark(SAVING)
        expect(bjorn.note("Kesken tallennuksen").get_by_text("tallentuu…")).to_be_visible()
        expect(story.aino.note("Kesken tallennuksen")).to_have_count(0)
        story.server.kill()
        bjorn.expect_mark("Ei yhteyttä, 1 muutos tällä laitteella")
        story.aino.expect_mark("Ei yhteyttä")
    assert story.stored().total() == 3
    assert SAVED not in bjorn.marks()

    story.server.start()

    expect(bjorn.mark).to_have_text(SAVED, timeout=BACK_SECONDS * 1000)
    assert story.stored()["Kesken tallennuksen"] == 1
    for person in story.people:
        expect(person.mark).to_have_text(SAVED, timeout=BACK_SECONDS * 1000)
    story.aino.expect_note("Kesken tallennuksen", ZONE)
