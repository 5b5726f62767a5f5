"""The form of one part of a method, made from what the part has to fill in; and what was typed, as the file has it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, HiddenField, StringField, TextAreaField
from wtforms.validators import Optional

from facilitator.config import LANGUAGES
from facilitator.method_words import because
from facilitator.methods.coherence import Fault, Path
from facilitator.methods.editing import part_at
from facilitator.methods.reasons import read_back
from facilitator.pages import terms
from facilitator.pages.fields import Form, LinesField, ListField, TicksField, WholeField
from facilitator.pages.language import in_language
from facilitator.pages.method_part import Member, Part
from facilitator.pages.method_parts import PARTS
from facilitator.pages.method_tables import axis_of, read_axis

IN = {"fi": _l("in Finnish"), "sv": _l("in Swedish"), "en": _l("in English")}
TEXTS = ("title", "text")


class PartForm(Form):
    """What every one of them has. The others of a part are added by `form_of`."""

    edition = HiddenField()
    tongues = tuple(IN.values())
    members: Sequence[Member] = ()

    @staticmethod
    def label_of(member: Member) -> str:
        """A member's name; of an axis, which one it is."""
        return " · ".join(map(str, member.label)) if isinstance(member.label, tuple) else str(member.label)

    def name_of(self, member: Member, language: str = "") -> str:
        """A field's name, which is its address on the page too."""
        return "-".join(filter(None, ("m", *member.name.split("."), language)))


def form_of(part: Part, value: Mapping[str, Any], method: Mapping[str, Any], is_lead: bool) -> PartForm:
    """The part's form with what it holds now, or with what was sent."""
    shown = [each for each in part.members if each.when(value, method) and (is_lead or not each.is_leads)]
    fields: dict[str, Any] = {}
    for member in shown:
        for name, made in _fields(member, method):
            fields[name] = made
    form: PartForm = type("AnyPartForm", (PartForm,), fields)()
    form.members = shown
    if not form.is_submitted():
        for member in shown:
            _fill(form, member, value)
    return form


