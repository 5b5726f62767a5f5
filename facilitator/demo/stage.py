"""Where the example happens: its programme, project, workshops with their boards and agenda.

They are found by what they belong to and by the order in which they were made, not by their words: whoever renames
them in the browser keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from facilitator.demo.content import agenda, script
from facilitator.extensions import db
from facilitator.models import Board, Group, Membership, Programme, Project, User, Workshop, WorkshopStatus
from facilitator.planning.agenda import agenda_of
from facilitator.planning.boards import create_board
from facilitator.planning.floor import plan_steps
from facilitator.planning.groups import create_group
from facilitator.planning.programmes import create_programme
from facilitator.planning.projects import create_project
from facilitator.planning.workshops import create_workshop


@dataclass(frozen=True)
class Stage:
    """A workshop, how it is left (draft, live or closed), and its boards with what happens on each."""

    workshop: Workshop
    ends_as: str
    boards: list[tuple[Board, dict[str, Any]]]


def find_or_make_series(facilitator: User, told: Mapping[str, Any]) -> list[Stage]:
    """Everything that stands before anybody has written, a stage for each workshop."""
    programme = _programme(facilitator, told["programme"])
    project = db.session.scalar(
        select(Project).where(Project.programme_id == programme.id).order_by(Project.created_at).limit(1)
    ) or create_project(programme, **told["project"])
    workshops = list(
        db.session.scalars(select(Workshop).where(Workshop.project_id == project.id).order_by(Workshop.created_at))
    )
    for plan in told["workshops"][len(workshops) :]:
        workshops.append(_workshop(project, plan))
    stages = []
    for workshop, plan in zip(workshops, told["workshops"], strict=False):
        stages.append(Stage(workshop, plan["ends_as"], _boards(workshop, plan["boards"], told["group"])))
        if "agenda" in plan and workshop.status != WorkshopStatus.CLOSED:
            boards = [board.id for board, _ in stages[-1].boards]
            _plan_once(workshop, agenda(plan["agenda"]), dict(zip(plan["boards"], boards, strict=True)))
    return stages


def _programme(facilitator: User, told: Mapping[str, str]) -> Programme:
    """The one example that this account belongs to."""
    found = db.session.scalar(
        select(Programme)
        .join(Membership)
        .where(Membership.user_id == facilitator.id, Programme.is_example)
        .order_by(Programme.created_at)
        .limit(1)
    )
    return found or create_programme(facilitator, told["title"], told["owner"], is_example=True)


def _workshop(project: Project, plan: Mapping[str, Any]) -> Workshop:
    return create_workshop(
        project,
        plan["title"],
        instructions=plan["instructions"],
        starts_at=datetime.fromisoformat(plan["starts_at"]),
        ends_at=datetime.fromisoformat(plan["ends_at"]),
        authors=plan["authors"],
    )


def _boards(workshop: Workshop, names: list[str], group_name: str) -> list[tuple[Board, dict[str, Any]]]:
    scripts = [script(name) for name in names]
    boards = list(db.session.scalars(select(Board).where(Board.workshop_id == workshop.id).order_by(Board.created_at)))
    if len(boards) < len(scripts):
        group = db.session.scalar(
            select(Group).where(Group.workshop_id == workshop.id).order_by(Group.position).limit(1)
        ) or create_group(workshop, group_name)
        for told in scripts[len(boards) :]:
            boards.append(create_board(workshop, told["title"], told["method"], told["question"], group))
    return list(zip(boards, scripts, strict=False))


def _plan_once(workshop: Workshop, parts: list[dict[str, Any]], boards: Mapping[str, str]) -> None:
    """Plan the agenda, unless the workshop has, or had, any part of one. boards: ids by the names that parts use."""
    there = agenda_of(workshop)
    if not there.parts and not there.removed:
        plan_steps(workshop, [{**part, "boards": [boards[name] for name in part.get("boards", ())]} for part in parts])
