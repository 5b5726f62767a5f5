"""What a method file may hold, and what is said of a faulty one: where, and what."""

from __future__ import annotations

from functools import reduce
from typing import Any

import pytest

from facilitator.methods import with_kinds
from facilitator.methods.evidence import EVIDENCE, with_evidence
from facilitator.methods.schema import FaultyMethodError, read
from tests.methods.examples import a_kind, a_scale, duty_rota, impact_effort, own_columns, words

GONE = object()


def spoilt(method: dict[str, Any], where: str, value: Any) -> dict[str, Any]:
    """The method with one member changed, or left out; `where` is its path with dots between."""
    *path, last = [int(step) if step.isdigit() else step for step in where.split(".")]
    inner = reduce(lambda thing, step: thing[step], path, method)
    if value is GONE:
        del inner[last]
    else:
        inner[last] = value
    return method


def faults_of(method: dict[str, Any]) -> list[str]:
    with pytest.raises(FaultyMethodError) as caught:
        read(method, "mine.json")
    return caught.value.lines


def test_a_method_that_is_right_is_read_as_it_stands():
    plain = impact_effort()
    plain["kinds"][0]["fields"] = [plain["fields"][0], *plain["kinds"][0]["fields"][1:]]
    del plain["fields"]

    assert read(plain, "mine.json") == with_evidence(plain)


def test_every_kind_may_say_how_it_is_known_once():
    method = impact_effort()
    method["kinds"].append(a_kind("doubt", fields=[EVIDENCE | {"title": words("How sure")}]))
    method["zones"][0]["accepts"].append("doubt")
    for name in ("impact", "effort"):
        method["kinds"][-1]["fields"].append(a_scale(name))

    kinds = {kind["key"]: kind["fields"] for kind in read(method, "mine.json")["kinds"]}

    assert kinds["idea"][-1] == EVIDENCE
    assert [field["title"]["en"] for field in kinds["doubt"] if field["key"] == "evidence"] == ["How sure"]


def test_shared_fields_are_written_out_where_a_kind_names_them():
    method = read(duty_rota(), "mine.json")

    details = {"key": "details", "title": words("Details"), "type": "text"}
    assert [kind["fields"] for kind in method["kinds"]] == [[details, EVIDENCE], [details, EVIDENCE]]
    assert "fields" not in method


def test_reading_leaves_what_was_read_alone():
    given = duty_rota()

    read(given, "mine.json")

    assert given == duty_rota()


@pytest.mark.parametrize(
    ("where", "value", "line"),
    [
        ("title.sv", GONE, "title.sv: Missing data for required field."),
        ("title.sv", "", "title.sv: is empty, or begins or ends with a space"),
        ("title.fi", " Roolit", "title.fi: is empty, or begins or ends with a space"),
        ("title.fi", "Tyo\u0308", "title.fi: is not in Unicode form NFC"),
        ("title.en", "Ro\u0007les", "title.en: holds a control character"),
        ("kinds.1.hint.fi", 7, "kinds.1.hint.fi: Not a valid string."),
        ("title.de", "Rollen", "title.de: Unknown field."),
        ("colour", "red", "colour: Unknown field."),
        ("key", "Role Matrix", "key: is not a key: small letters, digits and _"),
        ("version", "1", "version: Not a valid integer."),
        ("version", 0, "version: Must be greater than or equal to 1."),
        ("layout", "circle", "layout: Must be one of: matrix, rings, plane, columns, sectors, network, free."),
        ("kinds", [], "kinds: Shorter than minimum length 1."),
        ("kinds.0.tint", "red", f"kinds.0.tint: Must be one of: {', '.join(('step', 'channel', 'org', 'pain'))}"),
        ("phases.0.id", "zone:plan/now", "phases.0.id: is not a zone's id: zone:<small letters>"),
        ("phases.0.id", "plan", "phases.0.id: is not a zone's id: zone:<small letters>"),
        ("kinds.0.fields.0", "detail", "kinds.0.fields: no shared field is called detail"),
        ("kinds.0", "party", "kinds.0: Invalid input type."),
        ("fields", {"key": "details"}, "fields: is not a list"),
        ("fields", ["details"], "fields.0: is not a shared field that some kind names, once"),
        ("fields.0.key", "notes", "fields.0: is not a shared field that some kind names, once"),
        ("questions.0.check", {}, "questions.0.check: a check begins with one of: asked, all_of"),
        ("questions.0.check", {"kind": "party", "of": "zone:x"}, "questions.0.check: of cannot stand beside kind"),
        ("questions.0.check", {"asked": False}, "questions.0.check.asked: may only be true"),
        ("questions.0.check", {"any_of": [{"min": 2}]}, "questions.0.check.any_of.0: a check begins with one of"),
    ],
)
def test_a_fault_in_shape_is_told_by_place(where, value, line):
    assert any(told.startswith(line) for told in faults_of(spoilt(duty_rota(), where, value)))


