"""How a person's hands reach a page: by keys alone, or by touch without drag. What is done is the same."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from tests.browser.keyboard import Keyboard
from tests.browser.people import Person, let_in

Role = Literal["button", "link", "checkbox", "radio"]


class Hands(Person, ABC):
    """One person at a page who presses, writes and chooses; how, the others say."""

    def press(self, name: str | re.Pattern[str], role: Role = "button", within: Locator | None = None) -> None:
        """A button or a link, by its name; a string is all of it."""
        exact = isinstance(name, str)
        self.hit((within or self.page).get_by_role(role, name=name, exact=exact).first)

    @abstractmethod
    def hit(self, target: Locator) -> None:
        """Press what is pointed at."""

    @abstractmethod
    def enter(self, text: str, field: Locator) -> None:
        """Write this in a field in place of what it holds."""

    @abstractmethod
    def choose(self, field: Locator, option: str) -> None:
        """One of the options of a select."""

    @abstractmethod
    def take(self, text: str) -> Locator:
        """Take a note in hand; returns where the acts on it are."""

    @property
    def dialog(self) -> Locator:
        """What is open over the board."""
        return self.page.get_by_role("dialog")

    @property
    def now(self) -> Locator:
        """The line that says what the room does."""
        return self.page.get_by_role("region", name="Nyt", exact=True)

    def go_to(self, board: str) -> None:
        """Another board of the workshop."""
        line = self.now.get_by_role("link", name=f"Siirry tänne: {board}")
        if line.is_visible():
            self.hit(line)
        elif (switch := self.page.get_by_role("button", name="Vaihda taulua")).is_visible():
            self.hit(switch)
            self.press(board, "link", self.page.get_by_role("navigation", name="Työpajan taulut"))
        else:
            self.press("Valikko")
            self.press(board, "link", self.dialog)
        self.expect_board(board)

    def lead(self, act: Callable[[Locator], None]) -> None:
        """Do something in the panel of those who lead."""
        open_panel = self.page.get_by_role("button", name="Ohjaus", exact=True)
        if not open_panel.is_visible():
            self.press("Valikko")
        self.hit(open_panel)
        panel = self.page.get_by_role("dialog", name="Ohjaus")
        expect(panel).to_be_visible()
        act(panel)

    def pin(self, zone: str, text: str, kind: str | None = None) -> None:
        """A new note."""
        name = f"Lisää lappu kohtaan: {zone}"
        self.press(name)
        form = self.page.get_by_role("form", name=name, exact=True)
        if kind:
            self.hit(form.get_by_role("radio", name=kind, exact=True))
        self.enter(text, form.get_by_label("Lapun teksti"))
        self.press("Lisää", within=form)
        expect(form.get_by_label("Lapun teksti")).to_have_value("")
        self.press("Sulje", within=form)

    def pin_on_plane(self, plane: str, quarter: str, text: str) -> None:
        """A new note at the upper ends of both axes, which are the quarter of this name."""
        del quarter
        self.press(f"Lisää lappu kohtaan: {plane}")
        self.enter(text, self.dialog.get_by_label("Lapun teksti"))
        for axis in self.dialog.get_by_label(re.compile("^Kuinka")).all():
            self.choose(axis, "5")
        self.press("Lisää", within=self.dialog)
        expect(self.dialog).to_have_count(0)

    def move(self, text: str, zone: str) -> None:
        """A note to another zone."""
        self.press("Siirrä…", within=self.take(text))
        self.choose(self.dialog.get_by_label("Kohta", exact=True), zone)
        self.press("Siirrä", within=self.dialog)
        expect(self.dialog).to_have_count(0)


class Keys(Hands):
    """A keyboard and nothing else. Where the focus arrives it is seen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.keys = Keyboard(page, hurries=True)

    def hit(self, target: Locator) -> None:
        """Go there; Enter, or Space on what is ticked. Of several choices one is a Tab stop: arrows go on."""
        expect(target).to_be_visible()
        sort = target.get_attribute("type")
        if sort == "radio":
            self.keys.to(self.page.locator(f'input[name="{target.get_attribute("name")}"]:checked'))
            self.keys.arrow_to(target)
        else:
            self.keys.activate(target, "Space" if sort == "checkbox" else "Enter")

    def enter(self, text: str, field: Locator) -> None:
        self.keys.to(field)
        self.page.keyboard.press("Control+A")
        self.keys.write(text)

    def choose(self, field: Locator, option: str) -> None:
        self.keys.choose(field, option)

    def take(self, text: str) -> Locator:
        """Space on it. A place has one Tab stop: arrows go on inside."""
        note = self.note(text)
        first = note.locator("xpath=ancestor::*[@role='list' or self::ul or self::ol][1]").locator(
            '[data-note][tabindex="0"]'
        )
        self.keys.to(first)
        self.keys.arrow_to(note)
        self.page.keyboard.press("Space")
        return self.page.get_by_role("toolbar", name="Työkalut")


class Touch(Hands):
    """A finger on a tablet: taps, no drag. Text comes from the keyboard on its screen."""

    def hit(self, target: Locator) -> None:
        target.tap()

    def enter(self, text: str, field: Locator) -> None:
        field.tap()
        field.fill(text)

    def choose(self, field: Locator, option: str) -> None:
        """A device shows the options its own way, outside of the page."""
        field.tap()
        found = field.locator("option").filter(has_text=option).first.get_attribute("value")
        field.select_option(found)

    def take(self, text: str) -> Locator:
        self.note(text).tap()
        return self.page.get_by_role("toolbar", name="Työkalut")


class Thumb(Touch):
    """A phone: the List, with one field for all places."""

    def pin(self, zone: str, text: str, kind: str | None = None) -> None:
        form = self.page.get_by_role("form", name="Kirjoita lappu")
        self.choose(form.get_by_label("Mihin"), zone)
        if kind:
            self.hit(form.get_by_role("radio", name=kind, exact=True))
        self.enter(text, form.get_by_label("Lapun teksti"))
        self.press("Lisää", within=form)
        expect(form.get_by_label("Lapun teksti")).to_have_value("")

    def pin_on_plane(self, plane: str, quarter: str, text: str) -> None:
        """The places of the field are the quarters."""
        self.pin(quarter, text)

    def take(self, text: str) -> Locator:
        self.note(text).tap()
        return self.page.get_by_role("group", name="Lapun toiminnot")

    def expect_note(self, text: str, zone: str | None = None) -> None:
        """It is there once what waits at the headings has been let in."""
        let_in(self.page, self.note(text, zone))
        super().expect_note(text, zone)
