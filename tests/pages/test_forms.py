"""Forms without JavaScript: what is wrong stands beside its field, and what was typed stays typed."""

from __future__ import annotations

import pytest
from markupsafe import escape

from facilitator.live import rooms
from facilitator.models import Board, Group, Programme, Project, Workshop
from tests.pages.house import House

LONG = "ä" * 201


def error_of(page: str, field: str) -> str:
    """The text beside a field, found as assistive technology finds it."""
    marked = page.split(f'id="{field}-error">', 1)
    assert len(marked) == 2, f"no error beside {field}"
    return marked[1].split("<", 1)[0]


def test_a_title_that_is_too_long_is_said_beside_it_and_stays(house: House):
    page = house.browsers["aino"].post(
        "/programmes/new", data={"title": LONG, "owner": "Virasto", "retention_days": 90}
    )

    assert page.status_code == 400
    assert "200" in error_of(page.text, "title")
    assert LONG in page.text
    assert 'value="Virasto"' in page.text
    assert 'aria-invalid="true"' in page.text
    assert 'href="#title"' in page.text  # the summary leads to the field


def test_every_field_that_is_wrong_is_named_at_once(house: House):
    page = house.browsers["aino"].post(
        f"/programmes/{house.programme.id}/projects/new",
        data={"title": " ", "applicant": LONG, "case_number": "x" * 61},
    )

    assert error_of(page.text, "title")
    assert error_of(page.text, "applicant")
    assert error_of(page.text, "case_number")


@pytest.mark.parametrize(
    "text", ['"><script>alert(1)</script>', "{{ 7*7 }}", "<img src=x onerror=alert(1)>", "Ö\u202etxt"]
)
def test_what_people_write_is_shown_as_they_wrote_it_and_never_run(house: House, text: str):
    browser = house.browsers["aino"]

    page = browser.post("/programmes/new", data={"title": text, "retention_days": "90"}, follow_redirects=True)

    saved = Programme.query.order_by(Programme.created_at.desc()).first()
    assert str(escape(saved.title)) in page.text
    assert "<script>alert" not in page.text
    assert "<img" not in page.text
    assert "49" not in saved.title


def test_a_number_that_is_none_stays_in_its_field(house: House):
    page = house.browsers["aino"].post("/programmes/new", data={"title": "Ohjelma", "retention_days": "yhdeksän"})

    assert page.status_code == 400
    assert error_of(page.text, "retention_days")
    assert 'value="yhdeksän"' in page.text


def test_a_programme_and_a_project_are_made_and_changed(house: House):
    browser = house.browsers["aino"]
    made = browser.post("/programmes/new", data={"title": "Uusi", "owner": "", "retention_days": "30"})
    programme = Programme.query.filter(Programme.title == "Uusi").one()

    project = browser.post(f"/programmes/{programme.id}/projects/new", data={"title": "Koe", "challenge": "A\r\nB"})
    browser.post(f"{project.location}/edit", data={"title": "Koe 2", "challenge": "A\nB\nC"})
    browser.post(f"{project.location}/phase", data={"phase": "running"})

    saved = Project.query.filter(Project.programme_id == programme.id).one()
    assert made.location == f"/programmes/{programme.id}"
    assert (saved.title, saved.challenge, saved.phase) == ("Koe 2", "A\nB\nC", "running")


def test_a_phase_that_does_not_exist_is_refused(house: House):
    page = house.browsers["aino"].post(f"/projects/{house.project.id}/phase", data={"phase": "dreaming"})

    assert page.status_code == 400
    assert error_of(page.text, "phase")


def workshop_form(**changed: str) -> dict[str, str]:
    plan = {
        "title": "Ideat",
        "kind": "application",
        "position": "4",
        "day": "2026-11-24",
        "starts": "9",
        "ends": "10.30",
    }
    return plan | {"authors": "nothing", "instructions": "Tervetuloa"} | changed


