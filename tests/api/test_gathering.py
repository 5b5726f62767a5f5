"""Themes suggested over HTTP: of what everybody sees and nobody has gathered, without changing anything."""

from __future__ import annotations

from facilitator.hub.apart import Failed
from facilitator.live import limits
from facilitator.record import gathering
from tests.live.setting import Caller, note, op


def asked(caller: Caller) -> dict:
    answer = caller.get("suggested_themes")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    return answer.get_json()


def test_notes_that_share_words_are_offered_as_a_theme_and_nothing_happens(bjorn):
    queues = [note(text) for text in ("Jonot ovat pitkiä", "Jonossa ei näe paikkaansa", "Puhelinjono katkesi")]
    bjorn.send(*queues, note("Maksu katosi"))

    told = asked(bjorn)

    assert told["themes"] == [{"title": "Jonot", "notes": [each["note"] for each in queues]}]
    assert (told["read"], told["unread"], told["seq"]) == (4, 0, 5)
    assert asked(bjorn) == told


def test_what_is_in_a_theme_already_is_left_as_it_is(bjorn):
    one, other, third = (note(text) for text in ("Jonot kasvavat", "Jonossa ollaan", "Jonotus alkaa"))
    bjorn.send(one, other, third)
    bjorn.send(op("cluster.add", cluster="cluster:1", title="Odotus", notes=[one["note"], other["note"]]))

    assert asked(bjorn)["themes"] == []
    assert asked(bjorn)["read"] == 1


def test_nobodys_private_notes_are_read_not_even_ones_own(aino, bjorn):
    bjorn.send(note("Jonot kasvavat"))
    aino.send(op("mode.set", mode="silent"))
    bjorn.send(note("Jonossa ollaan"))

    assert (asked(bjorn)["read"], asked(bjorn)["themes"]) == (1, [])
    aino.send(op("mode.set", mode="open"))
    assert len(asked(bjorn)["themes"]) == 1


def test_many_notes_are_compared_in_a_process_of_their_own(bjorn, monkeypatch):
    monkeypatch.setattr(gathering, "FEW", 1)
    bjorn.send(note("Jonot kasvavat"), note("Jonossa ollaan"))

    assert [len(each["notes"]) for each in asked(bjorn)["themes"]] == [2]


def test_more_than_are_compared_are_counted(bjorn, monkeypatch):
    monkeypatch.setattr(gathering, "MOST_TEXTS", 2)
    bjorn.send(note("Jonot kasvavat"), note("Jonossa ollaan"), note("Jonotus alkaa"))

    assert (asked(bjorn)["read"], asked(bjorn)["unread"]) == (2, 1)


def test_a_comparison_that_fails_says_so_and_may_be_asked_for_again(bjorn, monkeypatch):
    def fails(*_: object) -> bytes:
        raise Failed

    monkeypatch.setattr(gathering, "FEW", 0)
    monkeypatch.setattr(gathering, "apart", fails)
    bjorn.send(note("Jonot kasvavat"))

    answer = bjorn.get("suggested_themes")

    assert (answer.status_code, answer.get_json()["code"]) == (503, "themes.failed")


def test_asking_again_and_again_is_slowed_down(bjorn, monkeypatch):
    monkeypatch.setattr(limits, "ASK_BURST", 1.0)
    monkeypatch.setattr(limits, "ASK_RATE", 0.001)

    assert [bjorn.get("suggested_themes").status_code for _ in range(2)] == [200, 429]


def test_who_is_from_elsewhere_finds_nothing(client, setting):
    assert Caller(client, setting, setting.chloe).get("suggested_themes").status_code == 404
