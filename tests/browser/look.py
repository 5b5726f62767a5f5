"""Pictures of every page and every board to look at: `python -m tests.browser.look OUT_DIR [PART]`. Not a test.

Names say what is seen: `path-map-desktop-dark.png`. PART: only those whose name begins so.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, StorageState, expect, sync_playwright

from tests.browser.look_full import Morning
from tests.browser.pages import Addresses, Pages
from tests.browser.rest import Rest, named
from tests.server import Server

SCREENS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1440, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
COLOURS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
BOARDS = {"stakeholder_onion": "onion", "service_path": "path", "pain_grid": "pains"}
DIALOGS = ("Ohjaus", "Näytä, k", "Kutsu", "Nuolet ja teemat", "Lisää lappu")


class Album:
    """Takes pictures of one demo."""

    def __init__(self, folder: Path, part: str, browser: Browser, demo: dict[str, Any]) -> None:
        self.folder, self.part, self.browser, self.demo = folder, part, browser, demo
        self.rest = Rest(demo["url"], demo["facilitator"]["token"])
        self.boards = {BOARDS[board["method"]]: f"/boards/{board['id']}" for board in demo["boards"]}

    def take(self, page: Page, name: str, whole: bool = False) -> None:
        """One picture, of what is in view or of the whole page."""
        if name.startswith(self.part):
            page.screenshot(path=self.folder / f"{name}.png", full_page=whole)

    def take_pages(self, cookies: StorageState | None, addresses: Addresses) -> None:
        """Server pages, whole."""
        for page, end in self.screens(cookies):
            for name, address in addresses.items():
                file = f"page-{name.replace(', ', '-').replace(' ', '-')}-{end}"
                if file.startswith(self.part):
                    page.goto(address)
                    self.take(page, file, whole=True)

    def take_boards(self, cookies: StorageState | None) -> None:
        """Each board in both views."""
        for page, end in self.screens(cookies):
            for name, address in self.boards.items():
                if f"{name}-".startswith(self.part) or self.part.startswith(name):
                    page.goto(address)
                    for view, word in (("map", "Kartta"), ("list", "Lista")):
                        show(page, word)
                        self.take(page, f"{name}-{view}-{end}")

    def take_dialogs(self, cookies: StorageState | None) -> None:
        """What opens over the path."""
        for page, end in self.screens(cookies, screens=("desktop",)):
            page.goto(self.boards["path"])
            show(page, "Kartta")
            for number, word in enumerate(DIALOGS):
                page.get_by_role("button", name=word).first.click()
                self.take(page, f"dialog-{number}-{end}")
                page.keyboard.press("Escape")
            note = page.locator("[data-note]").nth(3)
            note.click()
            self.take(page, f"path-in-hand-{end}")
            for key in "milt":
                note.press(key)
                self.take(page, f"dialog-{key}-{end}")
                page.keyboard.press("Escape")

    def take_modes(self, leader: StorageState, guest: StorageState | None) -> None:
        """Silence and a ballot, as the facilitator and a participant on a phone see them."""
        board = self.boards["pains"].rsplit("/", 1)[1]
        for mode in ("silent", "ballot"):
            if mode == "silent":
                self.rest.operate(board, {"type": "mode.set", "mode": "silent"})
            else:
                self.rest.operate(board, {"type": "mode.set", "mode": "open"})
                self.rest.operate(board, {"type": "ballot.open", "ballot": named("ballot"), **BALLOT})
            for page, end in self.screens(leader, screens=("desktop",)):
                page.goto(self.boards["pains"])
                show(page, "Kartta")
                self.take(page, f"{mode}-leader-{end}")
            for page, end in self.screens(guest, screens=("phone",)):
                page.goto(self.boards["pains"])
                show(page, "Lista")
                self.take(page, f"{mode}-guest-{end}")

    def screens(self, cookies: StorageState | None, screens: tuple[str, ...] = tuple(SCREENS)) -> Iterator[Any]:
        """A page on each screen in each colour, with the end of its pictures' names."""
        for screen in screens:
            for colours in COLOURS:
                context = self.browser.new_context(
                    base_url=self.demo["url"],
                    locale="fi-FI",
                    storage_state=cookies,
                    color_scheme=colours,
                    reduced_motion="reduce",
                    **SCREENS[screen],
                )
                yield context.new_page(), f"{screen}-{colours}"
                context.close()


BALLOT = {"title": "Mikä ensin?", "each": 3, "per_note": 1, "over": "notes"}


def show(page: Page, view: str) -> None:
    """Change the view, by the menu where the bar is too narrow for it."""
    button = page.get_by_role("button", name=view, exact=True)
    expect(page.get_by_role("button", name="Valikko").or_(button).first).to_be_visible()
    if not button.is_visible():
        page.get_by_role("button", name="Valikko").click()
    button.click()
    expect(page.get_by_role("region", name=view, exact=True)).to_be_visible()
    expect(page.locator("[data-note]").first).to_be_visible()


def sign_in(browser: Browser, link: str) -> StorageState:
    """The facilitator's cookies."""
    context = browser.new_context(locale="fi-FI")
    context.new_page().goto(link)
    kept = context.storage_state()
    context.close()
    return kept


def main(out: str, part: str = "") -> None:
    """Start a server with the demo, take the pictures, stop it."""
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        server = Server(Path(home))
        server.cli("migrate")
        server.start()
        try:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            demo = server.demo()
            album = Album(folder, part, browser, demo)
            leader = sign_in(browser, demo["facilitator"]["sign_in"])
            if "full".startswith(part[:4]):
                Morning(album, leader).take()
            if not part.startswith("full"):
                visitors = Pages(album.rest, demo).visitors(browser, leader)
                for cookies, addresses in visitors.values():
                    album.take_pages(cookies, addresses)
                album.take_boards(leader)
                album.take_dialogs(leader)
                album.take_modes(leader, visitors["guest"][0])
            browser.close()
        finally:
            server.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
