"""A workshop from joining to the record, as three people go through it in three browsers at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, StorageState, expect

from tests.browser.exports import Line, download, from_csv, from_json, from_markdown
from tests.browser.people import PHONE as A_PHONE
from tests.browser.people import SAVED, Desktop, Facilitator, Person, Phone, everybody
from tests.browser.setting import TITLES, Setting
from tests.server import Server

PATH, GRID, ONION = TITLES["service_path"], TITLES["pain_grid"], TITLES["stakeholder_onion"]
ROUNDS = [(ONION, PATH, GRID), (PATH, GRID, ONION), (GRID, ONION, PATH)]  # where Aino, Björn and Chloé write
PLANE = "Vakavuus ja yleisyys"
WAITING = "Odotan · Kipupisteet"
ENDED = "Työpaja on päättynyt"
BOTH = "Liikelupa tulee kuukauden myöhässä"  # what one text becomes of two who change it at once


class Story:
    """Three people, and what should be on the boards after what they have done."""

    def __init__(self, setting: Setting, aino: Facilitator, bjorn: Desktop, chloe: Phone) -> None:
        self.setting, self.aino, self.bjorn, self.chloe = setting, aino, bjorn, chloe
        self.people: tuple[Person, ...] = (aino, bjorn, chloe)
        self.notes: dict[str, dict[str, Line]] = {ONION: {}, PATH: {}, GRID: {}}

    def wrote(self, board: str, kind: str, zone: str, text: str) -> None:
        """Somebody has added a note."""
        self.notes[board][text] = Line(kind, text, zone, 0)

    def changed(self, board: str, was: str, **fields: str | int) -> None:
        """A note has got another text or zone, or votes."""
        line = self.notes[board].pop(was)._replace(**fields)
        self.notes[board][line.text] = line

    def meet_on(self, board: str) -> None:
        """All three go to one board."""
        for person in (self.aino, self.bjorn, self.chloe):
            if not person.page.get_by_role("heading", name=board, level=1).is_visible():
                person.switch(board)
        if board == PATH:
            self.chloe.look_at_all()

    def expect_everything(self, board: str) -> None:
        """All three see each note once, in its place, and nothing else."""
        for person in self.people:
            for line in self.notes[board].values():
                person.expect_note(line.text, line.zone)
            expect(person.page.locator("[data-note]")).to_have_count(len(self.notes[board]))
            person.expect_mark(SAVED)


@pytest.fixture
def story(
    workshop: Callable[..., Setting], new_context: Callable[..., BrowserContext], signed_in: StorageState
) -> Story:
    """Aino and Björn at desktops, Chloé with a phone: three contexts that share nothing."""
    setting = workshop("Yrityksen perustaminen", "stakeholder_onion", "service_path", "pain_grid")
    aino = Facilitator(new_context(storage_state=signed_in).new_page())
    bjorn, chloe = Desktop(new_context().new_page()), Phone(new_context(**A_PHONE).new_page())
    return Story(setting, aino, bjorn, chloe)


def test_a_workshop_goes_from_a_code_to_files_that_hold_every_note_once(story: Story, live_server: Server) -> None:
    come_in(story)
    write_on_all_boards_at_once(story)
    write_in_silence_and_show(story)
    change_one_text_at_once(story)
    move_notes(story)
    vote(story)
    for board in TITLES.values():
        if board in story.notes:
            story.meet_on(board)
            story.expect_everything(board)

    close(story)
    aino_takes_the_files(story)
    participants_take_them_too(story)

    assert [person.faults for person in story.people] == [[], [], []]
    assert live_server.faults() == []


def come_in(story: Story) -> None:
    story.aino.page.goto(story.setting.plan)
    for person, name in ((story.bjorn, "Björn"), (story.chloe, "Chloé")):
        person.join(story.setting.rest.url, story.setting.code, name)
    for person, board in zip(story.people, ROUNDS[0], strict=True):
        person.open(board)


def write_on_all_boards_at_once(story: Story) -> None:
    """Each of the three writes on each of the three, while the two others write elsewhere; then all at one."""
    for number, boards in enumerate(ROUNDS):
        for person, board in zip((story.aino, story.bjorn, story.chloe), boards, strict=True):
            if number:
                person.switch(board)
        for person, board in zip(story.people, boards, strict=True):
            write_two(story, person, board)
        everybody(story.people, lambda person: person.expect_mark(SAVED))
    story.meet_on(PATH)
    for person in story.people:
        text = f"{person.__class__.__name__} kirjoittaa samaan kohtaan"
        person.write(WAITING, text)
        story.wrote(PATH, "Kipupiste", WAITING, text)
    story.expect_everything(PATH)


def write_two(story: Story, person: Person, board: str) -> None:
    who = person.__class__.__name__
    if board == ONION:
        for zone, kind in (("Ydin", "Kunta"), ("Suoraan mukana", "Yritys")):
            person.write(zone, f"{who}: {kind.lower()}", kind)
            story.wrote(ONION, kind, zone, f"{who}: {kind.lower()}")
    elif board == PATH:
        for zone, kind in (("Hoidan asian · Asiakas tekee", "Askel"), ("Etsin tietoa · Ideat", "Idea")):
            person.write(zone, f"{who} lisää: {kind}")
            story.wrote(PATH, kind, zone, f"{who} lisää: {kind}")
    else:
        person.write("Mikä toimii", f"{who}: neuvonta toimii")
        story.wrote(GRID, "Toimii", "Mikä toimii", f"{who}: neuvonta toimii")
        text = f"{who}: lomake on vaikea"
        if isinstance(person, Desktop):
            person.write_on_plane(PLANE, text, bad=5, often=4)
        else:
            person.write("Vakava ja yleinen", text)
        story.wrote(GRID, "Kipupiste", PLANE, text)


def write_in_silence_and_show(story: Story) -> None:
    story.meet_on(PATH)
    story.aino.lead("Kirjoitetaan itsekseen")
    for person in story.people:
        expect(person.page.get_by_text("Nyt: Kirjoitetaan itsekseen")).to_be_visible()
    for person, text in ((story.bjorn, "Björnin hiljainen ajatus"), (story.chloe, "Chloén hiljainen ajatus")):
        person.write(WAITING, text)
        person.expect_note(text, WAITING)
        person.expect_mark(SAVED)
        story.wrote(PATH, "Kipupiste", WAITING, text)
    expect(story.aino.page.get_by_text("Itsekseen kirjoitettu: 2 lappua, 2 kirjoittajaa").first).to_be_visible()
    expect(story.aino.note("Björnin hiljainen ajatus")).to_have_count(0)
    expect(story.aino.note("Chloén hiljainen ajatus")).to_have_count(0)
    expect(story.bjorn.note("Chloén hiljainen ajatus")).to_have_count(0)
    expect(story.chloe.note("Björnin hiljainen ajatus")).to_have_count(0)

    story.aino.reveal()

    story.expect_everything(PATH)


def change_one_text_at_once(story: Story) -> None:
    """Both have the same text before them when they begin; the words of both are kept."""
    text = "Lupa tulee myöhässä"
    story.aino.write(WAITING, text)
    story.wrote(PATH, "Kipupiste", WAITING, text)
    everybody(story.people, lambda person: person.expect_note(text, WAITING))
    first, second = story.bjorn.begin_editing(text), story.chloe.begin_editing(text)
    first.fill("Liikelupa tulee myöhässä")
    second.fill("Lupa tulee kuukauden myöhässä")
    first.press("Enter")
    second.press("Enter")
    story.changed(PATH, text, text=BOTH)
    story.expect_everything(PATH)
    expect(story.chloe.page.get_by_text("Kaksi kirjoitti samaan kohtaan")).to_have_count(0)


def move_notes(story: Story) -> None:
    """One is dragged, one goes by a choice of places."""
    dragged, chosen = "Desktop lisää: Idea", "Phone lisää: Askel"
    story.bjorn.drag(dragged, "Hoidan asian · Ideat")
    story.changed(PATH, dragged, zone="Hoidan asian · Ideat")
    story.chloe.move(chosen, "Odotan · Asiakas tekee")
    story.changed(PATH, chosen, zone="Odotan · Asiakas tekee")
    story.expect_everything(PATH)


def vote(story: Story) -> None:
    """On a plane: one's own votes are seen, others' only as sums at the end."""
    story.meet_on(GRID)
    story.aino.open_ballot("Mikä ratkaistaan ensin?")
    names = ("Facilitator", "Desktop", "Phone")
    first, second, third = (f"{name}: lomake on vaikea" for name in names)
    story.aino.vote(first)
    story.bjorn.vote(first, second)
    story.chloe.vote(first, second, third)
    expect(story.chloe.page.get_by_text("0/3 ääntä jäljellä")).to_be_visible()
    everybody(story.people, lambda person: person.expect_mark(SAVED))
    expect(story.aino.note(second).get_by_text("ääntä")).to_have_count(0)

    story.aino.end_ballot()

    for text, votes in ((first, 3), (second, 2), (third, 1)):
        words = "1 ääni" if votes == 1 else f"{votes} ääntä"
        for person in story.people:
            expect(person.note(text).get_by_text(words, exact=True)).to_be_visible()
        story.changed(GRID, text, votes=votes)


def close(story: Story) -> None:
    story.aino.close_workshop()
    for person in (story.bjorn, story.chloe):
        expect(person.page.get_by_role("heading", name=ENDED)).to_be_visible()
        expect(person.page.get_by_role("link", name="Lue ja lataa tuotokset")).to_be_visible()
        expect(person.page.get_by_role("button", name="Lisää lappu")).to_have_count(0)
        expect(person.page.get_by_role("form", name="Kirjoita lappu")).to_have_count(0)


def aino_takes_the_files(story: Story) -> None:
    page = story.aino.page
    record = page.url
    for board, notes in story.notes.items():
        page.goto(record)
        page.get_by_role("link", name=board, exact=True).click()
        expect(page.get_by_role("heading", name=board, level=1)).to_be_visible()
        wanted = sorted(notes.values())
        assert from_json(download(page, "JSON")) == wanted
        assert from_csv(download(page, "CSV")) == wanted
        assert from_markdown(download(page, "Markdown")) == wanted


def participants_take_them_too(story: Story) -> None:
    """Those who took part go from the board to the page of the workshop, and find the outputs there."""
    for person in (story.bjorn, story.chloe):
        person.page.get_by_role("link", name="Työpajan sivulle").first.click()
        expect(person.page.get_by_role("heading", name="Tuotokset")).to_be_visible()
        person.page.get_by_role("link", name=PATH, exact=True).first.click()
        assert from_json(download(person.page, "JSON")) == sorted(story.notes[PATH].values())
