"""People at the live board, each at a browser of their own: everything is found by its role and name, as they find it.

Aino facilitates on a desktop, Björn takes part on one, Chloé on a phone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from playwright.sync_api import Locator, Page, WebSocket, expect

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SAVED, SAVING = "Kaikki tallessa", "Tallentaa…"
GRACE_MS = 3_000  # what everybody feels comes after so long
TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""
TELL_MARKS = """
window.marks = [];
new MutationObserver(() => {
  const mark = document.querySelector(".save-mark .full")?.textContent;
  if (mark && mark !== window.marks.at(-1)) window.marks.push(mark);
}).observe(document, { subtree: true, childList: true, characterData: true });
"""


def wait_for_keys(page: Page) -> None:
    """What hears the keys of a board with a toolbar comes after what is seen first; its buttons say when."""
    expect(page.locator(".toolbar [aria-keyshortcuts]").first).to_be_attached()


def wait_until_saved(page: Page) -> None:
    """What is done shows before it has been sent: wait before the server is asked, or the page is taken away."""
    expect(page.locator(".save-mark .full")).to_have_text(SAVED)


class Person:
    """One person at one board."""

    def __init__(self, page: Page) -> None:
        """page: of a new context, on no page of ours yet."""
        self.page = page
        self.faults: list[str] = []
        self.received: list[str] = []  # frames of the sockets of board and floor, in order
        self.sent: list[str] = []
        page.set_default_timeout(15_000)
        page.add_init_script(TELL_VIOLATIONS)
        page.add_init_script(TELL_MARKS)
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        def note_sent(frame: str | bytes) -> None:
            text = _text(frame)
            self.sent.append(text)
            if text.startswith("40/live,") and '"document":"floor:' not in text:
                self._socket = socket  # the board's; the floor has a line of its own

        socket.on("framereceived", lambda frame: self.received.append(_text(frame)))
        socket.on("framesent", note_sent)

    # --- Coming in ---

    def sign_in(self, link: str) -> None:
        """By a link that works once."""
        self.page.goto(link)
        expect(self.page.get_by_role("navigation", name="Päävalikko")).to_be_visible()

    def join(self, url: str, code: str, name: str) -> None:
        """By typing the code on the front page's form, then a name."""
        self.page.goto(f"{url}/join")
        self.page.get_by_label("Liittymiskoodi").fill(f"{code[:4]} {code[4:]}".lower())
        self.page.get_by_role("button", name="Liity", exact=True).click()
        expect(self.page.get_by_role("heading", name="Mitä sinusta tallennetaan")).to_be_visible()
        self.page.get_by_label("Nimesi tai nimimerkkisi").fill(name)
        self.page.get_by_role("button", name="Liity työpajaan").click()
        expect(self.page.get_by_role("button", name="Poistu työpajasta").or_(self._board)).to_be_visible()

    def open(self, board: str) -> None:
        """Follow the link of a board from the page of the workshop."""
        self.page.get_by_role("link", name=board, exact=True).first.click()
        self.expect_board(board)

    def expect_board(self, board: str) -> None:
        """The board is there and its line is up."""
        expect(self.page.get_by_role("heading", name=board, level=1)).to_be_visible()
        expect(self._board).to_be_visible()
        self.expect_mark(SAVED)

    @property
    def _board(self) -> Locator:
        return self.page.get_by_role("region", name=re.compile("^(Kartta|Lista)$"))

    # --- Seeing ---

    def note(self, text: str, zone: str | None = None) -> Locator:
        """The note with this text; zone: only there."""
        there = self.page.get_by_role("list", name=zone, exact=True) if zone else self.page
        return there.locator("[data-note]").filter(has=self.page.get_by_text(text, exact=True))

    def expect_note(self, text: str, zone: str | None = None) -> None:
        """It is there, once on the whole board."""
        expect(self.note(text, zone)).to_be_visible()
        expect(self.note(text)).to_have_count(1)

    @property
    def mark(self) -> Locator:
        """Whether what was written is safe."""
        return self.page.locator(".save-mark .full")

    def expect_mark(self, words: str | re.Pattern[str]) -> None:
        """It says this now, or soon."""
        expect(self.mark).to_have_text(words)

    def marks(self) -> list[str]:
        """All that the mark has said on this page, in order."""
        return list(self.page.evaluate("window.marks"))

    def told(self, name: str) -> list[tuple[str, Any]]:
        """Frames of one kind that came over the socket, each with its payload."""
        return [(frame, body) for frame in self.received for kind, body in [read_frame(frame)] if kind == name]

    def next_frame(self, name: str) -> AbstractContextManager[Any]:
        """`with` it: what is done inside is over when a frame of this kind has come."""
        socket = self._socket
        waiting: AbstractContextManager[Any] = socket.expect_event(
            "framereceived", lambda frame: read_frame(_text(frame))[0] == name
        )
        return waiting

    # --- Doing ---

    def write(self, zone: str, text: str, kind: str | None = None) -> None:
        """Add a note; returns without waiting for it to be saved."""
        raise NotImplementedError

    def begin_editing(self, text: str) -> Locator:
        """The field in which the note's text can be changed."""
        raise NotImplementedError

    def vote(self, *texts: str) -> None:
        """Give each of these notes a vote."""
        for text in texts:
            self.page.get_by_role("button", name=f"Anna ääni: {text}", exact=True).click()
            expect(self.note(text).locator("..").get_by_text("oma ääni: 1")).to_be_visible()

    def _field_in(self, number: str | None) -> Locator:
        field = self.page.locator(f'[data-note="{number}"]').get_by_role("textbox", name="Lapun teksti")
        expect(field).to_be_focused()
        return field

    def _choose_kind(self, form: Locator, kind: str | None) -> None:
        if kind:
            form.get_by_role("radio", name=kind, exact=True).check()


