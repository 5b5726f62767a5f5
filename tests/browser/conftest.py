"""Workshops, the people in them and their browsers. One server for all; each test has a workshop of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect

from tests.browser.axe import Axe
from tests.browser.pages import Pages, Visitors
from tests.browser.rest import Rest
from tests.browser.setting import Setting, make_setting
from tests.server import Server

SECONDS = 1000


@pytest.fixture(autouse=True, scope="session")
def patience() -> None:
    """A loaded machine with two cores is slow, not wrong."""
    expect.set_options(timeout=15 * SECONDS)


@pytest.fixture(scope="session")
def rest(demo: dict[str, Any]) -> Rest:
    """The demo's facilitator, by the API."""
    return Rest(demo["url"], demo["facilitator"]["token"])


@pytest.fixture(scope="session")
def signed_in(demo: dict[str, Any], browser: Browser) -> StorageState:
    """The cookies of a browser in which the facilitator has signed in."""
    context = browser.new_context(locale="fi-FI")
    context.new_page().goto(demo["facilitator"]["sign_in"])
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def sign_in_link(live_server: Server, demo: dict[str, Any]) -> str:
    """A new link that works once."""
    return live_server.cli("sign-in", demo["facilitator"]["email"]).strip().splitlines()[-1]


@pytest.fixture
def workshop(rest: Rest) -> Callable[..., Setting]:
    """Makes live workshops: `workshop("Polku", "service_path", "pain_grid")`."""

    def make(title: str = "Työpaja", *methods: str) -> Setting:
        return make_setting(rest, title, methods or ("service_path",))

    return make


@pytest.fixture
def open_as_facilitator(new_context: Callable[..., BrowserContext], signed_in: StorageState) -> Callable[..., Page]:
    """Opens an address in a browser of its own in which the facilitator is signed in.

    leads: what everybody feels will be waited out (tests/browser/people.py).
    """

    def opened(address: str, leads: bool = False, **how: Any) -> Page:
        page = new_context(storage_state=signed_in, **how).new_page()
        if leads:
            page.clock.install()
        page.goto(address)
        return page

    return opened


@pytest.fixture
def open_as_guest(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Joins a workshop by its link in a browser of its own, and opens an address: `open_as_guest(setting, "Björn")`."""

    def opened(setting: Setting, name: str, address: str = "", **how: Any) -> Page:
        page = new_context(**how).new_page()
        page.goto(setting.door)
        page.get_by_label("Nimesi tai nimimerkkisi").fill(name)
        page.get_by_role("button", name="Liity työpajaan").click()
        page.wait_for_url("**/take-part" if len(setting.boards) > 1 else "**/boards/*")
        if address:
            page.goto(address)
        return page

    return opened


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Looks for what is wrong."""
    return Axe()


@pytest.fixture(scope="session")
def visitors(rest: Rest, demo: dict[str, Any], browser: Browser, signed_in: StorageState) -> Visitors:
    """Every server page, and who may see it."""
    return Pages(rest, demo).visitors(browser, signed_in)
