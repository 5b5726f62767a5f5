"""What the map shows of a path and of those around it, each worked out by hand."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import methods
from facilitator.artefacts.insights.changed_since import changed_since
from tests.artefacts.journeys import talked_about, told, wandering
from tests.artefacts.makers import artefact, ballot, board, challenge, grid, link, note, path

PHASES = [phase["id"] for phase in methods.load("service_path")["phases"]]


def test_data_that_two_phases_ask_for_is_asked_for_again():
    """The certificate when applying and when waiting, in other letters; the address once."""
    sentence = "Samaa tietoa kysytään uudelleen: ”Tulotodistus” (2 ×)."

    assert told(wandering(), "asked_again") == [(1, sentence, ["note:9", "note:10"])]


def test_data_that_is_named_twice_in_one_phase_is_asked_for_once():
    assert told(wandering(note_9=note("data_flow", "Tulotodistus", "zone:wait/data")), "asked_again") == []


def test_data_that_an_authority_has_is_counted_where_somebody_says_so():
    sentence = "1 kysytty tieto on jollakin viranomaisella jo."

    assert told(wandering(), "already_held") == [(1, sentence, ["note:9"])]
    assert told(wandering(note_9=note("data_flow", "Tulotodistus", "zone:apply/data")), "already_held") == []


def test_a_channel_breaks_where_neighbours_have_none_in_common():
    """From the web to a letter; from a letter to a letter or an e-mail one can go on."""
    sentence = "Asiointikanava vaihtuu kerran: Verkkopalvelu → Kirje (”Odotan”)."

    assert told(wandering(), "channel_breaks") == [(1, sentence, ["note:6", "note:7"])]


def test_a_phase_whose_channels_nobody_told_is_no_break():
    by_letter = note("touchpoint", "Lomake", "zone:apply/touchpoint", fields={"channel": ["letter"]})

    assert (
        told(wandering(note_6=by_letter, note_7=note("touchpoint", "?", "zone:wait/touchpoint")), "channel_breaks")
        == []
    )


def test_a_step_is_owned_by_its_phase_or_by_an_arrow():
    """Noticing and waiting are nobody's; an arrow from DVV gives the waiting an owner."""
    sentence = "2 askeleella ei ole vastuuorganisaatiota."

    assert told(wandering(), "steps_without_owner") == [(2, sentence, ["note:1", "note:3"])]
    owned = wandering(link_1=link("note:5", "note:3", "owns"))
    assert [notes for _, _, notes in told(owned, "steps_without_owner")] == [["note:1"]]


def test_before_any_owner_is_named_no_step_is_without():
    assert told(wandering(note_4=note("step", "Täytän", "zone:apply/step")), "steps_without_owner") == []


def test_who_lies_in_no_phase_is_named_unless_an_arrow_leads_there():
    assert told(wandering(), "in_no_step") == [(1, "Polun missään vaiheessa ei ole: ”DVV”.", ["note:5"])]
    assert told(wandering(link_1=link("note:5", "note:3", "owns")), "in_no_step") == []
    assert told(wandering(note_5=note("organisation", "migri")), "in_no_step") == []


def test_nobody_has_talked_to_those_of_whom_nothing_says_so():
    """Of the customer there is an assumption, of the association nothing; Migri has committed itself."""
    sentence = "Kartan mukaan 2 osapuolta on vielä kuulematta."

    assert told(talked_about(), "unheard") == [(2, sentence, ["note:1", "note:3"])]
    heard = note("customer", "Yrittäjä", "zone:core", fields={"evidence": "heard"})
    assert [notes for _, _, notes in told(talked_about(note_1=heard), "unheard")] == [["note:3"]]


def test_while_nothing_is_known_of_anybody_nobody_is_said_to_be_unheard():
    unknown = {"note_1": note("customer", "Yrittäjä", "zone:core"), "note_2": note("state", "Migri", "zone:core")}

    assert told(talked_about(**unknown), "unheard") == []


def test_of_those_whom_the_challenge_affects_it_is_a_question_of_its_own():
    some = note("affected", "Yrittäjät", "zone:affected", fields={"heard_from": "some"})
    none = note("affected", "Puolisot", "zone:affected", order="a1", fields={"heard_from": "no"})

    assert [notes for _, _, notes in told(challenge(note_2=some, note_11=none), "unheard")] == [["note:11"]]


