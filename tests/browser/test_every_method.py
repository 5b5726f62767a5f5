"""Every method: filled by hand in a browser, its questions go from open to answered, and its artefact is one.

Rows are pasted into the table, arrows and themes made in the List, all in the words of the method's own worked example.
Votes and how they are led have tests of their own; here they are held by the API.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from facilitator import methods
from facilitator.artefacts.schema import json_schema
from tests.browser import filling
from tests.browser.people import wait_until_saved
from tests.browser.rest import Rest, named

SCHEMA = Draft202012Validator(json_schema())
KEYS = [method["key"] for method in methods.catalogue()]


@pytest.fixture(scope="module")
def boards(rest: Rest) -> dict[str, str]:
    """An empty board of each method, on which it is asked how things are known."""
    programme = rest.call("POST", "/programmes", {"title": "Menetelmät"})["id"]
    project = rest.call("POST", f"/programmes/{programme}/projects", {"title": "Kaikki menetelmät"})["id"]
    workshop = rest.call("POST", f"/projects/{project}/workshops", {"title": "Menetelmät"})["id"]
    made = {}
    for key in KEYS:
        made[key] = rest.call("POST", f"/workshops/{workshop}/boards", {"title": key, "method": key})["id"]
        rest.operate(made[key], {"type": "board.set", "fields": {"evidence": "shown"}})
    rest.call("PATCH", f"/workshops/{workshop}", {"status": "live"})
    return made


@pytest.fixture(scope="module")
def page(browser: Browser, browser_context_args: dict[str, Any], signed_in: StorageState) -> Iterator[Page]:
    """One for all: the boards are looked at one after the other."""
    context = browser.new_context(**browser_context_args, storage_state=signed_in)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("key", KEYS)
def test_filled_by_hand_a_board_answers_what_its_method_asks(
    key: str, rest: Rest, boards: dict[str, str], page: Page
) -> None:
    method = methods.load(key)
    by_people = [each["text"]["fi"] for each in method["questions"] if "asked" in each["check"]]
    page.goto(f"{rest.url}/boards/{boards[key]}", wait_until="commit")
    expect_questions(page, unanswered=[each["text"]["fi"] for each in method["questions"]])

    paste(page, filling.rows(method), len(method["example"]["notes"]))
    page.get_by_role("button", name="Lista", exact=True).click()
    for arrow in filling.arrows(method):
        draw(page, arrow)
    if filling.asks_for(method, "clusters"):
        gather(page, method["example"]["notes"][0]["text"]["fi"], "Yhteistä")
    if key == "stakeholder_power_interest":  # where it lies says how much the matter interests
        lift(page, next(each["text"]["fi"] for each in method["example"]["notes"] if each.get("x", 0) >= 8_000))
    wait_until_saved(page)
    if filling.asks_for(method, "voted"):
        vote(rest, boards[key])
    expect_questions(page, unanswered=by_people, answered=len(method["questions"]) - len(by_people))

    artefact_id = rest.call("POST", f"/boards/{boards[key]}/artefacts")["id"]
    artefact = rest.call("GET", f"/artefacts/{artefact_id}/json")
    SCHEMA.validate(artefact)
    assert {each["text"] for each in artefact["items"]} >= {each["text"]["fi"] for each in method["example"]["notes"]}
    assert [each["text"]["fi"] for each in artefact["questions"] if not each["answered"]] == by_people


def expect_questions(page: Page, unanswered: list[str], answered: int = 0) -> None:
    """*Kartta kertoo* has these as open, and says how many the board answers."""
    page.get_by_role("button", name="Kartta kertoo").click()
    panel = page.get_by_role("complementary", name="Kartta kertoo")
    expect(panel.locator(".open-questions li")).to_have_text(unanswered)
    heading = panel.get_by_role("heading", name="Mihin kartta vastaa")
    if answered:
        expect(heading).to_have_text(f"Mihin kartta vastaa {answered}/{answered + len(unanswered)}")
    else:
        expect(heading).to_have_count(0)
    panel.get_by_role("button", name="Sulje").click()


def paste(page: Page, cells: str, count: int) -> None:
    """Rows into the table: all of them are taken, and nothing is remarked on."""
    table = page.get_by_role("button", name="Taulukko", exact=True)
    if table.is_visible():
        table.click()
    else:
        page.get_by_role("button", name="Valikko").click()
        page.get_by_role("button", name="Näytä taulukkona").click()
    page.get_by_role("button", name="Liitä rivejä…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Rivit taulukkolaskennasta").fill(cells)
    expect(dialog.locator("[aria-live] details")).to_have_count(0)
    expect(dialog.locator("[aria-live] p")).to_have_count(1)
    dialog.get_by_role("button", name=f"Lisää {count} lappua").click()
    expect(dialog).to_have_count(0)


def draw(page: Page, arrow: dict[str, str]) -> None:
    """An arrow, by choosing its ends by name."""
    page.get_by_role("region", name="Lista").get_by_role("button", name="Lisää nuoli…").last.click()
    dialog = page.get_by_role("dialog")
    for label, choice in arrow.items():
        dialog.get_by_label(label, exact=True).select_option(label=choice)
    dialog.get_by_role("button", name="Lisää nuoli").click()
    expect(dialog).to_have_count(0)


def gather(page: Page, text: str, title: str) -> None:
    """A theme of one note."""
    acts(page, text).get_by_role("button", name="Teemaksi…").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Teeman nimi").fill(title)
    dialog.get_by_role("button", name="Kokoa").click()
    expect(dialog).to_have_count(0)


def lift(page: Page, text: str) -> None:
    """A note to the far ends of both axes."""
    acts(page, text).get_by_role("button", name="Siirrä…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("select")).to_have_count(3)
    for axis in dialog.locator("select").all()[1:]:
        axis.select_option("5")
    dialog.get_by_role("button", name="Siirrä", exact=True).click()
    expect(dialog).to_have_count(0)


def acts(page: Page, text: str) -> Locator:
    """What can be done to a note of the List."""
    page.get_by_role("region", name="Lista").locator("[data-note]", has_text=text).first.click()
    return page.get_by_role("group", name="Lapun toiminnot")


def vote(rest: Rest, board: str) -> None:
    """A ballot over all notes, one vote, and its end."""
    ballot, note = named("ballot"), rest.items(board, "note")[0]["id"]
    plan = {"title": "Mistä aloitetaan?", "each": 3, "per_note": 1, "over": "notes"}
    rest.operate(board, {"type": "ballot.open", "ballot": ballot, **plan})
    rest.operate(board, {"type": "vote.cast", "ballot": ballot, "vote": named("vote"), "note": note})
    rest.operate(board, {"type": "ballot.close", "ballot": ballot})
