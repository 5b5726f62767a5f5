"""Links that may not go in a circle."""

from __future__ import annotations

import random

import pytest

from facilitator.engine import Refusal
from tests.engine.settings import AINO, BJORN, CHLOE, Log, words

CIRCLE = Refusal("link.circle", {"kind": "causes", "title": words("Cause")})


def caused(*pairs: str, notes: str = "abc") -> Log:
    """A board with these notes, and an arrow from the first to the second of each pair."""
    log = Log()
    for order, name in enumerate(notes):
        log.note(BJORN, name, order=f"a{order}")
    for pair in pairs:
        log.did(BJORN, "link.add", **arrow(pair))
    return log


def arrow(pair: str, kind: str = "causes") -> dict[str, str]:
    source, target = pair
    return {"link": f"link:{pair}", "source": f"note:{source}", "target": f"note:{target}", "kind": kind}


@pytest.mark.parametrize("pairs", [["ab"], ["ab", "bc"]])
def test_a_link_that_would_close_a_circle_is_refused_and_says_of_which_kind(pairs):
    log = caused(*pairs)
    before = log.state

    assert log.does(CHLOE, "link.add", **arrow(f"{pairs[-1][1]}a")) == CIRCLE
    assert log.state == before


def test_two_ways_to_the_same_note_are_no_circle_and_other_kinds_may_go_round():
    log = caused("ab", "bc")

    log.did(CHLOE, "link.add", **arrow("ac"))
    log.did(CHLOE, "link.add", **arrow("ca", kind="information"))


def test_a_link_does_not_become_of_a_kind_that_would_close_a_circle():
    log = caused("ab")
    log.did(BJORN, "link.add", **arrow("ba", kind="information"))

    assert log.does(CHLOE, "link.set", link="link:ba", fields={"kind": "causes"}) == CIRCLE
    log.did(CHLOE, "link.set", link="link:ab", fields={"kind": "causes", "label": "siksi"})


def test_what_was_removed_makes_room_and_returns_only_while_there_is_room():
    log = caused("ab")
    log.did(BJORN, "link.remove", link="link:ab")
    log.did(CHLOE, "link.add", **arrow("ba"))

    assert log.does(BJORN, "link.restore", link="link:ab") == CIRCLE
    log.did(CHLOE, "link.remove", link="link:ba")
    log.did(BJORN, "link.restore", link="link:ab")


def test_a_removed_note_opens_the_circle_and_returns_only_while_there_is_room():
    log = caused("ab", "bc")
    log.did(BJORN, "note.remove", note="note:b")
    log.did(CHLOE, "link.add", **arrow("ca"))

    assert log.does(BJORN, "note.restore", note="note:b") == CIRCLE
    log.did(CHLOE, "link.remove", link="link:ca")
    log.did(BJORN, "note.restore", note="note:b")


def test_in_silence_a_circle_is_refused_among_ones_own():
    log = caused()
    log.did(AINO, "mode.set", mode="silent")
    for order, name in enumerate("xy", 5):
        log.note(BJORN, name, order=f"a{order}")
    log.did(BJORN, "link.add", **arrow("xy"))

    assert log.does(BJORN, "link.add", **arrow("yx")) == CIRCLE


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_added_removed_and_brought_back_never_goes_in_a_circle(seed):
    chance, log, names = random.Random(seed), caused(notes="abcdef"), "abcdef"
    for _ in range(120):
        pair = "".join(chance.sample(names, 2))
        deed, members = chance.choice(
            [
                ("link.add", arrow(pair)),
                ("link.remove", {"link": f"link:{pair}"}),
                ("link.restore", {"link": f"link:{pair}"}),
                ("note.remove", {"note": f"note:{pair[0]}"}),
                ("note.restore", {"note": f"note:{pair[0]}"}),
            ]
        )
        log.does(BJORN, deed, **members)

        links = [
            (item["from"], item["to"])
            for item_id, item in log.state.items.items()
            if item_id.startswith("link:") and {item["from"], item["to"]} <= log.state.items.keys()
        ]
        while ends := {source for source, _ in links}:
            left = [(source, target) for source, target in links if target in ends]
            assert len(left) < len(links)
            links = left
