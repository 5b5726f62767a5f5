"""A full board fits: 120 Finnish notes in six phases on four screens, and 40 in the rings of an onion."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, StorageState, expect

from tests.browser.crowd import fill_onion, fill_path, path_notes
from tests.browser.rest import Rest
from tests.browser.setting import Setting, make_setting

SCREENS = {"desktop": (1440, 900), "laptop": (1280, 720), "beside a call": (760, 900), "phone": (390, 844)}
FITTING: dict[str, list[str]] = {screen: [] for screen in SCREENS}
NOTES, STAKEHOLDERS = 120, 40
NARROWEST = 140  # pixels of text in a note
ACROSS_A_ROOM = 24  # pixels of height of a letter

# What sticks out of a note or of the place that it is in, and what is too narrow to be read.
_MISFITS = """({ least, within }) => {
  const sticksOut = (inner, outer) =>
    inner.left < outer.left - 1 || inner.right > outer.right + 1 ||
    inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1
  return [...document.querySelectorAll('.stage .note')].flatMap(note => {
    const text = note.querySelector('.note-text')
    const box = note.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(text)
    const folded = getComputedStyle(text).overflowY === 'hidden'
    const inner = [note, note.querySelector('.note-face'), text]
    const faults = [
      inner.some(each => each.scrollWidth > each.clientWidth + 1) && 'scrolls sideways',
      !folded && [...range.getClientRects()].some(line => sticksOut(line, box)) && 'text outside',
      sticksOut(box, note.closest(within).getBoundingClientRect()) && 'outside its place',
      text.getBoundingClientRect().width < least - 0.5 && `${text.getBoundingClientRect().width} pixels of text`,
    ]
    return faults.filter(Boolean).map(fault => `${fault}: ${text.textContent}`)
  })
}"""

# Notes that lie on another, or on the line of a ring, or in another ring than their own.
_CROSSINGS = """() => {
  const box = each => each.getBoundingClientRect()
  const rings = new Map([...document.querySelectorAll('.ellipses ellipse')].map(each => [each.dataset.zone, box(each)]))
  const order = [...rings.values()].toSorted((a, b) => a.width - b.width)
  const share = (ring, x, y) => {
    const [dx, dy] = [x - (ring.left + ring.width / 2), y - (ring.top + ring.height / 2)]
    return Math.hypot(dx / (ring.width / 2), dy / (ring.height / 2))
  }
  const notes = [...document.querySelectorAll('.ring .notes > li')].map(each => [each, box(each)])
  return notes.flatMap(([note, at], i) => {
    const own = rings.get(note.dataset.zone)
    const inner = order[order.indexOf(own) - 1]
    const corners = [[at.left, at.top], [at.right, at.top], [at.left, at.bottom], [at.right, at.bottom]]
    const [x, y] = [own.left + own.width / 2, own.top + own.height / 2]
    const nearest = [Math.max(at.left, Math.min(x, at.right)), Math.max(at.top, Math.min(y, at.bottom))]
    const faults = [
      corners.some(([cx, cy]) => share(own, cx, cy) > 1) && 'beyond its ring',
      inner && share(inner, ...nearest) < 1 && 'in the ring inside',
      notes.slice(i + 1).some(([, o]) =>
        at.left < o.right && o.left < at.right && at.top < o.bottom && o.top < at.bottom) && 'on another',
    ]
    return faults.filter(Boolean).map(fault => `${fault}: ${note.textContent}`)
  })
}"""


# In the presentation: text that is smaller than a room can read, or dark, or cut off. Its controls are for one person.
_UNREADABLE = """least => {
  const cards = document.querySelector('.present-cards')
  const window = document.querySelector('.present-body').getBoundingClientRect()
  const small = [...document.querySelectorAll('.present *')]
    .filter(each => !each.closest('.present-foot, .unseen') && [...each.childNodes].some(node => node.nodeType === 3))
    .filter(each => parseFloat(getComputedStyle(each).fontSize) < least)
  const cut = [...cards.children].filter(card => {
    const { top, bottom, left, right } = card.getBoundingClientRect()
    const isHere = left < window.right && right > window.left
    return card.scrollWidth > card.clientWidth + 1 || top < window.top - 1 || bottom > window.bottom + 1
      || (isHere && (left < window.left - 1 || right > window.right + 1))
  })
  return [...small, ...cut].map(each => each.textContent)
}"""


@pytest.fixture(scope="module")
def crowded(rest: Rest) -> Setting:
    """A workshop whose path and onion are full."""
    setting = make_setting(rest, "Täysi työpaja", ("service_path", "stakeholder_onion"))
    fill_path(rest, setting.boards["service_path"], NOTES)
    fill_onion(rest, setting.boards["stakeholder_onion"], STAKEHOLDERS)
    return setting


@pytest.fixture(scope="module")
def leader(browser: Browser, signed_in: StorageState, crowded: Setting) -> Iterator[Page]:
    """The facilitator's page, one for all screens."""
    context = browser.new_context(storage_state=signed_in, locale="fi-FI", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def show(page: Page, address: str, view: str, **choices: Any) -> None:
    """Open a board in this view, as somebody who has chosen so before."""
    root, _, document = address.rsplit("/", 2)
    chosen = {f"{document}/view": view, **choices}
    page.goto(f"{root}/healthz")  # the same browser's storage, and nothing to draw
    for name, choice in chosen.items():
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [f"facilitator/{name}", json.dumps(choice)])
    page.goto(address)
    expect(page.locator(".stage .note").first).to_be_visible()
    page.evaluate("document.fonts.ready")


