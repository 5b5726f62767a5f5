"""Out and in again: what a board holds comes back onto an empty board of its method as the same bytes."""

from __future__ import annotations

import base64
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.artefacts import canonical
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.words import LANGUAGES
from facilitator.bringing import Brought, Unreadable, formats, own_tables
from tests.artefacts.strings import FORMULAS, MARKDOWN, naughty, notes
from tests.bringing.boards import Board, fresh
from tests.pictures.made import picture


def path() -> Board:
    """A service path with everything that a file of ours tells: fields, arrows with a state, themes, two languages."""
    board = fresh("service_path")
    pains = [
        {"zone": "zone:apply/pain", "order": "a5", "text": "Sama tieto kysytään kolmesti", "lang": "fi"},
        {"zone": "zone:apply/pain", "order": "a1", "text": "- Kön är lång\n- # **mycket**", "lang": "sv"},
        {"zone": "zone:wait/pain", "order": "a0", "text": "Jono", "fields": {"severity": 4, "evidence": "heard"}},
    ]
    adding = [{"type": "note.add", "note": f"note:{at}", "kind": "pain_point", **pain} for at, pain in enumerate(pains)]
    idea = {"type": "note.add", "note": "note:i", "kind": "idea", "text": "Yksi lomake", "order": "a0"}
    refused = board.does(
        *adding,
        {**idea, "zone": "zone:apply/idea"},
        {"type": "link.add", "link": "link:1", "from": "note:i", "to": "note:0", "kind": "solves", "label": "osin"},
        {"type": "link.add", "link": "link:2", "from": "note:i", "to": "note:2", "kind": "solves"},
        {"type": "link.set", "link": "link:2", "fields": {"state": "broken"}},
        {"type": "cluster.add", "cluster": "cluster:1", "title": "Odotus & *kysely*", "notes": ["note:2", "note:1"]},
        {"type": "cluster.add", "cluster": "cluster:2", "title": "Tyhjä", "notes": []},
    )
    assert refused == []
    return board


def rings() -> Board:
    board = fresh("stakeholder_onion")
    refused = board.does(
        *(
            {"type": "note.add", "note": f"note:{at}", "kind": "state", "text": f"Virasto {at}", **place}
            for at, place in enumerate(
                [
                    {"zone": "zone:core", "order": "a0", "angle": 900},
                    {"zone": "zone:core", "order": "a0", "angle": 3_599},
                    {"zone": "zone:direct", "order": "Zz"},
                    {"zone": "zone:unplaced", "order": "a0"},
                ]
            )
        )
    )
    assert refused == []
    return board


def plane() -> Board:
    board = fresh("pain_grid")
    refused = board.does(
        *(
            {"type": "note.add", "note": f"note:{at}", "kind": "pain_point", "text": f"Kipu {at}", "zone": "zone:grid"}
            | {"x": x, "y": y}
            for at, (x, y) in enumerate([(0, 0), (10_000, 10_000), (1_234, 9_876), (1_234, 9_876)])
        )
    )
    assert refused == []
    return board


def roles() -> Board:
    """A matrix whose method has words of its own for its columns and its rows."""
    board = fresh("role_matrix")
    done = {"type": "note.add", "kind": "accountable", "zone": "zone:task_2/accountable"}
    refused = board.does(
        {**done, "note": "note:0", "text": "PRH", "order": "a0", "lang": "fi"},
        {**done, "note": "note:1", "text": "Migri", "order": "a1", "lang": "fi"},
    )
    assert refused == []
    return board


BOARDS = {"path": path, "rings": rings, "plane": plane, "roles": roles}


def out(board: Board, name: str, language: str = "fi") -> bytes:
    return FORMATS[name].write(board.artefact(), language)


def read(body: bytes, name: str) -> Brought:
    found = formats.read(body, name)[1]
    assert isinstance(found, Brought)
    return found


@pytest.mark.parametrize("make", BOARDS.values(), ids=BOARDS)
def test_json_comes_back_as_the_same_bytes(make: Any):
    first, second = make(), fresh(make().key)

    brought = read(out(first, "json"), "x.json")

    assert second.bring(brought) == ([], [])
    assert (brought.skipped, brought.remarks) == ([], [])
    assert out(second, "json") == out(first, "json")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", BOARDS.values(), ids=BOARDS)
def test_json_canvas_comes_back_as_the_same_bytes(make: Any, language: str):
    first, second = make(), fresh(make().key)

    brought = read(out(first, "canvas", language), "x.canvas")

    assert second.bring(brought) == ([], [])
    assert (brought.skipped, brought.remarks) == ([], [])
    assert out(second, "canvas", language) == out(first, "canvas", language)
    assert canonical(second.artefact()["relations"]) == canonical(first.artefact()["relations"])
    assert canonical(second.artefact()["clusters"]) == canonical(first.artefact()["clusters"])