@pytest.mark.parametrize(
    ("where", "value", "line"),
    [
        ("kinds.1.key", "party", "kinds: party is there twice"),
        ("lanes.0.id", "zone:plan", "zones: zone:plan is there twice"),
        ("lanes.0.id", "zone:unplaced", "zones: zone:unplaced is there twice"),
        ("lanes.1.takes", ["rules"], "lanes.1.takes: no kind is called rules"),
        ("lanes.1.takes", ["party"], "kinds.1: no zone and no lane takes rule"),
        ("links.0.from", ["partys"], "links.0.from: no kind is called partys"),
        ("links.0.to", ["partys"], "links.0.to: no kind is called partys"),
        ("phases", GONE, "phases: a matrix needs them"),
        ("lanes", GONE, "lanes: a matrix needs them"),
        ("layout", "columns", "phases: only a matrix has them"),
        ("layout", "rings", "zones: the layout rings needs a zone of sort ring"),
        ("adds", ["zone"], "adds: only columns and sectors can add a zone"),
        ("kinds.0.sets", {"level": "local"}, "kinds.0.sets.level: party has no field called level"),
        ("kinds.0.sets", {"details": "x"}, "kinds.0.sets.details: 'x' is no value of details"),
        ("fields.0.type", "choice", "kinds.0.fields.0.choices: a field of type choice or choices has them"),
        ("fields.0.unit", words("days"), "kinds.0.fields.0.unit: a field of type number may have one, and no other"),
        ("fields.0.low", words("Low"), "kinds.0.fields.0.low: a field of type scale5 or emotion has worded ends"),
        ("questions.0.check", {"each_phase_has": "task"}, "questions.0.check.each_phase_has: no lane takes task"),
        ("questions.0.check", {"kind": "task"}, "questions.0.check.kind: no kind is called task"),
        ("questions.0.check", {"zone": "zone:do"}, "questions.0.check.zone: no zone is called zone:do"),
        ("questions.0.check", {"links": ["asks"]}, "questions.0.check.links: no link is called asks"),
        (
            "questions.0.check",
            {"links": [], "states": ["odd"]},
            "questions.0.check.states: no state of a link is called odd",
        ),
        (
            "questions.0.check",
            {"all_of": [{"asked": True}, {"field": "owner"}]},
            "questions.0.check.all_of.1.field: none of these notes has a field called owner",
        ),
    ],
)
def test_names_that_do_not_agree_are_told_by_place(where, value, line):
    assert any(told.startswith(line) for told in faults_of(spoilt(duty_rota(), where, value)))


