"""The invitation as plain text, to be copied into an e-mail or a calendar: once in each language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from facilitator.config import LANGUAGES
from facilitator.models import Workshop, WorkshopStatus
from facilitator.pages.language import OWN_NAMES, title_of
from facilitator.pages.times import period
from facilitator.planning.codes import shown
from facilitator.planning.workshops import Authors


def letters(workshop: Workshop, link: str, front: str) -> list[dict[str, Any]]:
    """`language`, its own `name` and the `text` for each language.

    link: the address that the code is part of. front: where the code is typed.
    """
    return [
        {"language": each, "name": OWN_NAMES[each], "text": _letter(workshop, link, front, each)} for each in LANGUAGES
    ]


def _letter(workshop: Workshop, link: str, front: str, language: str) -> str:
    """Paragraphs with an empty line between. What people named stands in no inflected place."""
    with force_locale(language):
        paragraphs = (_what(workshop, language), _way_in(workshop, link, front), _asked(workshop), _kept(workshop))
        return "\n\n".join("\n".join(lines) for lines in paragraphs)


def _what(workshop: Workshop, language: str) -> Iterator[str]:
    programme = workshop.project.programme
    if programme.is_example:
        yield _("Example material, invented")
    yield _("Welcome to a workshop: %(title)s", title=_called(workshop, language))
    if workshop.starts_at:
        yield _("Time: %(period)s", period=period(workshop.starts_at, workshop.ends_at, language))
    yield _("Invited by: %(name)s", name=programme.owner or programme.title)
    if workshop.call_url:
        yield _("Call: %(link)s", link=workshop.call_url)


def _called(workshop: Workshop, language: str) -> str:
    """Its title; in another language than the letter's it says so."""
    title = title_of(workshop, language)
    tongue = {"fi": _("in Finnish"), "sv": _("in Swedish"), "en": _("in English")}
    return f"{title} ({tongue[title.language]})" if title.language else title.text


def _way_in(workshop: Workshop, link: str, front: str) -> Iterator[str]:
    yield _("Join by this link:")
    yield link
    if workshop.status == WorkshopStatus.DRAFT:
        yield _("You can open it beforehand: the page lets you in by itself when the workshop begins.")
    yield _("Or go to %(address)s and write the code %(code)s.", address=front, code=shown(workshop.code))


def _asked(workshop: Workshop) -> Iterator[str]:
    yield _("You need no account and install nothing: a browser on a computer, tablet or phone is enough.")
    if workshop.asks_organisation:
        yield _("When you join you are asked for your name, or an alias, and your organisation if you want to give it.")
    else:
        yield _("When you join you are asked for your name, or an alias.")


def _kept(workshop: Workshop) -> Iterator[str]:
    yield {
        Authors.NAMES: _("Notes show the name of who wrote them."),
        Authors.ORGANISATIONS: _("Notes show the organisation of who wrote them, not the name."),
        Authors.NOTHING: _("Notes do not show who wrote them."),
    }[Authors(workshop.authors)]
    yield ngettext(
        "Names are kept for %(num)s day after the workshop, then removed. The outputs stay, without names.",
        "Names are kept for %(num)s days after the workshop, then removed. The outputs stay, without names.",
        workshop.project.programme.retention_days,
    )
