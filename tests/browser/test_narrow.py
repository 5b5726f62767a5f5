"""At 320 pixels in Finnish nothing scrolls sideways (1.4.10), and a phone's targets can be hit with a thumb (2.5.8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import Axe
from tests.browser.pages import SUBMITTED, Visitors
from tests.browser.rest import named
from tests.browser.setting import Setting

Open = Callable[..., Page]
Workshops = Callable[..., Setting]

NARROW = {"width": 320, "height": 640}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
THUMB = 44  # pixels
NARROWEST = 140  # pixels of text in a note of a matrix

_WIDE = """() => {
  const page = document.scrollingElement
  if (page.scrollWidth <= innerWidth) return []
  const isClipped = element => {
    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
      if (getComputedStyle(each).overflowX !== 'visible') return true
    }
    return false
  }
  const wide = [...document.body.querySelectorAll('*')]
    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !isClipped(each))
  return [`${page.scrollWidth} pixels`, ...wide.slice(-5).map(each => each.outerHTML.slice(0, 120))]
}"""

_SMALL = """least => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [data-note]')]
  .filter(each => each.checkVisibility() && !each.closest('.unseen, .skip, p, li > :is(span, p)'))
  .map(each => [each, (each.matches('input[type=radio], input[type=checkbox]') ? each.closest('label') : each)])
  .map(([each, target]) => [each, (target ?? each).getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 1 && (width < least - 0.5 || height < least - 0.5))
  .map(([each, { width, height }]) => `${Math.round(width)}×${Math.round(height)} ${each.outerHTML.slice(0, 120)}`)
"""


def too_wide(page: Page) -> list[str]:
    """What makes a page scroll sideways; empty if nothing does."""
    return list(page.evaluate(_WIDE))


def too_small(page: Page) -> list[str]:
    """Controls that a thumb misses; links within a line of text are free."""
    return list(page.evaluate(_SMALL, THUMB))


@pytest.mark.parametrize("who", ["anybody", "guest", "reader", "facilitator"])
def test_no_server_page_scrolls_sideways(
    who: str, visitors: Visitors, new_context: Callable[..., BrowserContext]
) -> None:
    cookies, addresses = visitors[who]
    page = new_context(storage_state=cookies, viewport=NARROW).new_page()
    found: dict[str, list[str]] = {}
    for name, address in addresses.items():
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        found[name] = too_wide(page)
        if name in SUBMITTED:
            with page.expect_navigation():
                page.evaluate("document.querySelector('main form').requestSubmit()")
            found[f"{name}, sent empty"] = too_wide(page)

    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("method", ["stakeholder_onion", "service_path", "pain_grid"])
def test_no_list_of_a_board_scrolls_sideways(method: str, open_as_facilitator: Open, demo: dict[str, Any]) -> None:
    board = next(board["id"] for board in demo["boards"] if board["method"] == method)
    page = open_as_facilitator(f"/boards/{board}", viewport=NARROW)
    note = page.locator("[data-note]").first
    note.click()
    expect(page.get_by_role("group", name="Lapun toiminnot")).to_be_visible()

    assert too_wide(page) == []
    stage = page.get_by_role("region", name="Lista")
    assert stage.evaluate("each => each.scrollWidth <= each.clientWidth")


def test_no_dialog_scrolls_sideways(open_as_facilitator: Open, demo: dict[str, Any]) -> None:
    board = next(board["id"] for board in demo["boards"] if board["method"] == "service_path")
    page = open_as_facilitator(f"/boards/{board}", viewport=NARROW)
    dialog, note = page.get_by_role("dialog"), page.locator("[data-note]").first
    menu = page.get_by_role("button", name="Valikko")
    ways: dict[str, Callable[[], object]] = {
        **{key: lambda key=key: note.press(key) for key in "milt"},
        "menu": menu.click,
        **{
            name: lambda name=name: (menu.click(), dialog.get_by_role("button", name=name).click())
            for name in ("paikalla", "Kutsu", "Ohjaus", "Nuolet ja teemat")
        },
    }
    found = {}
    for name, opens in ways.items():
        opens()
        expect(dialog).to_be_visible()
        found[name] = too_wide(page)
        if not dialog.evaluate("each => each.scrollWidth <= each.clientWidth"):
            found[name].append("inside the dialog")
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)

    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_phone_opens_in_list_with_targets_for_a_thumb(open_as_guest: Open, workshop: Workshops, axe: Axe) -> None:
    setting = workshop()
    for text in ("Löydän ohjeet", "Kysyn neuvojalta"):
        setting.write(text, "zone:find/step", "step")
    page = open_as_guest(setting, "Björn", **PHONE)

    expect(page.get_by_role("region", name="Lista")).to_be_visible()
    page.get_by_role("group", name="Vaihe").get_by_role("button", name="Etsin tietoa").click()
    page.get_by_role("group", name="Löydän ohjeet").click()
    expect(page.get_by_role("group", name="Lapun toiminnot")).to_be_visible()
    assert too_small(page) == []
    assert axe.faults(page) == []
    page.get_by_role("button", name="Valikko").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert too_small(page) == []
    assert axe.faults(page, within="dialog") == []


def test_a_phone_takes_part_to_the_end(open_as_guest: Open, workshop: Workshops, axe: Axe) -> None:
    setting = workshop()
    page = open_as_guest(setting, "Björn", **PHONE)

    page.get_by_role("group", name="Vaihe").get_by_role("button", name="Odotan").click()
    page.get_by_role("textbox", name="Lapun teksti").fill("Jono etenee hitaasti")
    page.get_by_role("button", name="Lisää", exact=True).click()
    note = page.get_by_role("group", name="Jono etenee hitaasti")
    expect(note).to_be_visible()
    note.click()
    page.get_by_role("button", name="Siirrä…").click()
    page.get_by_role("dialog").get_by_label("Kohta", exact=True).select_option("Hoidan asian · Asiakas tekee")
    page.get_by_role("button", name="Siirrä", exact=True).click()
    page.get_by_role("group", name="Vaihe").get_by_role("button", name="Hoidan asian").click()
    moved = page.get_by_role("list", name="Hoidan asian · Asiakas tekee")
    expect(moved.get_by_text("Jono etenee hitaasti", exact=True)).to_be_visible()

    setting.operate(
        "ballot.open",
        ballot=named("ballot"),
        title="Mikä ensin?",
        each=1,
        per_note=1,
        over="notes",
    )
    page.get_by_role("button", name="Anna ääni: Jono etenee hitaasti").click()
    expect(page.get_by_text("0/1 ääntä jäljellä")).to_be_visible()
    assert too_small(page) == []
    assert too_wide(page) == []
    assert axe.faults(page) == []


@pytest.mark.parametrize("width", [1366, 1440])
def test_text_in_a_matrix_is_never_narrower_than_it_can_be_read(
    width: int, open_as_facilitator: Open, demo: dict[str, Any]
) -> None:
    board = next(board["id"] for board in demo["boards"] if board["method"] == "service_path")
    page = open_as_facilitator(f"/boards/{board}", viewport={"width": width, "height": 800})
    texts = page.get_by_role("region", name="Kartta").locator(".phase .note-text")
    expect(texts.first).to_be_visible()

    widths = texts.evaluate_all("all => all.map(each => each.getBoundingClientRect().width)")

    assert len(widths) > 20
    assert min(widths) >= NARROWEST
