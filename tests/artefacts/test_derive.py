"""From what a board holds to what the record keeps."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given, strategies

from facilitator import methods
from facilitator.artefacts import canonical, content_digest, derive, digest
from facilitator.artefacts.formats import html, markdown
from facilitator.artefacts.places import scale
from tests.artefacts.makers import (
    EVERY_METHOD,
    PROVENANCE,
    artefact,
    ballot,
    blank,
    board,
    grid,
    item,
    link,
    note,
    onion,
    path,
)
from tests.hostile.page import Page


def test_a_ring_becomes_a_field_and_the_angle_only_comfort():
    migri = item(onion(), "note:2")

    assert migri == {
        "id": "note:2",
        "entity": "stakeholders",
        "kind": "state",
        "text": "Migri",
        "lang": None,
        "place": {
            "zone": "zone:core",
            "title": {"fi": "Ydin", "sv": "Kärnan", "en": "Core"},
            "ring": "core",
            "order": "a1",
            "angle": 900,
        },
        "fields": {"form": "organisation", "org_type": "state_agency", "influence": 4, "ring": "core"},
        "evidence": None,
        "alternatives": [],
        "cluster": None,
        "votes": {},
    }


def test_a_cell_tells_phase_and_lane_by_their_names_of_today():
    items = board("service_path", note_1=note("pain_point", "Jono", "zone:wait/pain"))
    items["zone:wait"] = {**items["zone:wait"], "title": "Odotan päätöstä"}

    place = item(artefact("service_path", items), "note:1")["place"]

    assert place == {
        "zone": "zone:wait/pain",
        "title": {
            "fi": "Odotan päätöstä · Kipupisteet",
            "sv": "Odotan päätöstä · Smärtpunkter",
            "en": "Odotan päätöstä · Pain points",
        },
        "phase": "zone:wait",
        "lane": "zone:pain",
        "order": "a0",
    }


def test_a_plane_measures_both_of_its_fields():
    found = grid()

    assert item(found, "note:1")["fields"] == {"frequency": 5, "severity": 5}
    assert item(found, "note:2")["fields"] == {"frequency": 1, "severity": 3}
    assert item(found, "note:2")["place"]["x"] == 0


def test_where_a_note_lies_goes_before_what_was_chosen_earlier():
    found = grid(note_1=note("pain_point", "Jono", "zone:grid", x=0, y=0, fields={"severity": 5, "quote": "Ei taas"}))

    assert item(found, "note:1")["fields"] == {"severity": 1, "frequency": 1, "quote": "Ei taas"}


@pytest.mark.parametrize(("at", "step"), [(0, 1), (1999, 1), (2000, 2), (5000, 3), (7999, 4), (8000, 5), (10000, 5)])
def test_a_fifth_of_an_axis_is_one_step(at, step):
    assert scale(at) == step


def test_notes_of_a_zone_that_is_not_shown_count_as_not_placed():
    items = board(
        "service_path",
        note_1=note("pain_point", "Jono", "zone:wait/pain"),
        note_2=note("pain_point", "Kadonnut", "zone:never"),
    )
    del items["zone:wait"]

    found = artefact("service_path", items)

    title = {"fi": "Sijoittamatta", "sv": "Inte placerad", "en": "Not placed"}
    assert [each["place"] for each in found["items"]] == [
        {"zone": "zone:unplaced", "title": title, "unplaced": True, "order": "a0"}
    ] * 2
    assert "zone:wait/pain" not in [zone["id"] for zone in found["zones"]]


def test_notes_come_phase_by_phase_lane_by_lane_and_by_code_point():
    def pain(zone: str, order: str) -> dict[str, Any]:
        return note("pain_point", "x", zone, order=order)

    items = board(
        "service_path",
        note_unplaced=pain("zone:unplaced", "a0"),
        note_late=pain("zone:wait/pain", "a0"),
        note_lower=pain("zone:apply/pain", "aa"),
        note_upper=pain("zone:apply/pain", "aZ"),
        note_b=pain("zone:apply/pain", "a0"),
        note_a=pain("zone:apply/pain", "a0"),
        note_early=note("step", "x", "zone:apply/step"),
    )

    order = [each["id"].partition(":")[2] for each in artefact("service_path", items)["items"]]

    assert order == ["early", "a", "b", "upper", "lower", "late", "unplaced"]


def test_who_wrote_is_left_behind():
    found = onion(
        note_1=note(
            "customer",
            "Yrittäjä",
            "zone:core",
            author="p:chloe",
            organisation="Salainen Oy",
            alternatives=[{"text": "Perustaja", "by": "p:dana", "seq": 9}],
        )
    )

    assert item(found, "note:1")["alternatives"] == ["Perustaja"]
    assert not any(word in json.dumps(found) for word in ('"author"', "bjorn", "chloe", "dana", "Salainen"))


def test_an_end_that_is_not_there_takes_the_relation_the_member_the_field_and_the_sum_along():
    found = path(
        link_2=link("note:5", "note:none", "solves"),
        cluster_1={"title": "Odottaminen", "notes": ["note:none", "note:4"]},
        ballot_1=ballot("Mistä?", {"note:none": 7, "note:4": 1, "note:3": 0}),
    )

    assert [relation["id"] for relation in found["relations"]] == ["link:1"]
    assert found["clusters"][0]["notes"] == ["note:4"]
    assert found["votes"][0]["sums"] == {"note:4": 1}


def test_votes_stand_beside_what_got_them():
    found = path(ballot_2=ballot("Teemat", {"cluster:1": 4}, over="clusters"))

    assert item(found, "note:3")["votes"] == {"ballot:1": 3}
    assert found["clusters"] == [
        {"id": "cluster:1", "title": "Odottaminen", "notes": ["note:3", "note:4"], "votes": {"ballot:2": 4}}
    ]
    assert [item(found, each)["cluster"] for each in ("note:3", "note:4", "note:5")] == ["cluster:1", "cluster:1", None]


def test_an_open_ballot_has_no_sums():
    found = path(ballot_1=ballot("Mistä?", {"note:3": 3}, open=True))

    assert found["votes"][0] | {"zones": 0} == {
        "ballot": "ballot:1",
        "title": "Mistä?",
        "over": "notes",
        "each": 3,
        "per_note": 2,
        "zones": 0,
        "open": True,
        "voters": None,
        "secret": None,
        "sums": {},
    }
    assert item(found, "note:3")["votes"] == {}


def test_decisions_actions_and_open_questions_are_found_without_knowing_the_method():
    found = blank()

    assert found["decisions"] == [
        {"id": "note:3", "text": "Kokeillaan yhtä lomaketta", "by": None, "reason": "Vähiten työtä"}
    ]
    assert found["actions"] == [
        {"id": "note:4", "text": "Piirretään lomake", "owner": "PRH", "due": "2027-01-15", "status": None}
    ]
    assert found["open_questions"] == [{"id": "note:2", "text": "Kuka omistaa tiedon?", "owner": "Koivurannan kunta"}]
    assert blank(link_1=link("note:1", "note:2", "answers"))["open_questions"] == []


def test_evidence_stands_beside_the_other_fields():
    assert item(onion(), "note:3")["evidence"] == "heard"
    assert "evidence" not in item(onion(), "note:3")["fields"]


def test_languages_are_those_that_notes_say_they_are_in():
    assert onion()["provenance"]["languages"] == ["fi"]


def test_without_an_id_it_is_a_draft():
    draft = derive(methods.load("pain_grid"), board("pain_grid"), PROVENANCE)

    assert (draft["id"], draft["version"], draft["state"], draft["items"]) == (None, 0, "draft", [])


def test_a_note_that_was_left_out_is_counted_and_in_nothing_else():
    """Also its relations, its place in a theme and its votes leave with it."""
    notes = {f"note_{number}": note("pain_point", f"Kohta {number}") for number in (1, 2, 3)}
    notes["note_2"]["out"] = True
    found = artefact(
        "service_path",
        board(
            "service_path",
            **notes,
            link_1=link("note:1", "note:2", "causes"),
            cluster_1={"title": "Tieto ei kulje", "notes": ["note:2", "note:3"], "author": "p:bjorn"},
            ballot_1=ballot("Ensin?", {"note:2": 3, "note:3": 1}),
        ),
    )

    assert (found["left_out"], [each["id"] for each in found["items"]]) == (1, ["note:1", "note:3"])
    assert (found["relations"], found["clusters"][0]["notes"]) == ([], ["note:3"])
    assert found["votes"][0]["sums"] == {"note:3": 1}
    assert "note:2" not in canonical(found).decode()
    assert artefact("service_path", board("service_path"))["left_out"] == 0


def test_a_renamed_phase_is_other_content_also_when_it_is_empty():
    items = board("service_path")
    renamed = items | {"zone:apply": items["zone:apply"] | {"title": "Lupaa haetaan"}}

    assert artefact("service_path", items)["content_digest"] != artefact("service_path", renamed)["content_digest"]


@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_the_digests_are_over_what_they_say(make):
    found = make()

    assert found["digest"] == digest(found)
    assert found["content_digest"] == content_digest(found)
    assert found["digest"] != make(note_9=note("pain_point", "Uusi"))["digest"]


@given(strategies.randoms(use_true_random=False))
def test_the_same_items_in_any_order_are_the_same_bytes(random):
    """I12."""
    items = board("service_path", **{f"note_{n}": note("pain_point", str(n), "zone:apply/pain") for n in range(6)})
    shuffled = list(items.items())
    random.shuffle(shuffled)

    assert canonical(artefact("service_path", dict(shuffled))) == canonical(artefact("service_path", items))


def test_when_and_by_whom_it_was_taken_is_not_content():
    items = board("pain_grid", note_1=note("pain_point", "Jono"))
    early, late = artefact("pain_grid", items), artefact("pain_grid", items, revision=99, taken_by="system")

    assert early["content_digest"] == late["content_digest"]
    assert early["digest"] != late["digest"]


@pytest.mark.parametrize("make", EVERY_METHOD.values(), ids=EVERY_METHOD)
def test_the_digest_can_be_checked_without_us(make):
    """Members have ASCII names and numbers are whole, so sorting and no spaces is all that RFC 8785 asks for here."""
    found = make()
    without = {name: value for name, value in found.items() if name != "digest"}

    text = json.dumps(without, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert hashlib.sha256(text.encode()).hexdigest() == found["digest"]


def test_canonical_json_sorts_by_utf_16_and_writes_numbers_one_way():
    """RFC 8785, 3.2.2.3 and 3.2.3: here code points and UTF-16 disagree on the order of the last two members."""
    value = {"b": 1.0, "a": [True, None, "ä\n"], "\U0001f600": -0.0, "\ufb33": 1e-7}

    assert canonical(value) == '{"a":[true,null,"ä\\n"],"b":1,"\U0001f600":0,"\ufb33":1e-7}'.encode()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**60, "\ud800"])
def test_what_json_cannot_carry_is_refused(value):
    with pytest.raises(ValueError):  # noqa: PT011 - the library has one class for each, all of this family
        canonical({"a": value})


def test_a_canvas_carries_both_texts_of_its_challenge():
    items = board(
        "challenge_canvas",
        note_1=note("problem", "Sama tieto kysytään kolmesti", "zone:problem"),
        note_2=note("how_might_we", "Miten voisimme kysyä kerran?", "zone:how_might_we", order="a0"),
        note_3=note("how_might_we", "Miten voisimme kysyä oikein?", "zone:how_might_we", order="a1"),
        note_4=note("problem", "Ei missään"),
        ballot_1=ballot("Mikä ensin?", {"note:3": 2, "note:2": 1}),
    )

    told = artefact("challenge_canvas", items)

    assert told["provenance"]["project"]["challenge"] == "Sama tieto kysytään kolmesti."
    assert [(each["zone"], each["texts"]) for each in told["refined"]] == [
        ("zone:problem", ["Sama tieto kysytään kolmesti"]),
        ("zone:how_might_we", ["Miten voisimme kysyä oikein?", "Miten voisimme kysyä kerran?"]),
    ]
    for written in (markdown.write(told, "fi").decode(), "\n".join(Page(html.write(told, "fi").decode()).texts)):
        assert "Haaste hakemuksessa" in written
        assert "Sama tieto kysytään kolmesti." in written
        assert "Kirjoitettu 30.9.2026" in written
        assert "Haaste tarkennettuna" in written


def test_other_methods_refine_no_challenge():
    told = artefact("pain_grid", board("pain_grid"))

    assert told["refined"] == []
    assert "Haaste tarkennettuna" not in html.write(told, "fi").decode()


def test_what_the_board_shows_stands_with_its_method_and_makes_another_content():
    items = board("service_blueprint", note_1=note("step", "Haen", "zone:apply/step"))
    unsaid = artefact("service_blueprint", items)
    said = artefact("service_blueprint", items | {"board": items["board"] | {"variant": "to_be"}})

    assert "variant" not in unsaid["method"]
    assert said["method"]["variant"] == {
        "key": "to_be",
        "title": {"fi": "Tavoitetila", "sv": "Målbild", "en": "To-be"},
    }
    assert said["content_digest"] != unsaid["content_digest"]
    assert Page(html.write(said, "fi").decode()).says("Service blueprint · Tavoitetila · Versio 1")
    assert "Service blueprint · Tavoitetila" in markdown.write(said, "fi").decode()
