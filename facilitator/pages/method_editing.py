"""The method editor: a method by its parts, each on a page of its own, and everything without a script."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from facilitator.errors import NotThere, Problem
from facilitator.methods import editing
from facilitator.methods.blank import new_own_kinds
from facilitator.methods.coherence import Path
from facilitator.methods.strangers import TOLD, has_strangers, without_strangers
from facilitator.models import OwnMethod
from facilitator.pages import visitor
from facilitator.pages.fields import Form
from facilitator.pages.language import chosen, default
from facilitator.pages.method_adding import add_form, made_of, shared_fields
from facilitator.pages.method_forms import faults_at, form_of, refuse, typed, value_at
from facilitator.pages.method_part import Listing
from facilitator.pages.method_parts import PARTS, SINGLE, part_of, part_with_texts
from facilitator.pages.method_seen import (
    address,
    name_at,
    name_of,
    place_of,
    seen_faults,
    seen_listing,
    seen_own,
    seen_parts,
    seen_sample,
)
from facilitator.planning import own_methods, reach
from facilitator.planning.practice import open_sample, sample_of, take_example
from facilitator.planning.sample_tables import sample_table

blueprint = Blueprint("method_editing", __name__, url_prefix="/programmes/<programme_id>/methods/<method_id>")
blueprint.before_request(visitor.signed_in)


@blueprint.get("")
def page(programme_id: str, method_id: str) -> ResponseReturnValue:
    """The whole of it: what is missing, its parts, its versions."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    return show(own, is_lead)


@blueprint.route("/edit", defaults={"where": ""}, methods=["GET", "POST"])
@blueprint.route("/edit/<path:where>", methods=["GET", "POST"])
def edit(programme_id: str, method_id: str, where: str) -> ResponseReturnValue:
    """One part."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    draft, path = own_methods.draft_of(own), _path(where)
    name = _known(draft, path)
    value = value_at(draft, path)
    part = part_with_texts(name, value, draft)
    form = form_of(part, value, draft, is_lead)
    if form.validate_on_submit():
        changed = _put(draft, path, name, typed(form))
        faults = faults_at(part, value_at(changed, path), path)
        refuse(form, faults, path)
        if not faults and _is_saved(own, changed, form, is_lead):
            flash(_("Saved."))
            return redirect(_after(own, path, name, changed))
    if not form.is_submitted():
        form.edition.data = str(own.edition)
    return render_template(
        "methods/part.html",
        form=form,
        part=part,
        own=seen_own(own),
        name=name_at(draft, path),
        is_shared=path[:1] == ("fields",),
        condition=_condition(own, draft, path, name),
        listings=[seen_listing(own, draft, path, each) for each in part.listings if path and _is_shown(each, value)],
        shared=shared_fields(own, draft, path) if name in ("kind", "own_kinds") else None,
        preview=_preview(own, value) if name == "table" else None,
        here=address(own, "edit", path),
        moved=request.args.get("moved", ""),
        trail=_trail(own, draft, path),
        **_frame(own),
    ), form.status


@blueprint.route("/add/<path:where>", methods=["GET", "POST"])
def add(programme_id: str, method_id: str, where: str) -> ResponseReturnValue:
    """A new part of a list: its name first, and then its own page."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    draft, path = own_methods.draft_of(own), _path(where)
    listing = _listing(draft, path)
    form = add_form(listing, draft)
    if form.validate_on_submit():
        value = made_of(listing, draft, path, typed(form))
        faults = faults_at(PARTS[listing.part], value, path)
        refuse(form, faults, path)
        changed = editing.replace(draft, path, value) if path[-1] == "check" else editing.add(draft, path, value)
        if not faults and _is_saved(own, changed, form, is_lead):
            at = path if path[-1] == "check" else (*path, len(editing.part_at(changed, path)) - 1)
            return redirect(address(own, "edit", at))
    if not form.is_submitted():
        form.edition.data = str(own.edition)
    return render_template(
        "methods/add.html",
        form=form,
        listing=listing,
        own=seen_own(own),
        here=address(own, "add", path),
        trail=_trail(own, draft, path),
        **_frame(own),
    ), form.status


