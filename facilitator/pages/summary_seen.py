"""What a workshop came to, as its summary says it: plain values for templates."""

from __future__ import annotations

from datetime import date
from typing import Any

from facilitator.models import Workshop
from facilitator.record import says_something, summary_of


def seen_summary(workshop: Workshop) -> dict[str, Any] | None:
    """What was written, days as days; None where nothing was."""
    told = summary_of(workshop.id)
    if not says_something(told):
        return None
    steps = [{**step, "due": date.fromisoformat(step["due"]) if step["due"] else None} for step in told["next_steps"]]
    return {**told, "next_steps": steps}
