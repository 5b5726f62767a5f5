"""Four workshops of a project: what one finds, the next begins from, and the last output says where all came from."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from facilitator.artefacts.schema import json_schema
from tests.api.case import Case
from tests.live.setting import op

PLACE = {"zone": "zone:unplaced", "order": "a0"}


class Series:
    """Aino's project, by what a program asks."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def ask(self, verb: str, path: str, body: Any = None) -> Any:
        answer = self._case.ask("aino", verb, path, body)
        assert answer.status_code < 300, (path, answer.json)
        return answer.json

    def text(self, path: str) -> str:
        return self._case.ask("aino", "GET", path, **{"Accept-Language": "fi"}).text

    def workshop(self, title: str, position: int) -> str:
        body = {"title": title, "position": position}
        return self.ask("POST", f"/projects/{self._case.project.id}/workshops", body)["id"]

    def board(self, workshop: str, method: str) -> str:
        return self.ask("POST", f"/workshops/{workshop}/boards", {"title": method, "method": method})["id"]

    def carry(self, workshop: str, method: str, *sources: dict[str, Any], **more: Any) -> dict[str, Any]:
        body = {"title": method, "method": method, "sources": list(sources), **more}
        return self.ask("POST", f"/workshops/{workshop}/carry", body)

    def write(self, board: str, name: str, kind: str, text: str, **place: Any) -> str:
        self.operate(board, op("note.add", note=f"note:{name}", kind=kind, text=text, **(place or PLACE)))
        return f"note:{name}"

    def operate(self, board: str, *operations: dict[str, Any]) -> None:
        assert self.ask("POST", f"/boards/{board}/ops", list(operations))["refused"] == []

    def notes(self, board: str) -> dict[str, dict[str, Any]]:
        """By text."""
        items = self.ask("GET", f"/boards/{board}/state")["items"]
        return {item["text"]: item for item in items if item["id"].startswith("note:")}

    def confirm(self, board: str) -> dict[str, Any]:
        saved = self.ask("POST", f"/boards/{board}/artefacts")
        artefact = self.ask("GET", f"/artefacts/{saved['id']}/json")
        Draft202012Validator(json_schema(), format_checker=FormatChecker()).validate(artefact)
        return artefact

    def register(self) -> dict[str, dict[str, Any]]:
        """By name."""
        found = self.ask("GET", f"/projects/{self._case.project.id}/register")
        return {thing["name"]: thing for thing in found}

    def about(self, entity: str) -> str:
        return f"/projects/{self._case.project.id}/register/{entity}"


@pytest.fixture
def series(case: Case) -> Series:
    return Series(case)


def who_it_concerns(series: Series) -> tuple[dict[str, Any], dict[str, Any]]:
    """Workshop 1: the challenge, and the stakeholders that begin from its partners."""
    first = series.workshop("Haaste", 1)
    canvas = series.board(first, "challenge_canvas")
    where = {"zone": "zone:how_might_we", "order": "a0"}
    series.write(canvas, "hmw", "how_might_we", "Miten voisimme kysyä vain kerran?", **where)
    series.write(canvas, "partner", "partner", "PRH", zone="zone:partners", order="a0")
    challenge = series.confirm(canvas)
    onion = series.carry(first, "stakeholder_onion", {"artefact": challenge["id"]})["board"]
    series.write(onion, "kela", "state", "Kela")
    return challenge, series.confirm(onion)


