"""A whole application workshop in fast time: fourteen people, six parts, from one click to the finished version."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, StorageState, expect

from tests.browser.leading import expect_part, go_on, now, seconds_left
from tests.browser.others import Others
from tests.browser.people import PHONE, SAVED, Desktop, Facilitator, Person, Phone, everybody
from tests.browser.rest import Rest
from tests.server import Server

NAMES = ["Eero", "Fatima", "Greta", "Heikki", "Inka", "Jari", "Kaisa", "Lauri", "Minna", "Niko", "Anna"]
CHALLENGE, ONION, PATH, PAINS = "Haaste", "Keitä haaste koskee", "Asiakkaan polku", "Kipupisteet"
PARTS = [
    "Tervetuloa ja haaste",
    "Keitä haaste koskee",
    "Polku pääpiirteissään",
    "Missä polku hiertää",
    "Miten voisimme…?",
    "Äänestys ja sitoutuminen",
]
LOOKS_WITHIN_MS = 12_500  # whoever waits at the door looks again after so long at most
LATE = "Budjetti on sidottu ensi vuoteen"
QUESTION = "Miten voisimme kysyä tiedon vain kerran?"


class Story:
    """Aino leads, Björn sits at a desk, Anna has a phone that also carries the call; eleven others by protocol."""

    def __init__(self, rest: Rest, aino: Facilitator, bjorn: Desktop, anna: Phone) -> None:
        self.rest, self.aino, self.bjorn, self.anna = rest, aino, bjorn, anna
        self.people: tuple[Person, ...] = (aino, bjorn, anna)
        self.project = self.id = self.code = ""
        self.boards: dict[str, str] = {}
        self.others: Others
        self.written = 0  # notes on all boards

    def wrote(self, count: int = 1) -> None:
        """So many notes more."""
        self.written += count

    def meet_on(self, board: str) -> None:
        """All three follow the line *Nyt*, or the list of boards, to this one."""
        for person in self.people:
            if not person.page.get_by_role("heading", name=board, level=1).is_visible():
                link = now(person).get_by_role("link", name=f"Siirry tänne: {board}")
                expect(link).to_be_visible()
                link.click()
            person.expect_board(board)

    def notes(self) -> list[dict[str, Any]]:
        """All notes of all boards, as the facilitator sees them."""
        return [note for board in self.boards.values() for note in self.rest.items(board, "note")]

    def frozen(self) -> dict[str, tuple[int, str, int]]:
        """The record: of each board's newest version its number, how far it has come, and how many notes it holds."""
        found: dict[str, tuple[int, str, int]] = {}
        for each in reversed(self.rest.call("GET", f"/projects/{self.project}/artefacts")):
            items = self.rest.call("GET", f"/artefacts/{each['id']}/json")["items"]
            found[each["board"]] = (each["version"], each["state"], len(items))
        return found


@pytest.fixture
def story(rest: Rest, new_context: Callable[..., BrowserContext], signed_in: StorageState) -> Story:
    """Three contexts that share nothing."""
    aino = Facilitator(new_context(storage_state=signed_in).new_page())
    bjorn, anna = Desktop(new_context().new_page()), Phone(new_context(**PHONE).new_page())
    anna.page.clock.install()
    return Story(rest, aino, bjorn, anna)


def test_an_application_workshop_goes_from_one_click_to_a_finished_version(
    story: Story, browser: Browser, live_server: Server
) -> None:
    plan(story)
    try_it_as_a_participant(story)
    open_to_those_who_wait(story)
    come_in(story)
    write_the_challenge_in_silence(story)
    place_stakeholders(story)
    outline_the_path(story)
    place_pains_in_silence(story)
    ask_how_might_we(story)
    vote(story)
    close_while_anna_is_away(story)
    take_in_what_came_late(story)
    finish(story)
    read_without_a_session(story, browser)

    assert [fault for person in story.people for fault in person.faults if "net::ERR_" not in fault] == []
    assert live_server.faults() == []


