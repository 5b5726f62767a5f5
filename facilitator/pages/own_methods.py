"""A programme's own methods: the list of them, how one begins, its files and its versions."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FileField, HiddenField, StringField

from facilitator import access, methods
from facilitator.errors import Invalid, NotThere, Problem
from facilitator.method_words import because
from facilitator.methods.file import MOST_BYTES
from facilitator.methods.reasons import told
from facilitator.models import Programme
from facilitator.pages import terms, visitor
from facilitator.pages.fields import Form, RadiosField
from facilitator.pages.language import chosen, default, in_language
from facilitator.pages.method_editing import show
from facilitator.pages.method_seen import address, place_of, seen_own
from facilitator.pages.method_terms import LAYOUTS
from facilitator.planning import own_methods as verbs
from facilitator.planning import reach

blueprint = Blueprint("own_methods", __name__)
blueprint.before_request(visitor.signed_in)
MOST_SENT = MOST_BYTES // 3 * 4 + 262_144  # a file that was looked at comes back in a field, four signs for three bytes
MOST_LISTED = 100


@blueprint.url_value_preprocessor
def take_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Before anything asks for the form: here it may be as large as a file."""
    if endpoint == "own_methods.bring":
        request.max_content_length = request.max_form_memory_size = MOST_SENT


@blueprint.teardown_request
def close_files(_fault: BaseException | None) -> None:
    """A large file lay on the disk meanwhile."""
    request.close()


class BeginForm(Form):
    """A method that begins from nothing."""

    title = StringField(_l("Name"))
    layout = RadiosField(_l("Layout"), choices=terms.options(LAYOUTS), default="columns")


class CopyForm(Form):
    """Where a copy goes."""

    programme = RadiosField(_l("Programme"))


class FileForm(Form):
    """A file; once it has been looked at it is kept in the page."""

    file = FileField(_l("File"))
    kept = HiddenField()


@blueprint.get("/programmes/<programme_id>/methods")
def index(programme_id: str) -> ResponseReturnValue:
    """All of them; those that are archived apart."""
    programme = reach.programme(visitor.account(), programme_id)
    seen = [seen_own(each) for each in verbs.methods_of(programme)]
    return render_template(
        "methods/index.html",
        programme={"id": programme.id, "title": programme.title},
        methods=[each for each in seen if not each["is_archived"]],
        archived=[each for each in seen if each["is_archived"]],
        trail=_trail(programme)[:-1],
        is_example=programme.is_example,
    )


@blueprint.route("/programmes/<programme_id>/methods/new", methods=["GET", "POST"])
def new(programme_id: str) -> ResponseReturnValue:
    """Begin one from nothing."""
    programme = reach.programme(visitor.account(), programme_id)
    form = BeginForm()
    if form.validate_on_submit():
        try:
            own = verbs.begin_method(programme, form.title.data, form.layout.data, chosen() or default())
        except Problem as problem:
            form.refuse(problem)
        else:
            return redirect(address(own, "page"))
    return render_template(
        "methods/new.html",
        form=form,
        programme={"id": programme.id, "title": programme.title},
        trail=_trail(programme),
        is_example=programme.is_example,
    ), form.status


@blueprint.route("/methods/<key>/copy", methods=["GET", "POST"])
def copy(key: str) -> ResponseReturnValue:
    """Take a method of the library as a beginning, in a programme that one chooses."""
    try:
        method = methods.library().load(key)
    except KeyError:
        raise NotThere from None
    person = visitor.account()
    programmes = {each.id: each.title for each in access.programmes_of(person)} if person else {}
    form = CopyForm()
    form.programme.choices = terms.options(programmes)
    if not form.is_submitted() and programmes:
        form.programme.data = next(iter(programmes))
    if form.validate_on_submit():
        programme = reach.programme(visitor.account(), form.programme.data)
        try:
            own = verbs.copy_method(programme, key)
        except Problem as problem:
            form.refuse(problem)
        else:
            flash(_("This copy is yours to change. The library's own method stays as it is."))
            return redirect(address(own, "page"))
    return render_template(
        "methods/copy.html", form=form, title=in_language(method["title"]), has_programmes=bool(programmes), key=key
    ), form.status


