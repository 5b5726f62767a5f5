"""The `facilitator` command: thin, each verb calls one function that a page could call too.

Nothing here imports Flask at the top: `serve` gives its process over to wsgi.py, which must patch before that.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from facilitator.paths import WEB

if TYPE_CHECKING:
    from flask import Flask

    from facilitator.config import Settings
    from facilitator.models import User


@click.group()
@click.version_option(package_name="facilitator")
def main() -> None:
    """Live workshops whose boards become structured artefacts."""


@main.command()
@click.option("--host", help="Address to listen on; HOST if not given.")
@click.option("--port", type=int, help="Port to listen on; PORT if not given.")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, help="Processes, on PORT, PORT + 1 …; PostgreSQL only."
)
def serve(host: str | None, port: int | None, workers: int) -> None:
    """Serve. Migrate first."""
    from facilitator.config import Settings

    if host:
        os.environ["HOST"] = host
    if port:
        os.environ["PORT"] = str(port)
    command = [sys.executable, str(WEB / "wsgi.py")]
    sys.stdout.flush()
    if workers == 1:
        os.execv(command[0], command)  # noqa: S606  (no shell is wanted)
    settings = Settings.read()
    if settings.database.startswith("sqlite"):
        raise click.UsageError("SQLite is one process's: several need DATABASE_URL to name a PostgreSQL.")
    from facilitator.supervisor import supervise

    settings.signing_key()  # made before they start, or each might make its own
    ports = range(settings.port, settings.port + workers)
    sys.exit(supervise(command, os.environ, ports, lambda line: click.echo(line, err=True)))


@main.command()
def migrate() -> None:
    """Bring the database to this version's tables. Doing it twice is the same as once."""
    with application():
        from flask_migrate import upgrade

        upgrade()


@main.command()
@click.argument("email")
@click.argument("name")
@click.option("--organisation", default="", help="Where the person works.")
@click.option("--admin", is_flag=True, help="May do everything in this installation.")
def user(email: str, name: str, organisation: str, admin: bool) -> None:
    """Make an account, and print a sign-in link that works once. There is no default password."""
    with application() as app:
        from facilitator.planning.accounts import create_account

        made = create_account(email, name, organisation, is_admin=admin)
        click.echo(sign_in_link(app, made))


@main.command("sign-in")
@click.argument("email")
def sign_in(email: str) -> None:
    """Print a new sign-in link for an account; it works once, for a day."""
    with application() as app:
        from facilitator.planning.accounts import account_of

        click.echo(sign_in_link(app, account_of(email)))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="For programs; with an API token.")
def demo(as_json: bool) -> None:
    """Make the example case once, or find it; print how to get in."""
    with application() as app:
        from facilitator import access
        from facilitator.demo import make

        made = make()
        told: dict[str, Any] = {
            "url": app.config["SETTINGS"].url,
            "facilitator": {"email": made.facilitator.email, "sign_in": sign_in_link(app, made.facilitator)},
            "workshop": {"id": made.workshop.id, "title": made.workshop.title, "code": made.workshop.code},
            "boards": [
                {"id": board.id, "title": board.title, "method": board.method_key} for board in made.workshop.boards
            ],
        }
        told["workshop"]["join"] = link(app, "join.door", code=made.workshop.code)
        if as_json:
            told["facilitator"]["token"] = access.issue("api", made.facilitator.id)
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            click.echo(_welcome(told))


@main.command()
@click.argument("artefact")
@click.argument("format", metavar="FORMAT")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write; standard output if none.")
@click.option("--language", type=click.Choice(["fi", "sv", "en"]), help="Of its words; the installation's if none.")
def export(artefact: str, format: str, out: Path | None, language: str | None) -> None:  # noqa: A002
    """Write an artefact as a file: json, csv, markdown, html, canvas."""
    with application() as app:
        from facilitator.artefacts.formats import FORMATS
        from facilitator.errors import NotThere
        from facilitator.extensions import db
        from facilitator.models import RecordedArtefact
        from facilitator.record import file_of

        saved = db.session.get(RecordedArtefact, artefact)
        if saved is None:
            raise NotThere
        if format not in FORMATS:
            raise NotThere("format.unknown")
        written = file_of(saved, format, language or app.config["SETTINGS"].default_language)
        if out:
            out.write_bytes(written)
        else:
            sys.stdout.buffer.write(written)


