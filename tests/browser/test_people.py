"""The people of a workshop, by those who lead and by one of them: sent out, tried as, and gone on as."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import Axe
from tests.browser.rest import Rest
from tests.browser.setting import Setting

GONE = "Täällä ei ole mitään, tai sitä ei ole avattu sinulle."


def open_people(page: Page) -> None:
    page.get_by_role("button", name="Näytä, k").click()
    expect(page.get_by_role("dialog", name="Osallistujat")).to_be_visible()


def test_somebody_is_sent_out_in_two_clicks_and_kept_out(
    workshop: Callable[..., Setting],
    open_as_facilitator: Callable[..., Page],
    open_as_guest: Callable[..., Page],
    axe: Axe,
) -> None:
    setting = workshop("Väki")
    guest = open_as_guest(setting, "Björn")
    leader = open_as_facilitator(setting.board())
    open_people(leader)
    row = leader.get_by_role("listitem").filter(has_text="Björn")
    expect(row).to_contain_text("paikalla")
    expect(leader.get_by_role("listitem").filter(has_text="fasilitaattori")).to_contain_text("sinä")
    assert axe.faults(leader) == []

    row.get_by_role("button", name="Poista työpajasta: Björn").click()
    leader.get_by_role("button", name="Poista", exact=True).click()

    expect(guest.get_by_role("alert").filter(has_text=GONE)).to_be_visible()
    expect(row).to_have_count(0)
    leader.get_by_role("button", name="Sulje ovi").click()
    expect(leader.get_by_role("button", name="Avaa ovi")).to_be_visible()
    guest.goto(setting.door)
    expect(guest.get_by_text("Työpajaan ei oteta enää uusia.").first).to_be_visible()


def test_a_trial_writes_in_a_tab_of_its_own_and_is_emptied_in_one_act(
    workshop: Callable[..., Setting], open_as_facilitator: Callable[..., Page]
) -> None:
    setting = workshop("Kokeilu")
    leader = open_as_facilitator(setting.board())
    open_people(leader)
    with leader.context.expect_page() as opened:
        leader.get_by_role("button", name="Katso osallistujana").click()
    tab = opened.value
    trial = Rest(setting.rest.url, tab.locator("#boot").evaluate("boot => JSON.parse(boot.textContent).token"))
    note = {"type": "note.add", "note": "note:1", "kind": "step", "text": "Kokeilen", "zone": "zone:find/step"}
    trial.operate(setting.boards["service_path"], {**note, "order": "a0"})
    leader.keyboard.press("Escape")
    expect(leader.get_by_text("Kokeilen")).to_be_visible()
    expect(tab.get_by_text("Kokeilen")).to_be_visible()
    expect(tab.get_by_text("Kokeilu: näet taulun kuten osallistuja")).to_be_visible()
    expect(tab.get_by_role("button", name="Ohjaus")).to_have_count(0)

    plan = open_as_facilitator(setting.plan)
    plan.get_by_role("link", name="Tyhjennä kokeilu…").click()
    expect(plan.get_by_text("1 lappu poistuu pysyvästi.")).to_be_visible()
    plan.get_by_role("button", name="Tyhjennä kokeilu").click()

    expect(leader.get_by_text("Kokeilen")).to_have_count(0)
    expect(tab.get_by_role("alert").filter(has_text=GONE)).to_be_visible()


def test_the_same_person_goes_on_with_another_device(
    workshop: Callable[..., Setting],
    open_as_guest: Callable[..., Page],
    new_context: Callable[..., BrowserContext],
    axe: Axe,
) -> None:
    setting = workshop("Laitteet")
    first, second = open_as_guest(setting, "Anna"), new_context().new_page()
    first.get_by_role("button", name="Näytä, k").click()
    first.get_by_role("button", name="Jatka toisella laitteella").click()
    code = first.locator(".invite-code").inner_text()
    assert axe.faults(first) == []

    second.goto(f"{setting.rest.url}/join")
    second.get_by_label("Liittymiskoodi").fill(code)
    second.get_by_role("button", name="Liity", exact=True).click()
    second.get_by_role("button", name="Jatka nimellä Anna").click()

    expect(second).to_have_url(setting.board())
    assert [each["name"] for each in setting.rest.call("GET", f"/workshops/{setting.id}/participants")] == ["Anna"]
    second.goto(setting.door)
    expect(second.get_by_role("link", name="Jatka nimellä Anna")).to_be_visible()