def _fields(member: Member, method: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    name = "-".join(filter(None, ("m", *member.name.split("."))))
    label = PartForm.label_of(member)
    chosen = {key: in_language(title) for key, title in member.choices(method).items()}
    if member.sort in TEXTS:
        for language in LANGUAGES:
            kind, more = (TextAreaField, {"rows": 3}) if member.sort == "text" else (StringField, {})
            yield f"{name}-{language}", kind(f"{label} {IN[language]}", render_kw={"lang": language, **more})
    elif member.sort == "one":
        options = {**({"": _("None")} if member.is_optional else {}), **chosen}
        yield name, ListField(label, choices=terms.options(options))
    elif member.sort == "axis":
        yield name, ListField(label, choices=terms.options(chosen))
    elif member.sort == "many":
        yield name, TicksField(label, choices=terms.options(chosen))
    elif member.sort == "flag":
        yield name, BooleanField(label)
    elif member.sort == "whole":
        may_be_empty = [Optional()] if member.is_optional else []
        yield name, WholeField(label, may_be_empty, render_kw={"inputmode": "numeric", "autocomplete": "off"})
    elif member.sort in ("values", "words"):
        yield name, LinesField(label, render_kw={"rows": 3, "autocapitalize": "none", "spellcheck": "false"})
    else:
        yield name, StringField(label, render_kw={"autocapitalize": "none", "autocomplete": "off"})


def _fill(form: PartForm, member: Member, value: Any) -> None:
    for step in filter(None, member.name.split(".")):
        value = value.get(step) if isinstance(value, Mapping) else None
    if member.sort in TEXTS:
        for language in LANGUAGES:
            form[form.name_of(member, language)].data = (value or {}).get(language, "")
    elif member.sort == "values":
        form[form.name_of(member)].data = [f"{name} = {_plain(each)}" for name, each in (value or {}).items()]
    elif member.sort == "axis":
        form[form.name_of(member)].data = axis_of(value or {})
    elif member.sort == "words":
        form[form.name_of(member)].data = [_plain(each) for each in value or []]
    else:
        form[form.name_of(member)].data = value


def typed(form: PartForm) -> dict[str, Any]:
    """What was typed, by the members' names in the file; None for what is left out."""
    told: dict[str, Any] = {}
    for member in form.members:
        if member.sort in TEXTS:
            words = {each: _line(form[form.name_of(member, each)].data) for each in LANGUAGES}
            words = {each: text for each, text in words.items() if text}
            told[member.name] = words or (None if member.is_optional else {})
            continue
        data = form[form.name_of(member)].data
        if member.sort == "flag":
            told[member.name] = True if data else None
        elif member.sort == "values":
            pairs = dict(_pair(line) for line in data or [])
            told[member.name] = pairs or None
        elif member.sort == "words":
            told[member.name] = [_value(_line(line)) for line in data or []] or None
        elif member.sort == "many":
            told[member.name] = list(data or []) or (None if member.is_optional else [])
        elif member.sort == "axis":
            told[member.name] = read_axis(str(data or ""))
        elif member.sort == "line":
            told[member.name] = _line(data)
        else:
            told[member.name] = data if data not in ("", None) else None
    return told


def refuse(form: PartForm, faults: list[Fault], where: Path) -> None:
    """Put each reason beside the field that it is about, or above the form."""
    for path, why in faults:
        inner = path[len(where) :]
        field = _field_at(form, inner)
        if field is None:
            form.form_errors.append(because(why))
        else:
            field.errors = [*field.errors, because(why)]


def faults_at(part: Part, value: Any, where: Path) -> list[Fault]:
    """What no draft may hold in this part: all that is wrong in its shape but what is still to be written."""
    found: list[Fault] = []
    _flatten(part.schema().validate(value), where, found)
    own = {each.name.partition(".")[0] for each in part.members}
    return [
        (path, why)
        for path, why in found
        if why.code not in ("missing", "short", "check.lead") and (not own - {""} or path[len(where)] in own)
    ]


def _flatten(errors: Any, where: Path, found: list[Fault]) -> None:
    if isinstance(errors, dict):
        for name, inner in errors.items():
            _flatten(inner, where if name == "_schema" else (*where, name), found)
    else:
        found.extend((where, read_back(message)) for message in errors)


def _field_at(form: PartForm, inner: Path) -> Field | None:
    """The field whose name is longest among those that the path begins with."""
    for length in range(len(inner), -1, -1):
        name = "-".join(("m", *map(str, inner[:length])))
        for each in (name, f"{name}-{LANGUAGES[0]}"):
            if each in form:
                return form[each]
    return None


def missing_in(value: Any, languages: tuple[str, ...] = LANGUAGES) -> list[str]:
    """The languages in which a text of this part is still to be written, itself or in one of its members."""
    texts = [value] if isinstance(value, str) else list(_texts(value))
    return [each for each in languages if any(isinstance(text, Mapping) and not text.get(each) for text in texts)]


def _texts(value: Any) -> Iterator[Mapping[str, Any]]:
    """Texts in several languages, without those of the parts that have a page of their own."""
    if isinstance(value, Mapping):
        if not value or set(value) <= set(LANGUAGES):
            yield value
        else:
            for name, inner in value.items():
                is_of_a_note = name == "fields" and isinstance(inner, Mapping) and inner
                if name not in ("sets", "check", "fields", "choices", "sums") or is_of_a_note:
                    yield from _texts(inner)


def value_at(method: Mapping[str, Any], where: Path) -> Any:
    """The part of a path; of the method itself only what its own page shows."""
    found = part_at(method, where)
    if where:
        return found
    own = {each.name for each in PARTS["method"].members}
    return {name: value for name, value in found.items() if name in own}


def _line(text: Any) -> str:
    """As people mean it: one line, composed."""
    return unicodedata.normalize("NFC", " ".join(str(text or "").split()))


def _pair(line: str) -> tuple[str, Any]:
    name, _, value = line.partition("=")
    return _line(name), _value(_line(value))


def _value(text: str) -> Any:
    if text in ("true", "false"):
        return text == "true"
    sign, digits = ("-", text[1:]) if text[:1] in "-−" else ("", text)
    return int(sign + digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else text


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
