"""What a workshop came to, as those who led it wrote it down: plain values, for pages, programs and the report."""

from __future__ import annotations

from typing import Any

from facilitator.extensions import db
from facilitator.models import Summary

NOTHING: dict[str, Any] = {"summary": "", "decisions": [], "open_questions": [], "next_steps": [], "edition": 0}


def summary_of(workshop_id: str) -> dict[str, Any]:
    """`summary`, `decisions`, `open_questions`, `next_steps` (each `what`, `owner`, `due`), `edition` (0: none)."""
    saved = db.session.get(Summary, workshop_id)
    return {name: getattr(saved, name) for name in NOTHING} if saved else dict(NOTHING)


def says_something(summary: dict[str, Any]) -> bool:
    """Whether anything was written at all: every part of it may be empty."""
    return any(summary[name] for name in NOTHING if name != "edition")
