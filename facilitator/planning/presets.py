"""Workshops that are planned already: with a group, boards and an agenda, ready to be changed."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from facilitator import methods
from facilitator.engine import Actor
from facilitator.errors import Invalid
from facilitator.live import rooms
from facilitator.live.wishes import Refused
from facilitator.models import Board, Group, Project, Workshop, WorkshopKind
from facilitator.planning.boards import create_board
from facilitator.planning.floor import plan_steps
from facilitator.planning.groups import create_group
from facilitator.planning.workshops import create_workshop


def application_workshop() -> dict[str, Any]:
    """Title, instructions, group, boards and agenda, each text in three languages.

    A board names the methods that suit it, the best first; `shape` has by method what is done on the new board. A part
    of the agenda is as `step.add` takes it, but that it names its boards by their key.
    """
    return dict(_read("application_workshop"))


def create_application_workshop(project: Project, by: str, language: str) -> Workshop:
    """A draft of a workshop where a project's challenge is sharpened in 90 minutes.

    by: id of the person whose boards these are to shape. language: the workshop's main one, and of its group's name,
    which has one only; all else is there in all three.
    """
    preset = application_workshop()
    workshop = create_workshop(
        project,
        preset["title"],
        kind=WorkshopKind.APPLICATION,
        instructions=preset["instructions"],
        language=language,
    )
    group = create_group(workshop, preset["group"][language])
    boards = {board["key"]: _create_board(workshop, group, board, by).id for board in preset["boards"]}
    plan_steps(workshop, [{**part, "boards": [boards[key] for key in part["boards"]]} for part in preset["agenda"]])
    return workshop


def _create_board(workshop: Workshop, group: Group, told: Mapping[str, Any], by: str) -> Board:
    known = {method["key"] for method in methods.catalogue()}
    method = next(key for key in told["methods"] if key in known)
    board = create_board(workshop, told["title"], method, told["question"], group)
    wanted = [{"id": str(uuid.uuid4()), **each} for each in told.get("shape", {}).get(method, ())]
    for answer in rooms.submit(board.id, wanted, Actor(by, "facilitator")):
        if isinstance(answer, Refused):
            raise Invalid(answer.code, **answer.detail)
    return board


@cache
def _read(name: str) -> Any:
    return json.loads(files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
