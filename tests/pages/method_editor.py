"""A person's browser on the method editor."""

from __future__ import annotations

from html import unescape
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from facilitator.extensions import db
from facilitator.models import OwnMethod
from facilitator.planning import own_methods
from tests.pages.house import House

TONGUES = ("fi", "sv", "en")


class Editor:
    """Aino's browser on one method."""

    def __init__(self, house: House, own: OwnMethod | None = None, browser: FlaskClient | None = None) -> None:
        self.browser = browser or house.browsers["aino"]
        self.list = f"/programmes/{house.programme.id}/methods"
        self.page = f"{self.list}/{own.id}" if own else ""

    def begin(self, title: str, layout: str) -> None:
        answer = self.browser.post(f"{self.list}/new", data={"title": title, "layout": layout})
        assert answer.status_code == 302, text_of(answer)
        self.page = answer.headers["Location"]

    def send(self, path: str, **data: Any) -> TestResponse:
        return self.browser.post(
            f"{self.page}/{path}", data={name.replace("__", "-"): each for name, each in data.items()}
        )

    def do(self, path: str, **data: Any) -> str:
        answer = self.send(path, **data)
        assert answer.status_code == 302, text_of(answer)
        return answer.headers["Location"]

    def see(self, path: str = "") -> str:
        return text_of(self.browser.get(f"{self.page}{path}"))

    def own(self) -> OwnMethod:
        db.session.expire_all()
        return db.session.get(OwnMethod, self.page.rsplit("/", 1)[1])

    def draft(self) -> dict[str, Any]:
        return own_methods.draft_of(self.own())


def text_of(answer: TestResponse) -> str:
    return unescape(answer.get_data(as_text=True))


def said(name: str, text: str) -> dict[str, str]:
    """A text in three languages, as the form sends it."""
    return {f"m__{name}__{each}" if name else f"m__{each}": f"{text} {each}" for each in TONGUES}
