"""I9, P4: what is written in silence is nowhere outside its author until it is shown, wherever one looks."""

from __future__ import annotations

import json
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, StorageState, expect

from tests.browser.people import PHONE, SAVED, Desktop, Facilitator, Person, Phone, read_frame
from tests.browser.setting import TITLES, Setting
from tests.server import Server

BOARD = TITLES["service_path"]
ZONE = "Odotan · Kipupisteet"
SILENCE = "Kirjoitetaan itsekseen"
STORAGE = """async () => JSON.stringify([
  { ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), await caches.keys(),
])"""


@dataclass
class Story:
    """Björn writes in silence; Aino leads; Chloé is another participant; Dagny one without a browser."""

    setting: Setting
    aino: Facilitator
    bjorn: Desktop
    chloe: Phone
    dagny: str  # token

    @property
    def others(self) -> tuple[Person, ...]:
        return self.aino, self.chloe

    @property
    def document(self) -> str:
        return self.setting.boards["service_path"]


@pytest.fixture
def story(
    workshop: Callable[..., Setting], new_context: Callable[..., BrowserContext], signed_in: StorageState
) -> Story:
    """All of them on one board, in silence."""
    setting = workshop("Hiljaisuus", "service_path")
    aino = Facilitator(new_context(storage_state=signed_in).new_page())
    bjorn, chloe = Desktop(new_context().new_page()), Phone(new_context(**PHONE).new_page())
    aino.page.goto(setting.board())
    for person, name in ((bjorn, "Björn"), (chloe, "Chloé")):
        person.join(setting.rest.url, setting.code, name)
    for each in (aino, bjorn, chloe):
        each.expect_board(BOARD)
    aino.lead(SILENCE)
    for each in (aino, bjorn, chloe):
        expect(each.page.get_by_text(f"Nyt: {SILENCE}")).to_be_visible()
    return Story(setting, aino, bjorn, chloe, setting.guest("Dagny").token)


def test_a_canary_written_in_silence_sings_to_nobody_before_it_is_shown(story: Story, live_server: Server) -> None:
    kept, removed, draft = (f"KANARIALINTU-{uuid.uuid4()}" for _ in range(3))
    write_in_silence(story, kept, removed, draft)
    frozen = freeze(story)

    told = dict(everything_outside(story, frozen))
    assert all(told.values()), [where for where, text in told.items() if not text]
    assert [where for where, text in told.items() if "KANARIALINTU" in text] == []
    assert "KANARIALINTU" not in live_server.read_log()
    assert kept in "".join(story.bjorn.received), "the search would not have found it where it is"
    assert kept in "".join(story.bjorn.sent)
    assert draft not in "".join(story.bjorn.sent)

    story.aino.reveal()

    seqs = {person: shown_at(person, kept) for person in (*story.others, story.bjorn)}
    assert len(set(seqs.values())) == 1, seqs
    for person in (*story.others, story.bjorn):
        if isinstance(person, Phone):
            person.look_at_all()
        person.expect_note(kept, ZONE)
    again = dict(everything_outside(story, {}))
    assert not [where for where, text in again.items() if removed in text or draft in text]


def write_in_silence(story: Story, kept: str, removed: str, draft: str) -> None:
    """A note that was changed, one that was removed, and a text that is not even added."""
    bjorn = story.bjorn
    for text in ("KANARIALINTU on vielä muna", removed):
        bjorn.write(ZONE, text)
        bjorn.expect_note(text, ZONE)
    field = bjorn.begin_editing("KANARIALINTU on vielä muna")
    field.fill(kept)
    field.press("Enter")
    bjorn.note(removed).press("Delete")
    expect(bjorn.note(removed)).to_have_count(0)
    bjorn.compose(ZONE).get_by_role("textbox").fill(draft)
    bjorn.expect_note(kept, ZONE)
    bjorn.expect_mark(SAVED)
    for other in story.others:  # news of the silence has reached everybody
        figure = other.page.get_by_text("Itsekseen kirjoitettu: 1 lappu, 1 kirjoittaja")
        expect(figure.filter(visible=True).first).to_be_visible()


