"""A state as plain values, to be stored and taken up again: the events before it need not be folded anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.engine.rules import Rules
from facilitator.engine.state import State

FORM = 1  # of the plain values; another form is not read, the log is


def plain(state: State) -> dict[str, Any]:
    """All that the events made of it. The rules are not among it: they come with the document."""
    counts = {"notes": state.notes, "comments": state.comments}
    return {"seq": state.seq, **counts, "items": state.items, "gone": state.gone}


def from_plain(document: str, rules: Rules, value: Mapping[str, Any]) -> State:
    """The state that was made plain, items in the same order; one from before there were comments counts none."""
    items, gone = dict(value["items"]), dict(value["gone"])
    return State(document, value["seq"], items, gone, rules, value["notes"], value.get("comments", 0))
