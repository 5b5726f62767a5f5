"""Boards of ours brought over HTTP: their places and pictures come with the notes, and go with the act."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from typing import Any

import pytest
from sqlalchemy import select

from facilitator.artefacts.formats import FORMATS
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.live.wishes import SYSTEM
from facilitator.models import StoredPicture, User
from facilitator.planning import brought_pictures, projects
from facilitator.planning.closing import confirm_board
from facilitator.record.register import Register
from tests.api.brought import artefact_of, breaks_off, notes, sent, what_it_is, wish
from tests.api.case import Case
from tests.live.setting import note
from tests.makers import make_board, make_programme, make_project, make_workshop
from tests.pictures.made import SECRET, picture, with_secrets


def shaped_source(case: Case) -> Any:
    """A path with a phase of its own in which notes lie, one that was renamed and one that was taken away."""
    board = make_board(case.workshop)
    rooms.submit(
        board.id,
        [
            wish("zone.add", zone="zone:own", title="Muutto", axis="phase", after="zone:notice"),
            wish("zone.set", zone="zone:apply", fields={"title": "Haku"}),
            wish("zone.remove", zone="zone:wait"),
            *(note(f"Askel {at}", kind="step", zone="zone:own/step", order=f"b{at:02}V") for at in range(70)),
        ],
        SYSTEM,
    )
    return board


def places(board: str) -> dict[str, Any]:
    items = rooms.state(board).items
    return {key: item["title"] for key, item in items.items() if item.get("axis") == "phase"}


def test_places_come_with_the_notes_in_them_and_go_with_the_act(case: Case):
    source, copy, act = shaped_source(case), make_board(case.workshop), str(uuid.uuid4())
    out = artefact_of(source.id, "service_path")
    body, before = sent(json.dumps(out).encode(), "artefact.json", act=act), places(copy.id)

    look = case.ask("aino", "post", f"/boards/{copy.id}/bring", body | {"do": False}).json
    untouched = places(copy.id)
    told = case.ask("aino", "post", f"/boards/{copy.id}/bring", body).json
    brought = artefact_of(copy.id, "service_path")
    back = case.ask("aino", "delete", f"/boards/{copy.id}/bring/{act}").json

    assert untouched == before
    assert [each["code"] for each in look["places"]] == ["place.new", "place.named", "place.gone"]
    assert "Muutto" in look["places"][0]["message"]
    assert (told["places"], told["taken"], told["remarks"], told["skipped"]) == (look["places"], 70, [], [])
    assert brought["content_digest"] == out["content_digest"]
    assert back == {"removed": 70}
    assert places(copy.id) == before
    assert notes(copy.id) == {}


def test_taking_back_leaves_what_others_have_made_of_the_places(case: Case):
    source, copy, act = shaped_source(case), make_board(case.workshop), str(uuid.uuid4())
    out = json.dumps(artefact_of(source.id, "service_path")).encode()
    case.ask("aino", "post", f"/boards/{copy.id}/bring", sent(out, "artefact.json", act=act))
    theirs = [
        note("Muiden", kind="step", zone="zone:own/step"),
        wish("zone.set", zone="zone:apply", fields={"title": "Hakeminen"}),
    ]
    rooms.submit(copy.id, theirs, SYSTEM)

    case.ask("aino", "delete", f"/boards/{copy.id}/bring/{act}")

    there = places(copy.id)
    assert (there["zone:own"], there["zone:apply"]) == ("Muutto", "Hakeminen")
    assert "zone:wait" in there
    assert [each["text"] for each in notes(copy.id).values()] == ["Muiden"]


def test_an_act_with_places_that_broke_off_goes_on(case: Case, monkeypatch: pytest.MonkeyPatch):
    source, copy, act = shaped_source(case), make_board(case.workshop), str(uuid.uuid4())
    out = artefact_of(source.id, "service_path")
    breaks_off(monkeypatch, at=2)
    body = sent(json.dumps(out).encode(), "artefact.json", act=act)
    answers = [case.ask("aino", "post", f"/boards/{copy.id}/bring", body) for _ in range(2)]

    assert [each.status_code for each in answers] == [503, 200]
    assert answers[1].json["taken"] == 70
    assert artefact_of(copy.id, "service_path")["content_digest"] == out["content_digest"]


def tied_source(case: Case) -> tuple[str, str]:
    """A board with a note and a phase that came from an output of the project, and are known to its register."""
    board = make_board(case.workshop)
    rooms.submit(board.id, [note("Kela", kind="organisation") | {"note": "note:kela"}], SYSTEM)
    output = confirm_board(board, case.aino.id).id
    (entity,) = [each.id for each in Register(case.project.id).things() if each.name == "Kela"]
    came = {"artefact": output, "version": 1, "item": "note:kela"}
    wishes = [
        wish("note.tie", note="note:kela", fields={"entity": entity, "about": [entity], "from": came}),
        wish("zone.add", zone="zone:own", title="Muutto", axis="phase", after="zone:notice"),
        *(wish("zone.tie", zone=zone, fields={"entity": entity, "from": came}) for zone in ("zone:own", "zone:apply")),
        note("Pois", kind="step") | {"note": "note:pois"},
        wish("note.leave_out", note="note:pois", out=True),
    ]
    assert all(isinstance(each, dict) for each in rooms.submit(board.id, wishes, SYSTEM))
    return board.id, entity


def test_what_is_tied_to_the_project_comes_within_it_and_the_ties_of_places_go_with_the_act(case: Case):
    source, _entity = tied_source(case)
    copy, act = make_board(case.workshop), str(uuid.uuid4())
    out = artefact_of(source, "service_path")
    body = sent(json.dumps(out).encode(), "artefact.json", act=act)

    told = case.ask("aino", "post", f"/boards/{copy.id}/bring", body).json
    brought = artefact_of(copy.id, "service_path")
    case.ask("aino", "delete", f"/boards/{copy.id}/bring/{act}")
    after = rooms.state(copy.id).items

    assert (told["skipped"], told["remarks"]) == ([], [])
    assert what_it_is(brought) == what_it_is(out)
    assert out["left_out"] == 1
    assert {"entity", "from"} & after["zone:apply"].keys() == set()
    assert "left_out" not in after["board"]


def test_what_another_project_does_not_know_is_told_of_each(case: Case):
    source, _entity = tied_source(case)
    elsewhere = make_board(make_workshop(project=projects.create_project(case.programme, "Toinen")))

    body = sent(json.dumps(artefact_of(source, "service_path")).encode(), "artefact.json")
    told = case.ask("aino", "post", f"/boards/{elsewhere.id}/bring", body).json

    codes = sorted(each["code"] for each in told["remarks"])
    assert codes == ["own.from", "own.register", "zone.register", "zone.register"]
    assert not any(
        {"entity", "from", "about"} & item.keys()
        for key, item in rooms.state(elsewhere.id).items.items()
        if not key.startswith("link:")
    )


def zipped_with_pictures(case: Case, files: dict[str, bytes]) -> bytes:
    """Our own tables of a board whose note has a picture, in a file of this name."""
    board = make_board(case.workshop)
    told = {"id": "a" * 64, "width": 8, "height": 6, "description": "Kaksi tiskiä"}
    rooms.submit(board.id, [note(f"Jono {at}", kind="step", picture=told) for at in range(2)], SYSTEM)
    body = FORMATS["csv"].write(
        artefact_of(board.id, "service_path"), "fi", {told["id"]: ("image/jpeg", files.pop("picture"))}
    )
    with zipfile.ZipFile(made := io.BytesIO(body), "a") as archive:
        for name, more in files.items():
            archive.writestr(name, more)
    return made.getvalue()


def pictures_of(board: str) -> list[Any]:
    return [each.get("picture") for each in notes(board).values()]


def test_pictures_in_the_zip_come_with_their_notes_freed_of_what_a_camera_wrote(case: Case):
    copy = make_board(case.workshop)
    body = sent(zipped_with_pictures(case, {"picture": with_secrets()}), "taulu.zip")

    look = case.ask("aino", "post", f"/boards/{copy.id}/bring", body | {"do": False}).json
    told = case.ask("aino", "post", f"/boards/{copy.id}/bring", body).json

    there = pictures_of(copy.id)
    assert (look["pictures"], told["pictures"], told["remarks"]) == (2, 2, [])
    assert there[0] == there[1]
    assert there[0]["description"] == "Kaksi tiskiä"
    kept = db.session.get_one(StoredPicture, (copy.id, there[0]["id"]))
    assert SECRET not in kept.body + kept.small


def test_what_only_begins_like_a_picture_stays_behind_and_is_said(case: Case):
    copy = make_board(case.workshop)
    body = sent(zipped_with_pictures(case, {"picture": b"\xff\xd8\xff" + b"<script>" * 9}), "taulu.zip")

    told = case.ask("aino", "post", f"/boards/{copy.id}/bring", body).json

    assert (told["taken"], told["pictures"]) == (2, 0)
    assert [each["code"] for each in told["remarks"]] == ["own.picture", "own.picture"]
    assert pictures_of(copy.id) == [None, None]
    assert db.session.query(StoredPicture).filter_by(document_id=copy.id).count() == 0


def pictured_source(case: Case) -> tuple[str, dict[str, Any]]:
    """A board with a picture that Aino brought, described and laid under its place, and the picture."""
    source = make_board(case.workshop)
    headers = {"Authorization": f"Bearer {case.tokens['aino']}", "Content-Type": "image/jpeg"}
    path = f"/api/v1/boards/{source.id}/pictures"
    told = case.client.post(path, data=picture("JPEG"), headers=headers).json | {"description": "Kaksi tiskiä"}
    ground = wish("note.ground", note="note:kuva", ground=True)
    rooms.submit(source.id, [note("Jono", kind="step", picture=told) | {"note": "note:kuva"}, ground], SYSTEM)
    return source.id, told


@pytest.mark.parametrize(("name", "ending"), [("json", "json"), ("canvas", "canvas"), ("csv", "zip")])
def test_the_very_picture_that_lies_on_a_board_of_ones_own_is_used_as_it_is(
    case: Case, monkeypatch: pytest.MonkeyPatch, name: str, ending: str
):
    source, told = pictured_source(case)
    kept = db.session.get_one(StoredPicture, (source, told["id"]))
    out, copy = artefact_of(source, "service_path"), make_board(case.workshop)
    body = sent(FORMATS[name].write(out, "fi", {told["id"]: (kept.media_type, kept.body)}), f"taulu.{ending}")
    monkeypatch.setattr(brought_pictures, "bring_picture", None)  # nothing is painted anew

    look = case.ask("aino", "post", f"/boards/{copy.id}/bring", body | {"do": False}).json
    done = case.ask("aino", "post", f"/boards/{copy.id}/bring", body).json

    assert (look["pictures"], done["pictures"], look["remarks"], done["remarks"]) == (1, 1, [], [])
    assert pictures_of(copy.id) == [told]
    copied = db.session.get_one(StoredPicture, (copy.id, told["id"]))
    assert (copied.body, copied.small) == (kept.body, kept.small)
    if name == "json":
        assert what_it_is(artefact_of(copy.id, "service_path")) == what_it_is(out)


def test_whoever_only_knows_the_digest_of_a_picture_does_not_get_it(case: Case):
    """Chloé cannot open the board on which it lies; on Aino's it lies on what Björn writes in silence."""
    source, told = pictured_source(case)
    out = sent(json.dumps(artefact_of(source, "service_path")).encode(), "artefact.json")
    chloe = db.session.scalars(select(User).where(User.name == "Chloé")).one()
    hers = make_board(make_workshop(project=make_project(make_programme(chloe))))
    case.ask("aino", "post", f"/boards/{case.board.id}/ops", [wish("mode.set", mode="silent")])
    other = pictured_by_bjorn_in_silence(case)
    hidden = json.loads(json.dumps(artefact_of(source, "service_path")).replace(told["id"], other))

    strange = case.ask("chloe", "post", f"/boards/{hers.id}/bring", out).json
    private = case.ask(
        "aino", "post", f"/boards/{make_board(case.workshop).id}/bring", sent(json.dumps(hidden).encode(), "x.json")
    ).json

    for answer in (strange, private):
        assert (answer["taken"], answer["pictures"]) == (1, 0)
        assert [each["code"] for each in answer["remarks"]] == ["own.picture"]
    assert pictures_of(hers.id) == [None]


def pictured_by_bjorn_in_silence(case: Case) -> str:
    headers = {"Authorization": f"Bearer {case.tokens['bjorn']}", "Content-Type": "image/png"}
    told = case.client.post(f"/api/v1/boards/{case.board.id}/pictures", data=picture("PNG"), headers=headers).json
    case.ask("bjorn", "post", f"/boards/{case.board.id}/ops", [note("Oma", kind="step", picture=told)])
    return str(told["id"])