def plan(story: Story) -> None:
    """One click makes group, boards and agenda."""
    programme = story.rest.call("POST", "/programmes", {"title": "Sujuvat palvelut"})["id"]
    project = story.rest.call("POST", f"/programmes/{programme}/projects", {"title": "Yrityksen perustaminen"})["id"]
    page = story.aino.page
    page.goto(f"{story.rest.url}/projects/{project}")
    story.project = project
    page.get_by_role("button", name="Luo hakutyöpaja").click()
    expect(page.get_by_role("heading", name="Hakutyöpaja", level=1)).to_be_visible()
    story.id = page.url.rsplit("/", 1)[1]
    made = story.rest.call("GET", f"/workshops/{story.id}")
    story.code = made["code"]
    story.boards = {board["title"]: board["id"] for board in made["boards"]}
    agenda = page.get_by_role("region", name="Ohjelma").get_by_role("heading", level=3)
    expect(agenda).to_have_count(len(PARTS))
    assert [re.sub(r"^\d+\. ", "", each) for each in agenda.all_inner_texts()] == PARTS


def try_it_as_a_participant(story: Story) -> None:
    """In a tab of its own, before anybody is let in; then all of it goes in one act."""
    page = story.aino.page
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Katso osallistujana").click()
    trial = Desktop(opened.value)
    trial.open(CHALLENGE)
    trial.write("Syyt", "Kokeilen vain")
    trial.expect_mark(SAVED)
    assert [note["text"] for note in story.notes()] == ["Kokeilen vain"]
    trial.page.close()
    page.reload()
    page.get_by_role("link", name="Tyhjennä kokeilu…").click()
    expect(page.get_by_text("1 lappu ")).to_be_visible()
    page.get_by_role("button", name="Tyhjennä kokeilu").click()
    expect(page.get_by_role("heading", name="Hakutyöpaja", level=1)).to_be_visible()
    assert story.notes() == []
    lanes = {zone["id"] for zone in story.rest.items(story.boards[PATH], "zone")}
    assert {"zone:pain", "zone:data"} & lanes == {"zone:pain"}  # as the preset made them


def open_to_those_who_wait(story: Story) -> None:
    """Who comes early waits on a page that opens by itself."""
    story.anna.page.goto(f"{story.rest.url}/j/{story.code}")
    expect(story.anna.page.get_by_text("Työpaja ei ole vielä alkanut.")).to_be_visible()
    story.aino.page.get_by_role("button", name="Avaa työpaja").click()
    expect(story.aino.page.get_by_role("status").get_by_text("Ovi on auki:")).to_be_visible()
    story.anna.page.clock.fast_forward(LOOKS_WITHIN_MS)
    expect(story.anna.page.get_by_label("Nimesi tai nimimerkkisi")).to_be_visible()
    story.anna.page.get_by_label("Nimesi tai nimimerkkisi").fill("Anna")
    story.anna.page.get_by_role("button", name="Liity työpajaan").tap()


def come_in(story: Story) -> None:
    story.bjorn.join(story.rest.url, story.code, "Björn")
    story.others = Others(story.rest.url, story.code, NAMES)
    names = story.rest.call("GET", f"/workshops/{story.id}/people")["people"]
    assert sorted(each["name"] for each in names) == sorted([*NAMES[:-1], "Anna", "Anna 2", "Björn"])
    for person in story.people:
        person.page.goto(f"{story.rest.url}/boards/{story.boards[CHALLENGE]}")
        person.expect_board(CHALLENGE)


def write_the_challenge_in_silence(story: Story) -> None:
    """Thirteen write; one figure for all; Anna's phone goes to the call in the middle of a sentence and comes back."""
    go_on(story.aino, "Aloita ohjelma", PARTS[0])
    story.rest.wait_for_mode(story.boards[CHALLENGE], "silent")
    for person in story.people:
        expect_part(person, PARTS[0])
        assert 0 < seconds_left(person) <= 15 * 60
    story.others.write(
        story.boards[CHALLENGE], "problem", lambda number: ("zone:problem", f"Ongelma {number}: sama tieto kysytään")
    )
    story.bjorn.write("Syyt", "Rekisterit eivät keskustele")
    leave_and_return(story.anna)
    expect(story.aino.page.locator("[data-note]")).to_have_count(0)
    expect(story.aino.page.get_by_text(re.compile("13 lappua, 13 ")).first).to_be_visible()
    story.wrote(13)

    go_on(story.aino, "Seuraava osio", "13 lappua näkyy kaikille")

    everybody(story.people, lambda person: person.expect_note("Rekisterit eivät keskustele"))
    everybody(story.people, lambda person: person.expect_note("Kaksi viikkoa odotusta"))


