"""The guide for those who lead a workshop: `docs/facilitating*.md`, read by everybody in their own language."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitator.pages.guide_text import read_guide
from facilitator.pages.language import chosen, default

blueprint = Blueprint("guide", __name__)


@blueprint.get("/guide")
def page() -> ResponseReturnValue:
    """The guide, with the parts it has; without signing in, since many read it before they have an account."""
    guide = read_guide(chosen() or default(), static=url_for("static", filename=""))
    return render_template("guide/page.html", guide=guide)
