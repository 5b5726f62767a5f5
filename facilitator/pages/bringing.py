"""Bringing what others made onto a board, without a script: choose, see what would come of it, do it, take it back."""

from __future__ import annotations

import base64
import binascii
import uuid
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import FileField, HiddenField, TextAreaField

from facilitator import words
from facilitator.artefacts.words import in_language
from facilitator.bringing import Columns, Listed
from facilitator.bringing.brought import MOST_BYTES
from facilitator.engine import Actor
from facilitator.errors import Invalid, Problem
from facilitator.models import Board
from facilitator.pages import visitor
from facilitator.pages.fields import Form, ListField
from facilitator.pages.language import chosen, default, title_of
from facilitator.pages.plan_seen import above
from facilitator.planning import bringing, reach
from facilitator.planning.bringing import Account, Choice, File

blueprint = Blueprint("bringing", __name__, url_prefix="/boards/<board_id>/bring")
blueprint.before_request(visitor.signed_in)
MOST_SENT = MOST_BYTES // 3 * 4 + 262_144  # a file that was looked at comes back in a field, four signs for three bytes
MOST_LISTED = 200
LEVEL = 1


@blueprint.url_value_preprocessor
def take_files(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Before anything asks for the form: here it may be as large as a file."""
    request.max_content_length = request.max_form_memory_size = MOST_SENT


@blueprint.teardown_request
def close_files(_fault: BaseException | None) -> None:
    """A large file lay on the disk meanwhile."""
    request.close()


class BringForm(Form):
    """A file, or what was copied. Once it has been looked at it is kept in the page, with what it is to become."""

    file = FileField(_l("File"))
    pasted = TextAreaField(_l("Or paste text"), render_kw={"rows": 6})
    kept, name, act = HiddenField(), HiddenField(), HiddenField()
    kind = ListField(_l("Kind of note, where the file does not say"), validate_choice=False)
    zone = ListField(_l("Place, where the file does not say"), validate_choice=False)


@dataclass(frozen=True)
class Column:
    """One column of a table, and what it is: `text`, `kind`, `zone`, `field:<key>` or nothing."""

    number: int
    head: str
    role: str


@blueprint.route("", methods=["GET", "POST"])
def page(board_id: str) -> ResponseReturnValue:
    """The form; what would come of it; or what came of it."""
    board = reach.run_board(visitor.account(), board_id)
    form, actor = BringForm(), Actor(visitor.user().id, "facilitator")
    form.kind.choices, form.zone.choices = _named(bringing.kinds_of(board)), _named(bringing.zones_of(board))
    account: Account | None = None
    is_done = False
    if form.validate_on_submit():
        try:
            account, is_done = _act(board, actor, form)
        except Problem as problem:
            form.refuse(problem, None if form.kept.data else "file")
            account = _look_again(board, actor, form) if problem.code.startswith("column.") else None
    return render_template(
        "plan/bring.html",
        form=form,
        board=board.id,
        title=title_of(board),
        account=account,
        is_done=is_done,
        columns=_columns_seen(account),
        roles=_roles(board),
        skipped=_listed(account.skipped if account else ()),
        remarks=_listed(account.remarks if account else ()),
        places=[reason for _, reason in _listed(account.places if account else ())],
        more=max(0, len(account.skipped) - MOST_LISTED) if account else 0,
        trail=[*above(board.workshop), (title_of(board.workshop), _plan(board))],
        is_example=board.workshop.project.programme.is_example,
    ), form.status


@blueprint.post("/<act>/back")
def take_back(board_id: str, act: str) -> ResponseReturnValue:
    """Remove again what an act of one's own brought."""
    board = reach.run_board(visitor.account(), board_id)
    count = bringing.take_back(board, Actor(visitor.user().id, "facilitator"), act) if _is_act(act) else 0
    flash(
        ngettext(
            "%(num)s note, arrow, theme, comment or result of a vote was taken back.",
            "%(num)s notes, arrows, themes, comments and results of votes were taken back.",
            count,
        )
    )
    return redirect(url_for("bringing.page", board_id=board.id))


def _act(board: Board, actor: Actor, form: BringForm) -> tuple[Account, bool]:
    """Look, or do it where that was asked for."""
    file = _file(form)
    act = form.act.data if _is_act(form.act.data) else str(uuid.uuid4())
    choice = Choice(kind=form.kind.data or None, zone=form.zone.data or None, columns=_chosen_columns(request.form))
    is_done = bool(form.kept.data) and request.form.get("deed") == "bring"
    verb = bringing.bring if is_done else bringing.look_at
    account = verb(board, actor, file, choice, act)
    form.kept.data = base64.b64encode(zlib.compress(file.body, LEVEL)).decode()
    form.name.data, form.act.data = file.name, account.act
    form.kind.data, form.zone.data = account.kind, account.zone
    return account, is_done


def _look_again(board: Board, actor: Actor, form: BringForm) -> Account | None:
    """With what is guessed, where what was chosen of the columns cannot be."""
    try:
        return bringing.look_at(board, actor, _file(form), Choice(), form.act.data)
    except Problem:
        return None


def _file(form: BringForm) -> File:
    """What was chosen now, or what was looked at before. Raises Invalid (`file.none`)."""
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        return File(name=upload.filename, body=upload.read())
    if form.kept.data:
        return File(name=form.name.data or "", body=_unpacked(form.kept.data))
    if not (form.pasted.data or "").strip():
        raise Invalid("file.none")
    return File(name="", body=form.pasted.data.encode("utf-8", "replace"))


def _unpacked(kept: str) -> bytes:
    """However much it claims to hold, no more than a file may have."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(kept, validate=True), MOST_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise Invalid("file.unknown") from None


def _chosen_columns(sent: Mapping[str, str]) -> Columns | None:
    """Of a table that was looked at. Two of the same, or none with the text: Invalid."""
    roles: dict[str, int] = {}
    for name, role in sent.items():
        number = name.removeprefix("column-")
        if name == number or not role or not (number.isascii() and number.isdigit() and len(number) < 4):
            continue
        if role in roles:
            raise Invalid("column.twice")
        roles[role] = int(number)
    if not any(name.startswith("column-") for name in sent):
        return None
    if "text" not in roles:
        raise Invalid("column.no_text")
    typed = {role.removeprefix("field:"): at for role, at in roles.items() if role.startswith("field:")}
    return Columns(text=roles["text"], kind=roles.get("kind"), zone=roles.get("zone"), fields=typed)


def _columns_seen(account: Account | None) -> list[Column]:
    if account is None or account.columns is None:
        return []
    columns = account.columns
    roles = {at: f"field:{key}" for key, at in columns.fields.items()}
    roles |= {at: role for role, at in (("kind", columns.kind), ("zone", columns.zone)) if at is not None}
    roles[columns.text] = "text"
    return [Column(at, head or str(at + 1), roles.get(at, "")) for at, head in enumerate(account.head)]


def _roles(board: Board) -> list[tuple[str, str]]:
    """What a column can be."""
    own = [("", _("Not brought")), ("text", _("Text of the note")), ("kind", _("Kind of note")), ("zone", _("Place"))]
    return [*own, *((f"field:{key}", title) for key, title in _named(bringing.fields_of(board)))]


def _named(found: list[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(key, in_language(title, chosen() or default())) for key, title in found]


def _listed(found: Any) -> list[tuple[int, str]]:
    """Rows and reasons, as many as a page can hold."""
    rows: list[Listed] = list(found)[:MOST_LISTED]
    return [(each.row, words.sentence(each.code, each.detail)) for each in rows]


def _is_act(act: str | None) -> bool:
    try:
        return bool(uuid.UUID(act or ""))
    except ValueError:
        return False


def _plan(board: Board) -> str:
    return url_for("plan.page", workshop_id=board.workshop_id)
