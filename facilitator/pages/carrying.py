"""A board that begins from earlier outputs, without a script: choose, see what would come along, make it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField

from facilitator import methods, words
from facilitator.artefacts.carrying import AS_IT_LIES, EACH_ITS_KIND, Offer, Way
from facilitator.errors import Invalid, Problem
from facilitator.models import RecordedArtefact, Workshop
from facilitator.pages import terms, visitor
from facilitator.pages.fields import Form, ListField, TicksField
from facilitator.pages.language import in_language, title_of
from facilitator.pages.plan_seen import above
from facilitator.pages.project_register import short
from facilitator.planning import carrying, reach
from facilitator.planning.carrying import Part, Preview, Seen, Wish
from facilitator.planning.own_methods import offered

blueprint = Blueprint("carrying", __name__, url_prefix="/workshops/<workshop_id>/carry")
blueprint.before_request(visitor.signed_in)


class CarryForm(Form):
    """The new board, and the outputs that it begins from."""

    method_key = ListField(_l("Method"))
    sources = TicksField(_l("Outputs"))
    title = StringField(_l("Title"))
    question = TextAreaField(_l("Question"), render_kw={"rows": 2})
    group = ListField(_l("Whose board"))

    def offer(self, workshop: Workshop, outputs: Sequence[RecordedArtefact]) -> None:
        """What there is to choose from."""
        there = [*methods.catalogue(), *offered(workshop.project.programme, workshop.kind)]
        self.method_key.choices = [(each["key"], in_language(each["title"])) for each in there]
        self.sources.choices = [(each.id, _named(each)) for each in outputs]
        everybody = [("", _("Everybody's"))]
        self.group.choices = [*everybody, *((each.id, each.name) for each in workshop.groups)]


@blueprint.route("", methods=["GET", "POST"])
def page(workshop_id: str) -> ResponseReturnValue:
    """The choice; what would come along; and then the board."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    outputs = carrying.outputs_of(workshop)
    form = CarryForm()
    form.offer(workshop, outputs)
    seen: Preview | None = None
    if form.validate_on_submit():
        try:
            seen = _look(workshop, form)
            if request.form.get("deed") == "make":
                return _make(workshop, form, seen)
        except Problem as problem:
            form.refuse(problem, "sources" if problem.code.startswith("carry.") else None)
    return render_template(
        "plan/carry.html",
        form=form,
        workshop=workshop.id,
        workshop_title=title_of(workshop),
        has_groups=bool(workshop.groups),
        has_outputs=bool(outputs),
        sources=[_seen_source(each, seen.method) for each in seen.sources] if seen else [],
        carried=_carried(seen) if seen else [],
        count=len(seen.begun.carried) if seen else 0,
        variant=_variant(seen) if seen else "",
        left=[(short(offer.text), words.sentence(code, {})) for offer, code in seen.begun.left] if seen else [],
        behind=_behind(seen) if seen else [],
        is_seen=seen is not None,
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    ), form.status


def _look(workshop: Workshop, form: CarryForm) -> Preview:
    if not form.sources.data:
        raise Invalid("carry.none")
    return carrying.look(workshop, form.method_key.data, [_wish(each) for each in form.sources.data])


def _wish(artefact_id: str) -> Wish:
    """What was chosen of one output; of one that has not been looked at yet nothing was, so it is guessed."""
    sent = request.form
    names = {name.removeprefix(f"way-{artefact_id}-"): way for name, way in sent.items()}
    ways = {name: way for name, way in names.items() if name in terms.ENTITY_TYPES}
    is_seen = artefact_id in sent.getlist("seen")
    return Wish(
        artefact=artefact_id,
        ways={} if sent.get("method_was") != sent.get("method_key") else ways,
        as_it_lies=artefact_id in sent.getlist("lies"),
        items={each.partition("/")[2] for each in sent.getlist("item") if each.startswith(f"{artefact_id}/")}
        if is_seen
        else None,
    )


def _make(workshop: Workshop, form: CarryForm, seen: Preview) -> ResponseReturnValue:
    group = reach.group_of(workshop, form.group.data or None)
    title, question = form.title.data or "", form.question.data or ""
    board = carrying.carry(workshop, title, seen, question=question, group=group)
    flash(_("The board %(title)s is ready, with what came along.", title=title_of(board)))
    return redirect(url_for("board.page", board_id=board.id))


def _named(saved: RecordedArtefact) -> str:
    """*2. Polku: Nykytila, versio 1*."""
    workshop = saved.workshop
    version = _("Version %(number)s", number=saved.version)
    return f"{workshop.position}. {title_of(workshop).text}: {in_language(saved.titles or saved.title)} · {version}"


def _seen_source(source: Seen, method: methods.Method) -> dict[str, Any]:
    saved = source.saved
    return {
        "id": saved.id,
        "title": _named(saved),
        "can_lie": source.can_lie,
        "lies": source.lies,
        "parts": [] if source.lies else [_seen_part(saved.id, part, method) for part in source.parts],
    }


def _seen_part(artefact_id: str, part: Part, method: methods.Method) -> dict[str, Any]:
    sent = set(request.form.getlist("item"))
    is_seen = artefact_id in request.form.getlist("seen")
    return {
        "name": f"way-{artefact_id}-{part.type}",
        "title": terms.ENTITY_TYPES[part.type],
        "ways": [(way.key, _way(way, method)) for way in part.ways],
        "chosen": part.chosen,
        "things": [
            (f"{artefact_id}/{offer.item['id']}", short(offer.text), _is_ticked(artefact_id, offer, sent, is_seen))
            for offer in part.offers
        ],
    }


def _is_ticked(artefact_id: str, offer: Offer, sent: set[str], is_seen: bool) -> bool:
    return not is_seen or f"{artefact_id}/{offer.item['id']}" in sent


def _way(way: Way, method: methods.Method) -> str:
    """What it becomes, in words."""
    if way.kind:
        return _("Notes: %(kind)s", kind=in_language(way.title))
    if way.key == "phase" and "phase_name" in method:
        return _("Columns: %(name)s", name=in_language(method["phase_name"]))
    if way.key == EACH_ITS_KIND:
        return _("Notes, each of the kind that it has")
    if way.key == "lane" and "lane_name" in method:
        return _("Rows: %(name)s", name=in_language(method["lane_name"]))
    becoming = {"phase": _("Become phases"), "lane": _("Become lanes"), "zone": _("Become places")}
    return becoming[way.key] if way.key in becoming else _("Not carried over")


def _variant(seen: Preview) -> str:
    """What the new board says that it shows, where everything comes as it lies: *Nykytila*."""
    key = seen.begun.board.get("variant")
    return next((in_language(each["title"]) for each in seen.method.get("variants", ()) if each["key"] == key), "")


def _behind(seen: Preview) -> list[tuple[str, list[str]]]:
    """By output, what stays in it of what was chosen, counted."""
    told = [
        (_named(source.saved), [words.sentence(code, {"count": count}) for code, count in counts.items()])
        for source, counts in zip(seen.sources, seen.behind.values(), strict=True)
    ]
    return [(title, lines) for title, lines in told if lines]


def _carried(seen: Preview) -> list[tuple[str, list[str]]]:
    """What comes along, by what it becomes."""
    method = seen.method
    titles = {kind["key"]: kind["title"] for kind in method["kinds"]}
    found: dict[str, list[str]] = {}
    for offer, way in seen.begun.carried:
        kind = way.partition(":")[2]
        title = _("As it lies") if way == AS_IT_LIES else _way(Way(way, titles.get(kind)), method)
        found.setdefault(title, []).append(short(offer.text))
    return list(found.items())
