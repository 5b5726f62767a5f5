"""One installation with a workshop, its boards and its people, made once; every drill begins with a copy of it."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from facilitator import access
from facilitator.engine import Actor
from facilitator.live import rooms
from facilitator.models import Participant
from facilitator.models.transaction import transaction
from facilitator.planning.boards import create_board
from facilitator.planning.floor import ensure_floor
from tests.faults.client import Who
from tests.live.conftest import beside
from tests.makers import make_programme, make_project, make_user, make_workshop
from tests.server import Server

BOARDS, TITLE = 5, "Palvelupolku"


@dataclass(frozen=True)
class Setting:
    """aino leads; people take part, each with a token. boards: of one workshop, whose join code is `code`."""

    workshop: str
    code: str
    floor: str
    boards: Sequence[str]
    aino: tuple[str, str]  # person and token
    people: Sequence[tuple[str, str]]

    def who(self, number: int, document: str) -> Who:
        """One of the people, by number, at a board; 0 is Aino."""
        person, token = self.aino if number == 0 else self.people[number - 1]
        return Who("aino" if number == 0 else f"guest{number}", person, token, document)


@dataclass(frozen=True)
class Template:
    """An instance folder to copy, and who is in it."""

    instance: Path
    setting: Setting

    def server(self, folder: Path, kind: Callable[..., Server] = Server, **settings: str) -> Server:
        """A server of one's own on a copy, not started."""
        one = kind(folder, **{"FACILITATOR_LIMITS": "off", **settings})
        shutil.copytree(self.instance, one.instance)
        return one


def make_template(folder: Path, empty_database: Path, people: int) -> Template:
    """Lay it out. empty_database: as `facilitator migrate` leaves it."""
    one = Server(folder)
    one.instance.mkdir(parents=True)
    shutil.copy(empty_database, one.instance / "facilitator.db")
    with beside(one):
        aino = make_user()
        workshop = make_workshop(make_project(make_programme(aino)), code="7KF2QX9M")
        boards = [create_board(workshop, f"{TITLE} {number}", "service_path") for number in range(1, BOARDS + 1)]
        for board in boards:
            everybody = {"id": str(uuid.uuid4()), "type": "board.set", "fields": {"rewritten_by": "everybody"}}
            rooms.submit(board.id, [everybody], Actor(aino.id, "facilitator"))
        names = [f"Vieras {number}" for number in range(1, people + 1)]
        guests = [Participant(workshop_id=workshop.id, name=name, name_key=name.casefold()) for name in names]
        with transaction() as tx:
            tx.add_all(guests)
        setting = Setting(
            workshop.id,
            workshop.code,
            ensure_floor(workshop),
            [board.id for board in boards],
            (aino.id, access.issue("api", aino.id)),
            [(guest.id, access.issue("guest", guest.id)) for guest in guests],
        )
    return Template(one.instance, setting)
