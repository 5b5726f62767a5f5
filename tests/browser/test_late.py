"""A phone that was away when the workshop ended comes back with a note: it waits, and is taken in."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.setting import Setting


def test_what_a_phone_brings_after_the_end_waits_and_is_taken_in(
    workshop: Callable[..., Setting], open_as_guest: Callable[..., Page], open_as_facilitator: Callable[..., Page]
) -> None:
    setting = workshop("Myöhästyneet", "pain_grid")
    phone = open_as_guest(setting, "Björn", viewport={"width": 390, "height": 844})
    field = phone.get_by_role("form", name="Kirjoita lappu").get_by_role("textbox")
    expect(field).to_be_visible()
    phone.context.set_offline(True)
    field.fill("Jono on pitkä")
    phone.get_by_role("form", name="Kirjoita lappu").get_by_role("button", name="Lisää", exact=True).click()
    setting.rest.call("POST", f"/workshops/{setting.id}/close", {})

    phone.context.set_offline(False)

    waits = "1 lappusi saapui työpajan päätyttyä. Se odottaa"
    expect(phone.get_by_role("region", name="Vastasaapuneet")).to_contain_text(waits, timeout=30_000)
    expect(phone.get_by_text("Kaikki tallessa")).to_be_visible()
    leader = open_as_facilitator(setting.board("pain_grid"))
    expect(leader.get_by_role("main")).not_to_contain_text("Jono on pitkä")
    leader.get_by_role("button", name="Katso vastasaapuneet").click()
    panel = leader.get_by_role("dialog", name="Vastasaapuneet")
    expect(panel).not_to_contain_text("Björn")
    panel.get_by_role("button", name="Ota mukaan: Jono on pitkä").click()
    for page in (phone, leader):
        expect(page.get_by_role("main").get_by_text("Jono on pitkä")).to_be_visible()
        expect(page.get_by_role("region", name="Vastasaapuneet")).to_have_count(0)
