"""Pictures of one full morning: 120 notes and 40 stakeholders, silence and reveal, a ballot, closing, the report.

A part of `look.py`; every name begins with `full-`.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Page, StorageState, ViewportSize, expect

from tests.browser.crowd import fill_onion, fill_path, lead_morning, path_notes
from tests.browser.rest import Rest, named
from tests.browser.setting import Setting, make_setting

if TYPE_CHECKING:
    from tests.browser.look import Album

PATH, ONION = "service_path", "stakeholder_onion"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SCREENS: dict[str, dict[str, Any]] = {
    "1440": {"viewport": {"width": 1440, "height": 900}},
    "1440-dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "1280": {"viewport": {"width": 1280, "height": 720}},
    "760": {"viewport": {"width": 760, "height": 900}},
    "390": PHONE,
    "390-dark": PHONE | {"color_scheme": "dark"},
}
KEYBOARD: ViewportSize = {"width": 390, "height": 240}  # what it leaves of the page
GUESTS = ("Anna", "Björn", "Chloé", "Dmitri", "Elli", "Fatima", "Göran", "Helmi")


class Morning:
    """A workshop of its own, on the album's server."""

    def __init__(self, album: Album, leader: StorageState) -> None:
        self.album, self.leader = album, leader
        self.setting: Setting = make_setting(album.rest, "Lupapalvelut, työpaja 2/4", (PATH, ONION))
        fill_path(album.rest, self.setting.boards[PATH])
        fill_onion(album.rest, self.setting.boards[ONION])
        lead_morning(album.rest, self.setting.id, self.setting.boards)
        self.guests: list[Rest] = [self.setting.guest(name) for name in GUESTS]

    def take(self) -> None:
        """All pictures, in the order of the morning."""
        self.take_boards()
        self.take_presentation()
        self.take_silence()
        self.take_ballot()
        self.take_closing()
        self.take_report()

    def page(self, screen: str, joins: str = "") -> Page:
        """A page of the facilitator's, or of a guest who joins under this name."""
        how = {"locale": "fi-FI", "reduced_motion": "reduce", **SCREENS[screen]}
        page = self.album.browser.new_context(storage_state=None if joins else self.leader, **how).new_page()
        if joins:
            page.goto(self.setting.door)
            page.get_by_label("Nimesi tai nimimerkkisi").fill(joins)
            page.get_by_role("button", name="Liity työpajaan").click()
            page.wait_for_url("**/take-part")
        return page

    def shot(self, page: Page, name: str, whole: bool = False) -> None:
        """One picture of the page as it has come to rest."""
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(300)
        self.album.take(page, f"full-{name}", whole)

    def open(self, page: Page, board: str = PATH) -> None:
        """A board, with its notes drawn."""
        page.goto(self.setting.board(board))
        expect(page.locator("[data-note]").first).to_be_visible()

    def take_boards(self) -> None:
        """Path and onion on every screen; the phone with and without its keyboard."""
        for screen in SCREENS:
            page = self.page(screen, joins="Iida" if screen == "390" else "")
            for name, board in (("path", PATH), ("onion", ONION)):
                self.open(page, board)
                self.shot(page, f"{name}-{screen}")
            if screen == "390":
                self.open(page)
                page.get_by_label("Lapun teksti").fill("Lomake on vain suomeksi ja ruotsiksi")
                page.set_viewport_size(KEYBOARD)
                self.shot(page, "path-390-keyboard")
            page.context.close()

    def take_presentation(self) -> None:
        """One full cell, from a dark desktop: the wall is light."""
        page = self.page("1440-dark")
        self.open(page)
        page.locator('[data-zone="zone:apply/pain"] [data-note]').first.press("p")
        self.shot(page, "present")
        page.context.close()

    def take_silence(self) -> None:
        """While people write on their own, and the moment in which that is shown to all."""
        self.setting.operate("mode.set", mode="silent")
        texts = [(phase, text) for phase, lane, text in path_notes(200, seed=11) if lane == "pain"][:23]
        for i, (phase, text) in enumerate(texts):
            note = {"type": "note.add", "note": named("note"), "kind": "pain_point", "text": text, "lang": "fi"}
            zone = f"zone:{phase}/pain"
            self.guests[i % len(GUESTS)].operate(
                self.setting.boards[PATH], note | {"zone": zone, "order": f"b{i:02d}1"}
            )
        writer = self.page("390", joins="Jaakko")
        self.open(writer)
        writer.get_by_label("Lapun teksti").fill("Päätöksestä ei saa kuittausta")
        writer.get_by_role("button", name="Lisää", exact=True).tap()
        self.shot(writer, "silence-390")
        writer.context.close()
        page = self.page("1440")
        self.open(page)
        self.shot(page, "silence")
        page.get_by_role("button", name="Ohjaus").click()
        page.get_by_role("button", name="Näytä kaikille").click()
        self.shot(page, "reveal")
        page.wait_for_timeout(3500)
        self.shot(page, "revealed")
        page.context.close()

    def take_ballot(self) -> None:
        """Open, as both see it; then its result, on the board and on the wall."""
        board, ballot = self.setting.boards[PATH], named("ballot")
        self.setting.operate("mode.set", mode="vote")
        how = {"title": "Mikä ensin?", "each": 3, "per_note": 1, "over": "notes", "zones": ["zone:pain"]}
        self.setting.operate("ballot.open", ballot=ballot, **how)
        for name, screen, joins in (("ballot", "1440", ""), ("ballot-390", "390", "Kerttu")):
            page = self.page(screen, joins)
            self.open(page)
            for i in range(2):
                page.get_by_role("button", name="Anna ääni").nth(i).click()
            self.shot(page, name)
            page.context.close()
        pains = [note["id"] for note in self.album.rest.items(board, "note") if note["kind"] == "pain_point"]
        for i, guest in enumerate(self.guests):
            for chosen in {pains[0], pains[i % 3 + 1], pains[i + 4]}:
                guest.operate(board, {"type": "vote.cast", "vote": named("vote"), "ballot": ballot, "note": chosen})
        self.setting.operate("ballot.close", ballot=ballot)
        page = self.page("1440")
        self.open(page)
        self.shot(page, "ballot-over")
        page.locator("[data-note]").first.press("p")
        page.keyboard.press("End")
        self.shot(page, "present-result")
        page.context.close()

    def take_closing(self) -> None:
        """The page that says what follows, then what came out."""
        page = self.page("1440")
        page.goto(f"{self.setting.plan}/close")
        self.shot(page, "closing", whole=True)
        page.context.close()
        self.album.rest.call("POST", f"/workshops/{self.setting.id}/close")
        page = self.page("1440")
        page.goto(self.setting.plan)
        self.shot(page, "closed", whole=True)
        page.context.close()

    def take_report(self) -> None:
        """The report on paper: its pages where a rasteriser is installed, else as print media draw it."""
        page = self.page("1440")
        page.goto(f"{self.setting.plan}/report")
        paper: Path = self.album.folder / "full-report.pdf"
        page.pdf(path=paper, format="A4", print_background=True, prefer_css_page_size=True)
        rasteriser = shutil.which("pdftoppm")
        if rasteriser:
            subprocess.run([rasteriser, "-png", "-r", "70", "-l", "8", paper, paper.with_suffix("")], check=True)
        else:
            page.emulate_media(media="print")
            page.set_viewport_size({"width": 794, "height": 1123})  # A4 at 96 pixels an inch
            self.shot(page, "report", whole=True)
        page.context.close()
