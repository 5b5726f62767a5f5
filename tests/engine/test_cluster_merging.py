"""Clusters made one, and parted again."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal, fold, see_event, see_state
from facilitator.engine.back import steps_back
from tests.engine.settings import AINO, BJORN, CHLOE, OLLI, Log

FORMS, WAITING, WORDS = "cluster:forms", "cluster:waiting", "cluster:words"


def clustered(**board) -> Log:
    """Three clusters of one note each, but the first of two."""
    log = Log(**board)
    for name in ("a", "b", "c", "d"):
        log.note(BJORN, name)
    log.did(BJORN, "cluster.add", cluster=FORMS, title="Lomakkeet", notes=["note:a", "note:b"])
    log.did(CHLOE, "cluster.add", cluster=WAITING, title="Odotus", notes=["note:c"])
    log.did(CHLOE, "cluster.add", cluster=WORDS, title="Kieli", notes=["note:d"])
    return log


def notes_of(log: Log) -> dict[str, list[str]]:
    return {each: item["notes"] for each, item in log.state.items.items() if each.startswith("cluster:")}


def test_one_event_makes_one_of_several_and_it_says_which():
    log = clustered()

    event = log.did(CHLOE, "cluster.merge", cluster=FORMS, clusters=[WAITING, WORDS], title="Asioinnin sujuvuus")

    assert event.changes == [
        {
            "id": FORMS,
            "set": {
                "title": "Asioinnin sujuvuus",
                "notes": ["note:a", "note:b", "note:c", "note:d"],
                "merged": [{"id": WAITING, "title": "Odotus"}, {"id": WORDS, "title": "Kieli"}],
            },
        },
        {"id": WAITING, "gone": True},
        {"id": WORDS, "gone": True},
    ]


def test_one_that_is_brought_back_comes_out_with_its_notes_and_what_came_since_stays():
    log = clustered()
    log.did(CHLOE, "cluster.merge", cluster=FORMS, clusters=[WAITING, WORDS])
    log.note(BJORN, "e")
    log.did(
        BJORN,
        "cluster.set",
        cluster=FORMS,
        fields={"notes": ["note:a", "note:b", "note:c", "note:d", "note:e"]},
    )

    log.did(BJORN, "cluster.restore", cluster=WAITING)

    assert notes_of(log) == {FORMS: ["note:a", "note:b", "note:d", "note:e"], WAITING: ["note:c"]}
    assert log.state.items[FORMS]["merged"] == [{"id": WORDS, "title": "Kieli"}]


def test_what_went_into_one_that_went_on_is_told_at_the_end_and_parts_with_it():
    log = clustered()
    log.did(BJORN, "cluster.merge", cluster=WAITING, clusters=[WORDS])
    log.did(BJORN, "cluster.merge", cluster=FORMS, clusters=[WAITING])

    assert [each["id"] for each in log.state.items[FORMS]["merged"]] == [WAITING, WORDS]
    log.did(BJORN, "cluster.restore", cluster=WAITING)

    assert "merged" not in log.state.items[FORMS]
    assert log.state.items[WAITING]["merged"] == [{"id": WORDS, "title": "Kieli"}]
    log.did(BJORN, "cluster.restore", cluster=WORDS)
    assert notes_of(log) == {FORMS: ["note:a", "note:b"], WAITING: ["note:c"], WORDS: ["note:d"]}


def test_a_cluster_that_returns_no_longer_tells_of_what_has_left_it_meanwhile():
    log = clustered()
    log.did(BJORN, "cluster.merge", cluster=FORMS, clusters=[WAITING, WORDS])
    log.did(BJORN, "cluster.remove", cluster=FORMS)
    log.did(BJORN, "cluster.restore", cluster=WAITING)

    log.did(BJORN, "cluster.restore", cluster=FORMS)

    assert log.state.items[FORMS]["merged"] == [{"id": WORDS, "title": "Kieli"}]
    assert notes_of(log) == {WAITING: ["note:c"], FORMS: ["note:a", "note:b", "note:d"]}


def test_a_split_takes_out_those_notes_that_are_still_there():
    log = clustered()
    log.did(CHLOE, "cluster.set", cluster=WAITING, fields={"notes": ["note:c", "note:a"]})

    event = log.did(BJORN, "cluster.split", cluster=FORMS, into="cluster:new", title="Uusi", notes=["note:a", "note:b"])

    assert event.changes == [
        {"id": "cluster:new", "set": {"title": "Uusi", "notes": ["note:b"], "author": BJORN.id}},
        {"id": FORMS, "set": {"notes": []}},
    ]
    assert notes_of(log)[WAITING] == ["note:c", "note:a"]


@pytest.mark.parametrize(
    ("members", "refusal"),
    [
        ({"clusters": []}, Refusal("field.wrong", {"field": "clusters"})),
        ({"clusters": [FORMS]}, Refusal("field.wrong", {"field": "clusters"})),
        ({"clusters": [WAITING, WAITING]}, Refusal("field.wrong", {"field": "clusters"})),
        ({"clusters": ["cluster:none"]}, Refusal("item.unknown")),
        ({"clusters": ["note:c"]}, Refusal("item.unknown")),
        ({"title": " "}, Refusal("text.empty")),
    ],
)
def test_an_impossible_merging_is_refused_by_name(members, refusal):
    log = clustered()

    assert log.does(BJORN, "cluster.merge", **({"cluster": FORMS, "clusters": [WAITING]} | members)) == refusal


@pytest.mark.parametrize(
    ("members", "refusal"),
    [
        ({"cluster": "cluster:none"}, Refusal("item.unknown")),
        ({"into": "note:new"}, Refusal("id.invalid")),
        ({"into": WORDS}, Refusal("item.exists")),
        ({"title": ""}, Refusal("text.empty")),
        ({"notes": ["note:c"]}, Refusal("cluster.nothing_left")),
    ],
)
def test_an_impossible_split_is_refused_by_name(members, refusal):
    given = {"cluster": FORMS, "into": "cluster:new", "title": "Uusi", "notes": ["note:a"]}

    assert clustered().does(BJORN, "cluster.split", **(given | members)) == refusal


def test_only_they_may_who_may_gather_notes():
    log = clustered()
    log.did(AINO, "mode.set", mode="look")

    for kind, members in (
        ("cluster.merge", {"clusters": [WAITING]}),
        ("cluster.split", {"into": "cluster:new", "title": "Uusi", "notes": ["note:a"]}),
    ):
        assert log.does(BJORN, kind, cluster=FORMS, **members) == Refusal("mode.look")
        assert log.does(OLLI, kind, cluster=FORMS, **members) == Refusal("not.allowed")
    log.did(AINO, "cluster.merge", cluster=FORMS, clusters=[WAITING])


def test_in_a_silence_ones_own_become_one_and_nobody_else_hears_of_it():
    log = clustered()
    log.did(AINO, "mode.set", mode="silent")
    for name in ("x", "y"):
        log.note(BJORN, name)
        log.did(BJORN, "cluster.add", cluster=f"cluster:{name}", title=name, notes=[f"note:{name}"])

    assert log.does(BJORN, "cluster.merge", cluster="cluster:x", clusters=[WAITING]) == Refusal("mode.silent")
    assert log.does(AINO, "cluster.merge", cluster=FORMS, clusters=["cluster:x"]) == Refusal("item.unknown")
    event = log.did(BJORN, "cluster.merge", cluster="cluster:x", clusters=["cluster:y"])

    assert see_event(event, CHLOE.id, "names") == {"seq": event.seq}
    assert not {"cluster:x", "cluster:y"} & set(see_state(log.state, AINO.id))
    log.did(AINO, "mode.set", mode="open")
    assert see_state(log.state, CHLOE.id)["cluster:x"]["notes"] == ["note:x", "note:y"]


def voted(**members) -> Log:
    log = clustered()
    given = {"ballot": "ballot:1", "title": "Mikä ensin?", "each": 2, "per_note": 1, "over": "clusters"}
    log.did(AINO, "ballot.open", **(given | members))
    for actor, first, second in ((BJORN, FORMS, WAITING), (CHLOE, WAITING, WORDS)):
        for cluster in (first, second):
            vote = f"vote:{actor.id[2:]}-{cluster[8:]}"
            log.did(actor, "vote.cast", vote=vote, ballot="ballot:1", note=cluster)
    return log


def test_a_vote_goes_on_with_what_it_was_given_to_and_one_person_gives_no_more_than_they_may():
    log = voted()
    log.did(AINO, "cluster.merge", cluster=FORMS, clusters=[WAITING])

    sums = log.did(AINO, "ballot.close", ballot="ballot:1").changes[0]["set"]

    assert (sums["sums"], sums["voters"]) == ({FORMS: 2, WORDS: 1}, 2)  # Björn's two for what became one are one


def test_the_vote_that_counts_no_more_may_be_given_again_and_never_makes_one_too_many():
    log = voted()
    log.did(AINO, "cluster.merge", cluster=FORMS, clusters=[WAITING])
    assert log.does(BJORN, "vote.cast", vote="vote:x", ballot="ballot:1", note=FORMS) == Refusal(
        "vote.per_note", {"limit": 1}
    )
    log.did(BJORN, "vote.cast", vote="vote:again", ballot="ballot:1", note=WORDS)
    log.did(AINO, "cluster.restore", cluster=WAITING)

    sums = log.did(AINO, "ballot.close", ballot="ballot:1").changes[0]["set"]

    assert sums["sums"] == {FORMS: 1, WAITING: 2, WORDS: 1}  # two of Björn's three count: his first two


def test_sums_that_were_told_stay_with_what_people_voted_on():
    log = voted()
    log.did(AINO, "ballot.close", ballot="ballot:1")

    event = log.did(AINO, "cluster.merge", cluster=FORMS, clusters=[WAITING])

    assert [change["id"] for change in event.changes] == [FORMS, WAITING]
    assert log.state.items["ballot:1"]["sums"] == {FORMS: 1, WAITING: 2, WORDS: 1}


def test_going_back_parts_what_was_made_one_and_makes_one_of_what_was_parted():
    log = clustered()
    apart = log.state.seq
    log.did(BJORN, "cluster.merge", cluster=FORMS, clusters=[WAITING, WORDS])
    one = log.state.seq
    for seq, expected in (
        (apart, {FORMS: ["note:a", "note:b"], WAITING: ["note:c"], WORDS: ["note:d"]}),
        (one, {FORMS: ["note:a", "note:b", "note:c", "note:d"]}),
    ):
        for kind, item_id, members in steps_back(log.state, fold(log.start, log.events[:seq])):
            log.did(AINO, kind, cluster=item_id, **members)

        assert notes_of(log) == expected
    assert [each["id"] for each in log.state.items[FORMS]["merged"]] == [WAITING, WORDS]