def each_screen(page: Page) -> Iterator[str]:
    """The page on one screen after the other, drawn."""
    for screen, (width, height) in SCREENS.items():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        yield screen


def box(part: Locator) -> FloatRect:
    """Where it is drawn."""
    found = part.bounding_box()
    assert found, part
    return found


def misfits(page: Page, within: str) -> list[str]:
    """What does not fit, by note."""
    return list(page.evaluate(_MISFITS, {"least": NARROWEST, "within": within}))


def test_the_notes_are_as_many_and_as_long_as_in_a_real_workshop() -> None:
    notes = path_notes(NOTES)
    lengths = [len(text) for _, _, text in notes]

    assert notes == path_notes(NOTES)
    assert len({phase for phase, _, _ in notes}) == 6
    assert (min(lengths) >= 20, max(lengths) <= 180, max(lengths) > 150) == (True, True, True)
    assert max(len(word) for _, _, text in notes for word in text.split()) > 30


@pytest.mark.parametrize("dense", [False, True])
def test_every_note_of_the_map_fits_its_column(dense: bool, leader: Page, crowded: Setting) -> None:
    show(leader, crowded.board(), "map", dense=dense)
    leader.locator(".more").evaluate_all("all => all.forEach(each => each.click())")
    expect(leader.locator(".stage .note")).to_have_count(NOTES)

    assert {screen: misfits(leader, ".cell") for screen in each_screen(leader)} == FITTING


def test_the_bars_leave_the_end_of_the_board_free(leader: Page, crowded: Setting) -> None:
    show(leader, crowded.board(), "map")
    stage, foot = leader.locator(".stage"), leader.locator(".foot")
    free = {}
    for screen in each_screen(leader):
        stage.evaluate("each => each.scrollTo(0, each.scrollHeight)")
        bar, last = box(foot), box(stage.locator(".matrix-sheet"))
        free[screen] = last["y"] + last["height"] <= bar["y"]

    assert free == dict.fromkeys(SCREENS, True)


@pytest.mark.parametrize("view", ["map", "list"])
def test_what_is_scrolled_is_painted_once_and_not_for_each_frame(view: str, leader: Page, crowded: Setting) -> None:
    leader.set_viewport_size({"width": 1440, "height": 900})
    show(leader, crowded.board(), view)
    seen: list[list[dict[str, Any]]] = []
    session = leader.context.new_cdp_session(leader)
    session.on("LayerTree.layerTreeDidChange", lambda told: seen.append(told.get("layers", [])))
    session.send("DOM.enable")
    session.send("LayerTree.enable")
    leader.locator(".stage").evaluate("each => each.scrollTo(0, 120)")
    leader.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    height = leader.locator(".stage").evaluate("each => each.scrollHeight")
    session.detach()

    assert height > SCREENS["desktop"][1]
    assert any(layer["drawsContent"] and layer["height"] >= height - 1 for layer in seen[-1])


