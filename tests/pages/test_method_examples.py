"""The method editor: the worked example from the sample board, given notes, variants, arrows in no circle."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from facilitator import methods
from facilitator.engine import Actor
from facilitator.live import rooms
from facilitator.live.wishes import Refused
from facilitator.methods.schema import faults_of
from facilitator.planning import own_methods, programmes
from tests.makers import make_user
from tests.pages.house import House, sign_in
from tests.pages.method_editor import Editor, said, text_of


@pytest.fixture
def editor(house: House) -> Editor:
    return Editor(house, own_methods.copy_method(house.programme, "five_whys"))


def write(house: House, board_id: str, note: str, text: str) -> None:
    before = rooms.state(board_id).items[note]["text"]
    wish: dict[str, Any] = {"type": "note.write", "note": note, "was": before, "text": text}
    (answer,) = rooms.submit(board_id, [{"id": str(uuid.uuid4()), **wish}], Actor(house.aino.id, "facilitator"))
    assert not isinstance(answer, Refused), answer


def test_the_sample_board_becomes_the_worked_example(house: House, editor: Editor):
    begun = editor.see()
    board_id = editor.do("see").rsplit("/", 1)[1]
    write(house, board_id, "note:example-act", "Kokeillaan ohjetta kuukausi")

    editor.do("example")

    lacking = editor.see()
    assert "Ota esimerkkitaulun laput esimerkiksi" not in begun
    assert "Esimerkissä on nyt 9 lappua." in lacking
    number = next(n for n, each in enumerate(editor.draft()["example"]["notes"]) if each["key"] == "act")
    assert editor.draft()["example"]["notes"][number]["text"] == {"fi": "Kokeillaan ohjetta kuukausi"}
    assert f"/edit/example/notes/{number}" in lacking
    assert "puuttuu ruotsiksi, englanniksi" in lacking
    assert "<legend>Vastuutaho" in editor.see(f"/edit/example/notes/{number}")
    editor.do(
        f"edit/example/notes/{number}",
        **said("text", "Kokeillaan"),
        **said("fields__owner", "Johtaja"),
        edition=str(editor.own().edition),
    )
    assert faults_of(editor.draft()) == []
    assert editor.draft()["example"]["notes"][number]["fields"]["owner"]["sv"] == "Johtaja sv"


def test_without_a_sample_board_there_is_nothing_to_take(editor: Editor):
    answer = editor.send("example")

    assert answer.status_code == 400
    assert "Esimerkkitaululla ei ole lappua, jonka esimerkkiin voisi ottaa." in text_of(answer)


def test_the_texts_of_the_example_are_edited_and_it_can_go(editor: Editor):
    page = editor.see("/edit/example")
    editor.do("edit/example", **said("title", "Koe"), **said("question", "Miksi"), **said("ballot__title", "Ääni"))
    editor.do("parts/example/links/0", deed="remove", edition="2")

    changed = editor.draft()
    editor.do("parts/example", deed="remove", edition="3")

    links = methods.file_of("five_whys")["example"]["links"]
    assert " → " in page
    assert changed["example"]["title"] == {"fi": "Koe fi", "sv": "Koe sv", "en": "Koe en"}
    assert changed["example"]["links"] == links[1:]
    assert "example" not in editor.draft()
    assert editor.send("add/example/notes").status_code == 404


def test_a_given_note_lies_on_every_board(house: House, editor: Editor):
    editor.do("add/given", **said("text", "Yhteinen ongelma"), m__kind="problem", m__zone="zone:problem")
    wrong = editor.do("add/given", **said("text", "Syy"), m__kind="cause", m__zone="zone:problem")
    faulty = editor.see()
    editor.do("edit/given/1", **said("text", "Syy"), m__kind="cause", m__zone="zone:why_1")

    items = rooms.state(editor.do("see").rsplit("/", 1)[1]).items

    assert wrong == editor.page or wrong.endswith("/edit/given/1")
    assert "ei ole kohtaa zone:problem, joka ottaisi vastaan lapun lajin cause" in faulty
    assert (items["note:given-yhteinen_ongelma_en"]["text"], items["note:given-yhteinen_ongelma_en"]["fixed"]) == (
        "Yhteinen ongelma fi",
        True,
    )


def test_what_is_given_in_a_locked_place_only_a_lead_changes(house: House, editor: Editor):
    editor.do("edit/zones/0", **said("title", "Ongelma"), m__sort="flow", m__accepts=["problem"], m__fixed="y")
    bertta = make_user("Bertta")
    programmes.add_member(house.programme, bertta.email)
    browser = house.app.test_client()
    sign_in(browser, bertta)
    member = Editor(house, editor.own(), browser)

    refused = member.send("add/given", **said("text", "Oma"), m__kind="problem", m__zone="zone:problem")

    assert refused.status_code == 400
    assert "zone:problem" in text_of(refused)
    assert "given" not in editor.draft()


def test_variants_are_two_or_none(editor: Editor):
    editor.do("add/variants", **said("title", "Nyt"))
    one = editor.see()
    editor.do("add/variants", **said("title", "Sitten"))
    two = faults_of(editor.draft())
    editor.do("parts/variants/1", deed="remove", edition="3")
    editor.do("parts/variants/0", deed="remove", edition="4")

    assert "Mitä taulu voi kuvata</a>: näitä on liian vähän: vähintään 2" in one
    assert two == []
    assert "variants" not in editor.draft()


def test_a_kind_of_arrow_may_go_in_no_circle(editor: Editor):
    words = {**said("title", "Poistaa"), **said("sentence", "poistaa"), "m__from": ["action"], "m__to": ["cause"]}
    editor.do("edit/links/1", **words, m__acyclic="y")
    on = editor.draft()["links"][1]
    editor.do("edit/links/1", **words)

    assert on["acyclic"] is True
    assert "acyclic" not in editor.draft()["links"][1]


def test_a_derived_table_is_made_of_what_the_method_has(house: House, editor: Editor):
    asked = editor.see("/add/tables")
    words = said("title", "Kuka tekee")
    at = editor.do("add/tables", **words, m__entity="actions", m__rows="field:owner", m__columns="zone")
    page = editor.see(f"/{at.removeprefix(editor.page).removeprefix('/')}")

    assert "Kukin tiedon ”Vastuutaho” arvo" in asked
    assert "Kukin vaihe" not in asked, "only a matrix has phases"
    assert editor.draft()["tables"][-1] == {
        "key": "kuka_tekee_en",
        "title": {each: f"Kuka tekee {each}" for each in ("fi", "sv", "en")},
        "entity": "actions",
        "rows": {"by": "field", "field": "owner"},
        "columns": {"by": "zone"},
    }
    assert '<option selected value="field:owner">' in page
    editor.do("save", edition=str(editor.own().edition))

    number = len(editor.draft()["tables"]) - 1
    editor.do(
        f"edit/tables/{number}", **words, m__entity="causes", m__rows="field:owner", m__columns="zone", m__field="due"
    )
    lacking = editor.see()
    assert f"/edit/tables/{number}" in lacking
    assert "Johdetut taulukot › Kuka tekee" in lacking
    editor.do(f"parts/tables/{number}", deed="remove", edition=str(editor.own().edition))
    assert faults_of(editor.draft()) == []


def test_a_derived_table_is_seen_as_the_sample_board_gives_it(house: House):
    roles = Editor(house, own_methods.copy_method(house.programme, "role_matrix"))
    before = roles.see("/edit/tables/0")
    roles.do("see")
    after = roles.see("/edit/tables/0")
    draft = roles.draft()
    counted = {kind["key"] for kind in draft["kinds"] if kind["entity"] == "roles"}
    who = next(note["text"]["fi"] for note in draft["example"]["notes"] if note["kind"] in counted)
    words = {**said("title", "Kuka tekee"), "m__entity": "roles"}
    at = roles.do("edit/tables/0", **words, m__rows="kind", m__columns="phase", m__field="")
    turned = roles.see("/edit/tables/0")

    assert "Taulukko näkyy tässä, kun" in before
    assert "Taulukko näkyy tässä, kun" not in after
    assert f'<th scope="col">{who}</th>' in after
    assert at.endswith("/edit/tables/0"), "what was saved is seen at once"
    task = draft["example"]["names"][draft["phases"][0]["id"]]["fi"]
    assert f'<th scope="col">{task}</th>' in turned
    assert f'<th scope="col">{who}</th>' not in turned


def test_what_carried_things_become_is_told_where_such_places_can_be_added(house: House):
    path = Editor(house, own_methods.copy_method(house.programme, "service_path"))
    had = path.draft().get("carries")
    for _ in had or ():
        path.do("parts/carries/0", deed="remove", edition=str(path.own().edition))
    without = path.draft()
    asked = path.see("/add/carries")

    at = path.do("add/carries", m__type="stakeholder", m__as="lane")
    made, page = path.draft(), path.see()
    path.do(at.removeprefix(f"{path.page}/"), m__type="pain_point", m__as="phase")
    refused = path.send("add/carries", m__type="colour", m__as="lane")

    assert "carries" not in without
    assert '<option value="lane">' in asked
    assert '<option value="zone">' not in asked, "a path takes no more places"
    assert (made["carries"], faults_of(made)) == ([{"type": "stakeholder", "as": "lane"}], [])
    assert "Mitä tuoduista asioista tulee" in page
    assert "Sidosryhmät → kaistoja" in page
    assert path.draft()["carries"] == [{"type": "pain_point", "as": "phase"}]
    assert refused.status_code == 400
    path.do("add/carries", m__type="pain_point", m__as="lane")
    assert [where for where, _why in faults_of(path.draft())] == [("carries",)], "one thing becomes one of them"
    columns = Editor(house, own_methods.copy_method(house.programme, "pain_grid"))
    assert columns.draft()["adds"] == []
    assert "Mitä tuoduista asioista tulee" not in columns.see()


def test_people_may_be_let_name_kinds_in_columns(house: House):
    editor = Editor(house, own_methods.copy_method(house.programme, "lessons_four_columns"))
    editor.do("own-kinds", edition="1")
    lacking = editor.see()
    words = said("hint", "Yksi asia")
    many = editor.send("edit/own_kinds", **words, m__most="9", m__entity="omat")
    editor.do("edit/own_kinds", **words, m__most="3", m__entity="lessons")
    fields = editor.do("add/own_kinds/fields", **said("title", "Kuka"), m__type="stakeholders")
    before = editor.draft()["own_kinds"]
    editor.do("parts/own_kinds/looks/0", deed="down", edition=str(editor.own().edition))

    assert "Lajit, joita taululla nimetään" in lacking
    assert "puuttuu suomeksi, ruotsiksi, englanniksi" in lacking
    assert many.status_code == 400
    assert 'id="m-most-error"' in text_of(many)
    assert fields.endswith("/edit/own_kinds/fields/0")
    assert (before["most"], before["fields"][0]["type"]) == (3, "stakeholders")
    assert [each["tint"] for each in editor.draft()["own_kinds"]["looks"][:2]] == ["people", "channel"]
    assert "on jo tämä taulukko" in editor.see(), "of the table that lessons fill"
    editor.do("edit/own_kinds", **words, m__most="3", m__entity="omat")
    assert faults_of(editor.draft()) == []
    editor.do("parts/own_kinds", deed="remove", edition=str(editor.own().edition))
    assert "own_kinds" not in editor.draft()


def test_what_is_first_for_a_kind_of_workshop_comes_before_the_programmes_other_methods(house: House, editor: Editor):
    late = Editor(house, own_methods.copy_method(house.programme, "pilot_card"))
    draft = late.draft()
    texts = {
        f"m__{name}__{each}": text
        for name in ("title", "purpose", "fits_when", "does_not_fit_when", "question")
        for each, text in draft[name].items()
    }

    def order(kind: str) -> list[str]:
        found = [each["key"] for each in own_methods.offered(house.programme, kind)]
        return [key for key in found if key in (editor.own().board_key, late.own().board_key)]

    assert order("project") == [editor.own().board_key, late.own().board_key]
    late.do("edit", **texts, m__layout="columns", m__listed="", m__first_for=["project"])
    assert (late.draft()["first_for"], late.draft()["listed"]) == (["project"], draft["listed"])
    late.do("save", edition=str(late.own().edition))
    assert order("project") == [late.own().board_key, editor.own().board_key]
    assert order("application") == [editor.own().board_key, late.own().board_key]
    late.do("edit", **texts, m__layout="columns", m__listed="0")
    late.do("save", edition=str(late.own().edition))
    assert order("application") == [late.own().board_key, editor.own().board_key]


def test_what_waits_for_a_translation_is_no_stranger(editor: Editor):
    editor.do("add/given", m__text__fi="Muista asiakas", m__kind="problem", m__zone="zone:problem")

    assert "puuttuu ruotsiksi" in editor.see()
    assert "Poista, mikä ei sovi" not in editor.see()


def test_how_many_a_question_asks_for_may_be_left_empty(editor: Editor):
    at = editor.do("add/questions", **said("text", "Mitä?")).rpartition("/")[2]
    editor.do(f"add/questions/{at}/check", m__lead="kind")
    editor.do(f"edit/questions/{at}/check", m__kind="problem", m__min="")

    assert editor.draft()["questions"][int(at)]["check"] == {"kind": "problem"}
