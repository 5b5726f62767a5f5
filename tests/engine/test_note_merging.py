"""Notes that become one: nothing that was said of them is lost, nothing is added up, and all is its own again."""

from __future__ import annotations

import json

import pytest

from facilitator.engine import PUBLIC, Refusal, fold, see_event, see_state
from facilitator.engine.back import steps_back
from facilitator.engine.erase import all_of, erased, written_fields
from facilitator.engine.merged import pointed
from tests.engine.settings import AINO, BJORN, CHLOE, Log

A, B, C, IDEA = "note:a", "note:b", "note:c", "note:idea"


def noted(**board) -> Log:
    """Three pains, the first Björn's and the others Chloé's, and an idea that solves the second."""
    log = Log(rewritten_by="everybody", **board)
    log.note(BJORN, "a", "Jonot ovat pitkiä")
    log.note(CHLOE, "b", "jonot ovat pitkiä.")
    log.note(CHLOE, "c", "Jono ei liiku")
    log.note(BJORN, "idea", "Ajanvaraus", kind="idea", zone="zone:ideas", order="a0")
    log.did(BJORN, "link.add", link="link:1", source=IDEA, target=B, kind="solves")
    log.did(BJORN, "link.add", link="link:2", source=A, target=B, kind="information")
    log.did(CHLOE, "comment.add", comment="comment:1", on=B, text="Missä?")
    log.did(CHLOE, "comment.add", comment="comment:2", on="link:1", text="Entä päivystys?")
    return log


def merged(log: Log, **members):
    return log.did(CHLOE, "note.merge", **({"note": A, "notes": [B, C]} | members))


def seen(log: Log) -> dict:
    """What everybody sees, each thing at what its ends have become."""
    return pointed(see_state(log.state, PUBLIC))


def test_one_stays_and_tells_which_notes_became_it_and_who_wrote_them():
    log = noted()

    event = merged(log, text="Jonot ovat pitkiä eivätkä liiku")

    told = [
        {"id": B, "text": "jonot ovat pitkiä.", "author": CHLOE.id},
        {"id": C, "text": "Jono ei liiku", "author": CHLOE.id},
    ]
    assert event.changes == [
        {"id": A, "set": {"text": "Jonot ovat pitkiä eivätkä liiku", "merged": told}},
        {"id": B, "gone": True},
        {"id": C, "gone": True},
    ]


@pytest.mark.parametrize(
    ("authors", "shown"),
    [("organisations", {"organisation": "Lahti"}), ("nothing", {})],
)
def test_who_wrote_them_is_told_as_the_board_tells_it(authors, shown):
    log = noted(authors=authors)

    told = merged(log, notes=[B]).changes[0]["set"]["merged"]

    assert told == [{"id": B, "text": "jonot ovat pitkiä.", **shown}]


def test_who_wrote_in_silence_is_not_told():
    log = noted()
    log.did(AINO, "mode.set", mode="silent")
    log.note(CHLOE, "x", "Jonot!")
    log.did(AINO, "mode.set", mode="open")

    assert merged(log, notes=["note:x"]).changes[0]["set"]["merged"] == [{"id": "note:x", "text": "Jonot!"}]


def test_arrows_and_comments_are_at_the_one_and_an_arrow_between_them_is_nowhere():
    log = noted()

    merged(log)

    now = seen(log)
    assert (now["link:1"]["from"], now["link:1"]["to"]) == (IDEA, A)
    assert "link:2" not in now
    assert now["comment:1"]["on"] == A
    assert now["comment:2"]["on"] == "link:1"
    log.did(BJORN, "link.set", link="link:1", fields={"label": "osin"})
    log.did(BJORN, "comment.resolve", comment="comment:1")
    log.did(BJORN, "link.remove", link="link:1")
    log.did(BJORN, "link.restore", link="link:1")
    assert seen(log)["link:1"]["to"] == A