@blueprint.post("/parts/<path:where>")
def deed(programme_id: str, method_id: str, where: str) -> ResponseReturnValue:
    """Move a part up or down in its list, take it out, or let a kind have a shared field."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    draft, path = own_methods.draft_of(own), _path(where)
    _known(draft, path, is_listed=True)
    wanted, moved = request.form.get("deed"), path[-1]
    if wanted == "remove":
        changed, moved = editing.remove(draft, path), ""
    elif wanted in ("up", "down") and isinstance(moved, int):
        by = -1 if wanted == "up" else 1
        changed, moved = editing.move(draft, path[:-1], moved, by), max(0, moved + by)
    elif wanted == "share" and request.form.get("key") in shared_fields(own, draft, path)["choices"]:
        changed = editing.add(draft, (*path, "fields"), request.form["key"])
        moved = ""
    else:
        raise NotThere
    try:
        own_methods.change_draft(own, changed, _edition(request.form.get("edition")), is_lead)
    except Problem as problem:
        return show(own, is_lead, problem)
    back = path if wanted == "share" else path[:-2]
    where_to = address(own, "edit", back) if back else address(own, "page")
    named = "-".join(map(str, path[:-1])) if wanted != "share" else ""
    return redirect(f"{where_to}{f'?moved={named}-{moved}' if moved != '' else ''}{f'#{named}' if named else ''}")


@blueprint.post("/see")
def see(programme_id: str, method_id: str) -> ResponseReturnValue:
    """The draft on a board that can be tried."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    try:
        board = open_sample(visitor.user(), own, chosen() or default())
    except Problem as problem:
        return show(own, is_lead, problem)
    return redirect(url_for("board.page", board_id=board.id))


@blueprint.post("/save")
def save(programme_id: str, method_id: str) -> ResponseReturnValue:
    """The draft as the next version."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    try:
        saved = own_methods.save_version(own, _edition(request.form.get("edition")))
    except Problem as problem:
        return show(own, is_lead, problem)
    flash(_("Version %(version)s is saved, and new boards get it.", version=saved.version))
    return redirect(address(own, "page"))


@blueprint.post("/example")
def take(programme_id: str, method_id: str) -> ResponseReturnValue:
    """What lies on the sample board as the worked example."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    try:
        taken = take_example(visitor.user(), own, is_lead)
    except Problem as problem:
        return show(own, is_lead, problem)
    count = len(taken.example["notes"])
    flash(ngettext("The worked example has %(num)s note now.", "The worked example has %(num)s notes now.", count))
    if taken.left_out:
        flash(
            ngettext(
                "%(num)s note was left out: it lies or says what the method has no room for.",
                "%(num)s notes were left out: they lie or say what the method has no room for.",
                taken.left_out,
            )
        )
    return redirect(f"{address(own, 'page')}#example")


