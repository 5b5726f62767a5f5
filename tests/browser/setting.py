"""A live workshop of a test's own, with boards, so that tests that share a server do not meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from facilitator.engine.order import key_between
from tests.browser.rest import Rest, named

TITLES = {
    "challenge_canvas": "Haaste",
    "service_path": "Palvelupolku",
    "pain_grid": "Kipupisteet",
    "stakeholder_onion": "Sidosryhmät",
    "blank_with_zones": "Vapaa taulu",
    "actor_network": "Toimijat",
}


@dataclass
class Setting:
    """One workshop. boards: their ids by the keys of their methods."""

    rest: Rest
    programme: str
    project: str
    id: str
    title: str
    code: str
    boards: dict[str, str] = field(default_factory=dict)
    last: dict[tuple[str, str], str] = field(default_factory=dict)  # order of the last note written, by board and zone

    @property
    def plan(self) -> str:
        """The facilitator's page of the workshop."""
        return f"{self.rest.url}/workshops/{self.id}"

    @property
    def door(self) -> str:
        """Where the invitation leads."""
        return f"{self.rest.url}/j/{self.code}"

    def board(self, method: str = "service_path") -> str:
        """The address of a board."""
        return f"{self.rest.url}/boards/{self.boards[method]}"

    def write(self, text: str, zone: str, kind: str, method: str = "service_path", **place: Any) -> str:
        """The facilitator writes a note, the last of its zone where notes have an order; returns its id."""
        note = named("note")
        if not place:
            place["order"] = self.last[method, zone] = key_between(self.last.get((method, zone)), None)
        wish = {"type": "note.add", "note": note, "kind": kind, "text": text, "zone": zone, "lang": "fi", **place}
        self.rest.operate(self.boards[method], wish)
        return note

    def operate(self, deed: str, **members: Any) -> None:
        """The facilitator does something else on the service path: `operate("note.remove", note=…)`."""
        self.rest.operate(self.boards["service_path"], {"type": deed, **members})

    def guest(self, name: str) -> Rest:
        """Somebody joins and works without a browser."""
        joined = Rest(self.rest.url).call("POST", "/join", {"code": self.code, "name": name})
        return Rest(self.rest.url, joined["token"])


def make_setting(rest: Rest, title: str, methods: tuple[str, ...]) -> Setting:
    """A programme, a project and a live workshop with one board for each method.

    Everybody may rewrite everybody's notes there, so that a test needs no more people than it is about.
    """
    programme = rest.call("POST", "/programmes", {"title": "Sujuvat palvelut"})["id"]
    project = rest.call("POST", f"/programmes/{programme}/projects", {"title": "Yrityksen perustaminen"})["id"]
    workshop = rest.call("POST", f"/projects/{project}/workshops", {"title": title})["id"]
    made = Setting(rest, programme, project, workshop, title, code="")
    for method in methods:
        plan = {"title": TITLES[method], "method": method}
        made.boards[method] = rest.call("POST", f"/workshops/{workshop}/boards", plan)["id"]
        rest.operate(made.boards[method], {"type": "board.set", "fields": {"rewritten_by": "everybody"}})
    made.code = rest.call("PATCH", f"/workshops/{workshop}", {"status": "live"})["code"]
    return made
