"""The agenda as it is read: each part with its words, and when it begins by the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from facilitator.models import Board, Workshop, WorkshopStatus
from facilitator.pages import terms
from facilitator.pages.language import Told, title_of, told
from facilitator.pages.times import clock, clocks
from facilitator.planning.agenda import agenda_of


def seen_agenda(workshop: Workshop, boards: Sequence[Board] | None = None) -> dict[str, Any]:
    """Parts in order, what was removed, and how long all of it takes. boards: those that are named; None: all.

    Clock times run from the workshop's beginning; after a part that nobody knows the length of, there are none.
    """
    agenda = agenda_of(workshop)
    named = {board.id: board for board in (workshop.boards if boards is None else boards)}
    parts, at = [], workshop.starts_at
    for number, (step, item) in enumerate(agenda.parts, start=1):
        end = at + timedelta(minutes=item["minutes"]) if at and "minutes" in item else None
        parts.append({**_seen_part(step, item, named), "number": number, "clock": _clock(at, end)})
        parts[-1]["is_now"] = step == agenda.current and workshop.status != WorkshopStatus.CLOSED
        at = end
    return {
        "parts": parts,
        "removed": [{"id": step, "title": _title(item)} for step, item in agenda.removed],
        "minutes": sum(item.get("minutes", 0) for _, item in agenda.parts),
        "without_minutes": sum("minutes" not in item for _, item in agenda.parts),
        "time": clocks(workshop.starts_at, at) if parts and workshop.starts_at and at else "",
        "minutes_over": _minutes_over(at, workshop.ends_at) if parts else 0,
    }


def _seen_part(step: str, item: Mapping[str, Any], boards: Mapping[str, Board]) -> dict[str, Any]:
    concerned = [boards[board] for board in item["boards"] if board in boards]
    return {
        "id": step,
        "title": _title(item),
        "instruction": told(item.get("instruction")),
        "minutes": item.get("minutes"),
        "mode": terms.MODES[item["mode"]] if concerned else None,  # a mode is the boards'
        "boards": [title_of(board).text for board in concerned],
    }


def _title(item: Mapping[str, Any]) -> Told:
    return told(item["title"]) or Told("–")


def _clock(start: datetime | None, end: datetime | None) -> str:
    if start is None:
        return ""
    return clocks(start, end) if end else clock(start)


def _minutes_over(end: datetime | None, planned_end: datetime | None) -> int:
    """By how much the agenda is longer than the workshop."""
    if end is None or planned_end is None or end <= planned_end:
        return 0
    return round((end - planned_end).total_seconds() / 60)
