"""Others' mice: at the same spot of the same place on another screen, by name, and away when one does not want them."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.people import wait_until_saved
from tests.browser.setting import Setting

ZONE = '.stage [data-zone="zone:find/step"]'


def test_a_mouse_is_seen_where_it_points_until_it_leaves_or_is_not_wanted(
    workshop: Callable[..., Setting], open_as_facilitator: Callable[..., Page], open_as_guest: Callable[..., Page]
) -> None:
    setting = workshop("Osoittimet")
    leader, guest = open_as_facilitator(setting.board()), open_as_guest(setting, "Anna")
    expect(leader.locator(".pointers")).to_be_attached()
    guest.set_viewport_size({"width": 1440, "height": 900})
    for page in (leader, guest):  # whoever wants less motion has no pointers until they ask for them
        page.emulate_media(reduced_motion="no-preference")
        page.reload()
        wait_until_saved(page)
    pointer = leader.locator(".pointer").filter(has_text="Anna")

    box = guest.locator(ZONE).bounding_box()
    assert box
    guest.mouse.move(box["x"] + 5, box["y"] + 5)
    guest.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)

    expect(pointer).to_be_visible()
    seen = leader.locator(ZONE).bounding_box()
    assert seen
    leader.wait_for_function(
        "([selector, left, top]) => { const box = document.querySelector(selector).getBoundingClientRect();"
        " return Math.abs(box.left - left) < 3 && Math.abs(box.top - top) < 3; }",
        arg=[".pointer", seen["x"] + seen["width"] / 4, seen["y"] + seen["height"] / 2],
    )
    assert guest.locator(".pointer").count() == 0

    leader.get_by_role("button", name="Näytä, k").click()
    leader.get_by_label("Osoittimet: näen muiden, muut näkevät omani").uncheck()
    expect(pointer).to_have_count(0)
    leader.get_by_label("Osoittimet: näen muiden, muut näkevät omani").check()
    expect(pointer).to_have_count(1)
    leader.keyboard.press("Escape")

    guest.mouse.move(2, 2)
    expect(pointer).to_have_count(0)
