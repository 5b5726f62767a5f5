"""A phone in a workshop: it begins where the agenda looks, and writes in what its keyboard leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.crowd import lead_morning
from tests.browser.setting import Setting

Open = Callable[..., Page]
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

# A keyboard that is laid over the page, as on iOS, and one that makes the page lower, as on Android.
_COVER = """height => {
  Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => height })
  visualViewport.dispatchEvent(new Event('resize'))
}"""


def box(part: Locator) -> FloatRect:
    """Where it is drawn."""
    found = part.bounding_box()
    assert found, part
    return found


@pytest.fixture
def phone(open_as_guest: Open, workshop: Callable[..., Setting]) -> Page:
    """A participant at the path, while the agenda looks at its pain points for ten minutes."""
    setting = workshop("Puhelimella", "service_path", "stakeholder_onion")
    for text in ("Jono on pitkä", "Lomake on vaikea"):
        setting.write(text, "zone:notice/pain", "pain_point")
    lead_morning(setting.rest, setting.id, setting.boards)
    page = open_as_guest(setting, "Björn", setting.board(), **PHONE)
    expect(page.get_by_role("timer")).to_be_visible()
    return page


def test_a_part_that_looks_at_a_lane_begins_there_and_lets_go_of_it(phone: Page) -> None:
    lanes = phone.get_by_role("group", name="Kaista")

    chosen = lanes.get_by_role("button", name="Kipupisteet")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_be_in_viewport()
    expect(phone.get_by_label("Mihin")).to_have_value("zone:notice/pain")
    lanes.get_by_role("button", name="Ideat").tap()
    phone.reload()
    expect(lanes.get_by_role("button", name="Ideat")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("covers", [True, False])
def test_with_the_keyboard_open_one_line_tells_place_and_time_and_one_row_is_written_in(
    covers: bool, phone: Page
) -> None:
    field, seen = phone.get_by_label("Lapun teksti"), 240
    field.tap()
    if covers:
        phone.evaluate(_COVER, seen)
    else:
        phone.set_viewport_size({"width": 390, "height": seen})

    place = phone.get_by_label("Mihin")
    expect(place).to_have_css("min-height", "40px")
    button = phone.get_by_role("button", name="Lisää", exact=True)
    line, writing, send, clock = (box(each) for each in (place, field, button, phone.get_by_role("timer")))
    assert (line["y"], line["height"]) == (0, 40)
    assert clock["y"] + clock["height"] <= 40
    expect(phone.get_by_role("button", name="Kohta: Kipupisteet")).to_have_count(0)
    assert clock["x"] >= line["x"] + line["width"]
    assert abs(writing["y"] + writing["height"] - send["y"] - send["height"]) < 4
    assert seen - 80 < writing["y"]
    assert send["y"] + send["height"] <= seen
    expect(phone.get_by_role("group", name="Jono on pitkä")).to_be_in_viewport()
    field.fill("Neuvonta on kiinni")
    field.press("Enter")
    expect(phone.get_by_role("group", name="Neuvonta on kiinni")).to_have_count(1)
