"""Coming in: a facilitator by e-mail and password, a guest by a join code; and going out."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request

from facilitator import access
from facilitator.api.calls import asking, call, language
from facilitator.api.schemas import JoinIn, JoinOut, SessionIn, TokenOut
from facilitator.planning import joining, people

blueprint = Blueprint("api_sessions", __name__)


@blueprint.post("/session")
@call("Sign in as a facilitator.", takes=SessionIn, gives=TokenOut, opens=True, refuses=("sign_in.wrong", "slow.down"))
def sign_in(sent: dict[str, Any]) -> dict[str, Any]:
    """A token for programs, which ends after twelve hours without use."""
    user = access.sign_in(sent["email"], sent["password"], request.remote_addr)
    return {"token": access.issue("api", user.id)}


@blueprint.delete("/session")
@call("Sign out: the token ends, with those made from it.", status=204)
def sign_out() -> None:
    """Doing it twice is refused: the token is nobody's any more."""
    people.sign_out(asking())


@blueprint.post("/join")
@call(
    "Join a live workshop by its code.",
    takes=JoinIn,
    gives=JoinOut,
    status=201,
    opens=True,
    refuses=(
        "code.unknown",
        "door.closed",
        "workshop.draft",
        "workshop.closed",
        "slow.down",
        "text.empty",
        "text.too_long",
    ),
)
def join(sent: dict[str, Any]) -> joining.Joined:
    """A new guest at every call."""
    return joining.join(
        sent["code"],
        sent["name"],
        sent.get("organisation") or "",
        sent.get("language") or language(),
        request.remote_addr,
    )
