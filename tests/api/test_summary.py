"""What a workshop came to, opening it again and finishing it, over HTTP."""

from __future__ import annotations

from tests.api.case import Case

WRITTEN = {
    "summary": "Sovittiin kokeilusta.",
    "decisions": ["Kokeillaan esitäyttöä"],
    "open_questions": ["Kuka omistaa tiedon?"],
    "next_steps": [{"what": "Kutsu kokeiluun", "owner": "PRH", "due": "2026-12-01"}],
}


def test_what_is_written_is_read_and_by_guests_after_the_end(case: Case) -> None:
    path = f"/workshops/{case.workshop.id}/summary"

    written = case.ask("aino", "PUT", path, WRITTEN)
    early = case.ask("bjorn", "GET", path)
    case.ask("aino", "POST", f"/workshops/{case.workshop.id}/close")

    assert written.json == {**WRITTEN, "edition": 1} == case.ask("bjorn", "GET", path).json
    assert early.status_code == 404


def test_who_began_from_an_older_edition_is_told_so(case: Case) -> None:
    path = f"/workshops/{case.workshop.id}/summary"
    case.ask("aino", "PUT", path, WRITTEN)

    late = case.ask("aino", "PUT", path, {"summary": "Vanhasta", "edition": 0})
    many = case.ask("aino", "PUT", path, {"decisions": ["a"] * 41})
    long = case.ask("aino", "PUT", path, {"summary": "a" * 601})

    codes = [(each.status_code, each.json["code"]) for each in (late, many, long)]
    assert codes == [(409, "summary.changed"), (400, "summary.many"), (400, "text.too_long")]
    assert case.ask("aino", "GET", path).json["edition"] == 1


def test_a_workshop_is_closed_opened_again_closed_and_finished(case: Case) -> None:
    path = f"/workshops/{case.workshop.id}"
    case.ask("aino", "POST", f"{path}/close")

    live = case.ask("aino", "POST", f"{path}/reopen").json
    early = case.ask("aino", "POST", f"{path}/finish")
    (again,) = case.ask("aino", "POST", f"{path}/close").json["artefacts"]
    (finished,) = case.ask("aino", "POST", f"{path}/finish").json["artefacts"]

    assert (live["status"], live["closed_at"]) == ("live", None)
    assert (early.status_code, early.json["code"]) == (409, "workshop.open")
    assert [(each["version"], each["state"]) for each in (again, finished)] == [(1, "at_end"), (2, "finished")]


def test_what_still_goes_on_is_told(case: Case) -> None:
    told = case.ask("aino", "GET", f"/workshops/{case.workshop.id}/closing").json

    assert told["boards"] == []
    assert [each["name"] for each in told["away"]] == ["Björn"]
