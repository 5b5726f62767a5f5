"""Every setting: its name, default, environment variable and reason. Frozen once read."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from facilitator.paths import instance_path

LANGUAGES = ("fi", "sv", "en")


def _setting(default: Any, variable: str, reason: str) -> Any:
    return field(default=default, metadata={"variable": variable, "reason": reason})


@dataclass(frozen=True)
class Settings:
    """What an installation may choose. `docs/settings.md` lists the same."""

    instance: str = _setting("", "FACILITATOR_INSTANCE", "Folder of the embedded database and the secret key.")
    database_url: str = _setting("", "DATABASE_URL", "SQLAlchemy address; empty means SQLite in the instance folder.")
    redis_url: str = _setting(
        "", "REDIS_URL", "Redis by which several processes hear of each other; not needed by one."
    )
    host: str = _setting("127.0.0.1", "HOST", "Address to listen on.")
    port: int = _setting(5000, "PORT", "Port to listen on.")
    public_url: str = _setting("", "PUBLIC_URL", "Address that people use, for links made by commands.")
    secret_key: str = _setting("", "SECRET_KEY", "Signs cookies; empty means the key kept in the instance folder.")
    default_language: str = _setting("fi", "FACILITATOR_LANGUAGE", "For those whose browser names none of ours.")
    limits: str = _setting("on", "FACILITATOR_LIMITS", "`off` lifts budgets, never sizes; for load tests only.")
    cookie_secure: bool = _setting(
        False, "FACILITATOR_COOKIE_SECURE", "Set to 1 behind HTTPS: cookies get Secure and __Host-."
    )
    trusted_proxies: int = _setting(0, "FACILITATOR_PROXIES", "How many proxies in front set X-Forwarded headers.")

    metrics_token: str = _setting(
        "", "FACILITATOR_METRICS_TOKEN", "What `/metrics` asks for as a bearer token; empty closes that page."
    )
    log: str = _setting("text", "FACILITATOR_LOG", "`text` for people, `json` for a log collector: one line an event.")

    owner: str = _setting(
        "", "FACILITATOR_OWNER", "Organisation that provides the service; the statements show it as missing."
    )
    contact: str = _setting("", "FACILITATOR_CONTACT", "E-mail for questions about accessibility and personal data.")
    statement_reviewed: str = _setting(
        "", "FACILITATOR_STATEMENT_REVIEWED", "Day of the last accessibility review, as people write it."
    )

    @classmethod
    def read(cls, environ: Mapping[str, str] = os.environ, **given: Any) -> Settings:
        """Settings from the environment, then what was given; ValueError names a variable that cannot be read."""
        values: dict[str, Any] = {}
        for each in fields(cls):
            text = environ.get(each.metadata["variable"], "")
            if text:
                values[each.name] = _parse(each.type, text, each.metadata["variable"])
        values |= given
        values["instance"] = values.get("instance") or instance_path()
        return cls(**values)

    @property
    def url(self) -> str:
        """Where people reach this installation."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def database(self) -> str:
        """SQLAlchemy address of the database."""
        return self.database_url or f"sqlite:///{Path(self.instance) / 'facilitator.db'}"

    def signing_key(self) -> str:
        """The secret key; made once with rights 0600, so sessions survive a restart."""
        if self.secret_key:
            if len(self.secret_key) < 32:
                raise ValueError("SECRET_KEY is shorter than 32 characters")
            return self.secret_key
        path = Path(self.instance) / "secret_key"
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text("ascii")
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        return path.read_text("ascii")


def _parse(kind: Any, text: str, variable: str) -> Any:
    try:
        if kind == "int":
            return int(text)
        if kind == "bool":
            return {"1": True, "0": False}[text]
    except (ValueError, KeyError):
        raise ValueError(f"{variable} cannot be {text!r}") from None
    return text
