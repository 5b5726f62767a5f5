"""A project of four workshops, the first of which has an output: what a series begins with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.browser.rest import Rest, named

TITLES = ("Haaste ja sidosryhmät", "Polku ja kivut", "Ideat", "Roolit ja tiekartta")
STAKEHOLDERS = {"Yrittäjä": "customer", "Kela": "state", "PRH": "state"}


@dataclass
class Project:
    """The project, by the API. workshops: their ids in order."""

    rest: Rest
    id: str
    workshops: list[str]

    def board(self, workshop: int, title: str, method: str) -> str:
        """A new board of the workshop with this number, from 1."""
        plan = {"title": title, "method": method}
        return str(self.rest.call("POST", f"/workshops/{self.workshops[workshop - 1]}/boards", plan)["id"])

    def carry(self, workshop: int, title: str, method: str, **source: Any) -> str:
        """A board that begins from one output."""
        plan = {"title": title, "method": method, "sources": [source]}
        return str(self.rest.call("POST", f"/workshops/{self.workshops[workshop - 1]}/carry", plan)["board"])

    def write(self, board: str, kind: str, text: str, zone: str = "zone:unplaced") -> str:
        """A note; its id."""
        note = named("note")
        wish = {"note": note, "kind": kind, "text": text, "zone": zone, "order": "a0", "lang": "fi"}
        self.rest.operate(board, {"type": "note.add", **wish})
        return note

    def note(self, board: str, text: str) -> dict[str, Any]:
        """The one that says this."""
        return next(each for each in self.rest.items(board, "note") if each["text"] == text)

    def confirm(self, board: str) -> str:
        """The id of the new output."""
        return str(self.rest.call("POST", f"/boards/{board}/artefacts")["id"])

    def thing(self, name: str) -> dict[str, Any]:
        """What the index says of the thing of this name."""
        found: list[dict[str, Any]] = self.rest.call("GET", f"/projects/{self.id}/register")
        return next(each for each in found if each["name"] == name)


def make_project(rest: Rest) -> Project:
    """Four live workshops, and the stakeholders of the first in the record."""
    programme = rest.call("POST", "/programmes", {"title": "Sujuvat palvelut"})["id"]
    project = rest.call("POST", f"/programmes/{programme}/projects", {"title": "Yrityksen perustaminen"})["id"]
    made = Project(rest, project, [])
    for position, title in enumerate(TITLES, 1):
        plan = {"title": title, "position": position}
        made.workshops.append(rest.call("POST", f"/projects/{project}/workshops", plan)["id"])
        rest.call("PATCH", f"/workshops/{made.workshops[-1]}", {"status": "live"})
    onion = made.board(1, "Sidosryhmät", "stakeholder_onion")
    for text, kind in STAKEHOLDERS.items():
        made.write(onion, kind, text, "zone:core")
    made.confirm(onion)
    return made