@pytest.mark.parametrize(
    ("where", "value", "line"),
    [
        ("zones.0.axes", GONE, "zones.0.axes: a zone of sort plane has axes, but on free ground, and no other"),
        ("zones.0.axes.x.field", "cost", "zones.0.axes.x.field: idea has no scale5 called cost"),
        ("zones.0.axes.x.field", "details", "zones.0.axes.x.field: idea has no scale5 called details"),
        ("zones.0.axes.x.field", "impact", "zones.0.axes: both axes fill the same field"),
        ("zones.0.axes.y.low.sv", GONE, "zones.0.axes.y.low.sv: Missing data for required field."),
        ("zones.0.accepts", ["ideas"], "zones.0.accepts: no kind is called ideas"),
        ("zones.0.sort", "grid", "zones.0.sort: Must be one of: flow, ring, plane."),
        ("zones.0.sort", "flow", "zones: the layout plane needs a zone of sort plane"),
        ("zones.0.sets", {"impact": 6}, "zones.0.sets.impact: 6 is no value of impact"),
        ("phases", [{"id": "zone:now", "title": words("Now")}], "phases: only a matrix has them"),
    ],
)
def test_a_plane_needs_axes_that_fill_fields(where, value, line):
    assert any(told.startswith(line) for told in faults_of(spoilt(impact_effort(), where, value)))


@pytest.mark.parametrize(
    ("where", "value", "line"),
    [
        ("own_kinds.most", 0, "own_kinds.most: Must be greater than or equal to 1"),
        ("own_kinds.most", 3, "own_kinds.looks: there are fewer than kinds"),
        ("own_kinds.entity", "partys", "own_kinds.entity: party has this table"),
        ("own_kinds.looks.0.tint", "red", "own_kinds.looks.0.tint: Must be one of"),
        ("own_kinds.looks.0.tint", "data", "own_kinds.looks: data is there twice"),
        ("own_kinds.looks.0.icon", "circle", "own_kinds.looks: circle is there twice"),
        ("own_kinds.fields.0", "detail", "own_kinds.fields: no shared field is called detail"),
        ("own_kinds.fields", ["details", "details"], "own_kinds.fields: details is there twice"),
        ("own_kinds.title", words("Own"), "own_kinds.title: Unknown field"),
        ("kinds.0.key", "own_party", "kinds.0.key: own_ begins the keys of kinds that people name"),
        ("layout", "plane", "own_kinds: only columns can have them"),
    ],
)
def test_kinds_that_people_may_name_can_be_told_apart(where, value, line):
    read(own_columns(), "own_columns.json")

    assert any(told.startswith(line) for told in faults_of(spoilt(own_columns(), where, value)))


def test_a_board_has_the_kinds_that_were_chosen_and_those_that_its_notes_have():
    method = read(own_columns(), "own_columns.json")
    risk = {"key": "own_1", "title": "Risk", "tint": "data"}

    told = with_kinds(method, {"kinds": [risk], "former_kinds": [risk | {"key": "own_2"}]}, {"party"})

    assert with_kinds(method, {}, {"party"}) == method
    assert [kind["key"] for kind in told["kinds"]] == ["own_1", "party"]
    assert told["kinds"][0] == {
        **{name: method["own_kinds"][name] for name in ("hint", "entity", "fields")},
        "key": "own_1",
        "title": "Risk",
        "plural": "Risk",
        "tint": "data",
        "icon": "circle",
    }


def test_kinds_of_one_entity_agree_on_what_a_field_means():
    method = spoilt(duty_rota(), "fields", [])
    method["kinds"] = [
        a_kind("party", entity="things", fields=[a_scale("weight")]),
        a_kind("rule", entity="things", fields=[{"key": "weight", "title": words("Weight"), "type": "number"}]),
    ]

    assert faults_of(method) == ["kinds.1.fields.0: another kind of things has another weight"]


