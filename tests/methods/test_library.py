"""The methods of the product, and any other that somebody puts beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from facilitator import methods
from facilitator.artefacts import derive
from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.schema import json_schema
from facilitator.engine import Rules, apply, empty, opening
from facilitator.methods.zones import order_key
from tests.artefacts.makers import PROVENANCE
from tests.methods.examples import duty_rota, free_ground, impact_effort, own_columns, sectors

KEYS = [
    *("challenge_canvas", "stakeholder_onion", "stakeholder_power_interest", "actor_network"),
    *("service_path", "service_blueprint", "life_event_map", "pain_grid", "five_whys", "ideas_impact_effort"),
    *("roadmap_nnl_compass", "role_matrix", "pilot_card", "lessons_four_columns", "qna_coffee", "consultation"),
    "blank_with_zones",
]
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ICONS = Path(__file__).parents[2] / "static" / "src" / "parts" / "icons.ts"


@pytest.fixture(params=KEYS)
def method(request):
    return methods.load(request.param)


def every_text(thing: Any, where: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Each text in three languages that lies in a method, with its path."""
    if isinstance(thing, dict) and "fi" in thing:
        yield where, thing
    elif isinstance(thing, dict):
        for name, inner in thing.items():
            yield from every_text(inner, f"{where}.{name}")
    elif isinstance(thing, list):
        for index, inner in enumerate(thing):
            yield from every_text(inner, f"{where}.{index}")


def put(folder: Path, method: dict[str, Any], name: str | None = None) -> None:
    text = json.dumps(method, ensure_ascii=False)
    (folder / (name or f"{method['key']}.json")).write_text(text, encoding="utf-8")


def test_the_catalogue_has_the_methods_in_a_fixed_order():
    assert [method["key"] for method in methods.catalogue()] == KEYS


def test_a_method_is_read_once():
    newest = methods.load("pain_grid")

    assert newest is methods.load("pain_grid", newest["version"])


def test_every_version_that_there_was_can_still_be_loaded():
    """A board keeps the version that it began with; what the product reads of it has the same name in each."""
    for method in methods.catalogue():
        fields = {kind["key"]: {field["key"] for field in kind["fields"]} for kind in method["kinds"]}
        for number in range(1, method["version"]):
            former = methods.load(method["key"], number)
            assert {zone["id"] for zone in former["zones"]} <= {zone["id"] for zone in method["zones"]}
            for kind in former["kinds"]:
                assert {field["key"] for field in kind["fields"]} <= fields[kind["key"]], (method["key"], kind["key"])


@pytest.mark.parametrize(("key", "version"), [("tarot", None), ("pain_grid", 99)])
def test_an_unknown_method_is_a_key_error(key, version):
    with pytest.raises(KeyError):
        methods.load(key, version)


def test_every_text_is_there_in_three_languages(method):
    texts = list(every_text(method))

    assert len(texts) > 50
    assert [where for where, text in texts if set(text) != {"fi", "sv", "en"} or not all(text.values())] == []


def test_no_long_text_stands_in_two_languages_alike(method):
    """A sentence that is the same in two languages was forgotten by whoever translated it."""
    forgotten = [where for where, text in every_text(method) if len(text["fi"]) > 24 and len(set(text.values())) < 3]

    assert forgotten == []


def test_the_interface_never_says_artefact(method):
    said = " ".join(word for _, text in every_text(method) for word in text.values()).lower()

    assert [word for word in ("artefakti", "artefakt", "artefact", "kanban") if word in said] == []


@pytest.mark.parametrize(
    ("key", "zones"),
    [
        (
            "challenge_canvas",
            [
                *("zone:problem", "zone:affected", "zone:evidence", "zone:causes"),
                *("zone:change", "zone:limits", "zone:existing", "zone:partners"),
                "zone:how_might_we",
            ],
        ),
        ("stakeholder_onion", ["zone:core", "zone:direct", "zone:indirect"]),
        ("pain_grid", ["zone:grid", "zone:works"]),
        ("blank_with_zones", ["zone:known", "zone:open", "zone:next"]),
        (
            "service_path",
            [
                *("zone:notice", "zone:find", "zone:apply", "zone:wait", "zone:continue"),
                *("zone:step", "zone:touchpoint", "zone:emotion", "zone:organisation"),
                *("zone:data", "zone:pain", "zone:idea"),
            ],
        ),
    ],
)
def test_a_board_begins_with_the_zones_of_its_method_and_not_placed(key, zones):
    assert list(methods.zone_items(methods.load(key))) == [*zones, "zone:unplaced"]


