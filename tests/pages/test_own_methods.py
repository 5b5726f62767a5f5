"""The method editor, without a script: from nothing to a board and its output; and what is said of what cannot be."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from facilitator.artefacts.schema import json_schema
from facilitator.engine import Actor
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.models import Board, OwnMethod, RecordedArtefact
from facilitator.planning import closing, own_methods, programmes
from tests.makers import make_user
from tests.methods.examples import duty_rota, words
from tests.pages.house import House, sign_in
from tests.pages.method_editor import Editor, said, text_of


@pytest.fixture
def editor(house: House) -> Editor:
    return Editor(house, own_methods.bring_method(house.programme, duty_rota(), is_lead=True))


def test_a_method_made_from_nothing_is_used_on_a_board_and_gives_an_output(house: House):
    editor = Editor(house)
    editor.begin("Vuorolista", "matrix")
    lacking = editor.see()
    texts = {
        name: value
        for part in ("title", "purpose", "fits_when", "does_not_fit_when", "question")
        for name, value in said(part, part).items()
    }
    editor.do("edit", **texts, m__layout="matrix", m__adds=["phase"])
    kind = editor.do("add/kinds", **said("title", "Duty"))
    assert kind.endswith("/edit/kinds/0")
    editor.do(
        "edit/kinds/0",
        **said("title", "Duty"),
        **said("plural", "Duties"),
        **said("hint", "One to a note"),
        m__tint="idea",
        m__icon="flag",
        m__entity="duties",
    )
    editor.do("add/kinds/0/fields", **said("title", "Urgency"), m__type="choice")
    for name in ("Now", "Later"):
        editor.do("add/kinds/0/fields/0/choices", **said("title", name))
    editor.do("add/phases", **said("title", "Morning"))
    editor.do("add/lanes", **said("title", "Who"))
    editor.do("edit/lanes/0", **said("title", "Who"), m__takes=["duty_en"])
    editor.do("add/links", **said("title", "Follows"))
    editor.do("edit/links/0", **said("title", "Follows"), **said("sentence", "follows"))
    editor.do("add/guide", **said("", "Write first"))
    editor.do("add/questions", **said("text", "Who does what?"))
    editor.do("add/questions/0/check", m__lead="field")
    editor.do("edit/questions/0/check", m__field="urgency_en", m__min="1", m__of="", m__kind="")

    saved = editor.do("save", edition=str(editor.own().edition))
    board = house.browsers["aino"].post(
        f"/workshops/{house.live.id}/boards",
        data={"title": "Vuorot", "method_key": editor.own().board_key, "group": "", "shaped_by": "facilitator"},
    )

    assert "puuttuu ruotsiksi" in lacking
    assert "Vaihe vaiheelta" in lacking
    assert saved == editor.page
    assert board.status_code == 302, text_of(board)
    made = Board.query.filter_by(method_key=editor.own().board_key).one()
    body = output_of(house, made)
    Draft202012Validator(json_schema(), format_checker=FormatChecker()).validate(body)
    assert [(each["text"], each["entity"], each["fields"]["urgency_en"]) for each in body["items"]] == [
        ("Kela hoitaa", "duties", "now_en")
    ]
    assert [each["answered"] for each in body["questions"]] == [True]


def output_of(house: House, board: Board) -> dict[str, Any]:
    note = {
        "type": "note.add",
        "kind": "duty_en",
        "text": "Kela hoitaa",
        "zone": "zone:morning_en/who_en",
        "order": "a0",
    }
    note |= {"id": "6f2c1f9e-7a1b-4a55-9d2a-0d6b7a4f1c11", "note": "note:3b0c1f9e-7a1b-4a55-9d2a-0d6b7a4f1c12"}
    filled = {"id": "6f2c1f9e-7a1b-4a55-9d2a-0d6b7a4f1c13", "type": "note.set", "note": note["note"]}
    answers = rooms.submit(
        board.id, [note, filled | {"fields": {"urgency_en": "now_en"}}], Actor(house.aino.id, "facilitator")
    )
    assert all(isinstance(each, dict) for each in answers), answers
    kept = closing.confirm_board(board, house.aino.id)
    return json.loads(db.session.get(RecordedArtefact, kept.id).body)


def test_what_is_missing_is_told_by_place_and_in_which_language(house: House):
    editor = Editor(house)
    editor.begin("Vuorolista", "matrix")
    refused = editor.send("save", edition="1")
    swedish = text_of(editor.browser.get(editor.page, headers={"Accept-Language": "sv"}))

    page = text_of(refused)
    assert refused.status_code == 400
    assert "puuttuu ruotsiksi, englanniksi" in page
    assert f'href="{editor.page}#kinds">Lappujen lajit</a>: näitä on liian vähän: vähintään 1' in page
    assert "saknas på svenska" in swedish
    assert own_methods.versions_of(editor.own()) == []


@pytest.mark.parametrize(
    ("path", "field", "typed", "sentence"),
    [
        ("edit", "m-title-fi", "x" * 100_000, "tämä on liian pitkä: enintään 200"),
        ("edit", "m-title-fi", "Vuoro\x07t", "ohjausmerkki"),
        ("edit", "m-layout", "circle", "Valitse"),
        ("edit/kinds/0", "m-entity", "Taulu; DROP TABLE", "avaimessa on pieniä kirjaimia"),
        ("edit/kinds/0", "m-icon", "<script>", "kuvakkeen nimessä on pieniä kirjaimia"),
        ("edit/lanes/0", "m-takes", "nobody", "Valitse"),
        ("add/kinds", "m-title-fi", "ä" * 100_000, "tämä on liian pitkä: enintään 200"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_stays_typed(
    editor: Editor, path: str, field: str, typed: str, sentence: str
):
    before = editor.draft()
    sent = filled(editor, path) | {field: typed}

    answer = editor.browser.post(f"{editor.page}/{path}", data=sent)

    page = text_of(answer)
    assert answer.status_code == 400
    assert sentence in page
    assert typed in page or field in ("m-layout", "m-takes")
    assert "<script>" not in answer.get_data(as_text=True).partition("<main")[2], "as text alone"
    assert editor.draft() == before


def filled(editor: Editor, path: str) -> dict[str, str]:
    """What the page's form holds, as a browser would send it."""
    page = editor.see(f"/{path}").partition("<main")[2]
    inputs = [dict(re.findall(r'([\w-]+)="([^"]*)"', each)) for each in re.findall(r"<input ([^>]*)>", page)]
    fields = {each["name"]: each.get("value", "") for each in inputs if each.get("type") == "text"}
    fields |= {name: text.strip() for name, text in re.findall(r'<textarea[^>]* name="([\w-]+)"[^>]*>([^<]*)<', page)}
    for name, options in re.findall(r'<select[^>]* name="([\w-]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        fields[name] = (re.findall(r'selected value="([^"]*)"', options) or re.findall(r'value="([^"]*)"', options))[0]
    return fields


def test_html_and_odd_words_are_words(editor: Editor):
    editor.do("add/kinds", m__title__fi="<img src=x onerror=alert(1)> Ääkköset")
    page = editor.browser.get(editor.page).get_data(as_text=True)

    assert editor.draft()["kinds"][-1]["key"] == "img_src_x_onerror_alert_1_aakkoset"
    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_an_address_of_nothing_is_nothing(editor: Editor):
    for path in (
        "edit/kinds/9",
        "edit/kinds",
        "edit/kinds/0/key",
        "edit/title",
        "edit/zzz/0",
        "edit/kinds/0/fields/0",
        "edit/kinds/999999999999",
        "edit/" + "/".join(["questions", "0", "check"] * 30),
        "add/title",
        "add/kinds/0",
    ):
        assert editor.browser.get(f"{editor.page}/{path}").status_code == 404, path
    assert editor.send("parts/kinds/0", deed="explode").status_code == 404


def test_parts_move_and_go_and_take_their_names_with_them(editor: Editor):
    moved = editor.do("parts/kinds/0", deed="down", edition="1")
    after_move = [kind["key"] for kind in editor.draft()["kinds"]]
    editor.do("parts/kinds/1", deed="remove", edition="2")

    assert moved.endswith("?moved=kinds-1#kinds")
    assert after_move == ["rule", "party"]
    draft = editor.draft()
    assert [kind["key"] for kind in draft["kinds"]] == ["rule"]
    assert [lane["takes"] for lane in draft["lanes"]] == [[], ["rule"]]
    assert "from" not in draft["links"][0]
    assert [field["key"] for field in draft["fields"]] == ["details"]


def test_who_began_from_an_older_draft_keeps_what_was_typed_and_hears_so(editor: Editor):
    form = filled(editor, "edit/kinds/0")
    first = editor.browser.post(f"{editor.page}/edit/kinds/0", data={**form, "m-title-fi": "Toinen", "edition": "1"})
    second = editor.browser.post(f"{editor.page}/edit/kinds/0", data={**form, "m-title-fi": "Kolmas", "edition": "1"})

    assert (first.status_code, second.status_code) == (302, 400)
    assert "Joku muu on muuttanut" in text_of(second)
    assert 'value="Kolmas"' in text_of(second)
    assert editor.draft()["kinds"][0]["title"]["fi"] == "Toinen"


def test_only_a_lead_locks_a_place_or_changes_a_locked_one(house: House, editor: Editor):
    form = filled(editor, "edit/lanes/0") | {"m-takes": "party"}
    locked = editor.browser.post(f"{editor.page}/edit/lanes/0", data={**form, "m-fixed": "y", "edition": "1"})
    erkki = make_user("Erkki")
    programmes.add_member(house.programme, erkki.email)
    browser = house.app.test_client()
    sign_in(browser, erkki)
    mine = Editor(house, editor.own(), browser)

    renamed = mine.browser.post(f"{mine.page}/edit/lanes/0", data={**form, "m-title-fi": "Muu", "edition": "2"})
    removed = mine.send("parts/lanes/0", deed="remove", edition="2")
    beside = mine.browser.post(f"{mine.page}/edit/kinds/0", data={**filled(mine, "edit/kinds/0"), "edition": "2"})

    assert (locked.status_code, renamed.status_code, removed.status_code, beside.status_code) == (302, 400, 400, 302)
    assert "vastuuhenkilö on lukinnut tämän: zone:who" in text_of(renamed)
    assert "m-fixed" not in mine.see("/edit/lanes/0")
    assert editor.draft()["lanes"][0]["fixed"] is True


def test_a_file_is_looked_at_before_it_is_taken_and_is_the_same_bytes_out(house: House, editor: Editor):
    out = editor.browser.get(f"{editor.page}/versions/1.json")
    other = programmes.create_programme(house.aino, "Toinen")
    where = f"/programmes/{other.id}/methods"

    looked = editor.browser.post(f"{where}/bring", data={"file": (io.BytesIO(out.data), "x.json"), "deed": "look"})
    before = OwnMethod.query.filter_by(programme_id=other.id).count()
    kept = re.search(r'name="kept" type="hidden" value="([^"]+)"', text_of(looked))
    taken = editor.browser.post(f"{where}/bring", data={"kept": kept[1], "deed": "bring"})

    assert out.headers["Content-Disposition"] == 'attachment; filename="duty_rota.json"'
    assert "Duty rota suomeksi" in text_of(looked)
    assert before == 0
    assert editor.browser.get(f"{taken.headers['Location']}/versions/1.json").data == out.data


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"{", "tämä ei ole kelvollista JSONia"),
        (b"\xff\xfe", "tämä ei ole kelvollista JSONia"),
        (b"[" * 50_000, "liikaa sisäkkäisiä tasoja"),
        (b'{"key": "x", "key": "y"}', "key is there twice"),
        (json.dumps(duty_rota() | {"colour": "red"}).encode(), "colour</b>: menetelmässä ei ole tämän nimistä kohtaa"),
        (
            json.dumps(
                duty_rota() | {"questions": [{"key": "a", "text": words("A"), "check": {"zone": "zone:none"}}]}
            ).encode(),
            "questions.0.check.zone</span>: kohtaa zone:none ei ole",
        ),
        (b"", "tämä ei ole kelvollista JSONia"),
    ],
)
def test_a_faulty_file_is_told_where_and_why_and_nothing_is_kept(house: House, body: bytes, sentence: str):
    editor = Editor(house)
    before = OwnMethod.query.count()

    answer = editor.browser.post(f"{editor.list}/bring", data={"file": (io.BytesIO(body), "x.json"), "deed": "bring"})

    assert answer.status_code == 400
    assert sentence in text_of(answer)
    assert OwnMethod.query.count() == before


def test_a_copy_can_be_seen_as_it_is_being_written(house: House, editor: Editor):
    copied = editor.browser.post("/methods/five_whys/copy", data={"programme": house.programme.id})
    editor.page = copied.headers["Location"]
    editor.do("parts/kinds/2", deed="remove", edition="1")
    editor.do("parts/zones/6", deed="remove", edition="2")
    editor.do("add/questions/2/check", m__lead="asked")
    for question in (3, 4):
        editor.do(f"add/questions/{question}/check", m__lead="asked")
    faulty = editor.send("see")
    editor.do("fit")

    seen = editor.send("see")

    assert faulty.status_code == 400
    assert "Poista, mikä ei sovi" in text_of(faulty)
    assert seen.status_code == 302, text_of(seen)
    items = rooms.state(seen.headers["Location"].rsplit("/", 1)[1]).items
    assert any(item_id.startswith("note:example-") for item_id in items)
    assert {items["board"]["method"]["key"]} == {editor.own().trial_key}
