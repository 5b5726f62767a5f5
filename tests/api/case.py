"""Aino facilitates, Björn takes part, Chloé facilitates elsewhere; and a request as any of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator import access
from facilitator.models import Board, Group, Membership, Participant, Programme, Project, User, Workshop
from facilitator.planning import boards, groups, joining, programmes, projects, workshops
from tests.makers import make_user


@dataclass
class Case:
    """One programme of Aino's with everything in it, and the tokens."""

    client: FlaskClient
    aino: User
    programme: Programme
    membership: Membership
    project: Project
    workshop: Workshop
    group: Group
    board: Board
    bjorn: Participant
    tokens: dict[str, str | None]

    def ask(self, who: str, verb: str, path: str, body: Any = None, **headers: str) -> TestResponse:
        """A call as `aino`, `bjorn`, `chloe` or `nobody`."""
        token = self.tokens[who]
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return self.client.open(f"/api/v1{path}", method=verb.upper(), json=body, headers=headers)


def make_case(client: FlaskClient) -> Case:
    """A live workshop with a board in it."""
    aino, chloe, dan = make_user("Aino"), make_user("Chloé"), make_user("Dan")
    programme = programmes.create_programme(aino, "Sujuvat palvelut")
    membership = programmes.add_member(programme, dan.email)
    project = projects.create_project(programme, "Yrityksen perustaminen")
    workshop = workshops.create_workshop(project, "Palvelupolku")
    workshops.go_live(workshop)
    group = groups.create_group(workshop, "Ryhmä 1")
    board = boards.create_board(workshop, "Polku", "service_path", group=group)
    joined = joining.join(workshop.code, "Björn", "Kela", "sv")
    tokens = {
        "aino": access.issue("api", aino.id),
        "bjorn": joined.token,
        "chloe": access.issue("api", chloe.id),
        "nobody": None,
    }
    return Case(client, aino, programme, membership, project, workshop, group, board, joined.participant, tokens)
