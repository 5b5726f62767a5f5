"""Times as people here write them: *ti 24.11.2026 klo 9.00–10.30*, and never AM or PM."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from babel.dates import format_date
from flask import Flask

from facilitator.home import HOME
from facilitator.pages.language import chosen, default

_CLOCK = {"fi": " klo ", "sv": " kl. ", "en": " at "}
_TIME = re.compile(r"\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*")


def init_app(app: Flask) -> None:
    """Give templates the filters."""
    app.jinja_env.filters |= {"moment": moment, "day": day}
    app.jinja_env.globals["period"] = period


def day(at: datetime | date, language: str | None = None) -> str:
    """*ti 24.11.2026*, *tis 24.11.2026*, *Tue 24.11.2026*."""
    if isinstance(at, datetime):
        at = at.astimezone(HOME)
    language = language or chosen() or default()
    weekday = format_date(at, "ccc", locale=language).rstrip(".")
    return f"{weekday} {at.day}.{at.month}.{at.year}"


def clock(at: datetime) -> str:
    """*9.00*."""
    at = at.astimezone(HOME)
    return f"{at.hour}.{at.minute:02d}"


def clocks(start: datetime, end: datetime) -> str:
    """*9.00–10.30*."""
    return f"{clock(start)}–{clock(end)}"


def moment(at: datetime | None, language: str | None = None) -> str:
    """*ti 24.11.2026 klo 9.00*."""
    return period(at, None, language)


def period(start: datetime | None, end: datetime | None, language: str | None = None) -> str:
    """*ti 24.11.2026 klo 9.00–10.30*; over midnight both ends have their day. Nothing known: empty."""
    if start is None:
        return ""
    language = language or chosen() or default()
    text = day(start, language) + _CLOCK[language] + clock(start)
    if end is None:
        return text
    same_day = start.astimezone(HOME).date() == end.astimezone(HOME).date()
    return f"{text}–{clock(end)}" if same_day else f"{text} – {day(end, language)}{_CLOCK[language]}{clock(end)}"


def read_time(text: str) -> time:
    """`9`, `9.00`, `9:00` or `0900`. Raises ValueError."""
    found = _TIME.fullmatch(text)
    if not found:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0))


def at_home(on: date, at: time) -> datetime:
    """That day and time on the clocks of Finland."""
    return datetime.combine(on, at, tzinfo=HOME)
