"""Each method's practice board, as the facilitator sees it: every note of the example is there."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from facilitator import methods
from tests.browser.rest import Rest


def test_every_method_opens_with_its_example_on_the_map_and_each_layout_in_the_list(
    rest: Rest, open_as_facilitator: Callable[..., Page]
) -> None:
    boards = {
        method["key"]: rest.call("POST", f"/methods/{method['key']}/practice")["id"] for method in methods.catalogue()
    }
    page = open_as_facilitator(f"{rest.url}/methods")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))

    listed: set[str] = set()
    for method in methods.catalogue():
        page.goto(f"{rest.url}/boards/{boards[method['key']]}", wait_until="commit")
        notes = len(method["example"]["notes"]) + len(method.get("given", []))
        expect(page.get_by_role("region", name="Kartta", exact=True).locator("[data-note]")).to_have_count(notes)
        if method["layout"] not in listed:  # the List reads all layouts alike
            listed.add(method["layout"])
            page.get_by_role("button", name="Lista", exact=True).click()
            expect(page.get_by_role("region", name="Lista", exact=True).locator("[data-note]")).to_have_count(notes)
            page.get_by_role("button", name="Kartta", exact=True).click()

    assert wrong == []