@blueprint.route("/programmes/<programme_id>/methods/bring", methods=["GET", "POST"])
def bring(programme_id: str) -> ResponseReturnValue:
    """A file: what would come of it, or where and why it cannot be used; then take it."""
    person = visitor.account()
    programme = reach.programme(person, programme_id)
    form, seen, faults = FileForm(), None, []
    if form.validate_on_submit():
        try:
            body = _file(form)
            method = verbs.read_file(body)
            if request.form.get("deed") == "bring":
                own = verbs.bring_method(programme, method, reach.leads(person, programme))
                flash(_("The method is here."))
                return redirect(address(own, "page"))
            seen = _looked_at(programme, method)
            form.kept.data = base64.b64encode(zlib.compress(body)).decode()
        except verbs.Faulty as problem:
            faults = [(place_of({}, where), told(where), because(why)) for where, why in problem.faults]
            form.kept.data = ""
        except Problem as problem:
            form.refuse(problem, None if form.kept.data else "file")
    return render_template(
        "methods/bring.html",
        form=form,
        seen=seen,
        faults=faults[:MOST_LISTED],
        more=max(0, len(faults) - MOST_LISTED),
        programme={"id": programme.id, "title": programme.title},
        trail=_trail(programme),
        is_example=programme.is_example,
    ), 400 if faults else form.status


@blueprint.get("/programmes/<programme_id>/methods/<method_id>/versions/<int:version>.json")
def download(programme_id: str, method_id: str, version: int) -> ResponseReturnValue:
    """A version as a file."""
    own, _is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    answer = Response(verbs.version_of(own, version).body, mimetype="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{own.key}.json"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@blueprint.post("/programmes/<programme_id>/methods/<method_id>/versions/<int:version>/current")
def make_current(programme_id: str, method_id: str, version: int) -> ResponseReturnValue:
    """New boards get this one from now on, and the draft begins from it."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    try:
        verbs.choose_version(own, version, is_lead)
    except Problem as problem:
        return show(own, is_lead, problem)
    flash(_("New boards get version %(version)s.", version=version))
    return redirect(address(own, "page"))


@blueprint.post("/programmes/<programme_id>/methods/<method_id>/archive")
def archive(programme_id: str, method_id: str) -> ResponseReturnValue:
    """Offer it to new boards no more, or again."""
    own, _is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    verbs.archive_method(own, own.archived_at is None)
    return redirect(address(own, "page"))


@blueprint.post("/programmes/<programme_id>/methods/<method_id>/copy")
def copy_own(programme_id: str, method_id: str) -> ResponseReturnValue:
    """Another one that begins as this one's current version."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    try:
        made = verbs.copy_method(reach.programme(visitor.account(), programme_id), own.board_key)
    except Problem as problem:
        return show(own, is_lead, problem)
    return redirect(address(made, "page"))


def _looked_at(programme: Programme, method: dict[str, Any]) -> dict[str, Any]:
    """What it would become here."""
    twin = verbs.twin_of(programme, method)
    return {
        "title": in_language(method["title"]),
        "purpose": in_language(method["purpose"]),
        "kinds": [in_language(kind["title"]) for kind in method["kinds"]],
        "places": [
            in_language(each["title"]) for part in ("phases", "lanes", "zones") for each in method.get(part, ())
        ],
        "questions": [in_language(each["text"]) for each in method["questions"]],
        "twin": seen_own(twin)["title"] if twin else None,
    }


def _file(form: FileForm) -> bytes:
    """What was chosen now, or what was looked at before. Raises Invalid (`file.none`)."""
    upload = request.files.get("file")
    if upload is not None and upload.filename:
        return upload.read()
    if not form.kept.data:
        raise Invalid("file.none")
    try:
        return zlib.decompressobj().decompress(base64.b64decode(form.kept.data, validate=True), MOST_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise Invalid("file.none") from None


def _trail(programme: Programme) -> list[tuple[str, str]]:
    return [
        (_("Programmes"), url_for("programmes.index")),
        (programme.title, url_for("programmes.page", programme_id=programme.id)),
        (_("Own methods"), url_for("own_methods.index", programme_id=programme.id)),
    ]
