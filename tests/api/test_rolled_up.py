"""Many copies of one map in one table, for programs."""

from __future__ import annotations

from facilitator.engine import Actor
from facilitator.live import rooms
from facilitator.planning import boards
from tests.api.case import Case
from tests.live.setting import note


def confirmed(case: Case, board: str, *texts: str) -> None:
    rooms.submit(board, [note(text) for text in texts], Actor(case.bjorn.id, "participant"))
    assert case.ask("aino", "POST", f"/boards/{board}/artefacts").status_code == 200


def test_maps_are_told_together_by_whose_they_are(case: Case):
    other = case.ask("aino", "POST", f"/workshops/{case.workshop.id}/groups", {"name": "Inari", "region": "19"}).json
    mine = case.ask("aino", "PATCH", f"/groups/{case.group.id}", {"region": "06", "size": "20_50"}).json
    board = boards.create_board(case.workshop, "Toinen", "service_path")
    confirmed(case, case.board.id, "Jono on pitkä", "Lomake")
    confirmed(case, board.id, "jono on pitkä")

    found = case.ask("aino", "GET", f"/programmes/{case.programme.id}/together?by=region").json

    assert (other["region"], other["size"], mine["name"], mine["size"]) == ("19", "", "Ryhmä 1", "20_50")
    assert [found[each] for each in ("method", "every", "maps", "region_told", "size_told", "left_out")] == [
        "service_path",
        2,
        2,
        1,
        1,
        0,
    ]
    assert found["columns"] == [{"key": "06", "maps": 1}, {"key": "", "maps": 1}]
    (queue,) = found["recurring"]
    assert (queue["title"], queue["maps"], queue["notes"], queue["kind"]) == ("Jono on pitkä", 2, 2, "pain_point")
    assert queue["cells"] == [{"maps": 1, "notes": 1}, {"maps": 1, "notes": 1}]
    assert [line["cells"] for line in found["places"]] == [[{"maps": 1, "notes": 2}, {"maps": 1, "notes": 1}]]


def test_one_region_or_those_of_which_nobody_says_it(case: Case):
    case.ask("aino", "PATCH", f"/groups/{case.group.id}", {"region": "06"})
    confirmed(case, case.board.id, "Jono on pitkä")
    address = f"/workshops/{case.workshop.id}/together"

    answers = [
        case.ask("aino", "GET", f"{address}?{asks}").json for asks in ("region=06", "region=unknown", "size=5_20")
    ]

    assert [(each["maps"], each["every"]) for each in answers] == [(1, 1), (0, 1), (0, 1)]


def test_the_table_is_a_csv_too(case: Case):
    confirmed(case, case.board.id, "Jono on pitkä")
    address = f"/workshops/{case.workshop.id}/together.csv"

    answer = case.ask("aino", "GET", address)

    heads = f"\ufeffTaulukko;Otsikko;Karttoja;Laput;Äänet;{case.board.title}"
    assert (answer.mimetype, answer.get_data(as_text=True).split("\r\n")[0]) == ("text/csv", heads)
    assert case.ask("aino", "GET", f"{address}?by=colour").json["code"] == "choice.unknown"
    assert case.ask("chloe", "GET", address).status_code == 404


def test_what_is_no_region_size_or_column_is_refused(case: Case):
    confirmed(case, case.board.id, "Jono on pitkä")
    address = f"/workshops/{case.workshop.id}/together"

    for asks in ("region=03", "size=huge", "by=colour"):
        answer = case.ask("aino", "GET", f"{address}?{asks}")
        assert (answer.status_code, answer.json["code"]) == (400, "choice.unknown"), asks
    refused = case.ask("aino", "PATCH", f"/groups/{case.group.id}", {"region": "03"})
    assert (refused.status_code, refused.json["code"]) == (400, "choice.unknown")
