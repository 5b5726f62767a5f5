"""Pictures over HTTP: brought by those who may add a note, shown to those who see it, gone with what was erased."""

from __future__ import annotations

import base64
import io
import zipfile
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from facilitator.artefacts.formats import FORMATS
from facilitator.errors import Conflict
from facilitator.extensions import db
from facilitator.models import Board, StoredPicture
from facilitator.models.base import now
from facilitator.pictures import MOST_BYTES
from facilitator.planning.closing import close_workshop, confirm_board, finish_workshop
from facilitator.planning.pictures import forget_unused
from facilitator.record import file_of, read
from facilitator.upkeep.pictures import check_pictures
from tests.live.setting import Caller, Setting, make_setting, note, op
from tests.pictures.made import SECRET, opened, picture, with_secrets


@pytest.fixture
def setting(app: Flask) -> Setting:
    return make_setting("pain_grid")


def bring(client: FlaskClient, caller: Caller, setting: Setting, sent: bytes):
    headers = {**caller.headers, "Content-Type": "image/jpeg"}
    return client.post(f"/api/v1/boards/{setting.board}/pictures", data=sent, headers=headers)


def show(client: FlaskClient, caller: Caller, setting: Setting, picture_id: str, size: str = ""):
    return client.get(f"/api/v1/boards/{setting.board}/pictures/{picture_id}{size}", headers=caller.headers)


def brought(client: FlaskClient, caller: Caller, setting: Setting, sent: bytes | None = None) -> dict:
    answer = bring(client, caller, setting, sent or picture())
    assert answer.status_code == 201, answer.text
    return answer.get_json()


def test_a_picture_lies_on_a_note_and_is_shown_without_what_a_camera_wrote(client, setting, aino, bjorn):
    told = brought(client, bjorn, setting, with_secrets())
    bjorn.send(written := note("Seinä", kind="pain_point", picture=told))

    answers = [show(client, aino, setting, told["id"], size) for size in ("", "?size=small")]

    assert aino.items()[written["note"]]["picture"] == told
    for answer in answers:
        assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")
        assert SECRET not in answer.data
        assert opened(answer.data).size == (80, 120)
        headers = answer.headers
        assert headers["Cache-Control"] == "private, max-age=86400, immutable"
        assert headers["Content-Disposition"].startswith("inline; filename=")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in headers["Content-Security-Policy"]


def test_the_same_picture_twice_is_one(client, setting, bjorn):
    assert brought(client, bjorn, setting) == brought(client, bjorn, setting)
    assert len(db.session.scalars(select(StoredPicture.id)).all()) == 1


def test_a_private_note_s_picture_is_private(client, setting, aino, bjorn):
    aino.send(op("mode.set", mode="silent"))
    told = brought(client, bjorn, setting)
    bjorn.send(note("Salassa", kind="pain_point", picture=told))

    answers = [show(client, caller, setting, told["id"]).status_code for caller in (bjorn, aino)]
    aino.send(op("mode.set", mode="open"))

    assert answers == [200, 404]
    assert show(client, aino, setting, told["id"]).status_code == 200


def test_a_picture_on_no_note_is_nobody_s(client, setting, aino, bjorn):
    told = brought(client, bjorn, setting)

    assert [show(client, each, setting, told["id"]).status_code for each in (aino, bjorn)] == [404, 404]
    assert show(client, aino, setting, "f" * 64).status_code == 404


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"", 400, "picture.unknown"),
        (b"<svg></svg>", 400, "picture.unknown"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", 400, "picture.heic"),
        (picture()[:300], 400, "picture.broken"),
        (b"\xff\xd8" + b"\0" * MOST_BYTES, 413, "picture.too_heavy"),
    ],
    ids=["nothing", "svg", "heic", "broken", "heavy"],
)
def test_what_cannot_be_taken_is_refused_with_a_sentence(client, setting, bjorn, sent, status, code):
    answer = bring(client, bjorn, setting, sent)

    assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    assert len(answer.get_json()["message"]) > 20
    assert db.session.scalars(select(StoredPicture.id)).all() == []


def test_who_may_add_no_note_brings_no_picture(client, setting, aino, bjorn):
    chloe = Caller(client, setting, setting.chloe)
    aino.send(op("mode.set", mode="look"))

    answers = [bring(client, caller, setting, picture()) for caller in (bjorn, chloe)]

    assert [answer.status_code for answer in answers] == [409, 404]
    assert answers[0].get_json()["code"] == "mode.look"


