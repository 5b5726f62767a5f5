"""Every server-rendered page, by who sees it: made once, visited by all tests that look at pages."""

from __future__ import annotations

from typing import Any

from tests.browser.rest import Rest
from tests.browser.setting import make_setting

Addresses = dict[str, str]

SUBMITTED = ("code", "sign in", "door", "new programme", "new project", "new workshop", "new part", "password")
"""Forms that are also sent empty, to see their errors."""


class Pages:
    """Addresses under the names by which a failing test speaks of them."""

    def __init__(self, rest: Rest, demo: dict[str, Any]) -> None:
        """Plans a draft with a group, and closes a workshop. demo: as the command tells it."""
        self.demo = demo
        plan = rest.call("GET", f"/workshops/{demo['workshop']['id']}")
        self.project = plan["project"]
        self.programme = rest.call("GET", f"/projects/{self.project}")["programme"]
        self.participant = rest.call("GET", f"/workshops/{demo['workshop']['id']}/participants")[0]["id"]
        agenda = rest.call("GET", f"/workshops/{demo['workshop']['id']}/floor/state")["items"]
        self.part = next(each["id"] for each in agenda if each["id"].startswith("step:"))
        self.draft = rest.call("POST", f"/projects/{self.project}/workshops", {"title": "Luonnos"})["id"]
        self.draft_code = rest.call("GET", f"/workshops/{self.draft}")["code"]
        self.draft_board = rest.call("POST", f"/workshops/{self.draft}/boards", BOARD)["id"]
        self.group = rest.call("POST", f"/workshops/{self.draft}/groups", {"name": "Luvat"})["id"]
        self.ended = make_setting(rest, "Päättynyt paja", ("service_path",))
        self.ended.write("Löydän ohjeet", "zone:find/step", "step")

    def close(self) -> None:
        """Ends what is to be seen ended; its guests have joined by now."""
        answer = self.ended.rest.call("POST", f"/workshops/{self.ended.id}/close", {})
        self.artefact = answer["artefacts"][0]["id"]

    def anybody(self) -> Addresses:
        """Without signing in or joining."""
        return {
            "front": "/",
            "code": "/join",
            "door": f"/j/{self.demo['workshop']['code']}",
            "door of a draft": f"/j/{self.draft_code}",
            "wrong code": "/j/AAAAAAAA",
            "sign in": "/sign-in",
            "used link": "/sign-in/nothing",
            "read link that opens nothing": "/read/nothing",
            "accessibility": "/saavutettavuus",
            "privacy": "/privacy",
            "nothing here": "/nothing",
        }

    def guest(self) -> Addresses:
        """For somebody in the demo's live workshop and in one that has ended."""
        live, board = self.demo["workshop"]["id"], self.demo["boards"][0]["id"]
        return {
            "front of a guest": "/",
            "take part": f"/workshops/{live}/take-part",
            "board to read": f"/boards/{board}/read",
            "take part, ended": f"/workshops/{self.ended.id}/take-part",
            "delete my name": f"/workshops/{self.ended.id}/take-part/forget-me",
            "output of a guest": f"/artefacts/{self.artefact}",
            "report of a guest's workshop": f"/workshops/{self.ended.id}/report",
        }

    def facilitator(self) -> Addresses:
        """For the demo's facilitator."""
        live, boards = self.demo["workshop"]["id"], [board["id"] for board in self.demo["boards"]]
        return {
            "programmes": "/programmes",
            "new programme": "/programmes/new",
            "programme": f"/programmes/{self.programme}",
            "edit programme": f"/programmes/{self.programme}/edit",
            "new project": f"/programmes/{self.programme}/projects/new",
            "project": f"/projects/{self.project}",
            "edit project": f"/projects/{self.project}/edit",
            "new workshop": f"/projects/{self.project}/workshops/new",
            "workshop, draft": f"/workshops/{self.draft}",
            "workshop, live": f"/workshops/{live}",
            "workshop, ended": f"/workshops/{self.ended.id}",
            "edit workshop": f"/workshops/{self.draft}/edit",
            "new part": f"/workshops/{live}/agenda/new",
            "edit part": f"/workshops/{live}/agenda/{self.part}",
            "edit board": f"/boards/{self.draft_board}/edit",
            "edit group": f"/groups/{self.group}/edit",
            "remove participant": f"/participants/{self.participant}/remove",
            "invitation": f"/workshops/{live}/invitation",
            "close workshop": f"/workshops/{live}/close",
            **{f"board {i} to read": f"/boards/{board}/read" for i, board in enumerate(boards)},
            "record": f"/projects/{self.project}/record",
            "output": f"/artefacts/{self.artefact}",
            "report of an output": f"/artefacts/{self.artefact}/report",
            "report of a workshop": f"/workshops/{self.ended.id}/report",
            "read links": f"/workshops/{self.ended.id}/read-links",
            "door of a facilitator": f"/j/{self.demo['workshop']['code']}",
            "link while signed in": "/sign-in/nothing",
            "account": "/account",
            "password": "/account/password",
            "interface": "/api/v1/",
        }


BOARD = {"title": "Sidosryhmät", "method": "stakeholder_onion"}
