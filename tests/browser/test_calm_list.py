"""In the List nothing that is on screen moves because of others; a person goes on when they choose to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from facilitator.engine.order import key_between
from tests.browser.axe import Axe
from tests.browser.rest import named
from tests.browser.setting import Setting

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
ZONE, LATER = "zone:find/step", "zone:wait/step"
IN_SIGHT = """() => {
  const frame = document.querySelector(".stage.list").getBoundingClientRect()
  const places = {}
  for (const note of document.querySelectorAll("[data-note]")) {
    const { top, left, bottom } = (note.closest(".note") ?? note).getBoundingClientRect()
    if (bottom > frame.top && top < frame.bottom) places[note.dataset.note] = [Math.round(top), Math.round(left)]
  }
  return places
}"""

LONG_AGO = """for (const key of Object.keys(localStorage).filter((key) => key.endsWith("/left"))) {
  const kept = JSON.parse(localStorage[key])
  localStorage[key] = JSON.stringify({ ...kept, at: kept.at - 60000 })
}"""


@pytest.fixture
def reading(open_as_guest: Callable[..., Page], workshop: Callable[..., Setting]) -> tuple[Setting, Page, list[str]]:
    """Björn reads a list of thirty notes on a phone, somewhere in the middle."""
    setting = workshop()
    notes = [setting.write(f"Lappu numero {number}", ZONE, "step") for number in range(30)]
    page = open_as_guest(setting, "Björn", **PHONE)
    page.get_by_role("group", name="Vaihe").get_by_role("button", name="Etsin tietoa").tap()
    page.get_by_role("group", name="Lappu numero 15").focus()
    return setting, page, notes


def test_a_burst_of_fifty_changes_moves_nothing_above_the_reading_point(
    reading: tuple[Setting, Page, list[str]], axe: Axe
) -> None:
    setting, page, notes = reading
    focused = page.get_by_role("group", name="Lappu numero 15")
    before, places = tree(page), page.evaluate(IN_SIGHT)

    burst(setting, notes)
    waiting = page.get_by_role("button", name="21 uutta – näytä")
    expect(waiting).to_be_visible()
    expect(page.get_by_role("group", name="Lappu poistettiin").first).to_be_visible()

    expect(focused).to_be_focused()
    assert page.evaluate(IN_SIGHT) == places
    above, gone = notes_above(before), notes_above(tree(page))
    assert above == [f"Lappu numero {number}" for number in range(15)]
    assert gone[:10] == [f"{text}!" for text in above[:10]], "the notes out of sight keep their order too"
    assert set(gone[10:]) == {"Lappu poistettiin"}
    assert len(gone) == len(above) - sum(notes[at] not in places for at in range(10, 15))
    assert axe.faults(page) == []

    waiting.tap()
    expect(page.get_by_role("group", name="Muiden lappu 0")).to_be_focused()
    expect(waiting).to_have_count(0)


def test_who_comes_back_finds_their_place_and_their_half_written_text(reading: tuple[Setting, Page, list[str]]) -> None:
    setting, page, _notes = reading
    page.get_by_role("textbox", name="Lapun teksti").fill("Kesken jäänyt ajatus")
    page.get_by_role("group", name="Lappu numero 20").focus()
    places = page.evaluate(IN_SIGHT)
    page.goto("about:blank")
    setting.write("Sillä aikaa kirjoitettu", LATER, "step")

    page.add_init_script(LONG_AGO)
    page.goto(setting.board())

    expect(page.get_by_role("region", name="Sillä välin")).to_have_text("Sillä välin: 1 uusi lappu.")
    expect(page.get_by_role("textbox", name="Lapun teksti")).to_have_value("Kesken jäänyt ajatus")
    expect(page.get_by_role("group", name="Lappu numero 20")).to_be_focused()
    page.get_by_role("button", name="Sulje").tap()
    assert len(places.keys() - page.evaluate(IN_SIGHT).keys()) <= 1, "the list is scrolled to where it was"


def notes_above(lines: list[str]) -> list[str]:
    """The notes before the one that is read, by their first words."""
    found = [re.search(r"- group .*?(Lappu (?:numero \d+!?|poistettiin))", line) for line in lines]
    texts = [match[1] for match in found if match]
    return texts[: texts.index("Lappu numero 15")]


def burst(setting: Setting, notes: list[str]) -> None:
    """Fifty: Chloé adds 21 notes, removes five, moves four away, turns ten around and writes in ten more."""
    keys = keys_before_all(31)
    added = [
        {
            "type": "note.add",
            "note": named("note"),
            "kind": "step",
            "text": f"Muiden lappu {number}",
            "zone": ZONE,
            "lang": "fi",
            "order": keys[number],
        }
        for number in range(21)
    ]
    removed = [{"type": "note.remove", "note": note} for note in notes[10:15]]
    moved = [
        {"type": "note.move", "note": note, "zone": LATER, "order": f"a{at}"} for at, note in enumerate(notes[16:20])
    ]
    turned = [
        {"type": "note.move", "note": note, "zone": ZONE, "order": keys[21 + at]}
        for at, note in enumerate(notes[20:30])
    ]
    written = [
        {"type": "note.write", "note": note, "was": f"Lappu numero {number}", "text": f"Lappu numero {number}!"}
        for number, note in enumerate(notes[:10])
    ]
    guest = setting.guest("Chloé")
    changes = [*added, *removed, *moved, *turned, *written]
    assert len(changes) == 50
    guest.operate(setting.boards["service_path"], *changes)


def keys_before_all(count: int) -> list[str]:
    """Places before the first note of a zone, in order."""
    keys = [key_between(None, None)]
    while len(keys) <= count:
        keys.append(key_between(None, keys[-1]))
    return sorted(keys[1:])


def tree(page: Page) -> list[str]:
    """The list as assistive technology has it, line by line."""
    return page.get_by_role("region", name="Lista").aria_snapshot().splitlines()
