"""Programmes, their members and their projects."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app

from facilitator import access
from facilitator.api.calls import asking, call
from facilitator.api.schemas import (
    ArtefactOut,
    MemberIn,
    MemberOut,
    ProgrammeIn,
    ProgrammeOut,
    ProgrammePatch,
    ProjectIn,
    ProjectOut,
    ProjectPatch,
    WorkshopIn,
    WorkshopOut,
)
from facilitator.models import Membership, Programme, Project, RecordedArtefact, Workshop
from facilitator.planning import programmes, projects, reach, workshops

blueprint = Blueprint("api_programmes", __name__)


@blueprint.get("/programmes")
@call("The programmes that you belong to.", gives=ProgrammeOut, many=True)
def index() -> list[Programme]:
    """Newest first; an administrator sees all."""
    person = asking()
    reach.account(person)
    return access.programmes_of(person)


@blueprint.post("/programmes")
@call("Make a programme, and lead it.", takes=ProgrammeIn, gives=ProgrammeOut, status=201)
def create(sent: dict[str, Any]) -> Programme:
    """Whoever has an account may."""
    return programmes.create_programme(reach.account(asking()), **sent)


@blueprint.get("/programmes/<programme_id>")
@call("One programme.", gives=ProgrammeOut)
def show(programme_id: str) -> Programme:
    """For its members."""
    return reach.programme(asking(), programme_id)


@blueprint.patch("/programmes/<programme_id>")
@call("Change a programme.", takes=ProgrammePatch, gives=ProgrammeOut)
def change(programme_id: str, sent: dict[str, Any]) -> Programme:
    """For its leads."""
    programme = reach.programme(asking(), programme_id, lead=True)
    now = {name: getattr(programme, name) for name in ("title", "owner", "retention_days")}
    programmes.change_programme(programme, **{**now, **sent})
    return programme


@blueprint.get("/programmes/<programme_id>/members")
@call("Who belongs to a programme.", gives=MemberOut, many=True)
def members(programme_id: str) -> list[Membership]:
    """For its members."""
    return sorted(reach.programme(asking(), programme_id).memberships, key=lambda each: each.user.email)


@blueprint.post("/programmes/<programme_id>/members")
@call(
    "Let an account in, or change its role.",
    takes=MemberIn,
    gives=MemberOut,
    status=201,
    refuses=("account.unknown", "programme.last_lead"),
)
def add_member(programme_id: str, sent: dict[str, Any]) -> Membership:
    """For its leads."""
    return programmes.add_member(reach.programme(asking(), programme_id, lead=True), **sent)


@blueprint.delete("/members/<membership_id>")
@call("Take an account out of a programme.", status=204, refuses=("programme.last_lead",))
def remove_member(membership_id: str) -> None:
    """For the programme's leads."""
    membership = reach.member(asking(), membership_id)
    programmes.remove_member(membership.programme, membership.user)


@blueprint.get("/programmes/<programme_id>/projects")
@call("A programme's projects.", gives=ProjectOut, many=True)
def list_projects(programme_id: str) -> list[Project]:
    """Oldest first."""
    return reach.programme(asking(), programme_id).projects


@blueprint.post("/programmes/<programme_id>/projects")
@call("Make a project.", takes=ProjectIn, gives=ProjectOut, status=201)
def create_project(programme_id: str, sent: dict[str, Any]) -> Project:
    """For the programme's members."""
    return projects.create_project(reach.programme(asking(), programme_id), **sent)


@blueprint.get("/projects/<project_id>")
@call("One project.", gives=ProjectOut)
def show_project(project_id: str) -> Project:
    """For the programme's members."""
    return reach.project(asking(), project_id)


@blueprint.patch("/projects/<project_id>")
@call("Change a project, or move it to another phase.", takes=ProjectPatch, gives=ProjectOut)
def change_project(project_id: str, sent: dict[str, Any]) -> Project:
    """For the programme's members."""
    project = reach.project(asking(), project_id)
    phase = sent.pop("phase", None)
    if sent:
        now = {
            name: getattr(project, name)
            for name in ("title", "applicant", "challenge", "case_number", "region", "size")
        }
        projects.change_project(project, **{**now, **sent})
    if phase:
        projects.move_to_phase(project, phase)
    return project


@blueprint.get("/projects/<project_id>/workshops")
@call("A project's workshops, in their order.", gives=WorkshopOut, many=True)
def list_workshops(project_id: str) -> list[Workshop]:
    """For the programme's members."""
    return reach.project(asking(), project_id).workshops


@blueprint.post("/projects/<project_id>/workshops")
@call("Plan a workshop.", takes=WorkshopIn, gives=WorkshopOut, status=201)
def create_workshop(project_id: str, sent: dict[str, Any]) -> Workshop:
    """It begins as a draft."""
    project = reach.project(asking(), project_id)
    sent.setdefault("language", current_app.config["SETTINGS"].default_language)
    return workshops.create_workshop(project, **sent)


@blueprint.get("/projects/<project_id>/artefacts")
@call("A project's record, newest first.", gives=ArtefactOut, many=True)
def record(project_id: str) -> list[RecordedArtefact]:
    """All versions."""
    return reach.record(asking(), project_id)
