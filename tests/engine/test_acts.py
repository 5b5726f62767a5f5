"""What was done, told to those who lead, with what was there before."""

from __future__ import annotations

import json

import pytest

from facilitator.engine import acts_of
from tests.engine.settings import AINO, BJORN, CHLOE, PAIN_CELL, Log

CANARY = "kanarialintu"


def acts(log: Log, **most: int) -> list[dict]:
    return acts_of(log.start, log.events, AINO.id, **most)


def test_a_change_is_told_with_the_values_before_it():
    log = Log()
    note = log.note(BJORN, "1", "haku", order="a1", zone=PAIN_CELL)
    log.did(CHLOE, "note.move", note=note, zone="zone:grid", x=1, y=2)

    moved, added = acts(log)

    assert (added["by"], added["changes"][0]["did"], added["changes"][0]["item"]["text"]) == (BJORN.id, "added", "haku")
    assert moved["by"] == CHLOE.id
    assert moved["changes"] == [
        {
            "id": note,
            "did": "changed",
            "item": {"kind": "pain", "text": "haku", "zone": "zone:grid", "x": 1, "y": 2, "author": BJORN.id},
            "was": {"zone": PAIN_CELL, "order": "a1", "x": None, "y": None},
        }
    ]


def test_what_was_removed_and_restored_is_told_once_and_whole():
    log = Log()
    note, other = log.note(BJORN, "1", "haku"), log.note(BJORN, "2", "lupa")
    log.did(BJORN, "link.add", link="link:1", source=note, target=other, kind="information")
    log.did(BJORN, "note.remove", note=note)
    log.did(AINO, "note.restore", note=note)
    log.did(AINO, "zone.remove", zone="zone:apply")
    log.did(AINO, "zone.restore", zone="zone:apply")

    told = [[(each["id"], each["did"]) for each in act["changes"]] for act in acts(log, most=4)]

    assert told == [
        [("zone:apply", "restored")],
        [("zone:apply", "removed")],
        [(note, "restored")],
        [(note, "removed")],
    ]


def test_neither_votes_nor_what_others_write_in_silence_is_told():
    log = Log()
    log.note(BJORN, "1", "haku")
    log.did(AINO, "ballot.open", ballot="ballot:1", title="Mikä?", each=1, per_note=1, over="notes")
    log.did(BJORN, "vote.cast", vote="vote:1", ballot="ballot:1", note="note:1")
    log.did(AINO, "vote.cast", vote="vote:2", ballot="ballot:1", note="note:1")
    log.did(AINO, "ballot.close", ballot="ballot:1")
    log.did(AINO, "mode.set", mode="silent")
    log.note(BJORN, "secret", CANARY)
    log.did(BJORN, "note.move", note="note:secret", zone="zone:grid", x=1, y=1)
    log.note(AINO, "own", "oma")

    told = acts(log)

    assert CANARY not in json.dumps(told)
    assert "vote:" not in json.dumps([[each["id"] for each in act["changes"]] for act in told])
    assert [act["changes"][0]["id"] for act in told][:2] == ["note:own", "board"]

    log.did(AINO, "mode.set", mode="open")
    assert (acts(log)[0]["shown"], [each["id"] for each in acts(log)[0]["changes"]]) == (2, ["board"])
    assert CANARY not in json.dumps(acts(log))


@pytest.mark.parametrize("authors", ["organisations", "nothing"])
def test_who_did_it_is_told_as_the_board_allows(authors: str):
    log = Log(authors=authors)
    note = log.note(BJORN, "1", "haku")
    log.did(AINO, "note.write", note=note, was="haku", text="haku viipyy")

    wrote, added = acts(log)

    assert "by" not in added
    assert "author" not in added["changes"][0]["item"]
    assert wrote["by"] == AINO.id
    assert BJORN.id not in json.dumps([wrote, added])


def test_only_the_last_acts_are_told():
    log = Log()
    for number in range(5):
        log.note(BJORN, str(number))

    assert [act["changes"][0]["id"] for act in acts(log, most=2)] == ["note:4", "note:3"]
