"""Bringing what others made onto a board over HTTP: told first, done as one act, taken back as one."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from facilitator.live import rooms
from facilitator.live.limits import TURN
from facilitator.live.wishes import SYSTEM
from facilitator.planning import bringing
from tests.api.brought import artefact_of, breaks_off, notes, sent
from tests.api.case import Case
from tests.artefacts.strings import DATA
from tests.bringing.makers import inline, workbook
from tests.live.setting import note
from tests.makers import make_board


def bring(case: Case, body: dict[str, Any], who: str = "aino") -> Any:
    return case.ask(who, "post", f"/boards/{case.board.id}/bring", body)


def test_a_look_tells_what_would_come_and_does_nothing(case: Case):
    body = (DATA / "polis" / "15-per-hour-seattle.comments.csv").read_bytes()

    told = bring(case, sent(body, "comments.csv", kind="pain_point", do=False)).json

    assert (told["format"], told["found"], told["taken"], told["skipped"]) == ("csv", 54, 54, [])
    assert told["head"][told["columns"]["text"]] == "comment-body"
    assert told["texts"][0] == "Not sure I believe any of this..."
    assert notes(case.board.id) == {}


def test_rows_become_notes_of_the_kinds_and_places_that_they_name(case: Case):
    rows = (
        "Teksti;Laji;Paikka;Vakavuus\r\nJono;Kipupiste;Sijoittamatta;5\r\nHaku;;Kuu;\r\nMuu;Lintu;;\r\n;;;\r\n"
        f"{'x' * 2_001};;;\r\nSiirtyy;;;;;x\r\nPaha;Kipupiste;;99\r\n"
    )

    told = bring(case, sent(rows.encode("cp1252"), "laput.csv", kind="step")).json
    made = {note["text"]: note for note in notes(case.board.id).values()}

    assert (told["found"], told["taken"], told["notes"], told["links"]) == (6, 4, 4, 0)
    assert [(each["row"], each["code"]) for each in told["skipped"]] == [(7, "row.long"), (6, "text.too_long")]
    assert [(each["row"], each["code"]) for each in told["remarks"]] == [
        (3, "zone.other"),
        (4, "kind.other"),
        (8, "field.other"),
    ]
    assert {text: note["kind"] for text, note in made.items()} == {
        "Jono": "pain_point",
        "Haku": "step",
        "Muu": "step",
        "Paha": "pain_point",
    }
    assert made["Jono"]["fields"] == {"severity": 5}
    assert "fields" not in made["Paha"]
    assert [note["text"] for note in sorted(made.values(), key=lambda note: note["order"])] == list(made)


def test_the_same_act_is_done_once_and_taken_back_as_one(case: Case):
    act = str(uuid.uuid4())
    canvas = json.dumps(
        {
            "nodes": [{"id": key, "type": "text", "text": key, "x": 0, "y": 0} for key in "ab"],
            "edges": [{"fromNode": "a", "toNode": "b"}, {"fromNode": "a", "toNode": "zz"}],
        }
    ).encode()
    body = sent(canvas, "x.canvas", kind="step", act=act)

    first, again = bring(case, body), bring(case, body)
    there = notes(case.board.id)
    back = case.ask("aino", "delete", f"/boards/{case.board.id}/bring/{act}").json
    twice = case.ask("aino", "delete", f"/boards/{case.board.id}/bring/{act}").json

    assert (first.json["taken"], first.json["links"]) == (3, 1)
    assert [(each["row"], each["code"]) for each in first.json["skipped"]] == [(2, "link.dangling")]
    assert (again.status_code, again.json["code"]) == (409, "bring.done")
    assert len(there) == 2
    assert (back, twice) == ({"removed": 3}, {"removed": 0})
    assert notes(case.board.id) == {}


def test_half_a_sign_is_told_without_it(case: Case):
    body = b'{"nodes": [{"type": "file", "file": "a\\ud800"}, {"type": "x\\ud800", "text": "Jono"}], "edges": []}'

    told = bring(case, sent(body, "x.canvas", kind="step")).json

    assert (told["found"], told["taken"]) == (2, 1)
    assert [each["code"] for each in told["skipped"]] == ["text.invalid"]
    assert [each["code"] for each in told["remarks"]] == ["file.named", "node.unknown"]


def test_an_act_of_another_is_not_taken_back(case: Case):
    act = str(uuid.uuid4())
    bring(case, {"text": "- Jono\n- Haku", "act": act})

    refused = case.ask("bjorn", "delete", f"/boards/{case.board.id}/bring/{act}")

    assert refused.status_code == 403
    assert sorted(note["text"] for note in notes(case.board.id).values()) == ["Haku", "Jono"]


def test_a_workbook_is_read_in_a_process_of_its_own(case: Case):
    rows = f"<row r='1'>{inline('A1', 'Teksti')}</row><row r='2'>{inline('A2', '=1+1')}</row>"

    told = bring(case, sent(workbook(rows), "laput.xlsx", kind="step")).json

    assert (told["format"], told["taken"]) == ("xlsx", 1)
    assert [note["text"] for note in notes(case.board.id).values()] == ["=1+1"]


def test_a_process_that_ends_badly_leaves_the_board_as_it_was(case: Case, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("facilitator.hub.apart.bounds", lambda: (0.01, 1 << 30))

    refused = bring(case, sent(workbook(""), "laput.xlsx"))

    assert (refused.status_code, refused.json["code"]) == (503, "bring.failed")
    assert notes(case.board.id) == {}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"text": " "}, "file.empty"),
        ({"text": "a", "kind": "bird"}, "kind.unknown"),
        ({"text": "a", "zone": "zone:moon"}, "item.unknown"),
        ({"text": "a", "zone": "board"}, "item.unknown"),
        ({"content": "%%%"}, "invalid"),
        ({"text": "a\tb\nc\td", "columns": {"text": 7}}, "column.unknown"),
        ({"text": "a\tb\nc\td", "columns": {"text": -1}}, "invalid"),
        (sent(b"Teksti\n" + b"Jono\n" * 2_001, "x.csv"), "file.rows"),
        (sent(b'{"a": NaN}', "x.json"), "file.json"),
        (sent(b"{}", "x.json"), "file.unknown"),
        (sent(b"\xd0\xcf\x11\xe0", "x.xls"), "xlsx.locked"),
    ],
)
def test_what_cannot_be_brought_says_why_and_does_nothing(case: Case, body: dict[str, Any], code: str):
    refused = bring(case, body)

    assert (refused.status_code, refused.json["code"]) == (400, code)
    assert "%(" not in refused.json["message"]
    assert notes(case.board.id) == {}


def test_a_hundred_thousand_rows_get_a_clear_answer(case: Case):
    refused = bring(case, sent(b"Teksti\r\n" + b"Jono;1\r\n" * 100_000, "x.csv"))

    assert refused.json["code"] == "file.rows"
    assert "100000" in refused.json["message"]
    assert "2000" in refused.json["message"]


def test_two_thousand_notes_come_as_one_act(case: Case):
    told = bring(case, sent(b"Teksti\n" + b"".join(b"Jono %d\n" % at for at in range(2_000)), "x.csv")).json

    assert (told["found"], told["taken"]) == (2_000, 2_000)
    assert len(notes(case.board.id)) == 2_000


@pytest.mark.parametrize("method", ["service_path", "pain_grid"])
def test_our_own_json_comes_back_byte_for_byte(case: Case, method: str):
    board = make_board(case.workshop, method)
    for at, (zone, _) in enumerate(bringing.zones_of(board)):
        bring_to = {"text": f"Lappu {at}\nToinen {at}", "zone": zone, "kind": bringing.kinds_of(board)[0][0]}
        case.ask("aino", "post", f"/boards/{board.id}/bring", bring_to)
    first = artefact_of(board.id, method)
    copy = make_board(case.workshop, method)

    told = case.ask("aino", "post", f"/boards/{copy.id}/bring", sent(json.dumps(first).encode(), "artefact.json")).json
    second = artefact_of(copy.id, method)

    assert (told["taken"], told["skipped"]) == (told["found"], [])
    assert told["taken"] >= 2
    assert json.dumps(second["items"]) == json.dumps(first["items"])
    assert second["content_digest"] == first["content_digest"]


def table(count: int) -> bytes:
    return b"Teksti\n" + b"".join(b"Jono %d\n" % at for at in range(count))


def test_a_large_act_leaves_turns_for_others_and_is_taken_back_as_one(case: Case, monkeypatch: pytest.MonkeyPatch):
    """Between two slices somebody else's note is stored, and stays when the act is taken back."""
    act, others, slices = str(uuid.uuid4()), [], []
    submit = rooms.submit

    def counted(document: str, operations: Any, actor: Any) -> Any:
        slices.append(len(operations))
        answers = submit(document, operations, actor)
        if len(slices) == 2:
            others.extend(submit(document, [note("Kesken kaiken", kind="step")], SYSTEM))
        return answers

    monkeypatch.setattr(rooms, "submit", counted)
    told = bring(case, sent(table(120), "x.csv", act=act)).json
    back = case.ask("aino", "delete", f"/boards/{case.board.id}/bring/{act}").json

    assert (told["taken"], back) == (120, {"removed": 120})
    assert slices == [TURN, TURN, 20, TURN, TURN, 20]
    assert len(others) == 1
    assert [each["text"] for each in notes(case.board.id).values()] == ["Kesken kaiken"]