def test_pain_is_told_by_phase_apart_and_together():
    """3 votes × 4 × unknown (3) = 36 when applying; 2 × 2 × 5 = 20 when waiting."""
    found = path(note_4=note("pain_point", "Jono", "zone:wait/pain", fields={"severity": 2, "frequency": 5}))
    sentence = (
        "Kipu polun varrella (äänet × vakavuus × yleisyys): ”Hoidan asian” 3 × 4 × ? = 36; ”Odotan” 2 × 2 × 5 = 20."
    )

    assert told(found, "pain_by_phase") == [(56, sentence, ["note:3", "note:4"])]


def test_without_votes_pain_is_severity_and_frequency():
    """4 × 3 when applying, 2 × 3 and 5 × 1 when waiting."""
    found = path(
        ballot_1=ballot("?", {}),
        note_6=note("pain_point", "Kylmä", "zone:wait/pain", order="a1", fields={"severity": 5, "frequency": 1}),
    )
    sentence = (
        "Kipu polun varrella (vakavuus × yleisyys, ei ääniä): ”Hoidan asian” 4 × ? = 12; ”Odotan” 2 × ? + 5 × 1 = 11."
    )

    assert told(found, "pain_by_phase") == [(23, sentence, ["note:3", "note:4", "note:6"])]


def test_what_was_added_removed_moved_and_reworded_since_the_version_before():
    """A theme and a ballot are no notes; one relation is gone."""
    before = path()
    now = artefact(
        "service_path",
        board(
            "service_path",
            note_1=note("organisation", "PRH", "zone:find/organisation"),
            note_2=note("organisation", "Vero", "zone:wait/organisation"),
            note_3=note("pain_point", "Sama tieto kysytään kolmesti", "zone:apply/pain", fields={"severity": 4}),
            note_5=note("idea", "Yksi lomake", "zone:apply/idea"),
            note_6=note("idea", "Kysytään kerran", "zone:apply/idea", order="a1"),
        ),
    )

    (found,) = changed_since(now, before)
    assert (found["value"], found["notes"]) == (5, ["note:1", "note:6", "note:2"])
    assert found["text"]["fi"] == (
        "Edellisen version (1) jälkeen: uusia lappuja 1, poistettuja 1, siirrettyjä 1, muutettuja 1, "
        "muuttuneita suhteita 1."
    )


def test_who_moves_on_a_plane_has_moved_and_nothing_else():
    """The grades follow from the place."""
    found = changed_since(grid(note_1=note("pain_point", "Lomake on vain suomeksi", "zone:grid", x=0, y=0)), grid())

    assert [each["text"]["en"] for each in found] == ["Since the last version (1): moved 1."]


def journey(names: list[str], order: list[int], pain: int) -> dict[str, Any]:
    """An owner in each phase, more in the phases of `order`, and a pain point somewhere."""
    owners = {f"note_{i}": note("organisation", name, f"{PHASES[i]}/organisation") for i, name in enumerate(names)}
    more = {
        f"note_{9 + i}": note("organisation", names[at], f"{PHASES[at]}/organisation", order=f"b{i}")
        for i, at in enumerate(order)
    }
    return artefact(
        "service_path",
        board("service_path", **owners, **more, note_8=note("pain_point", "Jono", f"{PHASES[pain]}/pain")),
    )


organisations = st.lists(st.sampled_from(["Kela", "Migri", "DVV"]), min_size=5, max_size=5)


@given(organisations, st.integers(0, 4), st.integers(0, 4), st.integers(0, 4), st.integers(0, 4))
def test_a_move_between_phases_of_one_organisation_never_changes_the_handovers(names, start, end, pain, other):
    """An owner goes where its organisation goes on without a break; what is no owner goes anywhere."""
    low, high = sorted((start, end))
    if len(set(names[low : high + 1])) > 1:
        end = start

    before, after = journey(names, [start], pain), journey(names, [end], other)

    assert [value for value, _, _ in told(after, "handovers")] == [value for value, _, _ in told(before, "handovers")]