@blueprint.post("/own-kinds")
def let_name(programme_id: str, method_id: str) -> ResponseReturnValue:
    """Let those who lead a board name kinds of note there."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    draft = own_methods.draft_of(own)
    try:
        changed = draft if "own_kinds" in draft else editing.put(draft, (), {"own_kinds": new_own_kinds()})
        own_methods.change_draft(own, changed, _edition(request.form.get("edition")), is_lead)
    except Problem as problem:
        return show(own, is_lead, problem)
    return redirect(address(own, "edit", ("own_kinds",)))


@blueprint.post("/fit")
def fit(programme_id: str, method_id: str) -> ResponseReturnValue:
    """Take out of the worked example and the given notes what does not fit any more."""
    own, is_lead = reach.own_method(visitor.account(), programme_id, method_id)
    try:
        own_methods.change_draft(own, without_strangers(own_methods.draft_of(own)), own.edition, is_lead)
    except Problem as problem:
        return show(own, is_lead, problem)
    return redirect(address(own, "page"))


def show(own: OwnMethod, is_lead: bool, problem: Problem | None = None) -> ResponseReturnValue:
    """The page of a method, with what was refused just now."""
    draft = own_methods.draft_of(own)
    faults, form = own_methods.faults_in(draft), Form(formdata=None)
    if problem is not None and not isinstance(problem, own_methods.Faulty):
        form.refuse(problem)
    return render_template(
        "methods/own.html",
        form=form,
        own=seen_own(own),
        is_lead=is_lead,
        faults=seen_faults(own, faults),
        more_faults=max(0, len(faults) - 40),
        is_refused=isinstance(problem, own_methods.Faulty),
        has_strangers=any(where[:1] and where[0] in TOLD for where, _why in faults) and has_strangers(draft),
        parts=seen_parts(own, draft),
        sample=seen_sample(sample_of(visitor.user(), own)),
        versions=own_methods.versions_of(own),
        moved=request.args.get("moved", ""),
        trail=_trail(own, draft, ())[:-1],
        **_frame(own),
    ), 400 if problem is not None else 200


def _is_saved(own: OwnMethod, changed: dict[str, Any], form: Form, is_lead: bool) -> bool:
    try:
        own_methods.change_draft(own, changed, _edition(request.form.get("edition")), is_lead)
    except Problem as problem:
        form.refuse(problem)
        return False
    return True


def _put(draft: dict[str, Any], path: Path, name: str, told: dict[str, Any]) -> dict[str, Any]:
    """The draft with what was typed; what its type or its layout has no use for any more goes."""
    if name == "step":
        return editing.replace(draft, path, told[""] or {})
    changed = editing.put(draft, path, told)
    part = editing.part_at(changed, path)
    if name == "field":
        if part.get("type") not in ("scale5", "emotion"):
            changed = editing.put(changed, path, {"low": None, "high": None})
        if part.get("type") != "number":
            changed = editing.put(changed, path, {"unit": None})
        listed = part.get("choices", []) if part.get("type") in ("choice", "choices") else None
        changed = editing.put(changed, path, {"choices": listed})
    elif name == "zone" and (part.get("sort") != "plane" or changed["layout"] != "plane"):
        changed = editing.put(changed, path, {"axes": None, "quadrants": None})
    elif name == "zone" and not any(part.get("quadrants", {}).values()):
        changed = editing.put(changed, path, {"quadrants": None})
    elif name == "method":
        strips = {
            part: changed.get(part, []) if changed["layout"] == "matrix" else None for part in ("phases", "lanes")
        }
        listed = changed.get("listed", draft["listed"])  # emptied, it stays where it was
        changed = editing.put(changed, path, {**strips, "listed": listed, "adds": changed.get("adds", [])})
    return changed


def _after(own: OwnMethod, path: Path, name: str, changed: dict[str, Any]) -> str:
    """Where one goes on: a part with lists below it stays in view, since they may have changed, as does a preview."""
    value = value_at(changed, path) if path else {}
    stays = any(_is_shown(each, value) for each in PARTS[name].listings) if path else False
    is_new_plane = name == "zone" and value.get("sort") == "plane" and changed["layout"] == "plane"
    is_new_scale = name == "field" and value.get("type") in ("scale5", "emotion") and not value.get("low")
    if stays or name == "table" or (is_new_plane and "axes" not in value) or is_new_scale:
        return address(own, "edit", path)
    return _above(own, path)


def _above(own: OwnMethod, path: Path) -> str:
    above = path[:-1] if path[-1:] == ("check",) else path[:-2]
    if above and part_of(above) is not None:
        return address(own, "edit", above)
    return address(own, "page")


def _is_shown(listing: Listing, value: Any) -> bool:
    return listing.when(value) and (listing.name not in ("all_of", "any_of") or listing.name in value)


def _preview(own: OwnMethod, table: dict[str, Any]) -> dict[str, Any]:
    """A derived table as the sample board gives it. rows: None where there is no such board, or it cannot."""
    user = visitor.user()
    return {"rows": sample_table(user, own, table, chosen() or default()), "board": seen_sample(sample_of(user, own))}


def _condition(own: OwnMethod, draft: dict[str, Any], path: Path, name: str) -> dict[str, str] | None:
    """Of a question, when it counts as answered."""
    if name != "question":
        return None
    check = (*path, "check")
    said = name_of(editing.part_at(draft, check)) if "check" in editing.part_at(draft, path) else ""
    return {"said": said, "url": address(own, "edit", check) if said else "", "other": address(own, "add", check)}


def _listing(draft: dict[str, Any], path: Path) -> Listing:
    """The list of a path; the condition of a question counts as one."""
    owner = _known(draft, path[:-1]) if path else None
    if owner == "question" and path[-1] == "check":
        return PARTS["check"].listings[0]
    found = next((each for each in PARTS[owner or "step"].listings if each.name == path[-1]), None)
    if found is None or not found.can_grow:
        raise NotThere
    return found


def _known(draft: dict[str, Any], path: Path, is_listed: bool = False) -> str:
    """The kind of the part at a path. is_listed: it stands in a list, and may be the name of a shared field."""
    try:
        found = editing.part_at(draft, path)
    except LookupError:
        raise NotThere from None
    name = part_of(path)
    is_name = is_listed and isinstance(found, str)
    if name is None or not (isinstance(found, dict) or is_name) or (is_listed and not path):
        raise NotThere
    return name


def _path(where: str) -> Path:
    steps = where.split("/") if where else []
    if len(steps) > 40 or any(not step.isascii() for step in steps):
        abort(404)
    return tuple(int(step) if step.isdigit() and len(step) < 6 else step for step in steps)


def _edition(sent: str | None) -> int | None:
    return int(sent) if sent and sent.isascii() and sent.isdigit() and len(sent) < 10 else None


def _trail(own: OwnMethod, draft: dict[str, Any], path: Path) -> list[tuple[str, str]]:
    """The way from the programmes to the part above this one."""
    ways = [
        (own_programme(own), url_for("programmes.page", programme_id=own.programme_id)),
        (_("Own methods"), url_for("own_methods.index", programme_id=own.programme_id)),
        (name_of(draft), address(own, "page")),
    ]
    for depth in range(1, len(path)):
        is_part = isinstance(path[depth - 1], int) or path[depth - 1] in SINGLE["method"]
        if is_part and part_of(path[:depth]) is not None:
            ways.append((place_of(draft, path[:depth]).rpartition(" › ")[2], address(own, "edit", path[:depth])))
    return ways


def own_programme(own: OwnMethod) -> str:
    """The title of its programme."""
    return reach.programme(visitor.account(), own.programme_id).title


def _frame(own: OwnMethod) -> dict[str, Any]:
    return {"is_example": reach.programme(visitor.account(), own.programme_id).is_example}
