"""SQLAlchemy tables, grouped by noun; no behaviour beyond their own invariants."""

from facilitator.models.board import Board
from facilitator.models.log import Document, LoggedEvent, StoredState
from facilitator.models.method import MethodVersion, OwnMethod
from facilitator.models.people import AccessToken, Participant, User
from facilitator.models.picture import StoredPicture
from facilitator.models.programme import Membership, Phase, Programme, Project, Size
from facilitator.models.read_link import ReadLink
from facilitator.models.record import RecordedArtefact
from facilitator.models.register import Entity, EntityAct, EntityPlace, RegisteredBoard
from facilitator.models.summary import Summary
from facilitator.models.workshop import Group, Workshop, WorkshopKind, WorkshopStatus

__all__ = [
    "AccessToken",
    "Board",
    "Document",
    "Entity",
    "EntityAct",
    "EntityPlace",
    "Group",
    "LoggedEvent",
    "Membership",
    "MethodVersion",
    "OwnMethod",
    "Participant",
    "Phase",
    "Programme",
    "Project",
    "ReadLink",
    "RecordedArtefact",
    "RegisteredBoard",
    "Size",
    "StoredPicture",
    "StoredState",
    "Summary",
    "User",
    "Workshop",
    "WorkshopKind",
    "WorkshopStatus",
]
