"""What the choices in our tables are called, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields.choices import SelectChoice

from facilitator.pages.language import in_language
from facilitator.planning.regions import REGIONS, SIZES

PHASES: dict[str, Any] = {
    "applied": _l("Applied"),
    "in_application_workshops": _l("In application workshops"),
    "selected": _l("Selected"),
    "not_selected": _l("Not selected"),
    "running": _l("Running"),
    "closed": _l("Ended"),
}
KINDS: dict[str, Any] = {"application": _l("Application workshop"), "project": _l("Project workshop")}
STATUSES: dict[str, Any] = {"draft": _l("Draft"), "live": _l("Live"), "closed": _l("Closed")}
AUTHORS: dict[str, Any] = {
    "names": _l("The name of who wrote it"),
    "organisations": _l("Only the organisation"),
    "nothing": _l("Nothing"),
}
SHAPED_BY: dict[str, Any] = {"facilitator": _l("Only facilitators"), "everybody": _l("Everybody")}
MODES: dict[str, Any] = {
    "open": _l("Everybody writes and arranges"),
    "silent": _l("Writing on your own"),
    "vote": _l("Voting"),
    "look": _l("Looking"),
}
MODE_HINTS: dict[str, Any] = {
    "open": _l("Everybody can add, move and edit notes. Everything is seen by all at once."),
    "silent": _l("Others see what somebody writes only when it is shown to all."),
    "vote": _l("The notes stay in place. Participants can only vote."),
    "look": _l("Participants can read the board but not change it."),
}
ENTITY_TYPES: dict[str, Any] = {
    "stakeholder": _l("Stakeholders"),
    "step": _l("Steps"),
    "pain_point": _l("Pain points"),
    "question": _l("How might we questions"),
    "idea": _l("Ideas"),
    "action": _l("Actions"),
}
VERSIONS: dict[str, Any] = {
    "confirmed": _l("confirmed during the workshop"),
    "at_end": _l("as the workshop ended"),
    "finished": _l("finished"),
}
ROLES: dict[str, Any] = {"lead": _l("Lead"), "facilitator": _l("Facilitator")}


def options(terms: Mapping[str, Any]) -> list[SelectChoice]:
    """The terms as a form's choices."""
    return [SelectChoice(value, title) for value, title in terms.items()]


def where(region: str, size: str) -> list[str]:
    """Region and size in words, those that are told."""
    return [in_language(named[told]) for named, told in ((REGIONS, region), (SIZES, size)) if told]


def region_options() -> list[SelectChoice]:
    """Not told, then the regions by the alphabet of the reader's language."""
    named = sorted(((in_language(names), code) for code, names in REGIONS.items()), key=lambda each: each[0].casefold())
    return [SelectChoice("", _("Not told")), *(SelectChoice(code, name) for name, code in named)]


def size_options() -> list[SelectChoice]:
    """Not told, then from the smallest."""
    return [SelectChoice("", _("Not told")), *(SelectChoice(size, in_language(words)) for size, words in SIZES.items())]
