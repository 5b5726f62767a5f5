"""F14, in small: frames by the seed, spoilt in every way. `python -m tests.hostile.fuzz` sends a million."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from facilitator.extensions import db
from tests.hostile.fuzz import Fuzz, board_with_notes, furnish

FRAMES, SEEDS = 2_000, (1, 2)


@pytest.fixture
def app_alone(tmp_path) -> Iterator[Flask]:
    """Its connections are made up, so nobody else may have it."""
    app = furnish(tmp_path)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_comes_is_answered_to_its_sender_and_is_one_line_of_log_at_most(app_alone: Flask, seed: int) -> None:
    fuzz = Fuzz(app_alone, board_with_notes(), seed)

    fuzz.run(FRAMES)

    assert fuzz.found == []
    assert sum(fuzz.draft.outcomes.values()) > FRAMES / 5  # many reach the engine
    assert fuzz.logged["nothing"] > FRAMES / 3
