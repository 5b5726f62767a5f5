"""Forms: what verbs refuse stands beside the field that it concerns, and what was typed stays typed."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.widgets import CheckboxInput

from facilitator import words
from facilitator.errors import Problem
from facilitator.pages.language import chosen, default
from facilitator.pages.times import read_time


class Form(FlaskForm):
    """A plain form; alone, it is a button. Bounds are the verbs' own, so that every way in has the same ones."""

    def refuse(self, problem: Problem, field: str | None = None) -> None:
        """Put each sentence of a refusal beside its field (`detail["fields"]`, or the one named), or above the form."""
        name = field or problem.detail.get("field")
        refused = problem.detail.get("fields") or {name: (problem.code, problem.detail)}
        for name, (code, detail) in refused.items():
            sentence = words.sentence(code, detail, chosen() or default())
            shown = self._fields.get(str(name))
            if shown is None:
                self.form_errors.append(sentence)
            else:
                shown.errors = [*shown.errors, sentence]

    def values(self) -> dict[str, Any]:
        """What was typed, by field name."""
        return {name: field.data for name, field in self._fields.items() if name != "csrf_token"}

    @property
    def status(self) -> int:
        """Of the answer that shows this form."""
        return 400 if self.errors else 200


def described(field: Field, hint: str, is_optional: bool) -> dict[str, Any]:
    """What assistive technology is told of a field: its hint, its errors, and whether it is needed. For templates."""
    about = [f"{field.id}-hint"] if hint else []
    attributes: dict[str, Any] = {}
    if field.errors:
        about.append(f"{field.id}-error")
        attributes["aria-invalid"] = "true"
    if about:
        attributes["aria-describedby"] = " ".join(about)
    if not is_optional and not isinstance(field, SelectField):
        attributes["required"] = True
    return attributes


class WholeField(IntegerField):
    """A whole number; what was typed stays, whatever it was."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_l("Write a whole number.")) from None


class DayField(DateField):
    """A day, or none."""

    data: date | None

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        if not any(valuelist):
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(_l("This date or time cannot be read.")) from None


class _OneOf:
    """A choice from a list; anything else is refused in our own words."""

    def pre_validate(self, form: FlaskForm) -> None:
        try:
            super().pre_validate(form)  # type: ignore[misc]
        except ValidationError:
            raise ValidationError(_l("Choose one of the alternatives.")) from None


class RadiosField(_OneOf, RadioField):
    """A choice in sight."""


class ListField(_OneOf, SelectField):
    """A choice in a list."""


class TicksField(_OneOf, SelectMultipleField):
    """Any number of choices, in sight."""

    option_widget = CheckboxInput()


class LinesField(TextAreaField):
    """A list, one a line."""

    data: list[str] | None

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = [line for line in (valuelist[0] if valuelist else "").splitlines() if line.strip()]

    def _value(self) -> str:
        return "\n".join(self.data or [])


class ClockField(StringField):
    """A time of day, typed: `9.00`. A browser's own picker would speak the browser's language."""

    data: time | None

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        if self.typed:
            try:
                self.data = read_time(self.typed)
            except ValueError:
                raise ValueError(_l("Write the time like this: 9.00")) from None

    def _value(self) -> str:
        if getattr(self, "typed", ""):
            return self.typed
        return f"{self.data.hour}.{self.data.minute:02d}" if self.data else ""
