"""What a project's outputs say together, read when somebody looks at its index."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from facilitator.artefacts.across import Found, Joined, Known, across, joined
from facilitator.extensions import db
from facilitator.hub.offload import offload
from facilitator.models import Board, RecordedArtefact, Workshop
from facilitator.record.read import newest
from facilitator.record.register import Register


@dataclass(frozen=True, slots=True)
class Together:
    """found: what the maps show together. joined: things whose notes people have made one."""

    found: Sequence[Found]
    joined: Sequence[Joined]


def together(project_id: str, register: Register) -> Together:
    """Of the newest output of each board, in the order of the series."""
    return offload(_told, [saved.body for saved in newest_of(project_id)], register.roots())


def newest_of(project_id: str) -> list[RecordedArtefact]:
    """The newest output of each of the project's boards."""
    boards = select(Board).join(Workshop).where(Workshop.project_id == project_id)
    return newest(db.session.scalars(boards.order_by(Workshop.position, Workshop.created_at, Board.position)))


def _told(bodies: Sequence[str], roots: Mapping[str, str]) -> Together:
    known = Known([json.loads(body) for body in bodies], roots)
    return Together(across(known), joined(known))
