"""Clusters of notes."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal
from tests.engine.settings import BJORN, CHLOE, Log


def clustered() -> Log:
    log = Log()
    for name in ("a", "b", "c"):
        log.note(BJORN, name)
    log.did(BJORN, "cluster.add", cluster="cluster:1", title="Lomakkeet", notes=["note:a", "note:b"])
    return log


def test_a_note_is_in_one_cluster_at_most():
    log = clustered()

    log.did(CHLOE, "cluster.add", cluster="cluster:2", title="Odotus", notes=["note:b", "note:c"])

    assert log.state.items["cluster:1"]["notes"] == ["note:a"]
    assert log.state.items["cluster:2"]["notes"] == ["note:b", "note:c"]


def test_a_cluster_that_returns_leaves_alone_what_went_elsewhere():
    log = clustered()
    log.did(BJORN, "cluster.remove", cluster="cluster:1")
    log.did(CHLOE, "cluster.add", cluster="cluster:2", title="Odotus", notes=["note:b"])

    log.did(BJORN, "cluster.restore", cluster="cluster:1")

    assert log.state.items["cluster:1"]["notes"] == ["note:a"]


def test_members_and_title_change():
    log = clustered()

    log.did(CHLOE, "cluster.set", cluster="cluster:1", fields={"title": "Lomakkeiden kieli", "notes": ["note:c"]})

    assert log.state.items["cluster:1"] == {"title": "Lomakkeiden kieli", "notes": ["note:c"], "author": BJORN.id}


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"notes": ["note:none"]}, Refusal("item.unknown")),
        ({"notes": ["note:a", "note:a"]}, Refusal("field.wrong", {"field": "notes"})),
        ({"notes": "note:a"}, Refusal("field.wrong", {"field": "notes"})),
        ({"title": "  "}, Refusal("text.empty")),
        ({"title": 3}, Refusal("field.wrong", {"field": "title"})),
        ({"colour": "red"}, Refusal("field.unknown", {"field": "colour"})),
    ],
)
def test_an_impossible_change_is_refused_by_name(fields, refusal):
    assert clustered().does(BJORN, "cluster.set", cluster="cluster:1", fields=fields) == refusal