@given(organisations, st.integers(0, 4), st.integers(0, 4))
def test_the_handovers_are_as_many_as_the_neighbours_that_differ(names, start, pain):
    expected = sum(one != other for one, other in pairwise(names))

    assert [value for value, _, _ in told(journey(names, [start], pain), "handovers")] == [expected]


@pytest.mark.parametrize("make", [path, wandering, talked_about, grid])
def test_nothing_has_changed_since_the_same(make):
    assert changed_since(make(), make()) == []


def test_there_and_back_is_added_and_removed():
    there, back = changed_since(path(), wandering())[0], changed_since(wandering(), path())[0]

    assert there["value"] == back["value"]


def test_waiting_is_summed_phase_by_phase_least_and_most():
    """5–30 days for the application and 2 for the answer; the step of the waiting phase says the same again."""
    found = wandering(
        note_2=note("step", "Täytän", "zone:apply/step", fields={"wait_days_max": 2}),
        note_3=note("step", "Odotan", "zone:wait/step", fields={"wait_days_min": 5, "wait_days_max": 30}),
    )
    sentence = "Odotusta polun varrella yhteensä 7–32 pv: ”Hoidan asian” 2, ”Odotan” 5–30."

    assert told(found, "waiting") == [(32, sentence, ["note:2", "note:3"])]
    assert told(wandering(), "waiting") == []


def test_where_waiting_has_notes_of_its_own_its_steps_do_not_count():
    items = board(
        "service_blueprint",
        note_1=note("step", "Odotan", "zone:wait/step", fields={"wait_days_max": 30}),
        note_2=note("waiting", "Käsittely", "zone:wait/waiting", fields={"wait_days_max": 21}),
    )

    found = told(artefact("service_blueprint", items), "waiting")
    assert [(value, notes) for value, _, notes in found] == [(21, ["note:2"])]


def test_data_that_somebody_carries_is_told_from_data_that_does_not_move():
    by_hand = {"state": "manual"}
    found = wandering(
        note_9=note("data_flow", "Tulotodistus", "zone:apply/data", fields=by_hand),
        note_10=note("data_flow", "Vuokrasopimus", "zone:wait/data", fields=by_hand),
        note_11=note("data_flow", "Osoite", "zone:wait/data", order="a1", fields={"state": "missing"}),
    )
    sentence = "Tieto ei siirry itsestään: käsin 2, ei lainkaan 1."

    assert told(found, "data_by_hand") == [(3, sentence, ["note:9", "note:10", "note:11"])]
    assert told(wandering(), "data_by_hand") == []


def test_the_mood_is_lowest_where_its_lowest_mark_is_and_nowhere_while_it_is_good():
    moods = {
        f"note_{at}": note("emotion", text, f"zone:{phase}/emotion", fields={"feeling": feeling})
        for at, (text, phase, feeling) in enumerate(
            [("Uh", "apply", -2), ("Ei taas", "wait", -2), ("No", "find", -1)], 20
        )
    }
    sentence = "Tunnelma on matalimmillaan (−2): ”Hoidan asian”, ”Odotan”."

    assert told(wandering(**moods), "lowest_mood") == [(-2, sentence, ["note:20", "note:21"])]
    glad = note("emotion", "Hyvä", "zone:find/emotion", fields={"feeling": 1})
    assert told(wandering(note_20=glad), "lowest_mood") == []


def test_sectors_with_nobody_are_named_once_somebody_lies_in_one():
    filled = {
        f"note_{at}": note("organisation", "Joku", zone["id"])
        for at, zone in enumerate(methods.load("actor_network")["zones"])
        if zone["id"] not in ("zone:ngo", "zone:education")
    }
    sentence = "2 sektorilla ei ole ketään: ”Järjestöt ja yhteisöt”, ”Oppilaitokset ja kirjastot”."

    assert told(artefact("actor_network", board("actor_network", **filled)), "empty_sectors") == [(2, sentence, [])]
    centre = note("people", "Yrittäjä", "zone:centre")
    assert told(artefact("actor_network", board("actor_network", note_1=centre)), "empty_sectors") == []
