"""Arrows: made by keys alone and by drawing from a note to another; those of the note in hand stand out."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.axe import Axe
from tests.browser.keyboard import Keyboard
from tests.browser.people import wait_until_saved
from tests.browser.setting import Setting

Open = Callable[..., Page]
Workshops = Callable[..., Setting]

METHOD = "actor_network"


def test_arrows_are_made_by_keys_and_by_drawing_and_stand_out(
    open_as_guest: Open, workshop: Workshops, axe: Axe
) -> None:
    setting = workshop("Toimijat", METHOD)
    for text, zone in (("Kela", "national"), ("PRH", "centre"), ("Migri", "regional"), ("Tulli", "local")):
        setting.write(text, f"zone:{zone}", "organisation", METHOD)
    page = open_as_guest(setting, "Björn", viewport={"width": 1440, "height": 900})
    keys, dialog = Keyboard(page), page.get_by_role("dialog")
    kela, prh, migri, tulli = (
        page.get_by_role("group", name=re.compile(f"^Organisaatio {text}"))
        for text in ("Kela", "PRH", "Migri", "Tulli")
    )

    keys.to(kela)
    keys.press("l")
    keys.write("prh")
    expect(dialog.get_by_text("Kela – antaa tietoa → PRH")).to_be_visible()
    keys.press("Enter")
    keys.holds(kela)
    expect(page.locator(".arrow .line")).to_have_count(1)

    prh.click()
    handle = page.get_by_role("button", name="Vedä nuoli toiseen lappuun: PRH").bounding_box()
    end = migri.bounding_box()
    assert handle
    assert end
    page.mouse.move(handle["x"] + 14, handle["y"] + 14)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + 10, steps=4)
    page.mouse.up()
    dialog.get_by_label("Miten toimii").select_option("Katkennut")
    dialog.get_by_role("button", name="Lisää nuoli").click()
    expect(page.locator(".arrow.is-broken .line")).to_have_count(1)

    expect(page.locator(".arrow.traced .line")).to_have_count(2)
    expect(page.locator(".note.faded")).to_have_text(re.compile("Tulli"))
    expect(kela.locator("xpath=..")).not_to_have_class(re.compile("faded"))
    assert axe.faults(page) == []
    wait_until_saved(page)
    made = setting.rest.items(setting.boards[METHOD], "link")
    assert sorted((each["kind"], each.get("state", "")) for each in made) == [
        ("information", ""),
        ("information", "broken"),
    ]
    expect(tulli).to_be_visible()