def leave_and_return(anna: Phone) -> None:
    """Half a note is typed, another page is opened, and the half note is there again."""
    form = anna.page.get_by_role("form", name="Kirjoita lappu")
    form.get_by_label("Mihin").select_option(label="Haluttu muutos")
    form.get_by_label("Lapun teksti").fill("Kaksi viikkoa")
    board = anna.page.url
    anna.page.goto("about:blank")
    anna.page.goto(board)
    anna.expect_mark(SAVED)
    field = form.get_by_label("Lapun teksti")
    expect(field).to_have_value("Kaksi viikkoa")
    field.fill("Kaksi viikkoa odotusta")
    form.get_by_role("button", name="Lisää", exact=True).tap()
    expect(field).to_have_value("")
    anna.expect_mark(SAVED)


def place_stakeholders(story: Story) -> None:
    """The rings."""
    everybody(story.people, lambda person: expect_part(person, PARTS[1]))
    for person in story.people:
        person.page.goto(f"{story.rest.url}/boards/{story.boards[ONION]}")
        person.expect_board(ONION)
    story.others.write(
        story.boards[ONION],
        "municipality",
        lambda number: (("zone:core", "zone:direct", "zone:indirect")[number % 3], f"Kunta {number}"),
    )
    story.bjorn.write("Ydin", "Yrityksen perustaja", "Asiakas")
    story.anna.write("Suoraan mukana", "Yritysneuvonta", "Yritys")
    story.wrote(13)
    for text in ("Yrityksen perustaja", "Yritysneuvonta", "Kunta 10"):
        everybody(story.people, lambda person, text=text: person.expect_note(text))


def outline_the_path(story: Story) -> None:
    """A light path: steps, and who is responsible; everybody is brought there."""
    go_on(story.aino, "Seuraava osio", PARTS[2])
    story.meet_on(PATH)
    phases = ("notice", "find", "apply", "wait", "continue")
    story.others.write(
        story.boards[PATH], "step", lambda number: (f"zone:{phases[number % 5]}/step", f"Askel {number}")
    )
    story.bjorn.write("Hoidan asian · Asiakas tekee", "Täyttää saman lomakkeen kolmesti")
    story.wrote(12)
    everybody(story.people[:2], lambda person: person.expect_note("Täyttää saman lomakkeen kolmesti"))


def place_pains_in_silence(story: Story) -> None:
    go_on(story.aino, "Seuraava osio", PARTS[3])
    story.rest.wait_for_mode(story.boards[PAINS], "silent")
    story.meet_on(PAINS)
    story.others.write(story.boards[PAINS], "pain_point", lambda number: ("zone:grid", f"Kipu {number}"))
    story.wrote(11)
    expect(story.aino.page.get_by_text(re.compile("11 lappua, 11 ")).first).to_be_visible()
    expect(story.bjorn.note("Kipu 3")).to_have_count(0)

    go_on(story.aino, "Seuraava osio", "11 lappua näkyy kaikille")

    everybody(story.people, lambda person: person.expect_note("Kipu 3"))


def ask_how_might_we(story: Story) -> None:
    """Back on the challenge; Anna's phone loses the network, comes back, and loses it until after the end."""
    everybody(story.people, lambda person: expect_part(person, PARTS[4]))
    for person in (story.aino, story.bjorn, story.anna):
        person.switch(CHALLENGE)
    story.bjorn.write("Miten voisimme…?", QUESTION)
    story.wrote()
    everybody(story.people, lambda person: person.expect_note(QUESTION))
    story.anna.page.context.set_offline(True)
    story.anna.write("Miten voisimme…?", "Miten voisimme ohjata oikeaan paikkaan?")
    story.anna.expect_mark("Ei yhteyttä, 1 muutos tällä laitteella")
    story.anna.page.context.set_offline(False)
    story.anna.expect_mark(SAVED)
    story.aino.expect_note("Miten voisimme ohjata oikeaan paikkaan?")
    story.wrote()
    story.anna.page.context.set_offline(True)
    story.anna.write("Rajat", LATE)
    story.anna.expect_mark("Ei yhteyttä, 1 muutos tällä laitteella")


