"""Hostile strings in a real browser: they are text, and nothing runs, opens or asks anybody else (A3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
import requests
from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request, expect

from facilitator import access
from tests.browser.people import TELL_VIOLATIONS
from tests.hostile.stage import NAMES, Hostile, set_stage
from tests.hostile.strings import XSS
from tests.live.conftest import beside
from tests.live.setting import note
from tests.server import Server

# A web address shows its host, and says the whole of it when it is pointed at.
TEXTS_ON_BOARD = """() => Object.fromEntries([...document.querySelectorAll("[data-note]")].map(face => {
  const text = face.querySelector(".note-text").cloneNode(true);
  text.querySelectorAll("a.web").forEach(link => { link.textContent = link.title; });
  return [face.dataset.note, text.textContent];
}))"""
TEXTS_ON_PAGE = """() => Object.fromEntries([...document.querySelectorAll("li.note")].map(each =>
  [each.id.replace("-", ":"), each.querySelector(".text").textContent]))"""
STRANGE = """() => [...document.querySelectorAll("body *")].filter(each =>
  ["SCRIPT", "IFRAME", "IMG", "OBJECT", "EMBED", "BASE", "META", "VIDEO", "MARQUEE", "MATH"].includes(each.tagName)
    && each.id !== "boot" && !/^(|image\\/svg)/.test(each.src ?? "")
  || [...each.attributes].some(({ name, value }) => name.startsWith("on") || /^\\s*javascript:/i.test(value)))
  .map(each => each.outerHTML.slice(0, 200))"""


class Watched:
    """A page of which everything is noted that a string should never bring about."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        self.host = host
        self.faults: list[str] = []
        context.add_init_script(TELL_VIOLATIONS)
        context.on("request", self._asked)
        context.on("dialog", self._opened)
        context.on("page", self._watch)
        self.page = context.new_page()
        self.page.set_default_timeout(20_000)

    def _watch(self, page: Page) -> None:
        if len(page.context.pages) > 1:
            self.faults.append(f"another page was opened: {page.url}")
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _said(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.faults.append(f"{said.text} {said.location['url']}")

    def _asked(self, request: Request) -> None:
        where = urlsplit(request.url)
        if where.scheme not in ("data", "blob") and where.netloc != self.host:
            self.faults.append(f"asked {request.url}")

    def _opened(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def check(self) -> None:
        """Nothing happened so far, and no element is there that we do not make."""
        assert self.page.evaluate(STRANGE) == []
        assert self.faults == []


@pytest.fixture(scope="module")
def hostile(live_server: Server) -> Hostile:
    """The workshop, on the server that other tests use too; only its own people see it."""
    with beside(live_server):
        return set_stage()


@pytest.fixture
def watched(new_context: Callable[..., BrowserContext], live_server: Server) -> Callable[[], Watched]:
    """Opens a browser of somebody's own."""
    return lambda **how: Watched(new_context(**how), urlsplit(live_server.url).netloc)


@pytest.fixture
def aino(watched: Callable[..., Watched], hostile: Hostile, live_server: Server) -> Iterator[Watched]:
    """She is signed in."""
    one = watched(viewport={"width": 1440, "height": 900})
    with beside(live_server):
        link = access.issue("sign_in", hostile.aino)
    one.page.goto(f"{live_server.url}/sign-in/{link}")
    yield one
    one.check()


@pytest.mark.parametrize("number", range(4), ids=["path", "grid", "onion", "blank"])
def test_a_board_full_of_them_reads_as_it_was_written(
    aino: Watched, hostile: Hostile, live_server: Server, number: int
) -> None:
    page, notes = aino.page, hostile.notes[number]

    page.goto(f"{live_server.url}/boards/{hostile.boards[number]}")

    for view in ("Kartta", "Lista"):
        page.get_by_role("button", name=view, exact=True).click()
        expect(page.get_by_role("region", name=view, exact=True)).to_be_visible()
        expect(page.locator("[data-note]")).to_have_count(len(notes))
        assert page.evaluate(TEXTS_ON_BOARD) == notes
        aino.check()
    expect(page.get_by_role("heading", level=1)).to_have_text(hostile.titles[number])
    assert page.title().startswith(hostile.titles[number])


def test_what_opens_over_the_board_is_text_too(aino: Watched, hostile: Hostile, live_server: Server) -> None:
    page = aino.page
    page.goto(f"{live_server.url}/boards/{hostile.boards[0]}")
    for button in ("Ohjaus", "Kutsu"):
        page.get_by_role("button", name=button).first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_pages_of_the_facilitator(aino: Watched, hostile: Hostile, live_server: Server) -> None:
    paths = [
        "/programmes",
        f"/programmes/{hostile.programme}",
        f"/programmes/{hostile.programme}/edit",
        f"/projects/{hostile.project}",
        f"/projects/{hostile.project}/record",
        f"/workshops/{hostile.workshop}",
        f"/workshops/{hostile.workshop}/invitation",
    ]
    for path in paths:
        aino.page.goto(live_server.url + path)
        expect(aino.page.get_by_role("heading", level=1)).to_be_visible()
        aino.check()


@pytest.mark.parametrize("form", ["artefacts/{artefact}", "boards/{board}/read"])
def test_an_artefact_and_a_board_to_read(aino: Watched, hostile: Hostile, live_server: Server, form: str) -> None:
    for board, artefact, notes in zip(hostile.boards, hostile.artefacts, hostile.notes, strict=True):
        aino.page.goto(f"{live_server.url}/{form.format(board=board, artefact=artefact)}")
        assert aino.page.evaluate(TEXTS_ON_PAGE) == notes
        aino.check()


def test_a_guest_of_such_a_name_joins_and_is_seen(
    watched: Callable[..., Watched], aino: Watched, hostile: Hostile, live_server: Server
) -> None:
    board = f"{live_server.url}/boards/{hostile.boards[3]}"
    aino.page.goto(board)
    guest = watched()
    guest.page.goto(f"{live_server.url}/j/{hostile.code}")
    guest.check()
    guest.page.get_by_label("Nimesi tai nimimerkkisi").fill(NAMES[-1])
    guest.page.get_by_label("Organisaatio").fill(NAMES[-2])

    guest.page.get_by_role("button", name="Liity työpajaan").click()

    guest.page.wait_for_url("**/take-part")
    expect(guest.page.get_by_text(NAMES[-1]).first).to_be_visible()
    guest.check()
    guest.page.goto(board)
    expect(guest.page.locator("[data-note]")).to_have_count(len(hostile.notes[3]))
    aino.page.get_by_role("button", name=re.compile("paikalla", re.IGNORECASE)).first.click()
    expect(aino.page.get_by_role("dialog").get_by_text(NAMES[-1])).to_be_visible()
    guest.check()


def test_what_is_written_meanwhile_arrives_as_text(aino: Watched, hostile: Hostile, live_server: Server) -> None:
    """By the socket, and in the region that tells what is new."""
    with beside(live_server):
        token = access.issue("api", hostile.aino)
    aino.page.goto(f"{live_server.url}/boards/{hostile.boards[1]}")
    expect(aino.page.locator("[data-note]")).to_have_count(len(hostile.notes[1]))
    wanted = [note(text, note=f"note:new-{number}") for number, text in enumerate(XSS[:40])]

    answer = requests.post(
        f"{live_server.url}/api/v1/boards/{hostile.boards[1]}/ops",
        json=wanted,
        headers={"Authorization": f"Bearer {token}"},
        timeout=20,
    )

    assert answer.json()["refused"] == []
    expect(aino.page.locator("[data-note^='note:new-']")).to_have_count(40)
    told = aino.page.evaluate(TEXTS_ON_BOARD)
    assert [told[wish["note"]] for wish in wanted] == XSS[:40]


def test_the_watch_would_notice(watched: Callable[..., Watched], live_server: Server) -> None:
    """What the tests above rely on: a script, another host and a dialog do not go unseen."""
    one = watched()
    one.page.goto(f"{live_server.url}/join")

    one.page.evaluate("""() => {
        document.body.insertAdjacentHTML("beforeend", '<img src="https://evil.example/x" onerror="alert(1)">')
        confirm("seen?")
    }""")

    assert one.page.evaluate(STRANGE) != []
    assert any(fault.startswith("dialog: seen?") for fault in one.faults)
    assert any("evil.example" in fault for fault in one.faults)
