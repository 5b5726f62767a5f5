"""A house with every kind of page in it. Aino leads it, Björn takes part, Chloé is from another programme."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from facilitator import access
from facilitator.engine import Actor
from facilitator.home import HOME
from facilitator.live import rooms
from facilitator.models import Board, Membership, Participant, Programme, Project, User, Workshop
from facilitator.planning import closing, groups, own_methods, programmes, read_links
from facilitator.planning.floor import plan_steps
from facilitator.planning.joining import join
from facilitator.record.register import Register
from tests.makers import make_board, make_project, make_user, make_workshop

PERSONS = ("aino", "björn", "chloé", "nobody")


@dataclass
class House:
    """What there is, and a browser for each person."""

    app: Flask
    aino: User
    programme: Programme
    project: Project
    live: Workshop
    closed: Workshop
    draft: Workshop
    board: Board
    old_board: Board
    artefact_id: str
    link_id: str
    entity_id: str
    björn: Participant
    step: str
    method_id: str
    browsers: dict[str, FlaskClient]

    def addresses(self) -> dict[str, str]:
        """What the routes' placeholders stand for."""
        erkki = Membership.query.filter(
            Membership.user_id != self.aino.id, Membership.programme_id == self.programme.id
        )
        return {
            "programme_id": self.programme.id,
            "membership_id": erkki.one().id,
            "project_id": self.project.id,
            "workshop_id": self.live.id,
            "board_id": self.board.id,
            "group_id": self.live.groups[0].id,
            "participant_id": self.björn.id,
            "step_id": self.step,
            "artefact_id": self.artefact_id,
            "format_name": "json",
            "picture_id": "0" * 64,
            "code": self.live.code,
            "token": "unknown",
            "key": "pain_grid",
            "method_id": self.method_id,
            "where": "kinds/0",
            "version": "1",
            "act": "unknown",
            "act_id": "unknown",
            "entity_id": self.entity_id,
            "link_id": self.link_id,
        }


def build(app: Flask) -> House:
    """Make it."""
    aino, erkki, chloé = make_user("Aino"), make_user("Erkki"), make_user("Chloé")
    programme = programmes.create_programme(aino, "Sujuvat palvelut", "Esimerkkivirasto", is_example=True)
    programmes.add_member(programme, erkki.email)
    programmes.create_programme(chloé, "Muu ohjelma")
    project = make_project(programme, challenge="Sama tieto kysytään monesti")
    closed = make_workshop(project, title="Haaste")
    live = make_workshop(project, title="Palvelupolku", position=2)
    draft = make_workshop(project, title="Ideat", position=3, status="draft")
    groups.create_group(live, "Luvat")
    board, old_board = make_board(live, title="Yrittäjän polku"), make_board(closed, title="Vanha polku")
    was, now = (join(workshop.code, "Björn", "Koivurannan kunta") for workshop in (closed, live))
    write(old_board, was.participant, "Jono on pitkä")
    write(board, now.participant, "Lomake on vain suomeksi")
    (step,) = plan_steps(live, [{"title": {"fi": "Polku", "sv": "", "en": ""}, "minutes": 20, "boards": [board.id]}])
    artefact = closing.close_workshop(closed, aino.id)[0]
    read_links.make_read_link(closed, day_from_now(30), aino.id)
    (link,) = read_links.read_links_of(closed)
    browsers = {person: app.test_client() for person in PERSONS}
    sign_in(browsers["aino"], aino)
    sign_in(browsers["chloé"], chloé)
    with browsers["björn"].session_transaction() as session:
        session["places"] = [[closed.id, was.token], [live.id, now.token]]
    return House(
        app,
        aino,
        programme,
        project,
        live,
        closed,
        draft,
        board,
        old_board,
        artefact.id,
        link.id,
        Register(project.id).things()[0].id,
        now.participant,
        step,
        own_methods.copy_method(programme, "pain_grid").id,
        browsers,
    )


def day_from_now(days: int = 0) -> date:
    """The day so many days from now."""
    return datetime.now(HOME).date() + timedelta(days=days)


def write(board: Board, participant: Participant, text: str, **fields: Any) -> None:
    """One pain point, by this person."""
    operation = {
        "id": str(uuid.uuid4()),
        "type": "note.add",
        "note": f"note:{uuid.uuid4()}",
        "kind": "pain_point",
        "text": text,
        "zone": "zone:apply/pain",
        "order": "a0",
    }
    (answer,) = rooms.submit(board.id, [operation | fields], Actor(participant.id, "participant"))
    assert isinstance(answer, dict), answer


def sign_in(browser: FlaskClient, user: User) -> None:
    """Come in by a one-time link."""
    answer = browser.get(f"/sign-in/{access.issue('sign_in', user.id)}")
    assert answer.status_code == 302
