"""F6, F24, I7: what is written without a network is on the device, outlives its tab, and arrives once and in order."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.people import SAVED, Desktop
from tests.browser.setting import Setting

ZONE = "Odotan · Kipupisteet"
KEPT = re.compile(r"^Ei yhteyttä, \d+ muutosta? tällä laitteella$")
MANY = 60
FORBIDDEN = """Object.defineProperty(window, "indexedDB", { value: { open() {
  throw new DOMException("forbidden", "SecurityError");
} } });"""
FULL = """IDBObjectStore.prototype.put = function () {
  this.transaction.abort();
  return IDBObjectStore.prototype.get.call(this, "nothing");
};"""
LEFT_HERE = """async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const kept = [];
  for (const name of names) {
    const opening = indexedDB.open(name);
    const database = await new Promise((done) => (opening.onsuccess = () => done(opening.result)));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store).getAll();
      kept.push(...(await new Promise((done) => (all.onsuccess = () => done(all.result)))));
    }
    database.close();
  }
  return JSON.stringify([kept, { ...localStorage }, { ...sessionStorage }]);
}"""


@pytest.fixture
def setting(workshop: Callable[..., Setting]) -> Setting:
    return workshop("Ilman verkkoa", "service_path")


@pytest.fixture
def bjorn(setting: Setting, open_as_guest: Callable[..., Page]) -> Desktop:
    person = Desktop(open_as_guest(setting, "Björn"))
    person.expect_mark(SAVED)
    return person


def another_tab(person: Desktop, setting: Setting) -> Desktop:
    """The same browser opens the board once more."""
    page = person.page.context.new_page()
    page.goto(setting.board())
    return Desktop(page)


def write_many(person: Desktop, count: int) -> list[str]:
    """Notes in one place, one after the other as fast as a field takes them."""
    field = person.compose(ZONE).get_by_role("textbox")
    texts = [f"Ilman verkkoa {number}" for number in range(count)]
    for text in texts:
        field.fill(text)
        field.press("Enter")
    return texts


def logged(setting: Setting) -> list[str]:
    """The texts of notes in the order of the log."""
    path = f"/boards/{setting.boards['service_path']}/events?since=0"
    changes = [change for event in setting.rest.call("GET", path)["events"] for change in event.get("changes", [])]
    return [change["set"]["text"] for change in changes if "text" in change.get("set", {})]


def test_what_was_written_without_a_network_is_sent_by_the_next_tab_in_order_and_once(
    setting: Setting, bjorn: Desktop
) -> None:
    context = bjorn.page.context
    context.set_offline(True)
    texts = write_many(bjorn, MANY)
    bjorn.expect_mark(f"Ei yhteyttä, {MANY} muutosta tällä laitteella")
    bjorn.page.close()
    context.set_offline(False)
    assert logged(setting) == []

    again = another_tab(bjorn, setting)

    again.expect_mark(SAVED)
    assert logged(setting) == texts
    assert "Ilman verkkoa" not in again.page.evaluate(LEFT_HERE)


def test_two_tabs_show_and_send_everything_once(setting: Setting, bjorn: Desktop) -> None:
    other = another_tab(bjorn, setting)
    other.expect_mark(SAVED)
    bjorn.page.context.set_offline(True)
    for tab, text in ((bjorn, "Tästä välilehdestä"), (other, "Tuosta välilehdestä")):
        tab.write(ZONE, text)
    for tab in (bjorn, other):
        tab.expect_mark("Ei yhteyttä, 2 muutosta tällä laitteella")
        for text in ("Tästä välilehdestä", "Tuosta välilehdestä"):
            tab.expect_note(text, ZONE)

    bjorn.page.context.set_offline(False)

    for tab in (bjorn, other):
        tab.expect_mark(SAVED)
        expect(tab.page.locator("[data-note]")).to_have_count(2)
    assert sorted(logged(setting)) == ["Tuosta välilehdestä", "Tästä välilehdestä"]


@pytest.mark.parametrize("trouble", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_a_device_that_takes_nothing_is_said_and_nothing_breaks(
    setting: Setting, open_as_guest: Callable[..., Page], trouble: str
) -> None:
    joined = open_as_guest(setting, "Björn")
    bjorn = Desktop(joined.context.new_page())
    bjorn.page.add_init_script(trouble)
    joined.close()
    bjorn.page.goto(setting.board())
    bjorn.expect_mark(SAVED)

    bjorn.page.context.set_offline(True)
    bjorn.write(ZONE, "Vain tällä sivulla")

    bjorn.expect_mark("Ei yhteyttä, 1 muutos ei ole tallessa tällä laitteella")
    assert not [mark for mark in bjorn.marks() if KEPT.match(mark)]
    bjorn.expect_note("Vain tällä sivulla", ZONE)
    bjorn.page.context.set_offline(False)
    bjorn.expect_mark(SAVED)
    assert logged(setting) == ["Vain tällä sivulla"]
    assert [fault for fault in bjorn.faults if "net::ERR_" not in fault] == []


def test_what_meets_a_removed_note_stays_with_its_author_until_something_is_done_about_it(
    setting: Setting, bjorn: Desktop
) -> None:
    note = setting.write("Jono", "zone:wait/pain", "pain_point")
    bjorn.expect_note("Jono", ZONE)
    bjorn.page.context.set_offline(True)
    field = bjorn.begin_editing("Jono")
    field.fill("Jono on pitkä")
    field.press("Enter")
    bjorn.expect_mark("Ei yhteyttä, 1 muutos tällä laitteella")
    setting.operate("note.remove", note=note)

    bjorn.page.context.set_offline(False)

    refused = bjorn.page.get_by_role("region", name="Nämä eivät päässeet perille")
    expect(refused).to_contain_text("Jono on pitkä")
    bjorn.expect_mark(SAVED)
    bjorn.page.reload()
    expect(refused).to_contain_text("Jono on pitkä")
    refused.get_by_role("button", name="Palauta lappu").click()
    bjorn.expect_note("Jono on pitkä", ZONE)
    bjorn.expect_mark(SAVED)
    assert logged(setting)[-1] == "Jono on pitkä"


def test_whoever_leaves_the_workshop_leaves_nothing_in_the_browser(setting: Setting, bjorn: Desktop) -> None:
    bjorn.page.context.set_offline(True)
    bjorn.write(ZONE, "KANARIALINTU lähtemättä")
    bjorn.compose(ZONE).get_by_role("textbox").fill("KANARIALINTU kesken")
    bjorn.expect_mark("Ei yhteyttä, 1 muutos tällä laitteella")
    token = json.loads(bjorn.page.locator("#boot").text_content() or "")["token"]
    page = bjorn.page.context.new_page()
    bjorn.page.close()
    page.context.set_offline(False)
    page.goto(f"{setting.plan}/take-part")
    expect(page.get_by_text("Tässä selaimessa on jotain, mitä kirjoitit")).to_be_visible()
    assert page.evaluate(LEFT_HERE).count("KANARIALINTU") == 2

    page.get_by_role("button", name="Poistu työpajasta").click()
    page.wait_for_url(f"{setting.rest.url}/")

    left = page.evaluate(LEFT_HERE)
    assert [word for word in ("KANARIALINTU", "Björn", token) if word in left] == []