def test_a_workshop_is_planned_in_finnish_time(house: House):
    browser = house.browsers["aino"]

    page = browser.post(f"/projects/{house.project.id}/workshops/new", data=workshop_form(), follow_redirects=True)

    saved = Workshop.query.filter(Workshop.position == 4).one()
    assert (saved.starts_at.isoformat(), saved.ends_at.isoformat()) == (
        "2026-11-24T07:00:00+00:00",
        "2026-11-24T08:30:00+00:00",
    )
    assert (saved.status, saved.authors, saved.asks_organisation) == ("draft", "nothing", False)
    assert "24.11.2026" in page.text


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"starts": "25"}, "starts"),
        ({"starts": "kello yhdeksän"}, "starts"),
        ({"starts": ""}, "ends"),
        ({"day": ""}, "day"),
        ({"day": "24.11."}, "day"),
        ({"ends": "8.00"}, "ends"),
        ({"position": "0"}, "position"),
        ({"title": ""}, "title"),
        ({"kind": "party"}, "kind"),
        ({"authors": "faces"}, "authors"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_beside_its_field(house: House, changed: dict[str, str], field: str):
    page = house.browsers["aino"].post(f"/projects/{house.project.id}/workshops/new", data=workshop_form(**changed))

    assert page.status_code == 400
    assert error_of(page.text, field)
    assert "Tervetuloa" in page.text
    assert Workshop.query.filter(Workshop.position == 4).count() == 0


def test_a_time_that_was_typed_wrongly_stays_typed(house: House):
    page = house.browsers["aino"].post(
        f"/projects/{house.project.id}/workshops/new", data=workshop_form(starts="puoli kymmenen")
    )

    assert 'value="puoli kymmenen"' in page.text


def test_an_edited_workshop_keeps_what_its_form_does_not_ask(house: House):
    browser = house.browsers["aino"]
    form = browser.get(f"/workshops/{house.live.id}/edit").text
    plan = workshop_form(title="Uusi nimi", position="2")
    del plan["authors"]

    browser.post(f"/workshops/{house.live.id}/edit", data=plan)

    assert 'name="authors"' not in form  # it has a board, so what notes show is settled
    assert (house.live.title, house.live.authors) == ("Uusi nimi", "names")


def test_a_board_is_added_for_a_group_and_renamed(house: House):
    browser, group = house.browsers["aino"], house.live.groups[0]
    data = {"title": "Sidosryhmät", "method_key": "stakeholder_onion", "group": group.id, "shaped_by": "everybody"}

    browser.post(f"/workshops/{house.live.id}/boards", data=data)
    board = Board.query.filter(Board.method_key == "stakeholder_onion").one()
    browser.post(f"/boards/{board.id}/edit", data={"title": "Kartta", "question": "Ketkä?"})

    assert (board.title, board.question, board.group_id) == ("Kartta", "Ketkä?", group.id)


def test_a_board_gets_the_kinds_that_were_written_a_line_each(house: House):
    browser, address = house.browsers["aino"], f"/workshops/{house.live.id}/boards"
    data = {"title": "Vapaa", "method_key": "blank_with_zones", "group": "", "shaped_by": "facilitator"}

    form = browser.get(f"/workshops/{house.live.id}").text
    browser.post(address, data=data | {"kinds": "Riski\r\n\r\nPäätös\r\n"})
    refused = browser.post(address, data=data | {"kinds": "Riski\nriski"})

    assert "enintään 6" in form
    assert "Huomio, Kysymys, Idea, Päätös, Toimenpide" in form
    board = Board.query.filter(Board.title == "Vapaa").one()
    assert [each.get("title", each["key"]) for each in rooms.state(board.id).board["kinds"]] == ["Riski", "decision"]
    assert refused.status_code == 400
    assert error_of(refused.text, "kinds") == "Kahdella lajilla on sama nimi. Anna toiselle jokin muu nimi."
    assert "Riski\nriski</textarea>" in refused.text.replace("\r", "")


def test_a_board_that_nobody_named_has_the_name_of_its_method(house: House):
    data = {"title": " ", "method_key": "pain_grid", "group": "", "shaped_by": "facilitator"}

    house.browsers["aino"].post(f"/workshops/{house.live.id}/boards", data=data)

    board = Board.query.filter(Board.method_key == "pain_grid").one()
    assert board.words("title") == {"fi": "Kipupisteet", "sv": "Smärtpunkter", "en": "Pain points"}


def test_a_board_without_a_method_is_refused_on_the_plan(house: House):
    page = house.browsers["aino"].post(
        f"/workshops/{house.live.id}/boards", data={"title": "Taulu", "group": "", "shaped_by": "facilitator"}
    )

    assert page.status_code == 400
    assert error_of(page.text, "method_key")
    assert 'value="Taulu"' in page.text


def test_a_board_with_notes_stays(house: House):
    page = house.browsers["aino"].post(f"/boards/{house.board.id}/remove")

    assert page.status_code == 400
    assert 'role="alert"' in page.text or 'class="notice alert' in page.text
    assert Board.query.filter(Board.id == house.board.id).count() == 1


def test_people_are_placed_all_at_once(house: House):
    browser = house.browsers["aino"]
    browser.post(f"/workshops/{house.live.id}/groups", data={"name": "Yrityspalvelut"})
    group = Group.query.filter(Group.name == "Yrityspalvelut").one()

    browser.post(
        f"/workshops/{house.live.id}/places", data={f"group-{house.björn.id}": group.id, "group-p:x": group.id}
    )

    assert house.björn.group_id == group.id


def test_a_group_of_the_same_name_is_refused_beside_its_field(house: House):
    page = house.browsers["aino"].post(f"/workshops/{house.live.id}/groups", data={"name": "Luvat"})

    assert page.status_code == 400
    assert error_of(page.text, "name")


def test_the_last_lead_is_not_offered_to_be_removed(house: House):
    browser, path = house.browsers["aino"], f"/programmes/{house.programme.id}"
    of_one = browser.get(path).text
    erkki = next(each.user for each in house.programme.memberships if each.user.name == "Erkki")

    browser.post(f"{path}/members", data={"email": erkki.email, "role": "lead"})

    assert of_one.count('class="unseen"> Aino</span></button>') == 0
    assert of_one.count('class="unseen"> Erkki</span></button>') == 1
    assert browser.get(path).text.count('class="unseen"> Aino</span></button>') == 1
