"""What is typed is read as the same value from a file and from rows pasted on the board (`static/src/parts/fields`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from facilitator.bringing.values import value_of
from facilitator.engine.fields import FieldRule

EXAMPLES = Path(__file__).resolve().parents[2] / "static" / "src" / "parts" / "fields" / "typed-values.json"
CHOICES = {"kuultu": "heard", "heard": "heard", "mitattu": "data", "data": "data"}


@pytest.mark.parametrize("example", json.loads(EXAMPLES.read_text("utf-8")), ids=lambda each: each["typed"])
def test_what_is_typed_is_read_as_on_the_board(example: dict[str, Any]):
    rule = FieldRule(example["type"], frozenset({"heard", "data"}))

    assert value_of(example["typed"], rule, CHOICES, {}) == example["value"]
