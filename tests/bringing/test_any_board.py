"""Out and in again, whatever people made of a board: of every method, by operations drawn at random."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.bringing import Brought
from facilitator.bringing.worker import answer, understood
from tests.bringing.any_board import ENTITIES, METHODS, OUTPUTS, PICTURES, any_board
from tests.bringing.boards import begun
from tests.bringing.test_round_trips import out, read

FORMATS = [("json", "x.json"), ("canvas", "x.canvas")]


@pytest.mark.parametrize("key", METHODS)
@given(seed=st.integers(0, 1 << 32))
@settings(max_examples=4)
def test_a_board_comes_back_as_the_same_bytes(key: str, seed: int):
    first = any_board(seed, key)

    for name, ending in FORMATS:
        second = begun(key)
        body = out(first, name)

        refused, remarks = second.bring(read(body, ending), register=ENTITIES, outputs=OUTPUTS, pictures=PICTURES)

        assert (refused, remarks) == ([], [])
        assert what_it_is(out(second, name)) == what_it_is(body)


def what_it_is(body: bytes) -> bytes:
    """Without where it comes from: that some of it was brought is said there."""
    told = json.loads(body)
    return json.dumps({name: value for name, value in told.items() if name not in ("provenance", "digest")}).encode()


def test_a_process_of_its_own_reads_the_same():
    body = out(any_board(5, "service_path", steps=200), "json")

    here, there = read(body, "x.json"), understood(answer(b"x.json\n" + body))[1]

    assert isinstance(there, Brought)
    assert there.shape == here.shape is not None
    assert there.notes == here.notes
    assert there.links == here.links
    assert there.comments == here.comments != []
    assert there.ballots == here.ballots != []
