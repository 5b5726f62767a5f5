"""What is drawn: the same figures as the sentences have, worked by hand."""

from __future__ import annotations

import math
import re
from itertools import combinations

import pytest

from facilitator.artefacts.formats import FORMATS
from facilitator.artefacts.formats.report.network import MARK, lay
from facilitator.artefacts.insights.pain_by_phase import pain_by_phase
from facilitator.artefacts.plots import grids, network, pain_curve, plots
from facilitator.artefacts.plots.network import MOST, around
from facilitator.artefacts.words import LANGUAGES
from tests.artefacts.makers import artefact, ballot, blank, board, grid, link, note, onion, path
from tests.hostile.page import Page


def report(found: dict, language: str = "fi") -> str:
    return FORMATS["html"].write(found, language).decode()


def star(count: int, **links: dict) -> dict:
    """A network of one in the middle and so many around it, all joined to it; the first of them not well."""
    notes = {
        f"note_{at}": note("organisation", f"Toimija {at}", "zone:local", order=f"b{at:03}") for at in range(count)
    }
    middle = {"note_m": note("people", "Yrittäjä", "zone:centre")}
    states = {0: {"state": "broken"}}
    joined = {
        f"link_{at}": link(f"note:{at}", "note:m", "service", **states.get(at, {"state": "works"}))
        for at in range(count)
    }
    return artefact("actor_network", board("actor_network", **middle, **notes, **joined, **links))


def test_the_pain_curve_has_every_phase_and_says_of_what_its_pain_is_made():
    (plot,) = pain_curve(path())

    told = {phase["id"]: phase["pains"] for phase in plot["phases"]}
    assert list(told) == ["zone:notice", "zone:find", "zone:apply", "zone:wait", "zone:continue"]
    assert plot["voted"] is True
    assert told["zone:apply"] == [{"note": "note:3", "votes": 3, "severity": 4, "frequency": None, "weight": 36}]
    assert told["zone:wait"] == [{"note": "note:4", "votes": 2, "severity": 2, "frequency": None, "weight": 12}]
    assert told["zone:notice"] == []


@pytest.mark.parametrize("changed", [{}, {"ballot_1": ballot("Mistä?", {})}, {"note_3": note("idea", "Ei kipua")}])
def test_the_curve_weighs_as_much_as_its_sentence_says(changed):
    found = path(**changed)

    ((sentence,), (plot,)) = pain_by_phase(found), pain_curve(found)

    assert sum(pain["weight"] for phase in plot["phases"] for pain in phase["pains"]) == sentence["value"]


def test_nothing_is_drawn_of_a_path_that_nobody_graded_nor_of_a_board_without_one():
    ungraded = {f"note_{at}": note("pain_point", "Jono", "zone:wait/pain", order=f"a{at}") for at in (3, 4)}

    assert pain_curve(path(**ungraded)) == []
    assert plots(blank()) == []


def test_a_grid_says_in_which_fifth_each_note_lies():
    third = note("pain_point", "Jonotus", "zone:grid", x=5_000, y=2_000)
    (plot,) = grids(grid(note_4=third))

    assert plot["notes"] == [
        {"note": "note:1", "x": 5, "y": 5},
        {"note": "note:2", "x": 1, "y": 3},
        {"note": "note:4", "x": 3, "y": 2},
    ]
    assert (plot["x"]["low"]["fi"], plot["y"]["high"]["fi"]) == ("Harvoin", "Estää etenemisen")
    assert grids(grid()) == []


def test_a_network_has_its_hub_first_and_how_each_is_joined():
    (plot,) = network(star(5))

    assert plot["notes"][0] == {"note": "note:m", "relations": 5}
    assert [each["relations"] for each in plot["notes"][1:]] == [1] * 5
    assert [each["state"] for each in plot["relations"]] == ["broken", *["works"] * 4]
    assert plot["left"] == 0
    assert network(onion()) == []


def test_a_large_network_shows_those_with_most_relations_and_says_how_many_it_left():
    (plot,) = network(star(50))

    assert (len(plot["notes"]), plot["left"]) == (MOST, 51 - MOST)
    assert {end for each in plot["relations"] for end in (each["from"], each["to"])} == {
        each["note"] for each in plot["notes"]
    }


def test_neighbours_stand_beside_each_other():
    ring = [{"from": a, "to": b} for a, b in ("ac", "ce", "eb", "bd")]

    assert around("abcde", ring) == ["a", "c", "e", "b", "d"]


@pytest.mark.parametrize("count", [1, 2, 7, MOST])
def test_the_marks_of_a_network_never_cover_each_other(count):
    spots = lay([f"note:{at}" for at in range(count)])

    assert all(math.dist(one, other) > 2 * MARK for one, other in combinations(spots.values(), 2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_has_each_plot_with_a_name_and_its_table(language):
    for found, name in ((path(), "pain"), (star(6), "network")):
        text = report(found, language)

        assert f'aria-labelledby="board-1-{name}-title board-1-{name}-words"' in text
        assert all(text.count(f'id="board-1-{name}-{part}"') == 1 for part in ("title", "words"))
    assert report(star(6)).count('class="arrow broken"') == 1
    assert "Katkoviiva ja rasti" in report(star(6))


def test_the_pain_curve_s_table_tells_each_pain_point_apart_and_together():
    (told,) = re.findall(r"<table[^>]*><caption>Kipu polun varrella.*?</table>", report(path()), re.DOTALL)
    rows = [Page(row).texts for row in re.findall(r"<tr>.*?</tr>", told, re.DOTALL)]

    assert rows[0] == ["Nro", "Teksti", "Vaihe", "Ääniä", "Vakavuus", "Yleisyys", "Yhdessä"]
    assert rows[1][1:] == ["Sama tieto kysytään kolmesti", "Hoidan asian", "3", "4", "?", "36"]
