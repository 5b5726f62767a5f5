"""The four states of a workshop as its leads see them: where it is now, and what each of them means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l

from facilitator.models import Workshop, WorkshopStatus
from facilitator.models.base import now
from facilitator.planning.agenda import agenda_of

STATES: dict[str, tuple[Any, Any]] = {
    "draft": (
        _l("Draft"),
        _l("Only facilitators see the boards. The link shows the name, the time and who invites, and opens by itself."),
    ),
    "open": (_l("Open"), _l("The code lets people in, and they can try the boards. The programme has not begun.")),
    "live": (
        _l("Live"),
        _l("The programme has begun. The facilitator goes from part to part; the code still lets in."),
    ),
    "closed": (
        _l("Closed"),
        _l("The boards can only be read. The outputs are in the record, and read links open them."),
    ),
}


def state_of(workshop: Workshop, at: datetime | None = None) -> str:
    """draft, open, live or closed. Open and live differ by the programme: a part is going on, or the hour has come."""
    if workshop.status != WorkshopStatus.LIVE:
        return str(workshop.status)
    agenda = agenda_of(workshop)
    if agenda.current:
        return "live"
    if workshop.starts_at:
        return "live" if workshop.starts_at <= (at or now()) else "open"
    return "open" if agenda.parts else "live"


def seen_states(workshop: Workshop) -> Sequence[dict[str, Any]]:
    """All four in their order, with the one that is now."""
    current = state_of(workshop)
    return [
        {"key": key, "name": name, "meaning": meaning, "is_now": key == current}
        for key, (name, meaning) in STATES.items()
    ]