def test_an_act_that_broke_off_goes_on_where_it_was_and_no_other_file_goes_on_in_its_place(
    case: Case, monkeypatch: pytest.MonkeyPatch
):
    act = str(uuid.uuid4())
    breaks_off(monkeypatch, at=3)
    first = bring(case, sent(table(200), "x.csv", act=act))
    half = len(notes(case.board.id))
    case.ask("aino", "post", f"/boards/{case.board.id}/ops", [note("Välissä", kind="step")])
    other = bring(case, sent(table(200).replace(b"Jono", b"Muu"), "y.csv", act=act))
    again = bring(case, sent(table(200), "x.csv", act=act))
    third = bring(case, sent(table(200), "x.csv", act=act))

    assert (first.status_code, first.json["code"], half) == (503, "bring.part", 100)
    assert "100" in first.json["message"]
    assert (other.status_code, other.json["code"]) == (409, "bring.done")
    assert (again.json["found"], again.json["taken"], again.json["skipped"]) == (200, 200, [])
    assert (third.status_code, third.json["code"]) == (409, "bring.done")
    texts = [each["text"] for each in notes(case.board.id).values()]
    assert sorted(texts) == sorted(["Välissä", *(f"Jono {at}" for at in range(200))])


def test_our_own_file_that_broke_off_keeps_its_ids_and_its_order(case: Case, monkeypatch: pytest.MonkeyPatch):
    source, copy, act = make_board(case.workshop), make_board(case.workshop), str(uuid.uuid4())
    wishes = [note(f"Askel {at}", kind="step", zone="zone:apply/step", order=f"b{at:02}V") for at in range(70)]
    rooms.submit(source.id, wishes, SYSTEM)
    out = json.dumps(artefact_of(source.id, "service_path")).encode()
    breaks_off(monkeypatch, at=2)
    body = sent(out, "artefact.json", act=act)
    answers = [case.ask("aino", "post", f"/boards/{copy.id}/bring", body) for _ in range(2)]

    assert [each.status_code for each in answers] == [503, 200]
    assert answers[1].json["taken"] == 70
    first, second = (artefact_of(board.id, "service_path")["items"] for board in (source, copy))
    assert json.dumps(second) == json.dumps(first)