def test_values_in_a_check_are_values_of_the_field():
    method = spoilt(impact_effort(), "questions.0.check", {"field": "impact", "kind": "idea", "values": [4, 9]})

    assert faults_of(method) == ["questions.0.check.values: 9 is no value of impact"]


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ({"entity": "tasks"}, "tables.0.entity: no kind is of the entity tasks"),
        ({"rows": {"by": "field"}}, "tables.0.rows: names a field when it goes by one, and only then"),
        ({"rows": {"by": "field", "field": "weight"}}, "tables.0.rows: no field called weight makes groups of partys"),
        ({"columns": {"by": "month"}}, "tables.0.columns.by: Must be one of"),
        ({"field": "weight"}, "tables.0.field: partys has no field called weight"),
    ],
)
def test_a_derived_table_asks_for_what_is_there(table, line):
    given = {
        "key": "who",
        "title": words("Who"),
        "entity": "partys",
        "rows": {"by": "phase"},
        "columns": {"by": "text"},
    }
    read(duty_rota() | {"tables": [given]}, "mine.json")

    assert any(told.startswith(line) for told in faults_of(duty_rota() | {"tables": [given | table]}))


@pytest.mark.parametrize(
    ("example", "line"),
    [
        ({"notes.0.zone": "zone:plan/rules"}, "example.notes.0.zone: no zone called zone:plan/rules takes party"),
        ({"notes.0.kind": "task"}, "example.notes.0.zone: no zone called zone:plan/who takes task"),
        ({"notes.0.fields": {"details": "Aino"}}, "example.notes.0.fields.details: 'Aino' is no value of details"),
        ({"notes.0.x": 5}, "example.notes.0.x: a note in a zone of sort plane has x and y, and no other"),
        ({"notes.1.key": "a"}, "example.notes.1.key: a is there twice"),
        ({"links.0.to": "c"}, "example.links.0.to: nothing is called c"),
        ({"links.0.kind": "asks"}, "example.links.0.kind: nothing is called asks"),
        ({"names": {"zone:when": words("When")}}, "example.names: no zone is called zone:when"),
    ],
)
def test_an_example_lies_on_its_own_map(example, line):
    notes = [{"key": key, "kind": "party", "zone": "zone:plan/who", "text": words(key)} for key in ("a", "b")]
    links = [{"from": "a", "to": "b", "kind": "tells"}]
    method = duty_rota() | {"example": {"title": words("T"), "question": words("Q"), "notes": notes, "links": links}}
    read(method, "mine.json")

    for where, value in example.items():
        spoilt(method, f"example.{where}", value)
    assert any(told.startswith(line) for told in faults_of(method))


def test_an_example_draws_no_circle_where_its_method_forbids_one():
    notes = [{"key": key, "kind": "party", "zone": "zone:plan/who", "text": words(key)} for key in ("a", "b")]
    links = [{"from": one, "to": other, "kind": "tells"} for one, other in ("ab", "ba")]
    method = duty_rota() | {"example": {"title": words("T"), "question": words("Q"), "notes": notes, "links": links}}
    read(method, "mine.json")

    spoilt(method, "links.0.acyclic", True)

    (told,) = faults_of(method)
    assert told.startswith("example.links: links of the kind tells go in a circle: ")


@pytest.mark.parametrize("layout", ["network", "free"])
def test_free_ground_has_no_axes(layout):
    method = spoilt(impact_effort() | {"layout": layout}, "zones.0.axes", GONE)

    read(method, "impact_effort.json")
    assert any("zones.0.axes" in told for told in faults_of(impact_effort() | {"layout": layout}))


def test_a_phase_sets_what_some_kind_there_has():
    method = spoilt(duty_rota(), "phases.0.sets", {"turn": 1})

    assert faults_of(method) == ["phases.0.sets.turn: no kind there has a field called turn"]


def test_every_fault_is_told_at_once_under_the_name_of_the_file():
    method = spoilt(spoilt(duty_rota(), "title.sv", GONE), "lanes.0.takes", [])

    with pytest.raises(FaultyMethodError) as caught:
        read(method, "duty_rota.json")

    assert sorted(str(caught.value).splitlines()) == [
        "duty_rota.json: lanes.0.takes: Shorter than minimum length 1.",
        "duty_rota.json: title.sv: Missing data for required field.",
    ]
