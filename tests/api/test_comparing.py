"""Two artefacts compared, for programs."""

from __future__ import annotations

from facilitator.engine import Actor
from facilitator.live import rooms
from tests.api.case import Case
from tests.live.setting import note, op


def confirmed(case: Case) -> str:
    answer = case.ask("aino", "POST", f"/boards/{case.board.id}/artefacts")
    assert answer.status_code == 200, answer.text
    return answer.json["id"]


def test_each_note_tells_what_became_of_it(case: Case):
    me, kept, gone, come = Actor(case.bjorn.id, "participant"), note("Jono"), note("Lomake"), note("Kirje")
    rooms.submit(case.board.id, [kept, gone], me)
    first = confirmed(case)
    rooms.submit(case.board.id, [come, op("note.remove", note=gone["note"])], me)
    second = confirmed(case)

    answer = case.ask("aino", "GET", f"/artefacts/{second}/compare?with={first}")

    assert answer.status_code == 200
    assert answer.json["counts"] == {"added": 1, "removed": 1, "moved": 0, "changed": 0, "same": 1}
    assert {(each["then"], each["now"], *each["marks"]) for each in answer.json["notes"]} == {
        (kept["note"], kept["note"]),
        (None, come["note"], "added"),
        (gone["note"], None, "removed"),
    }
    assert (answer.json["then"], answer.json["now"], answer.json["links"]) == (first, second, [])


def test_the_other_one_is_to_be_named(case: Case):
    answer = case.ask("aino", "GET", f"/artefacts/{confirmed(case)}/compare")

    assert (answer.status_code, answer.json["code"]) == (400, "field.missing")
