"""Projects of a programme, from application to end."""

from __future__ import annotations

from facilitator.models import Phase, Programme, Project
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.regions import where
from facilitator.planning.wording import ORGANISATION, PROSE, REFERENCE, TITLE, choice, cleaned


def create_project(
    programme: Programme,
    title: str,
    applicant: str = "",
    challenge: str = "",
    case_number: str = "",
    phase: str = Phase.APPLIED,
    region: str = "",
    size: str = "",
) -> Project:
    """A project in this programme. region: a key of REGIONS; size: a Size; empty where nobody says."""
    words = _words(title, applicant, challenge, case_number) | where(region, size)
    phase = choice("phase", phase, Phase)
    with transaction() as tx:
        written = now() if words["challenge"] else None
        project = Project(programme_id=programme.id, phase=phase, challenge_at=written, **words)
        tx.add(project)
    return project


def change_project(
    project: Project,
    title: str,
    applicant: str = "",
    challenge: str = "",
    case_number: str = "",
    region: str = "",
    size: str = "",
) -> None:
    """Give it other words."""
    words = _words(title, applicant, challenge, case_number) | where(region, size)
    with transaction():
        if words["challenge"] != project.challenge:
            project.challenge_at = now() if words["challenge"] else None
        for name, text in words.items():
            setattr(project, name, text)


def move_to_phase(project: Project, phase: str) -> None:
    """Note where the project is now. Any phase may follow any other: decisions get corrected."""
    phase = choice("phase", phase, Phase)
    with transaction():
        project.phase = phase


def _words(title: str, applicant: str, challenge: str, case_number: str) -> dict[str, str]:
    return cleaned(
        title=(title, TITLE),
        applicant=(applicant, ORGANISATION),
        challenge=(challenge, PROSE),
        case_number=(case_number, REFERENCE),
    )
