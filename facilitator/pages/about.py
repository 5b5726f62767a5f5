"""The accessibility statement and the privacy page: open to everybody, linked from every page."""

from __future__ import annotations

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from facilitator.pages.language import STATEMENTS, read_in

blueprint = Blueprint("about", __name__)


def statement_of(language: str) -> ResponseReturnValue:
    """The statement (306/2019, EU 2018/1523) in the language of its address.

    What the organisation has not filled in yet is shown as such: a gap may not look like an answer.
    """
    read_in(language)
    settings = current_app.config["SETTINGS"]
    return render_template("about/accessibility.html", settings=settings)


for _language, _path in STATEMENTS.items():
    blueprint.add_url_rule(
        _path, f"accessibility_{_language}", statement_of, defaults={"language": _language}, methods=["GET"]
    )


@blueprint.get("/privacy")
def privacy() -> ResponseReturnValue:
    """What is kept of people, why and how long (GDPR, Article 13)."""
    return render_template("about/privacy.html", settings=current_app.config["SETTINGS"])
