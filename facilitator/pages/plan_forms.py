"""The forms of planning a workshop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, StringField, TextAreaField, ValidationError

from facilitator import methods
from facilitator.config import LANGUAGES
from facilitator.models import Board, Workshop
from facilitator.pages import terms
from facilitator.pages.fields import (
    ClockField,
    DayField,
    Form,
    LinesField,
    ListField,
    RadiosField,
    TicksField,
    WholeField,
)
from facilitator.pages.language import chosen, default, in_language, title_of
from facilitator.pages.times import HOME, at_home
from facilitator.pages.translations import MainLanguageForm, TranslatedForm
from facilitator.planning.agenda import Part
from facilitator.planning.own_methods import offered
from facilitator.planning.zones import zones_of


class WorkshopForm(MainLanguageForm):
    """What is planned of a workshop."""

    TRANSLATED = ("title", "instructions")
    title = StringField(_l("Title"))
    title_fi = StringField(_l("Title in Finnish"), render_kw={"lang": "fi"})
    title_sv = StringField(_l("Title in Swedish"), render_kw={"lang": "sv"})
    title_en = StringField(_l("Title in English"), render_kw={"lang": "en"})
    kind = RadiosField(_l("Kind of workshop"), choices=terms.options(terms.KINDS), default="project")
    position = WholeField(_l("Number in the series"), render_kw={"inputmode": "numeric"})
    day = DayField(_l("Day"))
    starts = ClockField(_l("Begins"), render_kw={"inputmode": "decimal", "autocomplete": "off"})
    ends = ClockField(_l("Ends"), render_kw={"inputmode": "decimal", "autocomplete": "off"})
    call_url = StringField(_l("Link to the call"), render_kw={"inputmode": "url", "autocomplete": "off"})
    instructions = TextAreaField(_l("Instructions to participants"), render_kw={"rows": 5})
    instructions_fi = TextAreaField(_l("Instructions in Finnish"), render_kw={"lang": "fi", "rows": 4})
    instructions_sv = TextAreaField(_l("Instructions in Swedish"), render_kw={"lang": "sv", "rows": 4})
    instructions_en = TextAreaField(_l("Instructions in English"), render_kw={"lang": "en", "rows": 4})
    authors = RadiosField(_l("What a note shows of its writer"), choices=terms.options(terms.AUTHORS), default="names")
    asks_organisation = BooleanField(_l("Ask for the organisation when people join"), default=True)
    organisations = LinesField(_l("Organisations that take part"), render_kw={"rows": 4})

    def fill(self, workshop: Workshop) -> None:
        """Show what is planned now."""
        self.fill_words(workshop)
        for name in ("kind", "position", "call_url", "authors", "asks_organisation", "organisations"):
            if name in self:
                self[name].data = getattr(workshop, name)
        if workshop.starts_at:
            start = workshop.starts_at.astimezone(HOME)
            self.day.data, self.starts.data = start.date(), start.time()
        if workshop.ends_at:
            self.ends.data = workshop.ends_at.astimezone(HOME).time()

    def validate_day(self, field: DayField) -> None:
        """A time of day needs its day."""
        if not field.data and not field.process_errors and (self.starts.data or self.ends.data):
            raise ValidationError(_("Choose the day too."))

    def validate_ends(self, field: ClockField) -> None:
        """An end needs a beginning."""
        if field.data and not self.starts.data and not self.starts.process_errors:
            raise ValidationError(_("Write also when it begins."))

    def given(self) -> dict[str, Any]:
        """What the verbs take: the day and its times as two moments."""
        plan = self.values()
        day, starts, ends = plan.pop("day"), plan.pop("starts"), plan.pop("ends")
        plan["starts_at"] = at_home(day, starts) if day and starts else None
        plan["ends_at"] = at_home(day, ends) if day and ends and starts else None
        return plan


class BoardWordsForm(TranslatedForm):
    """What may be changed of a board afterwards."""

    TRANSLATED = ("title", "question")
    title = StringField(_l("Title"))
    title_fi = StringField(_l("Title in Finnish"), render_kw={"lang": "fi"})
    title_sv = StringField(_l("Title in Swedish"), render_kw={"lang": "sv"})
    title_en = StringField(_l("Title in English"), render_kw={"lang": "en"})
    question = TextAreaField(_l("Question"), render_kw={"rows": 2})
    question_fi = TextAreaField(_l("Question in Finnish"), render_kw={"lang": "fi", "rows": 2})
    question_sv = TextAreaField(_l("Question in Swedish"), render_kw={"lang": "sv", "rows": 2})
    question_en = TextAreaField(_l("Question in English"), render_kw={"lang": "en", "rows": 2})


class BoardForm(BoardWordsForm):
    """A method, what it is called here, and whose it is."""

    method_key = RadiosField(_l("Method"))
    group = ListField(_l("Whose board"))
    shaped_by = RadiosField(
        _l("Who may add and name phases, lanes and other places"),
        choices=terms.options(terms.SHAPED_BY),
        default="facilitator",
    )
    kinds = LinesField(_l("Kinds of note"), render_kw={"rows": 6})

    def offer(self, workshop: Workshop) -> None:
        """What there is to choose from: the library's methods, and those of the programme's own."""
        self.catalogue = [*methods.catalogue(), *offered(workshop.project.programme, workshop.kind)]
        titles = {each["key"]: in_language(each["title"]) for each in self.catalogue}
        self.method_key.choices = terms.options(titles)
        self.group.choices = terms.options({"": _("Everybody's")} | {each.id: each.name for each in workshop.groups})

    def words(self, name: str) -> dict[str, str]:
        """What was typed; a board that nobody named has the name of its method, in each language."""
        typed = super().words(name)
        if name != "title" or any(text.strip() for text in typed.values()):
            return typed
        chosen = (each["title"] for each in self.catalogue if each["key"] == self.method_key.data)
        return {language: str(text) for language, text in next(chosen, typed).items()}

    def kinds_hint(self) -> str:
        """For which methods kinds may be named, and what they have otherwise."""
        told = [
            _(
                "For the method %(method)s: one a line, at most %(most)s. Left empty, it has these: %(kinds)s.",
                method=in_language(each["title"]),
                most=each["own_kinds"]["most"],
                kinds=", ".join(in_language(kind["title"]) for kind in each["kinds"]),
            )
            for each in self.catalogue
            if "own_kinds" in each
        ]
        return " ".join(told)


class PartForm(Form):
    """A part of the agenda; its words in each language."""

    title_fi = StringField(_l("Title in Finnish"), render_kw={"lang": "fi"})
    title_sv = StringField(_l("Title in Swedish"), render_kw={"lang": "sv"})
    title_en = StringField(_l("Title in English"), render_kw={"lang": "en"})
    instruction_fi = TextAreaField(_l("What people do, in Finnish"), render_kw={"lang": "fi", "rows": 2})
    instruction_sv = TextAreaField(_l("What people do, in Swedish"), render_kw={"lang": "sv", "rows": 2})
    instruction_en = TextAreaField(_l("What people do, in English"), render_kw={"lang": "en", "rows": 2})
    minutes = WholeField(_l("Minutes"), render_kw={"inputmode": "numeric", "autocomplete": "off"})
    boards = TicksField(_l("Boards"))
    mode = RadiosField(_l("How people work on the boards"), choices=terms.options(terms.MODES), default="open")
    focus = ListField(_l("Place on the board"))

    def offer(self, boards: list[Board]) -> None:
        """The workshop's own boards, and the places on them by method."""
        self.boards.choices = terms.options({each.id: _named(each) for each in boards})
        places: dict[str, list[tuple[str, str]]] = {}
        for zone_id, (method, title) in _places(boards).items():
            places.setdefault(method, []).append((zone_id, title))
        self.focus.choices = {"": [("", _("No place in particular"))], **places}

    def in_order(self, name: str, main: str) -> list[Field]:
        """Its fields: the workshop's main language first."""
        return [self[f"{name}_{each}"] for each in sorted(LANGUAGES, key=lambda each: each != main)]

    def fill(self, part: Mapping[str, Any]) -> None:
        """Show what is planned now. Words of no language stand in the reader's own field."""
        for name in ("title", "instruction"):
            words = part.get(name) or ""
            if isinstance(words, str):
                words = {chosen() or default(): words}
            for language in LANGUAGES:
                self[f"{name}_{language}"].data = words.get(language, "")
        for name in ("minutes", "mode", "boards", "focus"):
            self[name].data = part.get(name)

    def given(self) -> Part:
        """What the verbs take."""
        title, instruction = (
            {language: self[f"{name}_{language}"].data or "" for language in LANGUAGES}
            for name in ("title", "instruction")
        )
        return Part(
            title=title,
            instruction=instruction,
            minutes=self.minutes.data,
            mode=self.mode.data,
            boards=self.boards.data or [],
            focus=self.focus.data or "",
        )


def _named(board: Board) -> str:
    return f"{title_of(board)} ({board.group.name})" if board.group else title_of(board).text


def _places(boards: list[Board]) -> dict[str, tuple[str, str]]:
    """Title of the method and of the place, by the zone's id."""
    found: dict[str, tuple[str, str]] = {}
    for board in boards:
        method = in_language(methods.load(board.method_key, board.method_version)["title"])
        for zone_id, zone in zones_of(board):
            found.setdefault(zone_id, (method, in_language(zone["title"])))
    return found


class GroupForm(Form):
    """A breakout group."""

    name = StringField(_l("Name of the group"))
    region = ListField(_l("Region"), choices=terms.region_options, default="")
    size = ListField(_l("Size"), choices=terms.size_options, default="")


class MergeForm(Form):
    """Two spellings of one organisation."""

    dropped = ListField(_l("Spelling to drop"))
    kept = ListField(_l("Spelling to keep"))

    def offer(self, spelled: list[str]) -> None:
        """What there is to choose from; at first two that differ."""
        self.dropped.choices = self.kept.choices = terms.options({name: name for name in spelled})
        if not self.is_submitted() and len(spelled) > 1:
            self.kept.data = spelled[1]
