"""*Poista sisältö pysyvästi*: the words are nowhere afterwards, and everything else is where it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text

from facilitator.artefacts.formats import FORMATS
from facilitator.engine import Actor
from facilitator.extensions import db
from facilitator.live import rooms
from facilitator.live.keeping import Keeper
from facilitator.models import Board, RecordedArtefact, StoredState
from facilitator.planning.closing import confirm_board
from facilitator.record import read
from tests.live.seated import Seated, until
from tests.live.setting import Caller, Setting, make_setting, note, op

CANARY, SECOND, QUOTE = "kanarialintu", "toinenlintu", "lintulause"
REMOVED = "Sisältö poistettu"


@pytest.fixture
def setting(app: Flask) -> Setting:
    return make_setting("pain_grid")


def erase(client: FlaskClient, caller: Caller, setting: Setting, note_id: str) -> int:
    address = f"/api/v1/boards/{setting.board}/notes/{note_id}/erase"
    return client.post(address, headers=caller.headers).status_code


def rows() -> str:
    """Every row of every table, as it is now."""
    db.session.rollback()
    return "".join(str(db.session.execute(table.select()).all()) for table in db.metadata.sorted_tables)


def files(app: Flask) -> bytes:
    """The database as it lies on the disk, its journal too."""
    folder = Path(str(db.engine.url.database)).parent
    return b"".join(each.read_bytes() for each in sorted(folder.glob("*")) if each.is_file())


def unpacked(made: bytes) -> bytes:
    """What a file holds, one that is packed too."""
    if not made.startswith(b"PK"):
        return made
    with zipfile.ZipFile(io.BytesIO(made)) as folder:
        return b"".join(folder.read(name) for name in folder.namelist())


def exports(board_id: str) -> str:
    """All that can be downloaded of what is in the record."""
    artefacts = [read(saved) for saved in db.session.query(RecordedArtefact).filter_by(board_id=board_id)]
    return "".join(
        unpacked(FORMATS[name].write(each, language)).decode()
        for each in artefacts
        for name in FORMATS
        for language in ("fi", "sv", "en")
    )


def work(setting: Setting, aino: Caller, bjorn: Caller) -> str:
    """A note with a text, another before it, an alternative and a field in words; voted first, quoted, confirmed."""
    written = note(CANARY, kind="pain_point", fields={"severity": 5, "frequency": 5, "quote": QUOTE}, lang="fi")
    name = written["note"]
    bjorn.send(written, op("note.write", note=name, was=CANARY, text=f"{CANARY} {SECOND}"))
    aino.send(op("note.write", note=name, was=CANARY, text=f"{CANARY} laulaa"))
    aino.send(op("ballot.open", ballot="ballot:1", title="Mikä?", each=1, per_note=1, over="notes"))
    aino.send(op("vote.cast", vote="vote:1", ballot="ballot:1", note=name), op("ballot.close", ballot="ballot:1"))
    bjorn.send(note("muu lappu", order="a1"))
    confirm_board(db.session.get_one(Board, setting.board), setting.aino)
    return str(name)


def test_the_words_are_nowhere_any_more(app, client, setting, aino, bjorn):
    name = work(setting, aino, bjorn)
    before = aino.get("state").get_json()
    room = rooms.room_of(setting.board)
    Keeper(setting.board, app.extensions["live"].workings, 0).keep(room.epoch, room.state)
    assert CANARY in rows()
    assert CANARY in db.session.scalars(select(StoredState.body)).one()
    assert all(word in exports(setting.board) for word in (CANARY, SECOND, QUOTE))

    assert erase(client, aino, setting, name) == 204

    after = aino.get("state").get_json()
    told = [caller.get(what).text for caller in (aino, bjorn) for what in ("state", "events", "removed")]
    everywhere = rows() + "".join(told) + aino.get("acts").text + exports(setting.board)
    assert [word for word in (CANARY, SECOND, QUOTE) if word in everywhere] == []
    assert [word for word in (CANARY, SECOND, QUOTE) if word.encode() in files(app)] == []
    assert (after["epoch"] != before["epoch"], after["seq"]) == (True, before["seq"] + 1)
    assert after["epoch"][:16] == before["epoch"][:16], "what others have written and not sent would be held back"
    left = aino.items()[name]
    assert (left["text"], left["erased"], left["fields"]) == (REMOVED, True, {"severity": 5, "frequency": 5})
    assert "alternatives" not in left
    assert REMOVED in exports(setting.board)
    assert "muu lappu" in exports(setting.board)


def test_an_artefact_in_the_record_fits_its_digests_again(app, client, setting, aino, bjorn):
    name = work(setting, aino, bjorn)

    erase(client, aino, setting, name)

    (saved,) = db.session.query(RecordedArtefact).all()
    artefact = read(saved)
    assert (saved.digest, saved.content_digest) == (artefact["digest"], artefact["content_digest"])
    again = confirm_board(db.session.get_one(Board, setting.board), setting.aino)
    assert again.id == saved.id  # the board and the record still hold the same


def test_the_log_leads_to_the_state_and_no_words_come_back(app, client, setting, aino, bjorn):
    name = work(setting, aino, bjorn)
    erase(client, aino, setting, name)

    refused = bjorn.send(
        op("note.write", note=name, was=CANARY, text=f"{CANARY}!"), op("note.set", note=name, fields={"severity": 1})
    )["refused"]
    bjorn.send(op("note.move", note=name, zone="zone:unplaced", order="a4"), op("note.remove", note=name))
    bjorn.send(op("note.restore", note=name))

    assert [each["code"] for each in refused] == ["note.erased", "note.erased"]
    assert CANARY not in rows()
    held = rooms.state(setting.board).items
    app.extensions["live"].rooms.close()
    assert rooms.state(setting.board).items == held
    assert held[name]["erased"] is True


def test_a_removed_note_is_emptied_too_and_stays_so_when_it_returns(app, client, setting, aino, bjorn):
    name = work(setting, aino, bjorn)
    bjorn.send(op("note.remove", note=name))

    assert erase(client, aino, setting, name) == 204

    assert CANARY not in rows() + aino.get("removed").text + aino.get("acts").text
    aino.send(op("note.restore", note=name))
    assert (aino.items()[name]["text"], aino.items()[name]["erased"]) == (REMOVED, True)


def test_erasing_twice_is_the_same_as_once_and_a_retry_gets_its_event(app, client, setting, aino, bjorn):
    written = note(CANARY)
    bjorn.send(written)
    erase(client, aino, setting, written["note"])
    before = aino.get("state").get_json()

    assert erase(client, aino, setting, written["note"]) == 204

    assert aino.get("state").get_json() == before
    (event,) = bjorn.send(written)["events"]
    assert event["changes"][0]["set"]["text"] == REMOVED


def test_what_was_said_about_a_note_goes_with_it_also_from_the_record(app, client, setting, aino, bjorn):
    written, other = note(CANARY), note("muu lappu", order="a1")
    bjorn.send(written, other)
    bjorn.send(
        op("comment.add", comment="comment:1", on=written["note"], text=SECOND),
        op("comment.add", comment="comment:2", on="comment:1", text=QUOTE),
        op("comment.add", comment="comment:3", on=other["note"], text="jää"),
    )
    confirm_board(db.session.get_one(Board, setting.board), setting.aino)
    assert all(word in exports(setting.board) for word in (CANARY, SECOND, QUOTE))

    assert erase(client, aino, setting, written["note"]) == 204

    everywhere = rows() + aino.get("acts").text + exports(setting.board)
    assert [word for word in (CANARY, SECOND, QUOTE) if word in everywhere] == []
    assert [word for word in (CANARY, SECOND, QUOTE) if word.encode() in files(app)] == []
    assert "jää" in exports(setting.board)


def test_one_comment_is_emptied_alone(app, client, setting, aino, bjorn):
    written = note("lappu")
    bjorn.send(written, op("comment.add", comment="comment:1", on=written["note"], text=CANARY))
    bjorn.send(op("comment.add", comment="comment:2", on="comment:1", text="vastaus"))
    confirm_board(db.session.get_one(Board, setting.board), setting.aino)

    answers = [erase(client, caller, setting, "comment:1") for caller in (bjorn, aino, aino)]

    assert answers == [403, 204, 204]
    assert CANARY not in rows() + exports(setting.board)
    assert aino.items()["comment:1"]["text"] == REMOVED
    (saved,) = db.session.query(RecordedArtefact).all()
    (thread,) = read(saved)["comments"]
    assert (thread["text"], thread["answers"][0]["text"]) == (REMOVED, "vastaus")


def test_it_is_told_to_those_who_lead(app, client, setting, aino, bjorn):
    name = work(setting, aino, bjorn)

    erase(client, aino, setting, name)

    newest = aino.get("acts").get_json()["acts"][0]
    assert (newest["by"], newest["changes"][0]["was"]) == (setting.aino, {"erased": None})


def test_everybody_fetches_the_board_anew(app, client, setting, aino, bjorn):
    """P4.6."""
    name = work(setting, aino, bjorn)
    seats = [Seated(app, setting, person) for person in (setting.aino, setting.bjorn)]

    erase(client, aino, setting, name)

    for seat in seats:
        (reset,) = until(lambda seat=seat: seat.received("reset"))
        assert (reset["why"], reset["epoch"]) == ("epoch", aino.get("state").get_json()["epoch"])
        seat.leave()


def test_what_is_decided_on_the_words_before_does_not_bring_them_back(app, client, setting, aino, bjorn):
    """A room that has not heard of it yet, as in another process, decides anew."""
    name = work(setting, aino, bjorn)
    bjorn.send(op("note.remove", note=name))
    room = rooms.room_of(setting.board)
    epoch, state, recent = room.epoch, room.state, room._recent
    erase(client, aino, setting, name)
    room.epoch, room.state, room._recent = epoch, state, recent

    answer = rooms.submit(setting.board, [op("note.restore", note=name)], Actor(setting.aino, "facilitator"))

    assert answer[0]["changes"][0]["set"]["text"] == REMOVED
    assert CANARY not in rows()


def test_only_those_who_lead_erase_and_only_notes_that_they_see(app, client, setting, aino, bjorn):
    name = work(setting, aino, bjorn)
    aino.send(op("mode.set", mode="silent"))
    secret = note("salassa")
    bjorn.send(secret)

    answers = [erase(client, *each) for each in ((bjorn, setting, name), (aino, setting, secret["note"]))]
    missing = [erase(client, aino, setting, each) for each in ("note:none", "zone:unplaced", "board")]

    assert (answers, missing) == ([403, 404], [404, 404, 404])
    assert "salassa" in rows()


@pytest.mark.not_on("postgresql")
def test_the_database_overwrites_what_is_deleted(app):
    assert db.session.execute(text("PRAGMA secure_delete")).scalar() == 1


def test_what_became_another_note_is_emptied_where_that_one_tells_it(app, client, setting):
    aino, bjorn = Caller(client, setting, setting.aino), Caller(client, setting, setting.bjorn)
    bjorn.send(first := note("Jono"), second := note(CANARY))
    aino.send(op("note.merge", note=first["note"], notes=[second["note"]]))
    confirm_board(db.session.get(Board, setting.board), setting.aino)
    assert CANARY in exports(setting.board)

    assert erase(client, aino, setting, second["note"]) == 204

    assert CANARY not in rows()
    assert CANARY not in exports(setting.board)
    kept = next(each for each in bjorn.get("state").get_json()["items"] if each["id"] == first["note"])
    assert (kept["text"], kept["merged"][0]["text"]) == ("Jono", REMOVED)