def test_one_that_is_brought_back_has_all_that_was_its_own():
    log = noted()
    before = see_state(log.state, PUBLIC)
    merged(log)

    event = log.did(BJORN, "note.restore", note=B)
    log.did(BJORN, "note.restore", note=C)

    assert see_state(log.state, PUBLIC) == before
    assert {change["id"] for change in event.changes} == {B, A, "link:1", "link:2", "comment:1", "comment:2"}
    assert event.changes[1] == {
        "id": A, "set": {"merged": [{"id": C, "text": "Jono ei liiku", "author": CHLOE.id}]},
    }  # fmt: skip


def test_what_came_into_one_goes_with_it_and_returns_with_it():
    log = noted()
    merged(log)

    log.did(BJORN, "note.remove", note=A)
    assert not {"link:1", "comment:1"} & set(seen(log))
    event = log.did(BJORN, "note.restore", note=A)

    assert {"link:1", "comment:1"} <= {change["id"] for change in event.changes}
    assert seen(log)["link:1"]["to"] == A


def test_a_note_in_no_theme_takes_the_place_of_the_first_that_is_in_one():
    log = noted()
    log.did(BJORN, "cluster.add", cluster="cluster:1", title="Jonot", notes=[C])

    merged(log)

    assert see_state(log.state, PUBLIC)["cluster:1"]["notes"] == [A]
    log.did(BJORN, "note.restore", note=C)
    assert see_state(log.state, PUBLIC)["cluster:1"]["notes"] == [A, C]


def test_of_one_persons_votes_for_what_became_one_no_more_count_than_for_one():
    log = noted()
    log.did(AINO, "ballot.open", ballot="ballot:1", title="?", each=3, per_note=1, over="notes")
    for actor, notes in ((BJORN, (A, B)), (CHLOE, (B,))):
        for note in notes:
            log.did(actor, "vote.cast", vote=f"vote:{actor.id[2:]}{note[5:]}", ballot="ballot:1", note=note)
    event = merged(log)

    assert all(not change["id"].startswith("vote:") for change in event.changes)  # nobody hears who voted
    sums = log.did(AINO, "ballot.close", ballot="ballot:1").changes[0]["set"]["sums"]
    assert sums == {A: 2}


@pytest.mark.parametrize(
    ("members", "refusal"),
    [
        ({"notes": []}, Refusal("field.wrong", {"field": "notes"})),
        ({"notes": [A]}, Refusal("field.wrong", {"field": "notes"})),
        ({"notes": [B, B]}, Refusal("field.wrong", {"field": "notes"})),
        ({"notes": ["note:none"]}, Refusal("item.unknown")),
        ({"text": " "}, Refusal("text.empty")),
    ],
)
def test_an_impossible_merging_is_refused_by_name(members, refusal):
    assert noted().does(CHLOE, "note.merge", **({"note": A, "notes": [B]} | members)) == refusal


def test_it_gets_fields_and_a_tie_in_the_same_act_and_keeps_them():
    log = noted()
    log.did(BJORN, "note.set", note=A, fields={"severity": 2})
    log.did(CHLOE, "note.set", note=B, fields={"severity": 5, "quote": "Tunti"})

    log.did(AINO, "note.merge", note=A, notes=[B], fields={"quote": "Tunti"}, entity="entity:jono")

    assert log.state.items[A]["fields"] == {"severity": 2, "quote": "Tunti"}
    assert log.state.items[A]["entity"] == "entity:jono"
    log.did(CHLOE, "note.restore", note=B)
    assert log.state.items[A]["fields"]["quote"] == "Tunti"
    assert log.state.items[B]["fields"] == {"severity": 5, "quote": "Tunti"}


