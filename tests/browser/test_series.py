"""Four workshops of a project in the browser: carried, referred to, renamed, put together, and told at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.axe import Axe
from tests.browser.keyboard import Keyboard
from tests.browser.people import wait_until_saved
from tests.browser.rest import Rest
from tests.browser.series import Project, make_project
from tests.browser.test_narrow import too_small, too_wide

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def test_a_series_keeps_what_is_the_same(rest: Rest, open_as_facilitator: Callable[..., Page], axe: Axe) -> None:
    project = make_project(rest)
    page = open_as_facilitator(f"/workshops/{project.workshops[1]}/carry")
    path = carried_after_a_look(page, axe)
    pain = project.write(path, "pain_point", "Sama kysytään kahdesti", "zone:apply/pain")
    step = project.write(path, "step", "Hae lupaa", "zone:notice/step")
    project.write(path, "organisation", "FPA")

    tied_by_keyboard(page, pain)
    phone = open_as_facilitator(f"/boards/{path}", **PHONE)
    tied_on_a_phone(phone, step, axe)
    for each in (page, phone):
        wait_until_saved(each)
    phone.context.close()
    about = {each["text"]: each.get("about") for each in rest.items(path, "note")}
    kela, prh = project.thing("Kela")["id"], project.thing("PRH")["id"]
    assert (about["Sama kysytään kahdesti"], about["Hae lupaa"]) == ([kela], [prh])

    found = project.confirm(path)
    page.emulate_media(color_scheme="dark")
    put_together_and_renamed(page, project, axe)
    assert project.thing("Kansaneläkelaitos")["id"] == kela

    roles = {"step": "phase", "stakeholder": "note:responsible"}
    last = project.confirm(project.carry(4, "Roolit", "role_matrix", artefact=found, ways=roles))
    page.goto(f"/artefacts/{last}/report")
    told = page.get_by_role("row").filter(has_text="Kansaneläkelaitos").first
    expect(told).to_contain_text("2. Polku ja kivut: Nykytila, versio 1")
    made = page.get_by_role("row").filter(has_text="Tuodut sarakkeet, kaistat ja kohdat")
    expect(made).to_contain_text("2. Polku ja kivut: Nykytila, versio 1: Hae lupaa")
    assert axe.faults(page) == []


def carried_after_a_look(page: Page, axe: Axe) -> str:
    """The second workshop's path begins with the stakeholders; the id of its board."""
    page.get_by_label("Menetelmä").select_option("service_path")
    page.get_by_label("1. Haaste ja sidosryhmät: Sidosryhmät").check()
    page.get_by_role("button", name="Katso, mitä tulisi mukaan").click()
    expect(page.get_by_role("heading", name="3 asiaa tulisi mukaan")).to_be_visible()
    expect(page.get_by_text("Tietoja, joille uusissa lapuissa ei ole kenttää")).to_be_visible()
    assert axe.faults(page) == []
    page.get_by_label("Otsikko").fill("Nykytila")
    page.get_by_role("button", name="Tee taulu").click()
    page.wait_for_url("**/boards/*")
    expect(page.get_by_role("group", name="Kela").first).to_be_visible()
    return page.url.rpartition("/")[2]


def tied_by_keyboard(page: Page, pain: str) -> None:
    """Whom a pain point hurts, from the map."""
    keys = Keyboard(page, hurries=True)
    page.locator(f'[data-note="{pain}"]').focus()
    page.keyboard.press("r")
    dialog = page.get_by_role("dialog", name="Viittaa projektin hakemistoon")
    keys.to(dialog.get_by_label("Etsi nimellä"))
    keys.write("kel")
    keys.to(dialog.get_by_role("checkbox"))
    page.keyboard.press("Space")
    keys.activate(dialog.get_by_role("button", name="Tallenna"))
    expect(page.get_by_text("Viittaus muutettiin.")).to_be_attached()
    expect(page.locator(f'[data-note="{pain}"]')).to_be_focused()


def tied_on_a_phone(phone: Page, step: str, axe: Axe) -> None:
    """Who answers for a step, from the List."""
    phone.locator(f'[data-note="{step}"]').tap()
    phone.get_by_role("button", name="Viittaa hakemistoon…").tap()
    dialog = phone.get_by_role("dialog", name="Viittaa projektin hakemistoon")
    dialog.get_by_label("PRH").tap()
    assert (axe.faults(phone), too_wide(phone), too_small(phone)) == ([], [], [])
    dialog.get_by_role("button", name="Tallenna").tap()
    expect(phone.get_by_text("Viittaus muutettiin.")).to_be_attached()


def put_together_and_renamed(page: Page, project: Project, axe: Axe) -> None:
    """FPA is Kela, and Kela is called otherwise from now on."""
    page.goto(f"/projects/{project.id}/register")
    expect(page.get_by_role("heading", name="Mitä kartat näyttävät yhdessä")).to_be_visible()
    assert axe.faults(page) == []
    page.get_by_role("heading", name="FPA").get_by_role("link").click()
    page.get_by_label("Sama asia kuin").select_option(label="Kela (Sidosryhmät)")
    page.get_by_role("button", name="Nämä ovat sama asia").click()
    expect(page.get_by_role("heading", level=1, name="Kela")).to_be_visible()
    page.get_by_label("Nimi").fill("Kansaneläkelaitos")
    page.get_by_role("button", name="Tallenna nimi").click()
    expect(page.get_by_role("heading", level=1, name="Kansaneläkelaitos")).to_be_visible()
    expect(page.get_by_text("Tähän yhdistettiin FPA")).to_be_visible()
    assert axe.faults(page) == []
