"""Finnish, Swedish and English: which one this reader gets, and how it is changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Blueprint, Flask, current_app, has_request_context, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import refresh

from facilitator.config import LANGUAGES
from facilitator.errors import NotThere
from facilitator.extensions import babel
from facilitator.models.translated import Translated
from facilitator.pages import visitor
from facilitator.planning.accounts import choose_language

TRANSLATIONS = Path(__file__).resolve().parent.parent / "translations"
LANGUAGE = "facilitator.language"
STATEMENTS = {"fi": "/saavutettavuus", "sv": "/tillganglighet", "en": "/accessibility"}
OWN_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}

blueprint = Blueprint("language", __name__)


def init_app(app: Flask) -> None:
    """Bind Flask-Babel. The directory is absolute: a relative one is looked for beside the working directory."""
    babel.init_app(
        app,
        default_locale=app.config["SETTINGS"].default_language,
        default_timezone="Europe/Helsinki",
        default_translation_directories=str(TRANSLATIONS),
        locale_selector=chosen,
    )
    app.jinja_env.filters["in_language"] = in_language


def chosen() -> str | None:
    """What the person chose here, or once in their account; else what the browser asks for."""
    if not has_request_context():
        return None
    if LANGUAGE not in request.environ:
        request.environ[LANGUAGE] = _choose()
    return str(request.environ[LANGUAGE])


def read_in(language: str) -> None:
    """Answer this request in another language than the chosen one."""
    request.environ[LANGUAGE] = language
    refresh()


def _choose() -> str:
    if session.get("language") in LANGUAGES:
        return str(session["language"])
    person = visitor.account()
    if person and person.language in LANGUAGES:
        return str(person.language)
    return request.accept_languages.best_match(LANGUAGES) or default()


def default() -> str:
    """The installation's own language."""
    language: str = current_app.config["SETTINGS"].default_language
    return language


def in_language(words: Any, language: str | None = None) -> str:
    """Of `{"fi", "sv", "en"}` the reader's; a plain string, written by people, as it is."""
    if isinstance(words, dict):
        return str(words.get(language or chosen() or default()) or words.get("en", ""))
    return str(words or "")


@dataclass(frozen=True)
class Told:
    """Words for this reader. language: which one they are in, where it is not the reader's own."""

    text: str
    language: str | None = None

    def __str__(self) -> str:
        return self.text


def told(words: Any, language: str | None = None) -> Told | None:
    """Words that people may have written in one language only: the reader's, or another; None for no words."""
    if not isinstance(words, dict):
        return Told(str(words)) if words else None
    own = language or chosen() or default()
    if words.get(own):
        return Told(words[own])
    return next((Told(words[each], each) for each in LANGUAGES if words.get(each)), None)


def title_of(thing: Translated, language: str | None = None) -> Told:
    """What a workshop or a board is called; without the reader's own language the main one comes first."""
    words = thing.words("title")
    own = language or chosen() or default()
    return Told(words[own]) if own in words else Told(thing.title, thing.main_language)


def tongues(**words: Told | None) -> dict[str, str]:
    """Which of these are in another language than the reader's."""
    return {name: each.language for name, each in words.items() if each and each.language}


@blueprint.get("/language/<code>")
def choose(code: str) -> ResponseReturnValue:
    """Change the language and go back. A link, so that it works before anything else does."""
    if code not in LANGUAGES:
        raise NotThere
    session["language"] = code
    session.permanent = True
    for person in filter(None, (visitor.account(), *visitor.guests())):
        choose_language(person, code)
    back = local_path(request.args.get("next"))
    return redirect(statement_in(code, back) or back or url_for("front.page"))


def statement_in(code: str, path: str | None) -> str | None:
    """The accessibility statement has an address of its own in each language."""
    if path and path.split("?")[0] in STATEMENTS.values():
        return STATEMENTS[code]
    return None


def local_path(path: str | None) -> str | None:
    """`path` if it leads to a page of ours, else None: nobody is sent to another host."""
    if not path or not path.startswith("/") or path.startswith("//"):
        return None
    return path if "\\" not in path and path.isprintable() else None