@main.command()
@click.argument("workshop")
def close(workshop: str) -> None:
    """Close a workshop and print the artefacts that this leaves in the record."""
    with application():
        from facilitator.errors import NotThere
        from facilitator.extensions import db
        from facilitator.models import Workshop
        from facilitator.planning.closing import close_workshop

        found = db.session.get(Workshop, workshop)
        if found is None:
            raise NotThere
        for artefact in close_workshop(found, "system"):
            click.echo(f"{artefact.id}  {artefact.digest}  {artefact.title}, version {artefact.version}")


@main.command()
def forget() -> None:
    """Replace the names whose time is over. The server does the same every day."""
    with application():
        from facilitator.models.base import now
        from facilitator.planning.retention import forget_names

        click.echo(f"{forget_names(now())} names replaced")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def doctor(as_json: bool) -> None:
    """Say what is wrong with this installation, and what to do. Changes nothing; ends with 1 if something is wrong."""
    with application() as app:
        from facilitator.upkeep.doctor import examine

        findings = examine(app)
        if as_json:
            click.echo(json.dumps([vars(each) for each in findings], ensure_ascii=False))
        else:
            for each in findings:
                click.echo(f"{each.grade:<6}{each.about:<14}{each.says}")
    sys.exit(any(each.grade == "wrong" for each in findings))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def verify(as_json: bool) -> None:
    """Compute again what can be, and compare: logs, stored states, digests, keys. Ends with 1 if anything is wrong.

    A server may be running. Nothing that people wrote is printed.
    """
    with application():
        from facilitator.extensions import db
        from facilitator.upkeep.findings import as_lines, as_plain
        from facilitator.upkeep.verify import verify as checks

        found = checks(db.engine)
        click.echo(json.dumps(as_plain(found)) if as_json else as_lines(found))
        if any(check.faults for check in found):
            sys.exit(1)


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write the whole database into one new file, as it is at this moment. People may go on writing."""
    with application() as app:
        from facilitator.upkeep.backup import back_up

        back_up(app.config["SETTINGS"], file)
        click.echo(f"{file}  {file.stat().st_size} bytes")


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(file: Path, yes: bool) -> None:
    """Bring a backup back, erase again what was erased since, and verify. What is there now is kept beside it."""
    if not yes:
        click.confirm("What was written since this backup goes out of sight. Bring it back?", abort=True)
    with application() as app:
        from facilitator.models.base import now
        from facilitator.upkeep.findings import as_lines
        from facilitator.upkeep.restore import restore as bring_back

        restored = bring_back(app.config["SETTINGS"], file, now(), application)
        click.echo(as_lines(restored.checks))
        click.echo(f"{restored.erased_again} erasures done again. What was there is kept as {restored.kept}")


@contextmanager
def application(settings: Settings | None = None) -> Iterator[Flask]:
    """The application, in its context. What it refuses is said in a sentence, and the command ends with 1."""
    from facilitator import create_app
    from facilitator.errors import Problem
    from facilitator.extensions import db
    from facilitator.words import sentence

    app = create_app(settings=settings)
    with app.app_context():
        try:
            yield app
        except Problem as problem:
            said = sentence(problem.code, problem.detail, "en")
            raise click.ClickException(f"{said} ({problem.code})") from problem
        finally:
            app.extensions["live"].rooms.close()
            db.session.remove()
            db.engine.dispose()


def sign_in_link(app: Flask, account: User) -> str:
    """A link that works once."""
    from facilitator import access

    return link(app, "sign_in.link", token=access.issue("sign_in", account.id))


def link(app: Flask, endpoint: str, **values: str) -> str:
    """The address of a page, as people reach it."""
    from flask import url_for

    with app.test_request_context(base_url=app.config["SETTINGS"].url):
        return url_for(endpoint, _external=True, **values)


def _welcome(told: dict[str, Any]) -> str:
    code = told["workshop"]["code"]
    return "\n".join(
        (
            "",
            f"  {told['workshop']['title']}",
            "",
            f"  Facilitate  {told['facilitator']['sign_in']}",
            f"              ({told['facilitator']['email']}; the link works once, for a day)",
            f"  Take part   {told['workshop']['join']}",
            f"              or {told['url']}/join with the code {code[:4]} {code[4:]}",
            "",
        )
    )


if __name__ == "__main__":
    main()
