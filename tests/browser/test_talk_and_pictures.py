"""A comment is answered on a phone, and a picture is pasted, described and shown to the others."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.axe import Axe
from tests.browser.setting import Setting
from tests.browser.test_narrow import too_small, too_wide
from tests.pictures.made import picture

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
PASTE = """body => {
  const file = new File([Uint8Array.from(atob(body), sign => sign.charCodeAt(0))], 'a.jpg', { type: 'image/jpeg' })
  const clipboard = new DataTransfer()
  clipboard.items.add(file)
  window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))
}"""


def test_a_comment_is_answered_and_a_picture_is_pasted_and_described(
    workshop: Callable[..., Setting],
    open_as_guest: Callable[..., Page],
    open_as_facilitator: Callable[..., Page],
    axe: Axe,
) -> None:
    setting = workshop("Kuvat", "pain_grid")
    note = setting.write("Jono on pitkä", "zone:unplaced", "pain_point", "pain_grid")
    address = setting.board("pain_grid")
    leader, phone = open_as_facilitator(address), open_as_guest(setting, "Björn", **PHONE)

    leader.locator(f'[data-note="{note}"]').focus()
    leader.keyboard.press("k")
    leader.get_by_role("textbox", name="Kommentti").fill("Mistä tiedetään?")
    leader.keyboard.press("Enter")
    leader.keyboard.press("Escape")
    face = phone.locator(f'[data-note="{note}"]')
    expect(face).to_contain_text("Avoimia kommentteja: 1")
    face.tap()
    phone.get_by_role("button", name="Kommentit", exact=True).tap()
    phone.get_by_role("button", name="Vastaa: Mistä tiedetään?").tap()
    phone.get_by_role("textbox", name="Vastaa").fill("Kävijöiltä")
    assert (axe.faults(phone), too_wide(phone), too_small(phone)) == ([], [], [])
    phone.keyboard.press("Enter")
    expect(leader.get_by_text("Kommenttiisi vastattiin: ”Kävijöiltä”")).to_be_attached()
    phone.get_by_role("button", name="Sulje").tap()

    phone.evaluate(PASTE, base64.b64encode(picture(size=(640, 400))).decode())
    form = phone.get_by_role("dialog", name="Lisää kuva")
    form.get_by_label("Kuvaus").fill("Punainen ja sininen puolisko")
    assert (axe.faults(phone), too_wide(phone), too_small(phone)) == ([], [], [])
    form.get_by_role("button", name="Lisää", exact=True).tap()

    shown = leader.get_by_role("button", name="Kuva: Punainen ja sininen puolisko")
    expect(shown.locator("img")).to_have_attribute("src", re.compile("^blob:"))
    shown.click()
    expect(leader.get_by_role("dialog").get_by_role("img", name="Punainen ja sininen puolisko")).to_be_visible()
    leader.get_by_role("button", name="Lukitse pohjakuvaksi").click()
    expect(leader.get_by_role("button", name="Vapauta pohjakuva")).to_be_visible()
    assert axe.faults(leader) == []
