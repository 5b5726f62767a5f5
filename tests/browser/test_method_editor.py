"""A copied method: a place gets another name in three languages, a fault is told where it is, a board shows it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.rest import Rest


def test_a_copy_is_renamed_mended_and_seen_on_a_sample_board(
    rest: Rest, open_as_facilitator: Callable[..., Page]
) -> None:
    programme = rest.call("POST", "/programmes", {"title": "Omat menetelmät"})["id"]
    page = open_as_facilitator(f"{rest.url}/methods/qna_coffee/copy")
    page.get_by_role("radio", name="Omat menetelmät").check()
    page.get_by_role("main").get_by_role("button").last.click()
    places = page.get_by_role("region", name="Kohdat")
    expect(places).to_be_visible()
    begun = page.url

    places.get_by_role("link", name="Kysymykset").click()
    names = page.get_by_role("group", name="Nimi", exact=True)
    for language, word in (("suomeksi", "Mitä jäi auki"), ("ruotsiksi", ""), ("englanniksi", "What is open")):
        names.get_by_label(language).fill(word)
    page.get_by_role("button", name="Tallenna").click()
    lacking = page.get_by_role("region", name="Mitä puuttuu ennen kuin menetelmää voi käyttää")
    lacks = "Kohdat › Mitä jäi auki › Nimi: puuttuu ruotsiksi zones.1.title"
    expect(lacking.get_by_role("listitem")).to_have_text(lacks)

    lacking.get_by_role("link").click()
    page.get_by_role("group", name="Nimi", exact=True).get_by_label("ruotsiksi").fill("Vad som är öppet")
    page.get_by_role("button", name="Tallenna").click()
    expect(lacking).to_have_count(0)

    page.get_by_role("button", name="Katso esimerkkitaululla").click()
    board = page.get_by_role("region", name="Kartta", exact=True)
    expect(board.get_by_role("heading", name="Mitä jäi auki")).to_be_visible()
    expect(board.locator("[data-note]")).to_have_count(7)

    page.goto(begun)
    page.get_by_role("button", name="Ota esimerkkitaulun laput esimerkiksi").click()
    expect(page.get_by_text("Esimerkissä on nyt 7 lappua.")).to_be_visible()
    assert programme in page.url
