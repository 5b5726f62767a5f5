"""What a pain point weighs, and of what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from facilitator.artefacts.votes import total

UNKNOWN = 3  # the middle of the scale: what nobody graded neither hides nor stands out


GRADES = ("severity", "frequency")


def graded(pain: Mapping[str, Any], field: str) -> int:
    """Severity or frequency, 1…5."""
    return int(pain["fields"].get(field, UNKNOWN))


def burden(pain: Mapping[str, Any]) -> int:
    """Severity × frequency."""
    return graded(pain, "severity") * graded(pain, "frequency")


def weight(pain: Mapping[str, Any]) -> int:
    """Votes × severity × frequency."""
    return total(pain) * burden(pain)


def measure_of(pains: Sequence[Mapping[str, Any]]) -> Callable[[Mapping[str, Any]], int] | None:
    """What these are weighed by: without votes by burden alone; None as long as none of them has a grade."""
    if not any(field in pain["fields"] for pain in pains for field in GRADES):
        return None
    return weight if any(total(pain) for pain in pains) else burden
