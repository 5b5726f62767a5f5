"""Who this browser belongs to: an account, and a guest of some workshops. The cookie holds tokens, never rights."""

from __future__ import annotations

from typing import Any

from flask import Flask, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import UserMixin

from facilitator import access
from facilitator.access import Person
from facilitator.errors import NotSignedIn
from facilitator.extensions import db, login
from facilitator.models import Participant, User, Workshop
from facilitator.planning import people

ACCOUNT = "facilitator.account"
MOST_PLACES = 8  # workshops that one browser remembers at a time: a cookie has 4 KiB


class Account(UserMixin):
    """What Flask-Login carries: the person behind the token of this browser."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def get_id(self) -> str:
        return self.person.id


def init_app(app: Flask) -> None:
    """Let Flask-Login ask us, at every request, who is there, and send those who are nobody to sign in."""

    @login.unauthorized_handler
    def ask() -> ResponseReturnValue:
        onward = request.full_path.rstrip("?") if request.method in ("GET", "HEAD") else None
        return redirect(url_for("sign_in.ask", next=onward))

    @login.request_loader
    def load(_request: object) -> Account | None:
        person = account()
        return Account(person) if person else None


def account() -> Person | None:
    """The account that is signed in, read from the database once for each request."""
    if ACCOUNT not in request.environ:
        person = access.bearer(session.get("browser"))
        request.environ[ACCOUNT] = person if person and person.user else None
    found: Person | None = request.environ[ACCOUNT]
    return found


def nobody() -> None:
    """Look nobody up any more in this request."""
    request.environ[ACCOUNT] = None


def signed_in() -> ResponseReturnValue | None:
    """For `before_request`: whoever is not signed in is asked to be, whether or not the page exists."""
    return None if account() else login.unauthorized()


def user() -> User:
    """The account's row, on pages behind `signed_in`."""
    person = account()
    if person is None or person.user is None:
        raise NotSignedIn
    return person.user


def guest(workshop_id: str) -> Person | None:
    """The participant that this browser is in a workshop."""
    token = next((held for key, held in places() if key == workshop_id), None)
    person = access.bearer(token) if token else None
    is_theirs = person and person.participant and person.participant.workshop_id == workshop_id
    return person if is_theirs else None


def guests() -> list[Person]:
    """Who this browser is in all the workshops that it remembers."""
    return [person for workshop_id, _token in places() if (person := guest(workshop_id))]


def places() -> list[list[str]]:
    """Workshop and guest's token, pair by pair, the oldest first: a session sorts the keys of what has keys."""
    kept: list[list[str]] = session.get("places", [])
    return kept


def in_workshop(workshop_id: str) -> Person | None:
    """Who this browser is there: its facilitator if the account runs it, else the guest, else the account.

    In a tab of a trial (`?as=trial`) it is the trial person, whoever is signed in.
    """
    if request.args.get("as") == "trial":
        person = guest(workshop_id)
        return person if person and person.participant and person.participant.is_trial else None
    person, workshop = account(), db.session.get(Workshop, workshop_id)
    if workshop is None or (person and access.workshop_role(person, workshop)):
        return person
    return guest(workshop_id) or person


def aside(guest: Participant | None) -> dict[str, Any]:
    """What an address needs so that a trial person stays one where an account that leads is signed in."""
    return {"as": "trial"} if guest and guest.is_trial else {}


def become(token: str) -> None:
    """Sign in: of the session before nothing stays but the language and the guests' places."""
    kept = {name: session[name] for name in ("language", "places", "outputs") if name in session}
    leave()
    session.clear()
    session.update(kept)
    session["browser"] = token
    session.permanent = True
    request.environ.pop(ACCOUNT, None)


def leave() -> None:
    """Sign out: the token ends, and with it every seat made from it."""
    person = account()
    if person:
        people.sign_out(person)
    session.pop("browser", None)
    nobody()


def take_place(workshop_id: str, token: str) -> None:
    """Remember the guest's token; the oldest place gives way."""
    others = [place for place in places() if place[0] != workshop_id]
    session["places"] = [*others[1 - MOST_PLACES :], [workshop_id, token]]
    session.permanent = True


def leave_place(workshop_id: str) -> None:
    """Leave a workshop on this browser: the token ends, and nothing of it stays here."""
    if person := guest(workshop_id):
        people.sign_out(person)
    session["places"] = [place for place in places() if place[0] != workshop_id]
