"""The facilitator names a kind of note on the board; a phone writes one in its List, and the output says what it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.axe import Axe
from tests.browser.setting import Setting
from tests.browser.test_narrow import too_small, too_wide

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def test_a_kind_is_named_on_the_board_used_on_a_phone_and_told_in_the_output(
    workshop: Callable[..., Setting],
    open_as_guest: Callable[..., Page],
    open_as_facilitator: Callable[..., Page],
    axe: Axe,
) -> None:
    setting = workshop("Lajit", "blank_with_zones")
    address = setting.board("blank_with_zones")
    phone = open_as_guest(setting, "Björn", **PHONE)
    leader = open_as_facilitator(address, **PHONE)
    writing = phone.get_by_role("form", name="Kirjoita lappu")
    expect(writing.get_by_role("radio", name="Huomio")).to_be_attached()

    leader.get_by_role("button", name="Valikko").tap()
    leader.get_by_role("button", name="Ohjaus").tap()
    leader.get_by_role("button", name="Muuta lajeja").tap()
    panel = leader.get_by_role("dialog", name="Lappujen lajit")
    for kind in ("Huomio", "Kysymys", "Idea", "Toimenpide"):
        panel.get_by_role("button", name=f"Poista laji {kind}").tap()
    panel.get_by_role("button", name="Oma laji").tap()
    leader.keyboard.type("Riski")
    leader.keyboard.press("Enter")
    leader.keyboard.type("Saavutettavuustoive")
    assert (axe.faults(leader), too_wide(leader), too_small(leader)) == ([], [], [])
    leader.keyboard.press("Enter")
    leader.keyboard.press("Enter")
    expect(panel).to_have_count(0)

    expect(writing.get_by_role("radio")).to_have_count(3)
    writing.get_by_role("radio", name="Riski").tap()
    writing.get_by_role("textbox").fill("Rekisteri on alhaalla")
    writing.get_by_role("button", name="Lisää", exact=True).first.tap()

    expect(phone.locator(".note").filter(has_text="Rekisteri on alhaalla")).to_contain_text("Riski")
    expect(phone.get_by_text("Tallessa", exact=True)).to_be_visible()
    leader.goto(f"{address}/read")
    expect(leader.locator(".note").filter(has_text="Rekisteri on alhaalla")).to_contain_text("Riski")
    (found,) = setting.rest.call("POST", f"/workshops/{setting.id}/close", {})["artefacts"]
    told = setting.rest.call("GET", f"/artefacts/{found['id']}/json")
    assert [kind.get("title", kind["key"]) for kind in told["method"]["kinds"]] == [
        "decision",
        "Riski",
        "Saavutettavuustoive",
    ]
