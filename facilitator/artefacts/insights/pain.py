"""What a pain point weighs, and of what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.artefacts.votes import total

UNKNOWN = 3  # the middle of the scale: what nobody graded neither hides nor stands out


def graded(pain: Mapping[str, Any], field: str) -> int:
    """Severity or frequency, 1…5."""
    return int(pain["fields"].get(field, UNKNOWN))


def burden(pain: Mapping[str, Any]) -> int:
    """Severity × frequency."""
    return graded(pain, "severity") * graded(pain, "frequency")


def weight(pain: Mapping[str, Any]) -> int:
    """Votes × severity × frequency."""
    return total(pain) * burden(pain)