@pytest.mark.parametrize(
    ("actor", "members", "code"),
    [
        (CHLOE, {"entity": "entity:jono"}, "not.allowed"),
        (AINO, {"entity": "jono"}, "field.wrong"),
        (CHLOE, {"fields": {"severity": 9}}, "field.range"),
        (CHLOE, {"fields": {"weight": 1}}, "field.unknown"),
    ],
)
def test_what_it_cannot_get_is_refused_and_nothing_merges(actor, members, code):
    log = noted()
    before = see_state(log.state, PUBLIC)

    answer = log.does(actor, "note.merge", note=A, notes=[B], **members)

    assert isinstance(answer, Refusal)
    assert answer.code == code
    assert see_state(log.state, PUBLIC) == before


@pytest.mark.parametrize("ground", [A, B])
def test_a_ground_is_never_part_of_it(ground):
    log = noted()
    log.did(CHLOE, "note.picture", note=ground, picture={"id": "a" * 64, "width": 3, "height": 2})
    log.did(AINO, "note.ground", note=ground, ground=True)

    assert log.does(AINO, "note.merge", note=A, notes=[B]) == Refusal("note.ground")


def test_only_they_may_who_may_take_all_of_them_away():
    log = noted()
    log.did(AINO, "board.set", fields={"rewritten_by": "authors"})

    assert log.does(CHLOE, "note.merge", note=B, notes=[A]) == Refusal("note.not_yours")
    log.did(CHLOE, "note.merge", note=B, notes=[C])
    log.did(AINO, "note.merge", note=A, notes=[B])
    assert log.does(BJORN, "note.restore", note=C) == Refusal("note.not_yours")
    log.did(CHLOE, "note.restore", note=C)


def test_what_is_private_is_never_part_of_it():
    log = noted()
    log.did(AINO, "mode.set", mode="silent")
    log.note(BJORN, "x", "oma")
    log.note(BJORN, "y", "toinen")

    assert log.does(AINO, "note.merge", note=A, notes=["note:x"]) == Refusal("item.unknown")
    assert log.does(BJORN, "note.merge", note="note:x", notes=["note:y"]) == Refusal("mode.silent")
    assert log.does(BJORN, "note.merge", note=A, notes=[B]) == Refusal("mode.silent")


def test_what_somebody_drew_in_silence_at_one_that_went_is_shown_at_the_other():
    log = noted()
    log.did(AINO, "mode.set", mode="silent")
    log.note(AINO, "x", "oma")
    log.did(AINO, "link.add", link="link:x", source="note:x", target=B, kind="information")
    log.did(AINO, "note.merge", note=A, notes=[B])
    assert "link:x" in see_state(log.state, AINO.id)

    event = log.did(AINO, "mode.set", mode="open")

    assert "link:x" in {change["id"] for change in see_event(event, CHLOE.id, "names")["changes"]}
    assert seen(log)["link:x"]["to"] == A


def test_erasing_one_that_became_another_empties_what_is_told_of_it():
    log = noted()
    merged(log)
    about = all_of(log.state, B)
    fields = written_fields(log.state.rules)

    events = [erased(each, about, "Poistettu", fields, marks=about & log.state.gone.keys()) for each in log.events]

    after = fold(log.start, events)
    assert "jonot ovat pitkiä." not in json.dumps([each.changes for each in events], ensure_ascii=False)
    assert after.items[A]["merged"][0] == {"id": B, "text": "Poistettu", "author": CHLOE.id, "erased": True}
    assert after.items[A]["merged"][1]["text"] == "Jono ei liiku"
    assert after.gone[B]["erased"] is True


def test_erasing_the_one_empties_all_that_became_it():
    log = noted()
    merged(log)

    assert all_of(log.state, A) == {A, B, C, "comment:1", "comment:2"}


def test_going_back_parts_them_and_makes_them_one_again():
    log = noted()
    apart = log.state.seq
    merged(log)
    one = log.state.seq
    for seq in (apart, one, apart):
        then = fold(log.start, log.events[:seq])
        for kind, item_id, members in steps_back(log.state, then):
            log.did(AINO, kind, **{kind.partition(".")[0]: item_id}, **members)

        assert see_state(log.state, PUBLIC) == see_state(then, PUBLIC)