def test_erasing_a_note_erases_its_picture_unless_another_note_has_it(client, setting, aino, bjorn):
    told, other = brought(client, bjorn, setting), brought(client, bjorn, setting, picture("PNG"))
    first, copy = note("a", kind="pain_point", picture=told), note("b", kind="pain_point", picture=other, order="a1")
    third = note("c", kind="pain_point", picture=other, order="a2")
    bjorn.send(first, copy, third)

    for each in (first, copy):
        address = f"/api/v1/boards/{setting.board}/notes/{each['note']}/erase"
        assert client.post(address, headers=aino.headers).status_code == 204

    assert db.session.scalars(select(StoredPicture.id)).all() == [other["id"]]
    assert "picture" not in aino.items()[first["note"]]
    assert told["id"] not in aino.get("state").text + aino.get("events").text + aino.get("acts").text
    assert show(client, bjorn, setting, other["id"]).status_code == 200


def test_what_was_brought_and_never_put_on_a_note_goes_after_a_day(client, setting, bjorn):
    used, unused = brought(client, bjorn, setting), brought(client, bjorn, setting, picture("PNG"))
    bjorn.send(written := note("a", kind="pain_point", picture=used))
    bjorn.send(op("note.picture", note=written["note"], picture=None))

    soon, later = forget_unused(now()), forget_unused(now() + timedelta(days=1, minutes=1))

    assert (soon, later) == (0, 1)
    assert db.session.scalars(select(StoredPicture.id)).all() == [used["id"]]
    assert unused["id"] != used["id"]


def test_an_output_names_its_pictures_and_its_files_bring_them(client, setting, aino, bjorn):
    told = brought(client, bjorn, setting)
    picture_in = {**told, "description": "Kaksi tiskiä"}
    bjorn.send(note("Seinä", kind="pain_point", picture=picture_in))
    saved = confirm_board(db.session.get_one(Board, setting.board), setting.aino)

    files = {name: file_of(saved, name, "fi") for name in FORMATS}

    (item,) = read(saved)["items"]
    assert item["picture"] == picture_in
    assert told["id"].encode() in files["json"]
    assert "Kaksi tiskiä" in files["markdown"].decode()
    small = show(client, bjorn, setting, told["id"], "?size=small").data
    assert f"data:image/jpeg;base64,{base64.b64encode(small).decode()}" in files["html"].decode()
    assert "Kaksi tiskiä" in files["html"].decode()
    with zipfile.ZipFile(io.BytesIO(files["csv"])) as folder:
        (name,) = (each for each in folder.namelist() if each.startswith("pictures/"))
        assert folder.read(name) == show(client, bjorn, setting, told["id"]).data
        assert name in folder.read("pain_points.csv").decode()


def test_an_erased_picture_is_in_no_output(client, setting, aino, bjorn):
    told = brought(client, bjorn, setting)
    bjorn.send(written := note("Seinä", kind="pain_point", picture={**told, "description": "Kaksi tiskiä"}))
    saved = confirm_board(db.session.get_one(Board, setting.board), setting.aino)

    client.post(f"/api/v1/boards/{setting.board}/notes/{written['note']}/erase", headers=aino.headers)

    db.session.refresh(saved)
    assert "picture" not in read(saved)["items"][0]
    assert b"data:image" not in file_of(saved, "html", "fi")
    assert "Kaksi tiskiä" not in file_of(saved, "html", "fi").decode()


def test_a_confirmation_names_the_pictures_that_nobody_has_described(client, setting, aino, bjorn):
    told = brought(client, bjorn, setting)
    bjorn.send(written := note("Seinä", kind="pain_point", picture=told))
    address = f"/api/v1/boards/{setting.board}/artefacts"

    refused = client.post(address, headers=aino.headers)
    bjorn.send(op("note.picture", note=written["note"], picture={**told, "description": "Kaksi tiskiä"}))
    taken = client.post(address, headers=aino.headers)

    assert (refused.status_code, refused.get_json()["code"]) == (409, "picture.undescribed")
    assert "”Seinä”" in refused.get_json()["message"]
    assert taken.status_code == 200


def test_what_a_closing_takes_waits_for_no_description(client, setting, aino, bjorn):
    bjorn.send(note("Seinä", kind="pain_point", picture=brought(client, bjorn, setting)))

    (saved,) = close_workshop(setting.workshop, setting.aino)

    assert read(saved)["items"][0]["picture"]["description"] is None
    with pytest.raises(Conflict, match=r"picture\.undescribed"):
        finish_workshop(setting.workshop, setting.aino)


def test_verifying_finds_a_picture_that_is_not_what_it_is_called_after(client, setting, bjorn):
    brought(client, bjorn, setting)
    with db.engine.connect() as connection:
        assert [check.faults for check in check_pictures(connection)] == [[]]

    db.session.execute(update(StoredPicture).values(body=b"x"))
    db.session.commit()

    with db.engine.connect() as connection:
        (check,) = check_pictures(connection)
    assert [fault.code for fault in check.faults] == ["picture.digest"]
