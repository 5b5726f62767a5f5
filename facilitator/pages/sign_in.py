"""Signing in: e-mail and password, or a link that works once."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import EmailField, PasswordField
from wtforms.validators import InputRequired, Length

from facilitator import access
from facilitator.errors import Invalid
from facilitator.models import User
from facilitator.pages import visitor
from facilitator.pages.fields import Form
from facilitator.pages.language import local_path

blueprint = Blueprint("sign_in", __name__)


class SignInForm(Form):
    """E-mail and password."""

    email = EmailField(
        _l("E-mail"),
        [InputRequired(_l("Write your e-mail address")), Length(max=254, message=_l("That is too long"))],
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )
    password = PasswordField(
        _l("Password"),
        [InputRequired(_l("Write your password")), Length(max=200, message=_l("That is too long"))],
        render_kw={"autocomplete": "current-password"},
    )


@blueprint.route("/sign-in", methods=["GET", "POST"])
def ask() -> ResponseReturnValue:
    """The form; then on to where the person was going."""
    form = SignInForm()
    onward = local_path(request.args.get("next"))
    if visitor.account() and request.method == "GET":
        return redirect(onward or url_for("programmes.index"))
    if form.validate_on_submit():
        try:
            user = access.sign_in(form.email.data or "", form.password.data or "", request.remote_addr)
        except Invalid as problem:
            form.refuse(problem)
        else:
            return _enter(user, onward)
    return render_template("sign_in/ask.html", form=form, onward=onward), form.status


@blueprint.get("/sign-in/<token>")
def link(token: str) -> ResponseReturnValue:
    """Exchange a one-time link for a cookie, at once.

    A browser that only looks ahead gets nothing, and one where somebody is signed in is asked first: else a link
    from a stranger could put a person into the stranger's account unseen.
    """
    if request.method == "HEAD" or "prefetch" in request.headers.get("Sec-Purpose", ""):
        return "", 204
    if visitor.account():
        return render_template("sign_in/link.html", form=Form(), token=token)
    return _exchange(token)


@blueprint.post("/sign-in/<token>")
def confirm(token: str) -> ResponseReturnValue:
    """Exchange the link although somebody was signed in."""
    return _exchange(token)


@blueprint.post("/sign-out")
def out() -> ResponseReturnValue:
    """Leave: the token ends, and open boards of this browser with it."""
    visitor.leave()
    return redirect(url_for("front.page"))


def _exchange(token: str) -> ResponseReturnValue:
    try:
        user = access.use_sign_in_link(token)
    except Invalid as problem:
        form = SignInForm(formdata=None)
        form.refuse(problem)
        return render_template("sign_in/ask.html", form=form, onward=None), 400
    answer = _enter(user, url_for("account.password") if user.password_hash is None else None)
    session["came_by_link"] = True
    return answer


def _enter(user: User, onward: str | None) -> ResponseReturnValue:
    """A new token at every sign-in, never one that was there before (ASVS 7.2.4)."""
    visitor.become(access.issue("browser", user.id))
    return redirect(onward or url_for("programmes.index"))
