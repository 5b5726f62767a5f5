"""Titles, questions and instructions in three languages: written on the plan, read by everybody in their own."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from facilitator.models import RecordedArtefact, Workshop
from facilitator.models.transaction import transaction
from facilitator.planning.boards import change_board
from facilitator.planning.workshops import change_workshop
from tests.pages.house import House

TITLE = {"fi": "Yrittäjän polku", "sv": "Företagarens väg"}


@pytest.fixture
def bilingual(house: House) -> House:
    """A workshop and its board have Finnish and Swedish, but no English."""
    change_workshop(house.live, title=TITLE, instructions={"fi": "Yksi asia lappuun", "sv": "En sak per lapp"})
    change_board(house.board, {"fi": "Polku", "sv": "Vägen"}, {"sv": "Var tar vägen slut?"})
    return house


def read(house: House, path: str, language: str, person: str = "björn") -> str:
    browser = house.browsers[person]
    browser.get(f"/language/{language}")
    return re.sub(r"\s+", " ", browser.get(path).text)


def test_everybody_reads_their_own_language(bilingual: House):
    path = f"/workshops/{bilingual.live.id}/take-part"

    assert "<h1>Företagarens väg</h1>" in read(bilingual, path, "sv")
    assert "En sak per lapp" in read(bilingual, path, "sv")
    assert "<h1>Yrittäjän polku</h1>" in read(bilingual, path, "fi")


def test_a_missing_language_shows_the_main_one_marked(bilingual: House):
    page = read(bilingual, f"/workshops/{bilingual.live.id}/take-part", "en")

    assert '<h1><span lang="fi">Yrittäjän polku</span> <span class="tongue">in Finnish</span></h1>' in page
    assert '<span lang="sv">Var tar vägen slut?</span> <span class="tongue">in Swedish</span>' in page


def test_the_plan_the_way_there_and_the_invitation_speak_the_readers_language(bilingual: House):
    plan = read(bilingual, f"/workshops/{bilingual.live.id}", "sv", "aino")
    edit = read(bilingual, f"/boards/{bilingual.board.id}/edit", "sv", "aino")
    letters = read(bilingual, f"/workshops/{bilingual.live.id}/invitation", "fi", "aino")
    outside = read(bilingual, f"/j/{bilingual.live.code}", "sv", "nobody")

    assert "<h1>Företagarens väg</h1>" in plan
    assert ">Vägen</a></h3>" in plan
    assert f'<a href="/workshops/{bilingual.live.id}">Företagarens väg</a>' in edit
    assert "Välkommen till en workshop: Företagarens väg" in letters
    assert "Welcome to a workshop: Yrittäjän polku (in Finnish)" in letters
    assert "<h1>Företagarens väg</h1>" in outside


def test_the_board_is_told_what_it_is_called_and_in_which_language(bilingual: House):
    def boot(language: str) -> dict[str, Any]:
        page = read(bilingual, f"/boards/{bilingual.board.id}", language)
        return json.loads(page.split('id="boot">')[1].split("</script>")[0])

    swedish, english = boot("sv"), boot("en")

    assert (swedish["board"]["title"], swedish["board"]["tongues"]) == ("Vägen", {})
    assert english["board"]["title"] == "Polku"
    assert english["board"]["tongues"] == {"title": "fi", "question": "sv"}
    assert [each["language"] for each in english["boards"]] == ["fi"]
    assert swedish["workshop"]["title"] == "Företagarens väg"


def test_the_form_shows_one_language_and_keeps_the_others_folded(bilingual: House):
    page = read(bilingual, f"/workshops/{bilingual.live.id}/edit", "fi", "aino")

    assert '<details class="translations">' in page
    assert 'name="title_sv" ' in page
    assert 'value="Företagarens väg"' in page
    assert 'name="title_fi"' not in page


def test_translations_are_saved_and_emptied_by_the_form(house: House):
    browser, path = house.browsers["aino"], f"/workshops/{house.live.id}/edit"
    plan = {"title": "Polku", "kind": "project", "position": "2", "language": "fi"}

    browser.post(path, data={**plan, "title_sv": "Vägen", "instructions_en": "One thing each"})
    written = (house.live.words("title"), house.live.words("instructions"))
    browser.post(path, data=plan)

    assert written == ({"fi": "Polku", "sv": "Vägen"}, {"en": "One thing each"})
    assert (house.live.words("title"), house.live.words("instructions")) == ({"fi": "Polku"}, {})


def test_a_translation_that_is_too_long_is_refused_beside_its_field(house: House):
    data = {"title": "Polku", "kind": "project", "position": "2", "language": "fi", "title_sv": "x" * 201}

    page = house.browsers["aino"].post(f"/workshops/{house.live.id}/edit", data=data)

    assert page.status_code == 400
    assert 'id="title_sv-error"' in page.text
    assert '<details class="translations" open>' in page.text


def test_text_without_the_new_main_language_counts_as_written_in_it(house: House):
    data = {"title": "Vägen", "kind": "project", "position": "2", "language": "sv"}

    house.browsers["aino"].post(f"/workshops/{house.live.id}/edit", data=data)

    assert house.live.words("title") == {"sv": "Vägen"}
    assert house.board.words("title") == {"sv": "Yrittäjän polku"}


def test_the_main_language_changes_places_with_its_translation(bilingual: House):
    change_workshop(bilingual.live, language="sv")

    live, board = bilingual.live, bilingual.board
    assert (live.title, live.words("title")) == (
        "Företagarens väg",
        {"sv": "Företagarens väg", "fi": "Yrittäjän polku"},
    )
    assert (board.title, board.question) == ("Vägen", "Var tar vägen slut?")
    assert board.words("question") == {"sv": "Var tar vägen slut?"}


def test_a_new_workshop_is_in_the_language_of_who_makes_it(house: House):
    browser = house.browsers["aino"]
    browser.get("/language/sv")

    made = browser.post(
        f"/projects/{house.project.id}/workshops/new",
        data={"title": "Ny", "title_fi": "Uusi", "kind": "project", "position": "4", "authors": "names"},
    )

    workshop = Workshop.query.filter(Workshop.title == "Ny").one()
    assert made.location == f"/workshops/{workshop.id}"
    assert (workshop.language, workshop.words("title")) == ("sv", {"sv": "Ny", "fi": "Uusi"})


def test_the_report_is_in_the_readers_language_or_marked(bilingual: House):
    browser = bilingual.browsers["aino"]
    saved = browser.post(f"/boards/{bilingual.board.id}/confirm").location
    artefact = saved.rsplit("/", 1)[1]

    swedish = read(bilingual, f"/artefacts/{artefact}/report", "sv", "aino")
    english = read(bilingual, f"/artefacts/{artefact}/markdown", "en", "aino")
    listed = read(bilingual, f"/projects/{bilingual.project.id}/record", "sv", "aino")

    assert "<h1>Vägen</h1>" in swedish
    assert "# Polku (in Finnish)" in english
    assert ">Vägen</a></th>" in listed


def test_old_versions_in_the_record_keep_their_one_title(bilingual: House):
    with transaction():
        saved = RecordedArtefact.query.filter_by(id=bilingual.artefact_id).one()
        saved.titles = {}

    assert ">Vanha polku</a></th>" in read(bilingual, f"/projects/{bilingual.project.id}/record", "sv", "aino")