class Desktop(Person):
    """Somebody with a mouse and keys, on the map."""

    def switch(self, board: str) -> None:
        """Go to another board of the workshop."""
        self.page.get_by_role("button", name="Vaihda taulua").click()
        self.page.get_by_role("navigation", name="Työpajan taulut").get_by_role("link", name=board, exact=True).click()
        self.expect_board(board)

    def write(self, zone: str, text: str, kind: str | None = None) -> None:
        """Into the zone's own field. The field stays open for the next note."""
        form = self.compose(zone)
        self._choose_kind(form, kind)
        field = form.get_by_role("textbox", name="Lapun teksti")
        field.fill(text)
        field.press("Enter")

    def compose(self, zone: str) -> Locator:
        """The zone's composer, opened if it is not."""
        name = f"Lisää lappu kohtaan: {zone}"
        form = self.page.get_by_role("form", name=name, exact=True)
        if not form.is_visible():
            self.page.get_by_role("button", name=name, exact=True).click()
        return form

    def write_on_plane(self, zone: str, text: str, bad: int, often: int) -> None:
        """Into a plane, by both of its axes, 1 to 5."""
        self.page.get_by_role("button", name=f"Lisää lappu kohtaan: {zone}", exact=True).click()
        dialog = self.page.get_by_role("dialog", name="Uusi lappu")
        dialog.get_by_label("Lapun teksti").fill(text)
        dialog.get_by_label("Kuinka pahasti").select_option(str(bad))
        dialog.get_by_label("Kuinka usein").select_option(str(often))
        dialog.get_by_role("button", name="Lisää", exact=True).click()
        expect(dialog).to_be_hidden()

    def begin_editing(self, text: str) -> Locator:
        """With the keyboard: F2 on the note."""
        face = self.note(text)
        number = face.get_attribute("data-note")
        face.focus()
        face.press("F2")
        return self._field_in(number)

    def drag(self, text: str, zone: str) -> None:
        """With the mouse, to where notes are added in another zone."""
        target = self.page.get_by_role("button", name=f"Lisää lappu kohtaan: {zone}", exact=True)
        target.scroll_into_view_if_needed()
        self.note(text).hover()
        self.page.mouse.down()
        box = target.bounding_box()
        assert box, zone
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=8)
        self.page.mouse.up()