def test_not_placed_takes_every_kind_and_comes_after_whatever_is_appended(method):
    items = methods.zone_items(method)
    unplaced = items.pop("zone:unplaced")

    assert unplaced["sort"] == "flow"
    assert unplaced["accepts"] == [kind["key"] for kind in method["kinds"]]
    assert unplaced["title"] == {"fi": "Sijoittamatta", "sv": "Inte placerad", "en": "Not placed"}
    assert all(item["order"] < unplaced["order"] for item in items.values())
    assert order_key(10**6) < unplaced["order"]


def test_phases_and_lanes_are_zones_that_hold_their_notes_in_cells():
    items = methods.zone_items(methods.load("service_path"))

    assert items["zone:apply"] == {
        "title": {"fi": "Hoidan asian", "sv": "Jag uträttar ärendet", "en": "I deal with it"},
        "hint": items["zone:apply"]["hint"],
        "sort": "flow",
        "accepts": [],
        "axis": "phase",
        "order": "a2",
    }
    assert items["zone:pain"] == {
        "title": {"fi": "Kipupisteet", "sv": "Smärtpunkter", "en": "Pain points"},
        "sort": "flow",
        "accepts": [],
        "takes": ["pain_point"],
        "axis": "lane",
        "order": "a5",
    }


def test_a_ring_says_what_its_place_means():
    items = methods.zone_items(methods.load("stakeholder_onion"))

    assert {zone_id: item.get("sets") for zone_id, item in items.items()} == {
        "zone:core": {"ring": "core"},
        "zone:direct": {"ring": "direct"},
        "zone:indirect": {"ring": "indirect"},
        "zone:unplaced": None,
    }


def test_the_pain_grid_measures_severity_upwards_and_frequency_to_the_right():
    grid = methods.zone_items(methods.load("pain_grid"))["zone:grid"]

    assert {name: axis["field"] for name, axis in grid["axes"].items()} == {"x": "frequency", "y": "severity"}


def test_what_happens_to_a_boards_zones_does_not_touch_the_method():
    before = json.dumps(methods.load("stakeholder_onion"))

    for item in methods.zone_items(methods.load("stakeholder_onion")).values():
        item["title"]["fi"] = "Muutettu"
        item["accepts"].clear()

    assert json.dumps(methods.load("stakeholder_onion")) == before


def test_stakeholders_of_different_sectors_are_one_entity_with_different_tints():
    kinds = {kind["key"]: kind for kind in methods.load("stakeholder_onion")["kinds"]}

    assert {kind["entity"] for kind in kinds.values()} == {"stakeholders"}
    assert len({kinds[key]["tint"] for key in ("customer", "state", "municipality", "ngo", "company")}) == 5


def test_the_onion_knows_the_relations_and_how_they_are_doing():
    onion = methods.load("stakeholder_onion")

    assert [link["key"] for link in onion["links"]] == [
        *("information", "data", "service", "referral", "money", "guidance_or_regulation"),
        *("responsibility", "membership", "cooperation", "trust", "conflict"),
    ]
    assert [state["key"] for state in onion["link_states"]] == ["works", "weak", "broken", "missing", "planned"]


def meanings(method: str, kind: str) -> dict[str, Any]:
    """The type and choices of each field of a kind."""
    found = next(each for each in methods.load(method)["kinds"] if each["key"] == kind)
    return {field["key"]: (field["type"], field.get("choices")) for field in found["fields"]}


def test_pain_points_mean_the_same_on_the_path_and_on_the_grid():
    """What is carried from one board to the other must find its fields there."""
    path, grid = meanings("service_path", "pain_point"), meanings("pain_grid", "pain_point")

    assert {name: grid.get(name) for name in path} == path


def test_a_challenge_speaks_of_causes_and_partners_as_the_other_maps_do():
    cause, partner = meanings("challenge_canvas", "cause"), meanings("challenge_canvas", "partner")
    pain, stakeholder = meanings("pain_grid", "pain_point"), meanings("stakeholder_onion", "municipality")

    shared = ("cause_type", "solvable_by", "evidence")
    assert {name: cause[name] for name in shared} == {name: pain[name] for name in shared}
    assert partner["involvement_status"] == stakeholder["involvement_status"]


def test_whoever_writes_on_the_challenge_seldom_has_to_choose_a_kind():
    canvas = methods.load("challenge_canvas")

    several = {zone["id"]: zone["accepts"] for zone in canvas["zones"] if len(zone["accepts"]) > 1}

    assert several == {"zone:limits": ["limit", "left_out"], "zone:partners": ["partner", "help_need"]}


