"""What the map shows, each worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facilitator.artefacts.insights import INSIGHTS
from facilitator.artefacts.insights.changed_since import changed_since
from facilitator.artefacts.insights.handovers import borders
from tests.artefacts.journeys import around, talked_about, told, wandering, weary
from tests.artefacts.makers import EVERY_METHOD, artefact, ballot, blank, board, grid, link, note, onion, path

EVERY = (*INSIGHTS, changed_since)


@pytest.mark.parametrize(
    ("owners", "count"),
    [
        ([], 0),
        (["kela"], 0),
        (["kela", "kela", None, "espoo", "dvv"], 2),
        ([None, "kela", None, None, "kela"], 0),
        (["a", "b", "a", "b"], 3),
    ],
)
def test_an_unknown_owner_is_no_border(owners, count):
    assert borders(owners) == count


def test_handovers_follow_the_path_from_owner_to_owner():
    sentence = "Asiakas siirtyy organisaatiosta toiseen kerran: ”PRH” → ”Verohallinto” (”Odotan”)."

    assert told(path(), "handovers") == [(1, sentence, ["note:1", "note:2"])]


def test_the_same_owner_in_other_letters_is_no_handover_and_who_takes_part_is_no_owner():
    def owner(text: str, zone: str, part: str | None = None) -> dict[str, Any]:
        return note("organisation", text, f"zone:{zone}/organisation", fields={"part": part})

    found = path(
        note_1=owner("PRH", "notice"),
        note_2=owner("Kela", "find", "takes_part"),
        note_6=owner(" prh", "apply", "responsible"),
        note_7=owner("Verohallinto", "wait"),
        note_8=owner("PRH", "continue"),
        note_9=note("organisation", "DVV"),
    )

    sentence = (
        "Asiakas siirtyy organisaatiosta toiseen 2 kertaa: ”prh” → ”Verohallinto” (”Odotan”), "
        "”Verohallinto” → ”PRH” (”Jatkan eteenpäin”)."
    )
    assert told(found, "handovers") == [(2, sentence, ["note:1", "note:6", "note:7", "note:8"])]


def test_the_pain_sits_where_votes_times_severity_is_greatest():
    """3 votes × severity 4 = 12 in one phase; 2 votes × 2 = 4 in the other; 12 of 16 is 75 %."""
    sentence = "Eniten kipua on vaiheessa ”Hoidan asian”: 75\N{NO-BREAK SPACE}% (äänet × vakavuus × yleisyys)."

    assert told(path(), "pain_on_path") == [(75, sentence, ["note:3"])]


def test_pain_that_nobody_graded_counts_as_the_middle():
    """1 vote × 3, and 2 votes × 2: the second phase, 4 of 7, 57 %."""
    found = path(
        note_3=note("pain_point", "Lomake", "zone:apply/pain"), ballot_1=ballot("?", {"note:3": 1, "note:4": 2})
    )

    assert [(value, notes) for value, _, notes in told(found, "pain_on_path")] == [(57, ["note:4"])]


def test_without_votes_nothing_is_said_of_where_the_pain_sits():
    assert told(path(ballot_1=ballot("?", {})), "pain_on_path") == []


def test_each_ballot_names_what_came_first_and_equals_together():
    found = path(
        ballot_1=ballot("Mistä?", {"note:3": 2, "note:4": 2}),
        ballot_2=ballot("Teema", {"cluster:1": 4}, over="clusters"),
    )

    assert told(found, "most_voted") == [
        (
            2,
            "Äänestys ”Mistä?”, eniten ääniä (2): ”Sama tieto kysytään kolmesti”, ”Jono on pitkä”.",
            ["note:3", "note:4"],
        ),
        (4, "Äänestys ”Teema”, eniten ääniä (4): ”Odottaminen”.", ["note:3", "note:4"]),
    ]


def test_a_long_note_is_quoted_short_and_on_one_line():
    found = path(note_3=note("pain_point", "rivi\n" * 40, "zone:apply/pain"))

    sentence = told(found, "most_voted")[0][1]
    assert "\n" not in sentence
    assert sentence.endswith("rivi…”.")


def test_pain_without_an_idea_is_counted_once_ideas_have_their_turn():
    assert told(path(), "pains_without_idea") == [(1, "1 kipupisteeseen ei ole liitetty yhtään ideaa.", ["note:4"])]
    assert told(grid(), "pains_without_idea") == []
    assert told(path(link_2=link("note:4", "note:5", "causes")), "pains_without_idea") == []


def test_broken_and_missing_relations_are_counted_weak_ones_are_not():
    found = onion(
        link_2=link("note:1", "note:3", "data", state="missing"), link_3=link("note:3", "note:1", "data", state="weak")
    )

    assert told(onion(), "broken_relations") == [(1, "1 suhde on poikki tai puuttuu.", ["note:2", "note:1"])]
    assert [value for value, _, _ in told(found, "broken_relations")] == [2]


def test_stakeholders_are_counted_kind_by_kind():
    sentence = "Sidosryhmiä kartalla: 3 (Asiakas 1, Valtio 1, Kunta 1)."

    assert told(onion(), "stakeholders_by_kind") == [(3, sentence, ["note:1", "note:2", "note:3"])]


def test_a_sector_that_nobody_stands_for_is_named():
    assert told(onion(), "missing_sectors") == [
        (2, "Kartalta puuttuu: yritykset, kolmas sektori.", ["note:2", "note:3"])
    ]
    complete = {"note_4": note("company", "Kahvila", "zone:direct"), "note_5": note("ngo", "Neuvola ry", "zone:direct")}
    assert told(onion(**complete), "missing_sectors") == []


def test_the_heaviest_pain_is_severity_times_frequency():
    """5 × 5 above on the right; 1 × 3 on the left."""
    sentence = "Vakavuus × yleisyys on suurin (25): ”Lomake on vain suomeksi”."

    assert told(grid(), "heaviest_pain") == [(25, sentence, ["note:1"])]


def roles(**items: dict[str, Any]) -> dict[str, Any]:
    """Four tasks: one has an answer, one has two, one has only somebody who does it, one has nobody."""
    usual = {
        "note_1": note("accountable", "Kunta", "zone:task_1/accountable"),
        "note_2": note("accountable", "Kela", "zone:task_2/accountable"),
        "note_3": note("accountable", "Migri", "zone:task_2/accountable", order="a1"),
        "note_4": note("responsible", "PRH", "zone:task_3/responsible"),
    }
    return artefact("role_matrix", board("role_matrix", **(usual | items)))


def test_a_task_needs_exactly_one_who_answers_for_it():
    sentence = "Näillä tehtävillä ei ole tasan yhtä vastaavaa: ”Tehtävä 2”, ”Tehtävä 3”, ”Tehtävä 4”."

    assert told(roles(), "open_tasks") == [(3, sentence, ["note:2", "note:3", "note:4"])]


def test_a_division_in_which_each_task_has_its_one_says_nothing():
    whole = {f"note_{n}": note("accountable", "Kunta", f"zone:task_{n}/accountable") for n in (2, 3, 4)}
    gone = {"note_3": note("accountable", "Kunta", "zone:task_3/accountable")}

    assert told(roles(**(whole | gone)), "open_tasks") == []
    assert told(artefact("role_matrix", board("role_matrix")), "open_tasks") == []


def roadmap(**items: dict[str, Any]) -> dict[str, Any]:
    """An action now with an owner, and one that nobody has taken on."""
    usual = {
        "note_1": note("action", "Koulutetaan", "zone:now/skills", fields={"owner": "Kirjasto"}),
        "note_2": note("action", "Valokuitu", "zone:later/infrastructure"),
    }
    return artefact("roadmap_nnl_compass", board("roadmap_nnl_compass", **(usual | items)))


def test_an_action_needs_somebody_a_time_and_on_a_roadmap_an_indicator():
    """The first lacks an indicator, the second an owner and an indicator; a place in *now* is a time."""
    sentence = "2 toimenpidettä kaipaa täsmennystä. Puuttuu: vastuutaho 1, mittari 2."
    whole = {"owner": "Kunta", "due": "2027-01-15", "measure": "Osallistujia"}

    assert told(roadmap(), "vague_actions") == [(2, sentence, ["note:1", "note:2"])]
    assert [value for value, _, _ in told(roadmap(note_3=note("action", "Selvitetään")), "vague_actions")] == [3]
    precise = note("action", "Selvitetään", fields=whole)
    assert [value for value, _, _ in told(roadmap(note_3=precise), "vague_actions")] == [2]


def test_a_follow_up_that_points_at_an_action_is_its_indicator():
    found = roadmap(
        note_3=note("follow_up", "Kävijöitä kuussa", "zone:follow_up/skills"),
        link_1=link("note:3", "note:1", "measures"),
    )

    sentence = "1 toimenpide kaipaa täsmennystä. Puuttuu: vastuutaho 1, mittari 1."
    assert told(found, "vague_actions") == [(1, sentence, ["note:2"])]


def test_where_an_action_has_no_indicator_none_is_asked_for():
    found = blank(note_5=note("action", "Soitetaan", "zone:next", order="a2", fields={"owner": "PRH"}))

    sentence = "1 toimenpide kaipaa täsmennystä. Puuttuu: aika 1."
    assert told(found, "vague_actions") == [(1, sentence, ["note:5"])]


@pytest.mark.parametrize("key", EVERY_METHOD)
def test_an_empty_board_shows_nothing(key):
    assert artefact(key, board(key))["insights"] == []


def test_every_insight_is_told_here_in_three_languages():
    makers = [*EVERY_METHOD.values(), roles, roadmap, wandering, weary, talked_about, around]
    said = {each["key"]: each for make in makers for each in make()["insights"]}
    said |= {each["key"]: each for each in changed_since(path(), wandering())}

    assert set(said) == {tell.__name__ for tell in EVERY}
    for each in said.values():
        assert set(each["text"]) == {"fi", "sv", "en"}
        assert all(text.endswith(".") and "{" not in text for text in each["text"].values())
        assert len(set(each["text"].values())) == 3


def test_every_insight_is_documented():
    page = (Path(__file__).resolve().parents[2] / "docs" / "artefacts.md").read_text("utf-8")

    assert [tell.__name__ for tell in EVERY if f"| `{tell.__name__}` |" not in page] == []
