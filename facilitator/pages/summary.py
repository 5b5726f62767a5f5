"""What a workshop came to, on one page: written by those who lead it, before it is closed or after."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, HiddenField, StringField, TextAreaField
from wtforms import Form as Part

from facilitator.errors import Problem
from facilitator.models import Workshop, WorkshopStatus
from facilitator.pages import visitor
from facilitator.pages.fields import DayField, Form
from facilitator.pages.language import title_of
from facilitator.pages.plan_seen import above
from facilitator.planning import reach
from facilitator.planning.summary import LISTS, MOST_LINES, SUMMARY, write_summary
from facilitator.record.summary import summary_of

blueprint = Blueprint("summary", __name__)
blueprint.before_request(visitor.signed_in)
EMPTY_LINES = 2  # after what is written already
KINDS = (*LISTS, "next_steps")


class StepPart(Part):
    """One next step."""

    what = StringField(_l("What is done"))
    owner = StringField(_l("Who does it"))
    due = DayField(_l("By when"))


class SummaryForm(Form):
    """The page. A list has an empty line or two at its end; more are had by a button that sends the form."""

    summary = TextAreaField(_l("Summary"), render_kw={"rows": 6})
    decisions = FieldList(StringField(), _l("Decisions"))
    open_questions = FieldList(StringField(), _l("Open questions"))
    next_steps = FieldList(FormField(StepPart), _l("Next steps"))
    edition = HiddenField()

    def fill(self, written: dict[str, Any]) -> None:
        """Show what was written before."""
        self.summary.data, self.edition.data = written["summary"], str(written["edition"])
        for name in LISTS:
            for text in written[name]:
                self[name].append_entry(text)
        for step in written["next_steps"]:
            due = date.fromisoformat(step["due"]) if step["due"] else None
            self.next_steps.append_entry({**step, "due": due})

    def lengthen(self, name: str, lines: int = 1) -> None:
        """More empty lines at the end of a list, as far as there may be any."""
        for _line in range(min(lines, MOST_LINES - len(self[name]))):
            self[name].append_entry()

    def given(self) -> dict[str, Any]:
        """What the verb takes."""
        lists = {name: [line.data or "" for line in self[name]] for name in LISTS}
        steps = [{name: part.form[name].data for name in ("what", "owner", "due")} for part in self.next_steps]
        edition = int(self.edition.data) if str(self.edition.data or "").isdecimal() else None
        return {"summary": self.summary.data or "", **lists, "next_steps": steps, "edition": edition}

    def validate(self, extra_validators: Any = None) -> bool:
        """A list says what is wrong with its lines."""
        is_valid: bool = super().validate(extra_validators)
        self._gather()
        return is_valid

    def refuse(self, problem: Problem, field: str | None = None) -> None:
        """Beside the line that it concerns."""
        lines = {line.name: line for line in self._lines()}
        self._fields.update(lines)
        super().refuse(problem, field)
        for name in lines:
            del self._fields[name]
        self._gather()

    def _gather(self) -> None:
        """What is said of a list is said of its lines, unless it is said of the list itself."""
        for name in KINDS:
            told = [error for line in self._lines() if line.name.startswith(f"{name}-") for error in line.errors]
            self[name].errors = told or [error for error in self[name].errors if isinstance(error, str)]

    def _lines(self) -> list[Any]:
        """Every field of every list."""
        steps = [field for part in self.next_steps for field in part.form]
        return [*self.decisions, *self.open_questions, *steps]


@blueprint.route("/workshops/<workshop_id>/summary", methods=["GET", "POST"])
def page(workshop_id: str) -> ResponseReturnValue:
    """Write it. *Add a line* sends the form and saves nothing."""
    workshop = reach.workshop(visitor.account(), workshop_id)
    form = SummaryForm()
    added = request.form.get("add")
    if not form.is_submitted():
        form.fill(summary_of(workshop.id))
        for name in KINDS:
            form.lengthen(name, EMPTY_LINES)
    elif added in KINDS:
        form.lengthen(added)
        return _shown(workshop, form, added), 200
    elif form.validate():
        try:
            write_summary(workshop, visitor.user().id, **form.given())
        except Problem as problem:
            form.refuse(problem)
            if problem.code == "summary.changed":  # sent once more, what stands here now wins
                form.edition.data = str(summary_of(workshop.id)["edition"])
        else:
            flash(_("Saved."))
            return redirect(url_for("plan.page", workshop_id=workshop.id))
    return _shown(workshop, form), form.status


def _shown(workshop: Workshop, form: SummaryForm, added: str | None = None) -> str:
    """The page. added: the list that just got a line, which is where writing goes on."""
    is_closed = workshop.status == WorkshopStatus.CLOSED
    return render_template(
        "plan/summary.html",
        form=form,
        added=added,
        most=SUMMARY.points,
        full={name for name in KINDS if len(form[name]) >= MOST_LINES},
        title=title_of(workshop),
        record=url_for("record.page", project_id=workshop.project_id) if is_closed else None,
        trail=[*above(workshop), (title_of(workshop), url_for("plan.page", workshop_id=workshop.id))],
        is_example=workshop.project.programme.is_example,
    )