def freeze(story: Story) -> dict[str, str]:
    """Aino looks at the board as a page, confirms it as an output, and takes every file."""
    page = story.aino.page.context.new_page()
    page.goto(f"{story.setting.board()}/read")
    told = {"read page": page.content()}
    page.get_by_role("button", name="Vahvista tuotokseksi").click()
    expect(page.get_by_text("Vahvistettu tuotokseksi: versio 1.")).to_be_visible()
    told["page of the artefact"] = page.content()
    for name in ("json", "csv", "markdown"):
        told[f"artefact as {name}"] = page.context.request.get(f"{page.url}/{name}").body().decode(errors="replace")
    page.close()
    return told


def everything_outside(story: Story, more: dict[str, str]) -> Iterator[tuple[str, str]]:
    """All that anybody but Björn has got or can get: named, as text."""
    yield from more.items()
    for person in story.others:
        who = type(person).__name__
        yield f"{who}: frames received", "\n".join(person.received)
        yield f"{who}: frames sent", "\n".join(person.sent)
        yield f"{who}: page", person.page.content()
        yield f"{who}: storage", person.page.evaluate(STORAGE) + json.dumps(person.page.context.storage_state())
        token = json.loads(person.page.locator("#boot").text_content() or "")["token"]
        yield from api_as(story, f"{who}'s seat", token)
        yield from pages_as(story, who, person.page)
    yield from api_as(story, "Aino's program", story.setting.rest.token)
    yield from api_as(story, "Dagny", story.dagny)


def api_as(story: Story, who: str, token: str) -> Iterator[tuple[str, str]]:
    for path in ("state", "events?since=0", "removed"):
        address = f"{story.setting.rest.url}/api/v1/boards/{story.document}/{path}"
        request = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            yield f"{who}: {path}", answer.read().decode()


def pages_as(story: Story, who: str, page: Page) -> Iterator[tuple[str, str]]:
    """The sources of the pages that speak of the board, as this browser gets them."""
    board, plan = story.setting.board(), story.setting.plan
    mine = [plan, f"{board}/read"] if who == "Facilitator" else [f"{plan}/take-part", f"{board}/read"]
    for address in (board, *mine):
        answer = page.context.request.get(address)
        assert answer.ok, address
        yield f"{who}: {address}", answer.text()


def shown_at(person: Person, text: str) -> int:
    """The seq of the event that showed this text; for its author the last one, which shows it to all."""
    expect(person.page.get_by_text("Nyt: Kirjoitetaan ja järjestellään")).to_be_visible()
    person.expect_mark(SAVED)  # whoever did it sees it before the event has come
    events = [event for _, frame in person.told("events") for event in frame]
    return int([event["seq"] for event in events if text in json.dumps(event, ensure_ascii=False)][-1])


def test_frames_of_the_others_do_not_tell_how_much_or_who_writes_in_silence(story: Story) -> None:
    short, long = "lyhyt", "pitkä " * 83 + "on"
    assert (len(short), len(long)) == (5, 500)
    story.bjorn.compose(ZONE)
    frames: list[list[str]] = []
    for text in (short, long):
        before = {person: len(person.received) for person in story.others}
        with story.aino.next_frame("events"), story.chloe.next_frame("events"):
            story.bjorn.write(ZONE, text)
        frames.append([frame for person in story.others for frame in news(person, before[person])])
        story.bjorn.expect_note(text, ZONE)
        story.bjorn.expect_mark(SAVED)

    assert [len(frame) for frame in frames[0]] == [len(frame) for frame in frames[1]]
    assert [list(event) for frame in frames[1] for event in read_frame(frame)[1]] == [["seq"], ["seq"]]


def test_nobody_is_told_who_begins_to_write_in_silence(story: Story) -> None:
    with story.aino.next_frame("head"), story.chloe.next_frame("head"):
        story.bjorn.expect_mark(SAVED)  # what the change to silence has told of people has come
    begun = {person: len(person.received) for person in story.others}

    with story.aino.next_frame("head"), story.chloe.next_frame("head"):
        story.bjorn.write(ZONE, "Hiljaa")
        story.bjorn.begin_editing("Hiljaa").press("Escape")

    for person in story.others:
        assert [frame for frame in person.received[begun[person] :] if read_frame(frame)[0] == "here"] == []


def news(person: Person, since: int) -> list[str]:
    """The frames with events that have come to this person."""
    return [frame for frame in person.received[since:] if read_frame(frame)[0] == "events"]