def where_it_hurts(series: Series, stakeholders: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Workshop 2: a path with its stakeholders, where Kela gets another name and somebody writes it once more."""
    second = series.workshop("Polku ja kivut", 2)
    path = series.carry(second, "service_path", {"artefact": stakeholders["id"]})["board"]
    kela = series.notes(path)["Kela"]
    series.operate(path, op("note.write", note=kela["id"], was="Kela", text="Kansaneläkelaitos"))
    pain = series.write(path, "pain", "pain_point", "Sama kysytään kahdesti")
    series.operate(path, op("note.tie", note=pain, fields={"about": [kela["entity"]]}))
    series.write(path, "step", "step", "Hae lupaa")
    series.write(path, "other", "organisation", "FPA")
    return series.confirm(path), kela["entity"]


def what_helps(series: Series, challenge: dict[str, Any], path: dict[str, Any]) -> dict[str, Any]:
    """Workshop 3: ideas, beside the question of workshop 1 and a pain of workshop 2 that became one."""
    third = series.workshop("Ideat", 3)
    as_question = {"artefact": path["id"], "ways": {"pain_point": "note:how_might_we"}}
    board = series.carry(third, "ideas_impact_effort", {"artefact": challenge["id"]}, as_question)["board"]
    series.write(board, "idea", "idea", "Yksi lomake", zone="zone:grid", x=1_000, y=9_000)
    return series.confirm(board)


def test_four_workshops_keep_what_is_the_same(series: Series) -> None:
    challenge, stakeholders = who_it_concerns(series)
    prh = next(item for item in stakeholders["items"] if item["text"] == "PRH")
    assert prh["from"] == {"artefact": challenge["id"], "version": 1, "item": "note:partner"}
    assert [use["item"] for use in series.register()["PRH"]["uses"]] == ["note:partner", prh["id"]]

    path, kela = where_it_hurts(series, stakeholders)
    named = series.register()["Kansaneläkelaitos"]
    assert (named["id"], named["other_names"]) == (kela, ["Kela"])
    assert [(use["workshop_order"], use["role"]) for use in named["uses"]] == [(1, "is"), (2, "is"), (2, "about")]
    fpa = series.register()["FPA"]["id"]
    series.ask("POST", f"{series.about(fpa)}/merge", {"into": kela})
    assert series.ask("GET", series.about(fpa))["id"] == kela

    ideas = what_helps(series, challenge, path)
    told = {item["text"]: item for item in ideas["items"]}
    assert told["Miten voisimme kysyä vain kerran?"]["place"]["zone"] == "zone:how_might_we"
    assert "entity_id" not in told["Sama kysytään kahdesti"]  # a question now, that began as a pain point
    assert told["Sama kysytään kahdesti"]["from"]["item"] == "note:pain"

    fourth = series.workshop("Roolit ja tiekartta", 4)
    parties = {"artefact": path["id"], "ways": {"stakeholder": "note:responsible"}}
    roles = series.carry(fourth, "role_matrix", parties)
    matrix = series.confirm(roles["board"])
    actions = {"artefact": ideas["id"], "ways": {"idea": "note:action"}}
    last = series.confirm(series.carry(fourth, "roadmap_nnl_compass", actions)["board"])

    assert [(each["code"], each["text"]) for each in roles["left"]] == [("carry.twice", "Kansaneläkelaitos")]
    tasks = [(zone["title"], zone["from"]["item"]) for zone in matrix["zones"] if zone.get("axis") == "phase"]
    assert tasks == [("Hae lupaa", "note:step")]
    told = series.text(f"/artefacts/{matrix['id']}/markdown")
    assert "versio 1: Hae lupaa" in told
    assert {item["entity_id"] for item in matrix["items"]} == {kela, prh["entity_id"]}
    (source,) = last["provenance"]["sources"]
    assert (source["order"], source["version"], source["artefact"]) == (3, 1, ideas["id"])
    (action,) = [item for item in last["items"] if item["kind"] == "action"]
    assert (action["text"], action["from"]) == (
        "Yksi lomake",
        {"artefact": ideas["id"], "version": 1, "item": "note:idea"},
    )


def test_a_look_makes_nothing_and_stakeholders_can_be_lanes(series: Series) -> None:
    _, stakeholders = who_it_concerns(series)
    second = series.workshop("Polku", 2)
    lanes = {"artefact": stakeholders["id"], "ways": {"stakeholder": "lane"}}

    look = series.carry(second, "service_path", lanes, do=False)
    made = series.carry(second, "service_path", lanes)["board"]
    artefact = series.confirm(made)

    assert look["board"] is None
    assert {(each["text"], each["as"]) for each in look["carried"]} == {("PRH", "lane"), ("Kela", "lane")}
    added = {zone["title"]: zone for zone in artefact["zones"] if zone.get("axis") == "lane" and "from" in zone}
    assert set(added) == {"PRH", "Kela"}
    assert added["PRH"]["entity_id"] == series.register()["PRH"]["id"]
    assert len(series.register()["PRH"]["uses"]) == 3


def test_the_project_tells_what_its_maps_show_together(series: Series) -> None:
    _, stakeholders = who_it_concerns(series)
    second = series.workshop("Polku", 2)
    path = series.carry(second, "service_path", {"artefact": stakeholders["id"]})["board"]
    where = {"zone": "zone:apply/organisation", "order": "a0"}
    series.operate(path, op("note.move", note=series.notes(path)["Kela"]["id"], **where))
    series.confirm(path)

    (found,) = series.ask("GET", f"{series.about('')[: -len('/register/')]}/insights")

    assert (found["key"], found["text"]["fi"]) == ("in_no_step", "1 osapuoli ei ole minkään polun missään vaiheessa.")
    assert found["things"] == [series.register()["PRH"]["id"]]


def test_what_stays_behind_of_what_comes_is_counted(series: Series) -> None:
    first, second = series.workshop("Kivut", 1), series.workshop("Ideat", 2)
    grid = series.board(first, "pain_grid")
    pain = series.write(grid, "pain", "pain_point", "Jono on pitkä", zone="zone:grid", x=0, y=10_000)
    works = series.write(grid, "works", "works_well", "Neuvonta")
    series.operate(
        grid,
        op("comment.add", comment="comment:1", on=pain, text="Mistä tiedetään?"),
        op("comment.add", comment="comment:2", on=works, text="Kenelle?"),
        op("note.set", note=pain, fields={"description": "Maanantaisin"}),
    )
    saved = series.confirm(grid)

    def behind(method: str, **wish: Any) -> dict[str, int]:
        look = series.carry(second, method, {"artefact": saved["id"], **wish}, do=False)
        assert {each["artefact"] for each in look["behind"]} == {saved["id"]}
        assert all(str(each["count"]) in each["message"] for each in look["behind"])
        return {each["code"]: each["count"] for each in look["behind"]}

    assert behind("pain_grid", as_it_lies=True) == {"carry.comments": 2}
    as_question = {"ways": {"pain_point": "note:how_might_we"}}
    assert behind("ideas_impact_effort", **as_question) == {"carry.comments": 1, "carry.fields": 2, "carry.notes": 1}


def test_last_times_to_be_is_this_times_as_is(series: Series) -> None:
    first, second = series.workshop("Tavoitetila", 1), series.workshop("Nykytila", 2)
    path = series.board(first, "service_path")
    series.operate(
        path,
        op("board.set", fields={"variant": "to_be"}),
        op("zone.set", zone="zone:apply", fields={"title": "Haen luvan"}),
        op("zone.remove", zone="zone:wait"),
        op("zone.add", zone="zone:sign", title="Allekirjoitan", axis="phase", after="zone:apply"),
    )
    step = series.write(path, "step", "step", "Hae", zone="zone:apply/step", order="a0")
    sign = series.write(path, "sign", "step", "Allekirjoita", zone="zone:sign/step", order="a0")
    series.operate(path, op("link.add", link="link:1", source=step, target=sign, kind="next"))
    was = series.confirm(path)

    made = series.carry(second, "service_path", {"artefact": was["id"], "as_it_lies": True})
    now = series.confirm(made["board"])

    def drawn(artefact: dict[str, Any]) -> list[Any]:
        names = {item["id"]: item["text"] for item in artefact["items"]}
        return [
            [(zone["id"], zone["title"], zone["accepts"]) for zone in artefact["zones"]],
            [(item["text"], item["kind"], item["place"]) for item in artefact["items"]],
            [(names[each["from"]], each["kind"], names[each["to"]]) for each in artefact["relations"]],
        ]

    assert drawn(now) == drawn(was)
    assert [each["method"]["variant"]["key"] for each in (was, now)] == ["to_be", "as_is"]
    assert [item["from"]["item"] for item in now["items"]] == [step, sign]
    assert len(series.register()) == 2


def test_what_cannot_be_carried_says_why(case: Case, series: Series) -> None:
    first = series.workshop("Polku", 1)
    was = series.confirm(series.board(first, "service_path"))
    path = f"/workshops/{first}/carry"

    def refused(**body: Any) -> tuple[int, str]:
        answer = case.ask("aino", "POST", path, {"title": "Uusi", "method": "pain_grid", **body})
        return answer.status_code, answer.json["code"]

    assert refused(sources=[{"artefact": "0" * 32}]) == (404, "not.there")
    assert refused(sources=[{"artefact": was["id"], "as_it_lies": True}]) == (400, "carry.other_method")
    assert refused(sources=[{"artefact": was["id"]}], method="unknown") == (400, "method.unknown")
    assert refused(sources=[]) == (400, "invalid")
    assert refused(sources=[{"artefact": was["id"]}] * 13) == (400, "carry.many")


def test_what_is_carried_keeps_its_kind_and_nobody_is_made_a_customer(series: Series) -> None:
    first, second = series.workshop("Haaste", 1), series.workshop("Sidosryhmät", 2)
    canvas, onion = series.board(first, "challenge_canvas"), series.board(first, "stakeholder_onion")
    series.write(canvas, "partner", "partner", "PRH", zone="zone:partners", order="a0")
    series.write(onion, "kela", "state", "Kela")
    sources = [{"artefact": series.confirm(board)["id"]} for board in (canvas, onion)]

    made = series.carry(second, "stakeholder_power_interest", *sources)

    assert {each["text"]: each["as"] for each in made["carried"]} == {"PRH": "note:other", "Kela": "note"}
    kinds = {text: note["kind"] for text, note in series.notes(made["board"]).items()}
    assert kinds == {"PRH": "other", "Kela": "state"}
