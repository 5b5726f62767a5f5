"""Typed fields: what each type takes, and what whoever leaves its bounds is told."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal, Rules, decide, empty, opening
from facilitator.engine.fields import FieldRule, as_meant
from tests.engine.settings import AINO, BJORN, METHOD, NOON, ZONES, Log, operation, words

TITLE = words("Kesto")


def rule(kind: str) -> FieldRule:
    return FieldRule(kind, frozenset({"rule", "system"}) if kind.startswith("choice") else frozenset(), TITLE)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("scale5", 1),
        ("scale5", 5),
        ("emotion", -2),
        ("emotion", 2),
        ("number", -1_000_000_000),
        ("number", 0),
        ("choice", "rule"),
        ("choices", ["rule", "system"]),
        ("date", "2028-02-29"),
        ("flag", False),
        ("item", "note:a"),
        ("stakeholder", "Yksinhuoltaja"),
        ("organisation", "Kela"),
        ("organisations", ["PRH", "Kunta, sivistystoimi", "Etelä-Pohjanmaan ELY/TE"]),
        ("stakeholders", [f"Kunta {number}" for number in range(20)]),
        ("reference", "VN/30844/2022, laki 434/2003 § 7, puhelu 12 min"),
        ("link", "https://www.suomi.fi/ohje?a=1#b"),
        ("link", "http://[::1]:8080/"),
        ("text", "x" * 500),
    ],
)
def test_a_value_within_its_bounds_is_taken(kind, value):
    assert rule(kind).refuses("f", value) is None


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        *[("scale5", value, "field.range") for value in (0, 6, 3.5, True, "3", None)],
        *[("emotion", value, "field.range") for value in (-3, 3)],
        *[("number", value, "field.range") for value in (1_000_000_001, "12", [])],
        *[("choice", value, "field.choice") for value in ("law", "", ["rule"], 1)],
        *[("choices", value, "field.choice") for value in ([], ["rule", "rule"], ["law"], "rule", [["rule"]])],
        *[("date", value, "field.date") for value in ("2027-02-29", "1.1.2027", "20270101", 2027)],
        *[("flag", value, "field.wrong") for value in (1, "true")],
        *[("organisation", value, "field.name") for value in ("", "x" * 201, "Kela\nVero", 7)],
        *[
            ("stakeholders", value, "field.names")
            for value in (
                "PRH",
                [],
                [""],
                [7],
                ["PRH", "PRH"],
                ["PRH; Kela"],
                ["PRH · Kela"],
                ["PRH / Kela"],
                ["PRH\nKela"],
                [" PRH"],
                ["x" * 201],
                [f"Kunta {number}" for number in range(21)],
            )
        ],
        *[("reference", value, "field.person") for value in ("aino@kunta.fi", "131052-308T", "p. 040 123 4567")],
        *[
            ("link", value, "field.link")
            for value in (
                "javascript:alert(1)",
                "//suomi.fi",
                "https://",
                "https://aino:salasana@suomi.fi",
                "https://suomi.fi/a b",
                "https://suomi.fi:99999999/",
                "https://suomi.fi/" + "x" * 500,
                7,
            )
        ],
    ],
)
def test_a_value_beyond_them_is_refused_with_the_fields_name(kind, value, code):
    answer = rule(kind).refuses("duration", value)

    assert answer is not None
    assert (answer[0], answer[1]["field"]) == (code, "duration")
    assert answer[1].get("title", TITLE) == TITLE


def test_the_refusal_of_a_number_names_its_range_and_nothing_happens():
    log = Log()
    note = log.note(BJORN, "1")

    answer = log.does(BJORN, "note.set", note=note, fields={"quote": "Uudestaan", "severity": 6})

    assert answer == Refusal("field.range", {"field": "severity", "title": "severity", "low": 1, "high": 5})
    assert "fields" not in log.state.items[note]


@pytest.mark.parametrize("value", ["shown", "hidden"])
def test_those_who_lead_switch_evidence_on_and_off(value):
    log = Log()

    assert isinstance(log.does(BJORN, "board.set", fields={"evidence": value}), Refusal)
    event = log.did(AINO, "board.set", fields={"evidence": value})

    assert event.changes == [{"id": "board", "set": {"evidence": value}}]


def test_it_is_switched_to_nothing_else():
    assert Log().does(AINO, "board.set", fields={"evidence": True}) == Refusal("field.wrong", {"field": "evidence"})


def test_a_number_keeps_its_unit_out_of_its_value():
    waiting = {"key": "wait", "type": "number", "title": words("Odotus"), "unit": words("päivää")}
    method = METHOD | {"kinds": [{"key": "pain", "fields": [waiting]}]}
    state = empty("board-1", Rules.of(method))
    zones = {name: zone for name, zone in ZONES.items() if "idea" not in zone["accepts"]}
    state.absorb(opening("board-1", zones, {"method": {"key": "small", "version": 1}, "authors": "names"}, NOON))
    adding = {"note": "note:a", "kind": "pain", "text": "Jono", "zone": "zone:apply/pain", "order": "a0"}

    answer = decide(state, operation("note.add", **adding, fields={"wait": "30 päivää"}), BJORN, NOON)

    assert answer == Refusal(
        "field.range",
        {"field": "wait", "title": words("Odotus"), "low": -1_000_000_000, "high": 1_000_000_000},
    )


def test_several_names_are_one_value_that_the_last_writer_has_written():
    payers = {"key": "payers", "type": "organisations", "title": words("Maksajat")}
    log = Log()
    log.state = empty(
        "board-1", Rules.of(METHOD | {"kinds": [{"key": "pain", "fields": [payers]}, METHOD["kinds"][1]]})
    )
    log.state.absorb(log.events[0])
    note = log.note(BJORN, "1")

    first = log.did(BJORN, "note.set", note=note, fields={"payers": ["PRH", "Ve\u0301ro\u0007"]})
    log.did(AINO, "note.set", note=note, fields={"payers": ["Kela"]})
    refused = log.does(AINO, "note.set", note=note, fields={"payers": ["Kela", "\u200b"]})

    assert first.changes == [{"id": note, "set": {"fields": {"payers": ["PRH", "Véro"]}}}]
    assert log.state.items[note]["fields"] == {"payers": ["Kela"]}
    assert refused == Refusal("text.empty", {"field": "payers"})


def test_what_was_one_text_becomes_several_names_where_these_are_asked():
    several, text = FieldRule("stakeholders"), FieldRule("text")

    assert as_meant(several, "Kunta · PRH; Kunta") == ["Kunta", "PRH"]
    assert (as_meant(several, ["Kunta"]), as_meant(text, "Kunta; PRH")) == (["Kunta"], "Kunta; PRH")
