"""What is wrong with an installation, in sentences that say what to do. Looks at everything and changes nothing."""

from __future__ import annotations

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from facilitator.assets import built_files
from facilitator.config import LANGUAGES, Settings
from facilitator.extensions import db
from facilitator.live.elsewhere import redis_at
from facilitator.upkeep.tables import are_current

LEAST_FREE_MIB = 500
LEAST_FILES = 4_096  # open at once: every person who is connected is one
SHORTEST_TOKEN = 16

Grade = Literal["ok", "look", "wrong"]


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. says: what is there, and what to do where it is not ok."""

    grade: Grade
    about: str
    says: str


def examine(app: Flask) -> list[Finding]:
    """Everything, in the order in which one would mend it. In the application's context."""
    settings: Settings = app.config["SETTINGS"]
    looks: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
        _files,
        _built,
        _database,
        _redis,
        _address,
        _watching,
        _named,
    )
    return [finding for look in looks for finding in look(settings)]


def _files(settings: Settings) -> Iterator[Finding]:
    folder = Path(settings.instance)
    if not os.access(folder, os.W_OK):
        yield Finding("wrong", "instance", f"{folder} cannot be written to. Give it to the user who runs the server.")
    key = folder / "secret_key"
    if not settings.secret_key and key.exists() and key.stat().st_mode & 0o077:
        yield Finding("wrong", "secret key", f"{key} can be read by others. chmod 600 it.")
    else:
        yield Finding("ok", "secret key", "kept where only this user reads it")
    free = shutil.disk_usage(folder).free // 2**20
    grade: Grade = "ok" if free >= LEAST_FREE_MIB else "look"
    yield Finding(
        grade, "disk", f"{free} MiB free" + ("" if grade == "ok" else ". Make room before the next workshop.")
    )
    files = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if files < LEAST_FILES:
        yield Finding("look", "open files", f"at most {files} at once. Raise the limit (LimitNOFILE) for more people.")
    else:
        yield Finding("ok", "open files", f"up to {files} at once")


def _built(_settings: Settings) -> Iterator[Finding]:
    try:
        is_built = all(path.exists() for path in built_files())
    except (RuntimeError, ValueError):
        is_built = False
    if is_built:
        yield Finding("ok", "front end", "built")
    else:
        yield Finding("wrong", "front end", "not built, or not whole. Run `make build`.")
    folder = Path(__file__).parent.parent / "translations"
    untranslated = [
        each for each in LANGUAGES if each != "en" and not (folder / each / "LC_MESSAGES/messages.mo").exists()
    ]
    if untranslated:
        yield Finding("wrong", "languages", f"not compiled: {', '.join(untranslated)}. Run `make build`.")
    else:
        yield Finding("ok", "languages", ", ".join(LANGUAGES))


def _database(_settings: Settings) -> Iterator[Finding]:
    try:
        with db.engine.connect() as connection:
            dialect = db.engine.dialect.name
            if dialect == "sqlite":
                durable = connection.scalar(text("PRAGMA synchronous")) == 2
                ordered = connection.scalar(text("PRAGMA journal_mode")) == "wal"
            else:
                durable = connection.scalar(text("SHOW synchronous_commit")) in ("on", "remote_apply")
                ordered = connection.scalar(text("SHOW server_encoding")) == "UTF8"
            is_now = are_current(connection)
    except SQLAlchemyError as error:
        yield Finding("wrong", "database", f"cannot be reached ({type(error).__name__}). Check DATABASE_URL.")
        return
    yield Finding("ok", "database", f"{dialect}, reachable")
    if not durable:
        yield Finding("wrong", "durability", "commits do not wait for the disk. Set synchronous_commit to on.")
    if not ordered:
        yield Finding("wrong", "database form", "not write-ahead logging, or not UTF-8. Make the database anew.")
    if is_now:
        yield Finding("ok", "tables", "of this version")
    else:
        yield Finding("wrong", "tables", "not of this version. Run `facilitator migrate`.")


def _redis(settings: Settings) -> Iterator[Finding]:
    redis = redis_at(settings.redis_url)
    if redis is None:
        return
    try:
        redis.ping()
        yield Finding("ok", "redis", "reachable")
    except Exception as fault:  # whatever the client makes of it
        said = f"cannot be reached ({type(fault).__name__}). Check REDIS_URL; until then others' notes come 5 s late."
        yield Finding("wrong", "redis", said)
    finally:
        redis.close()


def _address(settings: Settings) -> Iterator[Finding]:
    is_public = settings.host not in ("127.0.0.1", "localhost", "::1")
    if not settings.public_url:
        yield Finding("look", "address", f"links say {settings.url}. Set PUBLIC_URL to the address that people use.")
    elif settings.url.startswith("https://") and not settings.cookie_secure:
        yield Finding("wrong", "cookies", "people come by HTTPS. Set FACILITATOR_COOKIE_SECURE=1.")
    elif settings.url.startswith("http://") and is_public:
        yield Finding("wrong", "address", "people come without HTTPS. Put a proxy with TLS in front.")
    else:
        yield Finding("ok", "address", settings.url)
    if settings.cookie_secure and not settings.trusted_proxies:
        yield Finding(
            "look", "proxies", "with a proxy in front set FACILITATOR_PROXIES, else wrong codes count for everybody."
        )


def _watching(settings: Settings) -> Iterator[Finding]:
    if settings.limits == "off":
        yield Finding("wrong", "limits", "budgets are lifted. Unset FACILITATOR_LIMITS.")
    if settings.metrics_token and len(settings.metrics_token) < SHORTEST_TOKEN:
        yield Finding("wrong", "metrics", "FACILITATOR_METRICS_TOKEN is short enough to be guessed.")
    else:
        yield Finding("ok", "metrics", "behind a token" if settings.metrics_token else "closed")


def _named(settings: Settings) -> Iterator[Finding]:
    missing = [
        variable
        for value, variable in (
            (settings.owner, "FACILITATOR_OWNER"),
            (settings.contact, "FACILITATOR_CONTACT"),
            (settings.statement_reviewed, "FACILITATOR_STATEMENT_REVIEWED"),
        )
        if not value
    ]
    if missing:
        yield Finding("look", "statements", f"are unfinished without {', '.join(missing)}.")
    else:
        yield Finding("ok", "statements", "complete")