def test_every_note_of_the_list_fits_its_place(leader: Page, crowded: Setting) -> None:
    show(leader, crowded.board(), "list")
    leader.get_by_role("group", name="Vaihe").get_by_role("button", name="Kaikki").click()
    expect(leader.locator(".stage .note")).to_have_count(NOTES)

    assert {screen: misfits(leader, ".list-cell") for screen in each_screen(leader)} == FITTING
    assert leader.locator(".stage").evaluate("each => each.scrollWidth <= each.clientWidth")


def test_no_note_of_the_onion_lies_on_another_or_on_a_line(leader: Page, crowded: Setting) -> None:
    show(leader, crowded.board("stakeholder_onion"), "map")
    expect(leader.locator(".ring .note")).to_have_count(STAKEHOLDERS)

    assert {screen: leader.evaluate(_CROSSINGS) for screen in each_screen(leader)} == FITTING


def test_the_presentation_can_be_read_across_a_room_page_by_page(leader: Page, crowded: Setting) -> None:
    leader.emulate_media(color_scheme="dark")
    show(leader, crowded.board(), "map")
    leader.get_by_role("button", name="Valikko").click()
    leader.get_by_role("button", name="Esitystila").click()
    stage = leader.get_by_role("dialog", name="Esitystila")
    choice = stage.get_by_role("combobox")
    fullest = choice.locator("option", has_text="Hoidan asian · Kipupisteet").inner_text()
    unreadable: list[str] = []
    seen: set[str] = set()
    for _ in each_screen(leader):
        choice.select_option(label=fullest)
        stage.get_by_role("heading").focus()
        for _step in range(3):
            unreadable += leader.evaluate(_UNREADABLE, ACROSS_A_ROOM)
            seen.add(stage.locator(".present-steps .figures").inner_text())
            leader.keyboard.press("PageDown")

    assert unreadable == []
    assert any("sivu 2/" in place for place in seen), seen
    assert stage.evaluate("each => getComputedStyle(each).colorScheme") == "light"
    leader.keyboard.press("Escape")
    expect(stage).to_have_count(0)
    leader.emulate_media(color_scheme="light")


def test_the_ring_under_a_dragged_note_is_lit_and_named(leader: Page, crowded: Setting) -> None:
    leader.set_viewport_size({"width": 1440, "height": 900})
    show(leader, crowded.board("stakeholder_onion"), "map")
    leader.get_by_role("group", name="Naapurikunnat").first.hover()
    core = box(leader.locator('.ellipses [data-zone="zone:core"]'))
    leader.mouse.down()
    leader.mouse.move(core["x"] + core["width"] / 2, core["y"] + core["height"] - 20, steps=5)

    expect(leader.locator(".ellipses .lit")).to_have_attribute("data-zone", "zone:core")
    expect(leader.locator(".note.lifted")).to_have_attribute("data-over", "Ydin")
    leader.keyboard.press("Escape")
    leader.mouse.up()
    expect(leader.locator(".ellipses .lit")).to_have_count(0)


def test_space_moves_a_picture_also_over_its_notes_and_the_place_is_remembered(leader: Page, crowded: Setting) -> None:
    leader.set_viewport_size({"width": 760, "height": 700})
    show(leader, crowded.board("stakeholder_onion"), "map")
    stage, note = leader.locator(".stage"), leader.get_by_role("group", name="Ulkomaalainen yrittäjä").first
    before = box(note)
    stage.focus()
    leader.keyboard.down(" ")
    note.hover()
    leader.mouse.down()
    leader.mouse.move(before["x"] - 60, before["y"] + 40, steps=4)
    leader.mouse.up()
    leader.keyboard.up(" ")
    moved = box(note)

    assert moved["x"] < before["x"] - 50
    expect(leader.locator(".note.lifted, .note.chosen")).to_have_count(0)
    left = stage.evaluate("each => each.scrollLeft")
    leader.reload()
    expect(note).to_be_visible()
    leader.wait_for_function("left => Math.abs(document.querySelector('.stage').scrollLeft - left) < 4", arg=left)
