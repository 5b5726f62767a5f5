"""The oldest browsers: what they lack is lent, and one that lacks too much is told what to do."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, StorageState, expect

from tests.browser.setting import Setting

NEWER = """
  for (const name of ['toSorted', 'toReversed']) delete Array.prototype[name]
  delete Element.prototype.checkVisibility
"""
NEEDED = "delete HTMLDialogElement.prototype.showModal"


def test_the_board_runs_without_what_came_later_and_says_when_it_cannot(
    new_context: Callable[..., BrowserContext], signed_in: StorageState, workshop: Callable[..., Setting]
) -> None:
    setting = workshop("Vanhat selaimet")
    setting.write("Lomake on vain suomeksi", "zone:apply/pain", "pain_point")

    def opened(lacking: str) -> Page:
        context = new_context(storage_state=signed_in)
        context.add_init_script(lacking)
        page = context.new_page()
        page.goto(setting.board())
        return page

    old, too_old = opened(NEWER), opened(NEEDED)

    expect(old.locator("[data-note]")).to_have_count(1)
    expect(old.get_by_text("liian vanha taululle")).to_be_hidden()
    expect(too_old.get_by_text("Tämä selain on liian vanha taululle.")).to_be_visible()
    expect(too_old.locator("#app")).to_be_hidden()
    too_old.get_by_role("link", name="Lue taulu").click()
    expect(too_old.get_by_text("Lomake on vain suomeksi").first).to_be_visible()