@given(st.lists(notes, min_size=1, max_size=6))
@settings(max_examples=30)
def test_whatever_people_wrote_comes_back_in_both(texts: list[str]):
    comes_back(texts)


def test_strings_that_break_programs_come_back_in_both():
    comes_back([*naughty(), *FORMULAS, *MARKDOWN])


def comes_back(texts: list[str]) -> None:
    first = fresh("blank_with_zones")
    adding = [
        {"type": "note.add", "note": f"note:{at}", "kind": "observation", "text": text, "zone": "zone:known"}
        | {"order": f"b{at // 62 % 62:02}{at % 62 or '1'}"[:3] + "1"}
        for at, text in enumerate(texts)
    ]
    assert first.does(*adding) == []
    for name, ending in (("json", "x.json"), ("canvas", "x.canvas")):
        second = fresh(first.key)

        assert second.bring(read(out(first, name), ending)) == ([], [])

        assert out(second, name) == out(first, name)
        said = {item["id"]: item["text"] for item in second.artefact()["items"]}
        assert said == {item["id"]: item["text"] for item in first.artefact()["items"]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", BOARDS.values(), ids=BOARDS)
def test_our_own_tables_come_back_whole(make: Any, language: str):
    first, second = make(), fresh(make().key)

    brought = read(out(first, "csv", language), "x.zip")

    assert second.bring(brought) == ([], [])
    assert (brought.skipped, brought.remarks) == ([], [])
    assert told(second) == told(first)


def told(board: Board) -> dict[str, Any]:
    """Of an artefact, what its tables say of the notes: all but the order of two in one place, and an angle."""
    found = board.artefact()
    for item in found["items"]:
        for name in ("order", "angle"):
            item["place"].pop(name, None)
    return {name: found[name] for name in ("items", "relations", "clusters")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_pictures_stay_behind_is_said_of_each_note_that_has_one(language: str):
    board = path()
    named = {"id": "a" * 64, "width": 8, "height": 6, "description": "Kaksi tiskiä"}
    assert board.does({"type": "note.picture", "note": "note:1", "picture": named}) == []
    pictures = {named["id"]: ("image/jpeg", b"picture")}

    tables = read(FORMATS["csv"].write(board.artefact(), language, pictures), "x.zip")
    whole = read(out(board, "json"), "x.json")

    assert [each.code for each in tables.remarks] == ["own.picture"]
    assert [(note.key, note.shows) for note in whole.notes if note.picture == named["id"]] == [
        ("note:1", "Kaksi tiskiä")
    ]
    for brought in (tables, whole):
        assert fresh(board.key).bring(brought) == ([], [])


@pytest.mark.parametrize(("at", "junk"), [(300, b"PK"), (2_000, b"\0\0\0\0"), (-30, b"xx")])
def test_a_zip_that_was_harmed_is_read_or_refused_by_name(at: int, junk: bytes):
    whole = out(path(), "csv")
    harmed = whole[:at] + junk + whole[at:][len(junk) :]

    with suppress(Unreadable):  # any other fault fails
        assert isinstance(formats.read(harmed, "x.zip")[1], Brought)


def test_a_zip_that_holds_too_much_is_given_up_while_it_comes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(own_tables, "MOST_UNPACKED", 1_000)

    with pytest.raises(Unreadable) as refused:
        formats.read(out(path(), "csv"), "x.zip")

    assert refused.value.code == "zip.large"


def test_pictures_that_the_zip_has_are_read_with_what_they_show():
    board = path()
    one, other = ({"id": each * 64, "width": 8, "height": 6} for each in "ab")
    refused = board.does(
        {"type": "note.picture", "note": "note:1", "picture": one | {"description": "Kaksi tiskiä"}},
        {"type": "note.picture", "note": "note:2", "picture": other},
    )
    pictures = {"a" * 64: ("image/jpeg", picture("JPEG")), "b" * 64: ("image/png", picture("PNG"))}
    second = fresh(board.key)

    brought = read(FORMATS["csv"].write(board.artefact(), "sv", pictures), "x.zip")
    kept = {name: {"id": name[9] * 64, "width": 8, "height": 6} for name in brought.pictures}

    assert (refused, brought.remarks) == ([], [])
    assert second.bring(brought, pictures=kept) == ([], [])
    assert told(second) == told(board)
    assert {base64.b64decode(each) for each in brought.pictures.values()} == {body for _, body in pictures.values()}
