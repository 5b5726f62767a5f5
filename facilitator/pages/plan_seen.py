"""What a facilitator sees of a workshop: plain values for the plan's templates."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import url_for

from facilitator import methods
from facilitator.models import Board, Participant, Workshop, WorkshopStatus
from facilitator.models.base import now
from facilitator.pages import terms
from facilitator.pages.language import in_language, title_of, told
from facilitator.pages.method_library import seen_method
from facilitator.planning import organisations
from facilitator.planning.carrying import has_outputs
from facilitator.planning.closing import reopenable_until
from facilitator.planning.late import late_notes
from facilitator.planning.own_methods import offered
from facilitator.planning.trials import has_trial, is_trial_only


def above(workshop: Workshop) -> list[tuple[str, str]]:
    """The way to this workshop, for a trail."""
    project = workshop.project
    return [
        (project.programme.title, url_for("programmes.page", programme_id=project.programme_id)),
        (project.title, url_for("projects.page", project_id=project.id)),
    ]


def seen_plan(workshop: Workshop) -> dict[str, Any]:
    """The whole plan."""
    people, own = workshop.guests, offered(workshop.project.programme)
    return {
        "workshop": seen_workshop(workshop),
        "trail": above(workshop),
        "is_example": workshop.project.programme.is_example,
        "boards": [seen_board(each) for each in workshop.boards],
        "has_outputs": has_outputs(workshop),
        "groups": [
            {
                "id": group.id,
                "name": group.name,
                "people": sum(each.group_id == group.id for each in people),
                "boards": sum(each.group_id == group.id for each in workshop.boards),
                "where": terms.where(group.region, group.size),
            }
            for group in workshop.groups
        ],
        "has_trial": workshop.status != WorkshopStatus.CLOSED and has_trial(workshop) and is_trial_only(workshop),
        "people": [seen_participant(each) for each in people],
        "organisations": {"spelled": organisations.spelled(workshop), "unlisted": organisations.unlisted(workshop)},
        "catalogue": {each["key"]: seen_method(each) for each in (*methods.catalogue(), *own)},
        "first_methods": _first_methods(workshop),
        "own_methods": [each["key"] for each in own],
    }


def _first_methods(workshop: Workshop) -> list[str]:
    """The few methods that suit this kind of workshop best; all of them are one click further."""
    return [each["key"] for each in methods.catalogue() if workshop.kind in each.get("first_for", ())]


def seen_workshop(workshop: Workshop) -> dict[str, Any]:
    """The workshop itself."""
    return {
        "id": workshop.id,
        "title": title_of(workshop),
        "number": workshop.position,
        "in_series": len(workshop.project.workshops),
        "kind": terms.KINDS[workshop.kind],
        "status": workshop.status,
        "status_name": terms.STATUSES[workshop.status],
        "is_draft": workshop.status == WorkshopStatus.DRAFT,
        "is_live": workshop.status == WorkshopStatus.LIVE,
        "is_closed": workshop.status == WorkshopStatus.CLOSED,
        "starts_at": workshop.starts_at,
        "ends_at": workshop.ends_at,
        "closed_at": workshop.closed_at,
        "late": _late(workshop),
        "reopenable_until": _in_time(reopenable_until(workshop)),
        "call_url": workshop.call_url,
        "instructions": told(workshop.words("instructions")),
        "authors": terms.AUTHORS[workshop.authors],
        "asks_organisation": workshop.asks_organisation,
        "code": workshop.code,
        "is_door_open": workshop.is_door_open,
        "project_id": workshop.project_id,
    }


def _late(workshop: Workshop) -> int:
    """How many notes that arrived after the end wait for a decision."""
    if workshop.status != WorkshopStatus.CLOSED:
        return 0
    return sum(not note.is_left_out for _board, notes in late_notes(workshop) for note in notes)


def _in_time(until: datetime | None) -> datetime | None:
    """A moment that is not over."""
    return until if until and until > now() else None


def seen_board(board: Board) -> dict[str, Any]:
    """One board, with the words of its method."""
    method = methods.load(board.method_key, board.method_version)
    return {
        "id": board.id,
        "title": title_of(board),
        "question": told(board.words("question") or method["question"]),
        "method": in_language(method["title"]),
        "group": board.group.name if board.group else None,
        "group_id": board.group_id,
    }


def seen_participant(participant: Participant) -> dict[str, Any]:
    """One participant."""
    return {
        "id": participant.id,
        "name": participant.visible_name,
        "organisation": participant.organisation,
        "group_id": participant.group_id,
        "joined_at": participant.joined_at,
    }