class Facilitator(Desktop):
    """Aino leads: how people work, what they vote on, and when it ends. Her clock can be put forward (wait_out)."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        page.clock.install()

    def lead(self, mode: str) -> None:
        """Let people work in another way."""
        with _Panel(self.page) as panel:
            panel.get_by_role("button", name=f"Ota käyttöön: {mode}").click()
            expect(panel.get_by_role("listitem").filter(has_text=mode).get_by_text("nyt käytössä")).to_be_visible()

    def reveal(self) -> None:
        """Show what was written in silence, after the moment in which it could be taken back."""
        self._begin("Näytä kaikille", "näkyy kaikille.")

    def open_ballot(self, title: str) -> None:
        """Three votes each, at most one for a note, over all notes."""
        with _Panel(self.page) as panel:
            panel.get_by_label("Mistä äänestetään").fill(title)
            panel.get_by_role("button", name="Avaa äänestys").click()
            expect(panel.get_by_text(f"Käynnissä: {title}")).to_be_visible()

    def end_ballot(self) -> None:
        """The same."""
        self._begin("Päätä äänestys", "Tulokset näytetään kaikille.")

    def _begin(self, word: str, follows: str) -> None:
        self.page.get_by_role("button", name="Ohjaus", exact=True).click()
        self.page.get_by_role("dialog", name="Ohjaus").get_by_role("button", name=word).click()
        wait_out(self.page, follows)

    def end_workshop(self) -> None:
        """From the board, by the page that says what follows; ends on that of the summary."""
        self.page.get_by_role("button", name="Ohjaus").click()
        self.page.get_by_role("link", name="Päätä työpaja…").click()
        expect(self.page.get_by_role("heading", name="Päätetäänkö työpaja?")).to_be_visible()
        self.page.get_by_role("button", name="Päätä työpaja").click()
        told = "Työpaja on päättynyt. Sen taulut ovat projektin tuotoksissa."
        expect(self.page.get_by_text(told)).to_be_visible()

    def close_workshop(self) -> None:
        """The same, and sum it up; ends on the record."""
        self.end_workshop()
        self.page.get_by_label("Yhteenveto").fill("Kartoitimme polun.")
        self.page.get_by_role("button", name="Tallenna yhteenveto").click()
        self.page.get_by_role("link", name="Projektin tuotokset").first.click()
        expect(self.page.get_by_role("heading", name="Projektin tuotokset", level=1)).to_be_visible()


def let_in(page: Page, note: Locator) -> None:
    """Tap what waits at the headings of the List until the note is there."""
    waiting = page.get_by_role("button", name=re.compile("– näytä: "))
    while not note.is_visible():
        expect(note.or_(waiting).first).to_be_visible()
        if waiting.count() > 0:
            waiting.first.tap()


def wait_out(page: Page, follows: str) -> None:
    """What follows for everybody has been read, and nobody takes it back. The page's clock is installed."""
    strip = page.locator(".floor-strip.coming")
    expect(strip).to_contain_text(follows)
    expect(strip.get_by_role("button", name="Peru")).to_be_focused()  # by now its time runs
    page.clock.fast_forward(GRACE_MS)
    expect(strip).to_be_hidden()


class _Panel:
    """The facilitator's panel, open as long as it is used."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __enter__(self) -> Locator:
        self._page.get_by_role("button", name="Ohjaus", exact=True).click()
        return self._page.get_by_role("dialog", name="Ohjaus")

    def __exit__(self, *_: object) -> None:
        self._page.get_by_role("dialog", name="Ohjaus").get_by_role("button", name="Sulje").click()


class Phone(Person):
    """Somebody with a thumb, on the list."""

    def switch(self, board: str) -> None:
        """Go to another board by the menu."""
        self.page.get_by_role("button", name="Valikko").tap()
        self.page.get_by_role("dialog").get_by_role("link", name=board, exact=True).tap()
        self.expect_board(board)

    def look_at_all(self) -> None:
        """All phases, where a phone begins with one."""
        self.page.get_by_role("group", name="Vaihe").get_by_role("button", name="Kaikki").tap()

    def expect_note(self, text: str, zone: str | None = None) -> None:
        """It is there once what waits at the headings has been let in."""
        let_in(self.page, self.note(text, zone))
        super().expect_note(text, zone)

    def write(self, zone: str, text: str, kind: str | None = None) -> None:
        """Into the one field at the foot; zone: as the choice of places calls it."""
        form = self.page.get_by_role("form", name="Kirjoita lappu")
        form.get_by_label("Mihin").select_option(label=zone)
        self._choose_kind(form, kind)
        form.get_by_label("Lapun teksti").fill(text)
        form.get_by_role("button", name="Lisää", exact=True).tap()
        expect(form.get_by_label("Lapun teksti")).to_have_value("")

    def take_in_hand(self, text: str) -> Locator:
        """Touch a note; what can be done to it appears under it."""
        self.note(text).tap()
        return self.page.get_by_role("group", name="Lapun toiminnot")

    def begin_editing(self, text: str) -> Locator:
        """By the note's own button."""
        number = self.note(text).get_attribute("data-note")
        self.take_in_hand(text).get_by_role("button", name="Kirjoita").tap()
        return self._field_in(number)

    def move(self, text: str, zone: str) -> None:
        """By *Siirrä…*, without dragging."""
        self.take_in_hand(text).get_by_role("button", name="Siirrä…").tap()
        dialog = self.page.get_by_role("dialog", name="Siirrä lappu")
        dialog.get_by_label("Kohta", exact=True).select_option(label=zone)
        dialog.get_by_role("button", name="Siirrä").tap()
        expect(dialog).to_be_hidden()


def read_frame(frame: str) -> tuple[str, Any]:
    """What a Socket.IO frame of `/live` says: its name and payload; ("", None) for those of the transport."""
    start = "42/live,"
    if not frame.startswith(start):
        return "", None
    name, *rest = json.loads(frame[len(start) :])
    return name, rest[0] if rest else None


def everybody(people: Sequence[Person], see: Callable[[Person], None]) -> None:
    """Each of them sees it."""
    for person in people:
        see(person)


def _text(frame: str | bytes) -> str:
    return frame if isinstance(frame, str) else frame.decode(errors="replace")
