"""Every server-rendered page, by who sees it: made once, visited by all tests that look at pages."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, StorageState

from tests.browser.rest import Rest
from tests.browser.setting import make_setting

Addresses = dict[str, str]
Visitors = dict[str, tuple[StorageState | None, Addresses]]
"""Who sees what: cookies, and the addresses that they open."""

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
        methods = f"/programmes/{self.programme}/methods"
        self.method = rest.call("POST", methods, {"from": "ideas_impact_effort"})["id"]
        self.draft = rest.call("POST", f"/projects/{self.project}/workshops", {"title": "Luonnos"})["id"]
        self.draft_code = rest.call("GET", f"/workshops/{self.draft}")["code"]
        self.draft_board = rest.call("POST", f"/workshops/{self.draft}/boards", BOARD)["id"]
        self.group = rest.call("POST", f"/workshops/{self.draft}/groups", {"name": "Luvat"})["id"]
        self.ended = make_setting(rest, "Päättynyt paja", ("service_path",))
        self.ended.write("Löydän ohjeet", "zone:find/step", "step")

    def visitors(self, browser: Browser, facilitator: StorageState) -> Visitors:
        """A guest joins, the workshop that is to be seen ended ends, and its outputs are lent by a link."""
        guest = self._join(browser)
        answer = self.ended.rest.call("POST", f"/workshops/{self.ended.id}/close", {})
        self.artefact = answer["artefacts"][0]["id"]
        self.thing = self.ended.rest.call("GET", f"/projects/{self.ended.project}/register")[0]["id"]
        reader = self._lend(browser, facilitator)
        return {
            "anybody": (None, self.anybody()),
            "guest": (guest, self.guest()),
            "reader": (reader, self.reader()),
            "facilitator": (facilitator, self.facilitator()),
        }

    def _join(self, browser: Browser) -> StorageState:
        context = browser.new_context(locale="fi-FI")
        page = context.new_page()
        for door in (self.demo["workshop"]["join"], self.ended.door):
            page.goto(door)
            page.get_by_label("Nimesi tai nimimerkkisi").fill("Chloé")
            page.get_by_role("button", name="Liity työpajaan").click()
            page.get_by_role("heading", level=1).wait_for()
        guest = context.storage_state()
        context.close()
        return guest

    def _lend(self, browser: Browser, facilitator: StorageState) -> StorageState:
        leading, reading = browser.new_context(storage_state=facilitator), browser.new_context()
        page = leading.new_page()
        page.goto(f"{self.demo['url']}/workshops/{self.ended.id}/read-links")
        page.locator("main form").first.evaluate("form => form.requestSubmit()")
        reading.new_page().goto(page.locator("#made").input_value())
        reader = reading.storage_state()
        leading.close()
        reading.close()
        return reader

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
            "code of no device": "/continue/AAAAAAAA",
            "unknown personal link": "/lead/nothing",
            "accessibility": "/saavutettavuus",
            "privacy": "/privacy",
            "guide": "/guide",
            "methods": "/methods",
            "nothing here": "/nothing",
        }

    def guest(self) -> Addresses:
        """For somebody in the demo's live workshop and in one that has ended."""
        live, board = self.demo["workshop"]["id"], self.demo["boards"][0]["id"]
        return {
            "front of a guest": "/",
            "take part": f"/workshops/{live}/take-part",
            "door again": f"/j/{self.demo['workshop']['code']}",
            "another device": f"/workshops/{live}/take-part/device",
            "board to read": f"/boards/{board}/read",
            "challenge beside a board": f"/boards/{board}/challenge",
            "take part, ended": f"/workshops/{self.ended.id}/take-part",
            "output of a guest": f"/artefacts/{self.artefact}",
            "forget me": f"/workshops/{self.ended.id}/take-part/forget-me",
        }

    def reader(self) -> Addresses:
        """For somebody who was lent the outputs of the ended workshop."""
        outputs = f"/outputs/{self.ended.id}"
        return {
            "lent outputs": outputs,
            "lent report": f"{outputs}/report",
            "lent report of an output": f"{outputs}/{self.artefact}/report",
        }

    def _methods(self) -> Addresses:
        """The methods of the demo's programme, and their editor."""
        return {
            "own methods": f"/programmes/{self.programme}/methods",
            "new method": f"/programmes/{self.programme}/methods/new",
            "own method": f"/programmes/{self.programme}/methods/{self.method}",
            "place of a method": f"/programmes/{self.programme}/methods/{self.method}/edit/zones/0",
            "kind of a method": f"/programmes/{self.programme}/methods/{self.method}/edit/kinds/0",
            "new kind of a method": f"/programmes/{self.programme}/methods/{self.method}/add/kinds",
            "example of a method": f"/programmes/{self.programme}/methods/{self.method}/edit/example",
            "bring a method": f"/programmes/{self.programme}/methods/bring",
            "copy a method": "/methods/pain_grid/copy",
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
            **self._methods(),
            "project": f"/projects/{self.project}",
            "edit project": f"/projects/{self.project}/edit",
            "new workshop": f"/projects/{self.project}/workshops/new",
            "workshop, draft": f"/workshops/{self.draft}",
            "workshop, live": f"/workshops/{live}",
            "workshop, ended": f"/workshops/{self.ended.id}",
            "boards of a workshop": f"/workshops/{self.draft}/boards",
            "groups of a workshop": f"/workshops/{self.draft}/groups",
            "whose the groups are": f"/workshops/{self.draft}/groups/where",
            "read links": f"/workshops/{self.ended.id}/read-links",
            "report": f"/workshops/{self.ended.id}/report",
            "report of an output": f"/artefacts/{self.artefact}/report",
            "people of a programme": f"/programmes/{self.programme}/members",
            "edit workshop": f"/workshops/{self.draft}/edit",
            "new part": f"/workshops/{live}/agenda/new",
            "edit part": f"/workshops/{live}/agenda/{self.part}",
            "edit board": f"/boards/{self.draft_board}/edit",
            "edit group": f"/groups/{self.group}/edit",
            "co-facilitators": f"/workshops/{live}/co-facilitators",
            "empty the trial": f"/workshops/{self.draft}/trial/empty",
            "remove participant": f"/participants/{self.participant}/remove",
            "invitation": f"/workshops/{live}/invitation",
            "close workshop": f"/workshops/{live}/close",
            "open workshop again": f"/workshops/{self.ended.id}/reopen",
            "summary": f"/workshops/{self.ended.id}/summary",
            "newly arrived": f"/workshops/{self.ended.id}/late",
            "bring notes": f"/boards/{self.draft_board}/bring",
            "board on paper": f"/boards/{self.draft_board}/paper",
            **{f"board {i} to read": f"/boards/{board}/read" for i, board in enumerate(boards)},
            "record": f"/projects/{self.project}/record",
            "index": f"/projects/{self.project}/register",
            "begin from outputs": f"/workshops/{self.draft}/carry",
            "output": f"/artefacts/{self.artefact}",
            "thing of the index": f"/projects/{self.ended.project}/register/{self.thing}",
            "maps of a workshop": f"/workshops/{self.ended.id}/together",
            "maps of a programme": f"/programmes/{self.programme}/together",
            "output compared": f"/artefacts/{self.artefact}/compare",
            "door of a facilitator": f"/j/{self.demo['workshop']['code']}",
            "link while signed in": "/sign-in/nothing",
            "account": "/account",
            "password": "/account/password",
            "interface": "/api/v1/",
        }


BOARD = {"title": "Sidosryhmät", "method": "stakeholder_onion"}
