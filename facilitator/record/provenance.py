"""Where an artefact comes from: what the tables know about its board, without a name of anybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select

from facilitator import methods
from facilitator.engine.state import stamp
from facilitator.extensions import db
from facilitator.models import Board, Participant, Programme, Project, Workshop

ROLES = {"u": "facilitator", "p": "participant", "system": "system"}  # by the first part of a person's id


def provenance(
    board: Board, revision: int, epoch: str, taken_at: datetime, taken_by: str, replaces: str | None
) -> dict[str, Any]:
    """The artefact's `provenance`, but for the languages, which its notes tell. Raises KeyError for no person's id."""
    method = methods.load(board.method_key, board.method_version)
    return {
        **of_workshop(board.workshop),
        "board": {"id": board.id, "title": board.words("title")},
        "group": {"id": board.group.id, "title": board.group.name} if board.group else None,
        "question": board.words("question") or method["question"],
        "document": board.id,
        "epoch": epoch,
        "revision": revision,
        "taken_at": stamp(taken_at),
        "taken_by": ROLES[taken_by.partition(":")[0]],
        "participants": participants(board),
        "replaces": replaces,
    }


def of_workshop(workshop: Workshop) -> dict[str, Any]:
    """What all boards of a workshop have in common."""
    project = workshop.project
    return {
        "programme": _programme(project.programme),
        "project": _project(project),
        "workshop": _workshop(workshop),
        "is_example": project.programme.is_example,
    }


def participants(board: Board) -> dict[str, Any]:
    """How many took part, and the organisations that they gave; of spellings that differ in case, one.

    Those of the board's group, or of the whole workshop when the board is everybody's; observers and those who were
    removed did not take part.
    """
    where = Participant.group_id == board.group_id if board.group_id else Participant.workshop_id == board.workshop_id
    given = db.session.scalars(
        select(Participant.organisation).where(
            where, Participant.role == "participant", Participant.removed_at.is_(None), Participant.is_trial.is_(False)
        )
    ).all()
    spelled: dict[str, str] = {}
    for organisation in sorted(" ".join(each.split()) for each in given):
        spelled.setdefault(organisation.casefold(), organisation)
    return {"count": len(given), "organisations": sorted(each for each in spelled.values() if each)}


def _programme(programme: Programme) -> dict[str, Any]:
    return {"id": programme.id, "title": programme.title, "owner": programme.owner}


def _project(project: Project) -> dict[str, Any]:
    return {
        "id": project.id,
        "title": project.title,
        "applicant": project.applicant,
        "case_number": project.case_number,
        "phase": str(project.phase),
        "challenge": project.challenge,
        "challenge_at": stamp(project.challenge_at) if project.challenge_at else None,
    }


def _workshop(workshop: Workshop) -> dict[str, Any]:
    return {
        "id": workshop.id,
        "title": workshop.words("title"),
        "kind": str(workshop.kind),
        "order": workshop.position,
        "starts_at": stamp(workshop.starts_at) if workshop.starts_at else None,
    }