def vote(story: Story) -> None:
    """The part asks for votes; the ballot is over notes, and ends with sums for all."""
    go_on(story.aino, "Seuraava osio", PARTS[5])
    board = story.boards[CHALLENGE]
    story.aino.open_ballot("Mistä hanke lähtee?")
    expect(story.bjorn.page.get_by_text("3/3 ääntä jäljellä")).to_be_visible()
    (ballot,) = story.rest.items(board, "ballot")
    wanted = {note["text"]: note["id"] for note in story.rest.items(board, "note")}
    story.others.vote(board, ballot["id"], wanted[QUESTION])
    story.bjorn.vote(QUESTION)
    story.bjorn.expect_mark(SAVED)

    story.aino.end_ballot()

    for person in (story.aino, story.bjorn):
        expect(person.note(QUESTION).get_by_text("12 ääntä", exact=True)).to_be_visible()


def close_while_anna_is_away(story: Story) -> None:
    """What she has written waits on her phone. The summary is written; the record holds every note once."""
    story.aino.end_workshop()
    page = story.aino.page
    expect(page.get_by_role("heading", name="Työpajan yhteenveto")).to_be_visible()
    page.get_by_label("Yhteenveto").fill("Haaste tarkentui yhdeksi kysymykseksi.")
    page.get_by_label("Päätös 1").fill("Lähdemme tiedon kysymisestä kerran")
    page.get_by_label("Avoin kysymys 1").fill("Kuka omistaa rajapinnan?")
    step = page.get_by_role("group", name="Jatkotoimi 1")
    step.get_by_label("Mitä tehdään").fill("Kutsutaan rekisterinpitäjät koolle")
    step.get_by_label("Kuka tekee").fill("Koivurannan kunta")
    page.get_by_role("button", name="Tallenna yhteenveto").click()
    assert len(story.notes()) == story.written
    frozen = story.frozen()
    assert {(version, state) for version, state, _ in frozen.values()} == {(1, "at_end")}
    assert sum(count for _, _, count in frozen.values()) == story.written


def take_in_what_came_late(story: Story) -> None:
    """Anna's phone is back: the note is taken in and another one left out; nothing says who wrote it."""
    story.anna.page.context.set_offline(False)
    expect(story.anna.page.get_by_role("region", name="Vastasaapuneet")).to_contain_text("1 lappusi saapui")
    page = story.aino.page
    page.goto(f"{story.rest.url}/boards/{story.boards[CHALLENGE]}")
    page.get_by_role("button", name="Katso vastasaapuneet").click()
    panel = page.get_by_role("dialog", name="Vastasaapuneet")
    panel.get_by_role("button", name=f"Ota mukaan: {LATE}").click()
    for person in story.people:
        expect(person.note(LATE)).to_be_visible()
    story.wrote()


def finish(story: Story) -> None:
    """One note does not belong in the output; the finished version says that one was left out."""
    board = story.boards[CHALLENGE]
    left = next(note["id"] for note in story.rest.items(board, "note") if note["text"].startswith("Ongelma 0"))
    story.rest.operate(board, {"type": "note.leave_out", "note": left, "out": True})
    page = story.aino.page
    page.goto(f"{story.rest.url}/workshops/{story.id}")
    page.get_by_role("button", name="Vahvista viimeistelty versio").click()
    expect(page.get_by_text("Viimeistelty versio on projektin tuotoksissa.")).to_be_visible()
    frozen = story.frozen()
    assert frozen[board][:2] == (2, "finished")
    assert sum(count for _, _, count in frozen.values()) == story.written - 1


def read_without_a_session(story: Story, browser: Browser) -> None:
    """The official who gets the output next day has a link and nothing else."""
    page = story.aino.page
    page.goto(f"{story.rest.url}/workshops/{story.id}/read-links")
    page.get_by_role("button", name="Tee linkki").click()
    link = page.get_by_label("Lukulinkki").input_value()
    context = browser.new_context(locale="fi-FI")
    official = context.new_page()
    official.goto(link)
    official.get_by_role("link", name=re.compile("raportti", re.IGNORECASE)).first.click()
    report = official.get_by_role("main")
    for words in ("Lähdemme tiedon kysymisestä kerran", "Kuka omistaa rajapinnan?", QUESTION, "Kipu 3"):
        expect(report.get_by_text(words).first).to_be_visible()
    assert context.cookies() == [] or all("session" not in each["name"] for each in context.cookies())
    context.close()