def test_every_icon_is_drawn_on_a_board(method):
    drawn = re.findall(r"icons/([a-z0-9-]+)\.svg", ICONS.read_text("utf-8"))

    assert [kind["icon"] for kind in method["kinds"] if kind["icon"] not in drawn] == []


def test_order_keys_are_those_of_appending_one_after_another():
    keys = [order_key(index) for index in range(5000)]

    assert keys[:12] == ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "aA", "aB"]
    assert keys[60:64] == ["ay", "az", "b00", "b01"]
    assert keys[62 + 62**2] == "c000"
    assert all(before < after for before, after in pairwise(keys))


def test_a_method_that_the_library_does_not_have_needs_no_code(tmp_path):
    put(tmp_path, duty_rota())
    put(tmp_path, impact_effort())

    library = methods.Library.from_folder(tmp_path)

    assert [method["key"] for method in library.catalogue()] == ["duty_rota", "impact_effort"]
    items = methods.zone_items(library.load("duty_rota"))
    assert {zone_id: (item["order"], item.get("axis"), item["accepts"]) for zone_id, item in items.items()} == {
        "zone:plan": ("a0", "phase", []),
        "zone:do": ("a1", "phase", []),
        "zone:who": ("a0", "lane", []),
        "zone:rules": ("a1", "lane", []),
        "zone:unplaced": ("z" * 27, None, ["party", "rule"]),
    }


def a_note(method: dict[str, Any]) -> dict[str, Any]:
    """A note in the first place that holds notes."""
    kind = method["kinds"][0]["key"]
    if method["layout"] == "matrix":
        zone, place = f"{method['phases'][0]['id']}/{method['lanes'][0]['id'][5:]}", {"order": "a0"}
    else:
        zone = method["zones"][0]["id"]
        place = {"x": 9_000, "y": 1_000} if method["zones"][0]["sort"] == "plane" else {"order": "a0"}
    return {"kind": kind, "text": "Siilinjärvi", "lang": "fi", "zone": zone, "author": "p:bjorn", **place}


@pytest.mark.parametrize(
    "made",
    [duty_rota(), own_columns(), impact_effort(), sectors(), free_ground("network"), free_ground("free")],
    ids=lambda made: made["layout"],
)
def test_a_method_of_every_layout_gives_an_artefact_in_every_format(tmp_path, made):
    put(tmp_path, made)
    method = methods.Library.from_folder(tmp_path).load(made["key"])
    first = opening("b", methods.zone_items(method), {"authors": "names"}, NOON, {"note:1": a_note(method)})
    state = apply(empty("b", Rules.of(method)), first)

    artefact = derive(method, state.items, PROVENANCE)

    Draft202012Validator(json_schema()).validate(artefact)
    assert "unplaced" not in artefact["items"][0]["place"]
    assert [
        name for name, each in FORMATS.items() if "järvi" not in each.write(artefact, "fi").decode("utf-8", "replace")
    ] == []


def test_a_board_can_keep_the_version_that_it_began_with(tmp_path):
    put(tmp_path, duty_rota(), "duty_rota.1.json")
    put(tmp_path, duty_rota() | {"version": 2})

    library = methods.Library.from_folder(tmp_path)

    assert [method["version"] for method in library.catalogue()] == [2]
    assert library.load("duty_rota")["version"] == 2
    assert library.load("duty_rota", 1)["version"] == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "mine.json: not a JSON file"),
        ("[]", "mine.json: not a JSON object"),
        ('{"key": "a", "key": "b"}', "mine.json: not a JSON file: key is there twice in one object"),
        ('{"version": NaN}', "mine.json: not a JSON file: NaN is not a whole number"),
        ('{"version": 1e999}', "mine.json: not a JSON file: 1e999 is not a whole number"),
        (json.dumps(duty_rota()), "mine.json: key: the file would be called duty_rota.json or duty_rota.1.json"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path, text, said):
    (tmp_path / "mine.json").write_text(text, encoding="utf-8")

    with pytest.raises(methods.FaultyMethodError) as caught:
        methods.Library.from_folder(tmp_path)

    assert str(caught.value).startswith(said)


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "mine.json").write_bytes(b"\xff\xfe")

    with pytest.raises(methods.FaultyMethodError, match=r"^mine\.json: not a JSON file"):
        methods.Library.from_folder(tmp_path)
