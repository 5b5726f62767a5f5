"""The command: thin, and without a default password."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from facilitator import cli, create_app
from facilitator.access import bearer, use_sign_in_link
from facilitator.config import Settings
from facilitator.extensions import db
from facilitator.planning import boards
from tests.makers import make_workshop


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """`run("user", …)` on a migrated installation of its own."""
    monkeypatch.setenv("FACILITATOR_INSTANCE", str(tmp_path))
    monkeypatch.setenv("PUBLIC_URL", "https://workshops.example.org")
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def run(*words: str, status: int = 0) -> Result:
        result = CliRunner().invoke(cli.main, words)
        assert result.exit_code == status, (result.output, result.exception)
        return result

    run("migrate")
    return run


def test_migrating_twice_is_the_same_as_once(run: Any) -> None:
    run("migrate")


def test_a_new_account_gets_a_link_that_works_once(run: Any, tmp_path: Path) -> None:
    link = run("user", "aino@example.org", "Aino", "--admin").output.strip()
    again = run("sign-in", "AINO@example.org").output.strip()

    assert link.startswith("https://workshops.example.org/sign-in/")
    assert link != again
    with installation(tmp_path):
        people = [use_sign_in_link(each.rpartition("/")[2]) for each in (link, again)]
        assert {(each.email, each.is_admin, each.password_hash) for each in people} == {
            ("aino@example.org", True, None)
        }


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("user", "no address", "Aino"), "email.invalid"),
        (("user", "aino@example.org", ""), "text.empty"),
        (("sign-in", "nobody@example.org"), "account.unknown"),
        (("close", "nothing"), "not.there"),
        (("export", "nothing", "json"), "not.there"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run: Any, words: tuple[str, ...], code: str) -> None:
    result = run(*words, status=1)

    assert result.output.startswith("Error: ")
    assert f"({code})" in result.output
    assert "Traceback" not in result.output


def test_a_workshop_is_closed_and_its_artefact_written(run: Any, tmp_path: Path) -> None:
    with installation(tmp_path):
        workshop = make_workshop()
        boards.create_board(workshop, "Polku", "service_path")
        workshop_id = workshop.id

    closed = run("close", workshop_id).output
    artefact, digest, *title = closed.split()
    run("export", artefact, "json", "--out", str(tmp_path / "artefact.json"))
    printed = run("export", artefact, "markdown", "--language", "en").output

    assert " ".join(title) == "Polku, version 1"
    assert json.loads((tmp_path / "artefact.json").read_text("utf-8"))["digest"] == digest
    assert printed.lstrip("\ufeff").startswith("#")
    assert run("close", workshop_id).output == closed
    assert "(format.unknown)" in run("export", artefact, "exe", status=1).output


def test_the_demo_tells_how_to_get_in(run: Any, tmp_path: Path) -> None:
    told = json.loads(run("demo", "--json").output)
    again = json.loads(run("demo", "--json").output)
    words = run("demo").output

    assert {name: set(part) for name, part in told.items() if isinstance(part, dict)} == {
        "facilitator": {"email", "sign_in", "token"},
        "workshop": {"id", "title", "code", "join"},
    }
    assert set(told) == {"url", "facilitator", "workshop", "boards"}
    assert [set(board) for board in told["boards"]] == [{"id", "title", "method"}] * 3
    assert (told["workshop"], told["boards"]) == (again["workshop"], again["boards"])
    assert told["workshop"]["join"] in words
    assert f"{told['workshop']['code'][:4]} {told['workshop']['code'][4:]}" in words
    with installation(tmp_path):
        person = bearer(told["facilitator"]["token"])
        assert person
        assert person.user == use_sign_in_link(told["facilitator"]["sign_in"].rpartition("/")[2])
        assert person.user.password_hash is None


def test_serving_gives_the_process_over_to_wsgi(monkeypatch: pytest.MonkeyPatch) -> None:
    """P6.5."""
    called: list[Any] = []
    monkeypatch.setattr(cli.os, "execv", lambda *given: called.append(given))
    monkeypatch.setattr(cli.os, "environ", {})

    CliRunner().invoke(cli.main, ["serve", "--port", "5999"], catch_exceptions=False)

    ((program, words),) = called
    assert (program, words[0]) == (sys.executable, sys.executable)
    assert Path(words[1]).name == "wsgi.py"
    assert Path(words[1]).is_file()
    assert cli.os.environ["PORT"] == "5999"


def test_the_command_can_patch_before_flask_is_there() -> None:
    code = "import facilitator.cli, sys; print(sorted({'flask', 'sqlalchemy', 'eventlet'} & set(sys.modules)))"

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.strip() == "[]"


@contextmanager
def installation(instance: Path) -> Iterator[None]:
    """The application of an instance folder, with its context pushed."""
    with create_app({"TESTING": True}, Settings.read({}, instance=str(instance))).app_context():
        yield
        db.session.remove()
        db.engine.dispose()
