"""Links between notes."""

from __future__ import annotations

import pytest

from facilitator.engine import Refusal
from tests.engine.settings import BJORN, CHLOE, Log


def linked() -> Log:
    log = Log()
    log.note(BJORN, "pain")
    log.note(BJORN, "idea", kind="idea", zone="zone:ideas", order="a0")
    log.did(
        BJORN,
        "link.add",
        link="link:1",
        source="note:idea",
        target="note:pain",
        kind="solves",
        label="  poistaa  tämän ",
    )
    return log


def test_a_link_says_how_one_note_stands_to_another():
    assert linked().state.items["link:1"] == {
        "from": "note:idea", "to": "note:pain", "kind": "solves", "label": "poistaa tämän", "author": BJORN.id,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"link": "link:1"}, "item.exists"),
        ({"link": "note:2"}, "id.invalid"),
        ({"target": "note:idea"}, "link.same"),
        ({"target": "note:none"}, "item.unknown"),
        ({"target": "zone:ideas"}, "item.unknown"),
        ({"kind": "hates"}, "link.kind"),
        ({"source": "note:pain", "target": "note:idea"}, "link.kind"),
        ({"label": "x" * 201}, "text.too_long"),
    ],
)
def test_an_impossible_link_is_refused_by_name(members, code):
    log = linked()

    answer = log.does(
        BJORN,
        "link.add",
        **({"link": "link:2", "source": "note:idea", "target": "note:pain", "kind": "solves"} | members),
    )

    assert isinstance(answer, Refusal)
    assert answer.code == code


def test_its_state_and_label_change_and_go():
    log = linked()

    log.did(CHLOE, "link.set", link="link:1", fields={"state": "broken", "label": None, "kind": "information"})

    assert log.state.items["link:1"] == {
        "from": "note:idea", "to": "note:pain", "kind": "information", "state": "broken", "author": BJORN.id,
    }  # fmt: skip
    assert log.does(CHLOE, "link.set", link="link:1", fields={"state": "odd"}) == Refusal(
        "field.wrong", {"field": "state"}
    )
    assert log.does(CHLOE, "link.set", link="link:1", fields={"from": "note:pain"}) == Refusal(
        "field.unknown", {"field": "from"}
    )


def test_a_link_returns_only_where_both_its_ends_are():
    log = linked()
    log.did(BJORN, "link.remove", link="link:1")
    log.did(BJORN, "note.remove", note="note:pain")

    assert log.does(BJORN, "link.restore", link="link:1") == Refusal("item.gone")
    log.did(BJORN, "note.restore", note="note:pain")
    assert log.did(BJORN, "link.restore", link="link:1").changes[0]["set"]["kind"] == "solves"
