"""One's own account: who I am here, and my password."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField

from facilitator import access
from facilitator.errors import Problem
from facilitator.pages import visitor
from facilitator.pages.fields import Form
from facilitator.passwords import SHORTEST, is_password
from facilitator.planning import accounts

blueprint = Blueprint("account", __name__, url_prefix="/account")
blueprint.before_request(visitor.signed_in)


class PasswordForm(Form):
    """The old password, unless the person came by a one-time link, and the new one."""

    current = PasswordField(_l("Current password"), render_kw={"autocomplete": "current-password"})
    password = PasswordField(_l("New password"), render_kw={"autocomplete": "new-password"})


@blueprint.get("")
def page() -> ResponseReturnValue:
    """Who I am here."""
    user = visitor.user()
    return render_template(
        "account/page.html",
        form=Form(),
        person=user.id,
        name=user.name,
        email=user.email,
        organisation=user.organisation,
        has_password=user.password_hash is not None,
    )


@blueprint.route("/password", methods=["GET", "POST"])
def password() -> ResponseReturnValue:
    """Choose a password. Everywhere else this account is signed out."""
    user = visitor.user()
    form = PasswordForm()
    knows_none = user.password_hash is None or session.get("came_by_link", False)
    if knows_none:
        del form.current
    if form.validate_on_submit():
        if not knows_none and not is_password(user.password_hash, form.current.data or ""):
            form.current.errors = [_("That is not your current password")]
        else:
            try:
                accounts.set_password(user, form.password.data or "")
            except Problem as problem:
                form.refuse(problem, field="password")
            else:
                visitor.become(access.issue("browser", user.id))
                flash(_("Your password is saved."))
                return redirect(url_for("account.page"))
    return render_template("account/password.html", form=form, email=user.email, shortest=SHORTEST), form.status
