"""The rules of the house: imports point one way, files stay small, and what exists is documented and translated."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from facilitator import methods
from facilitator.artefacts.formats import FORMATS
from facilitator.config import LANGUAGES, Settings
from facilitator.engine import CODES, OPERATIONS
from facilitator.live.schemas import SCHEMAS
from facilitator.words import SENTENCES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "facilitator"
DOCS = ROOT / "docs"

# From the ground up: a part may import those on a lower line, and nothing beside or above it.
LAYERS = (
    (
        "clock",
        "cookies",
        "engine",
        "faults",
        "home",
        "measures",
        "methods",
        "paths",
        "errors",
        "extensions",
        "supervisor",
    ),
    ("artefacts", "assets", "config", "failures", "logs", "models"),
    ("bringing", "hub", "pictures", "suggesting"),
    ("words", "method_words", "passwords"),
    ("access", "shelf"),
    ("record", "live"),
    ("planning",),
    ("demo", "upkeep"),
    ("api",),
    ("pages",),
    ("app", "cli"),
)
# Parts that know less than their line would let them.
KNOW_ONLY = {
    "engine": set(),
    "methods": set(),
    "artefacts": {"engine", "home", "methods"},
    "bringing": {"artefacts", "engine"},
    "pictures": {"artefacts"},
    "suggesting": {"artefacts"},
    "models": {"clock", "extensions"},
    "supervisor": set(),
}
LONGEST_FILE, LONGEST_FUNCTION = 400, 60
EVENTLET_ROOMS = ("wsgi.py", "facilitator/hub/")


def sources(*suffixes: str, under: tuple[str, ...] = ("facilitator", "static/src", "tests")) -> list[Path]:
    found = [path for folder in under for path in (ROOT / folder).rglob("*") if path.suffix in suffixes]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Full names of what a file imports, also inside its functions."""
    here = path.relative_to(ROOT).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join([*here[: -node.level], *filter(None, [node.module])]) if node.level else str(node.module)
            yield from (f"{start}.{each.name}" for each in node.names)


def part_of(path: Path) -> str:
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def test_every_part_has_its_place_among_the_layers():
    parts = {part_of(path) for path in sources(".py", under=("facilitator",))}

    assert parts - {part for layer in LAYERS for part in layer} == {"__init__", "migrations"}


def test_imports_point_one_way():
    level = {part: number for number, layer in enumerate(LAYERS) for part in layer}
    wrong = []
    for path in sources(".py", under=("facilitator",)):
        part = part_of(path)
        if part in ("__init__", "migrations"):
            continue
        for name in imports(path):
            if not name.startswith("facilitator."):
                continue
            other = name.split(".")[1]
            if other in ("__version__", "create_app"):  # the package itself
                continue
            allowed = other in KNOW_ONLY[part] if part in KNOW_ONLY else level.get(other, -1) < level[part]
            if other != part and not allowed:
                wrong.append(f"{named(path)} imports {name}")

    assert wrong == []


def test_the_engine_needs_the_standard_library_alone():
    foreign = [
        f"{named(path)} imports {name}"
        for path in sources(".py", under=("facilitator/engine",))
        for name in imports(path)
        if name.split(".")[0] not in {*sys.stdlib_module_names, "facilitator"}
    ]

    assert foreign == []


@pytest.mark.parametrize("part", ["methods", "artefacts", "bringing", "pictures"])
def test_a_pure_part_knows_neither_the_web_nor_the_database(part):
    known = {name.split(".")[0] for path in sources(".py", under=(f"facilitator/{part}",)) for name in imports(path)}

    assert known & {"flask", "flask_socketio", "flask_sqlalchemy", "socketio", "sqlalchemy"} == set()


def test_eventlet_stays_in_its_rooms():
    users = [
        named(path)
        for path in [*sources(".py", under=("facilitator",)), *ROOT.glob("*.py")]
        if any(name.split(".")[0] == "eventlet" for name in imports(path))
    ]

    assert [user for user in users if not user.startswith(EVENTLET_ROOMS)] == []


def test_only_transaction_commits():
    committing = [
        named(path)
        for path in sources(".py", under=("facilitator/pages", "facilitator/api", "facilitator/planning"))
        if re.search(r"session\.commit\(", path.read_text("utf-8"))
    ]

    assert committing == []


def test_no_file_holds_two_nouns():
    long = {}
    for path in sources(".py", ".ts", ".tsx", ".css", ".html", under=("facilitator", "static", "templates", "tests")):
        if {"words", "versions", "dist", "translations"} & set(path.parts) or path.name == "suomifi.css":
            continue
        lines = path.read_text("utf-8").count("\n")
        if lines > LONGEST_FILE:
            long[named(path)] = lines

    assert long == {}


def test_no_function_holds_two_verbs():
    long = {}
    for path in [*sources(".py", under=("facilitator", "tests")), *ROOT.glob("*.py")]:
        if "versions" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long[f"{named(path)}:{node.name}"] = lines

    assert long == {}


def test_nothing_is_left_for_later():
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b")
    under = ("facilitator", "static/src", "static/css", "templates", "tests", "docs")
    found = [
        f"{named(path)}:{number}"
        for path in sources(".py", ".ts", ".tsx", ".css", ".html", ".md", under=under)
        if "data" not in path.parts
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if marks.search(line)
    ]

    assert found == []


def test_the_boards_own_tests_wait_with_patience():
    """`vi.waitFor` gives up after a second, which a loaded machine takes: `eventually` of patience.ts does not."""
    tests = [path for path in sources(".ts", ".tsx", under=("static/src",)) if path.name != "patience.ts"]

    assert [named(path) for path in tests if "vi.waitFor(" in path.read_text("utf-8")] == []


def test_every_setting_is_documented():
    page = (DOCS / "settings.md").read_text("utf-8")

    assert [
        each.metadata["variable"] for each in fields(Settings) if f"`{each.metadata['variable']}`" not in page
    ] == []


def test_every_link_in_the_documentation_leads_somewhere():
    broken = []
    for page in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{named(page)}: {target}")

    assert broken == []


def protocol() -> str:
    """Its front page, and those that it leads to."""
    return "\n".join(page.read_text("utf-8") for page in (DOCS / "protocol.md", *(DOCS / "protocol").glob("*.md")))


def test_every_operation_has_a_schema_and_its_place_in_the_protocol():
    page = protocol()

    assert sorted(SCHEMAS) == sorted(OPERATIONS)
    assert [name for name in OPERATIONS if f"`{name}" not in page] == []


def codes_said() -> Iterator[tuple[str, str]]:
    """Where a code is spoken: `Refusal("zone.wrong_kind")`, `Conflict("workshop.closed")`."""
    spoken_by = {"Refusal", "Refused", "Invalid", "Conflict", "NotAllowed", "TooMuch"}
    for path in sources(".py", under=("facilitator",)):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in spoken_by:
                for given in node.args[:2]:
                    if isinstance(given, ast.Constant) and re.fullmatch(r"[a-z_]+\.[a-z_]+", str(given.value)):
                        yield named(path), given.value


def test_every_code_has_a_sentence():
    said = list(codes_said())

    assert len(said) > 20
    assert sorted(CODES - SENTENCES.keys()) == []
    assert [f"{where}: {code}" for where, code in said if code not in SENTENCES] == []


def test_the_engine_lists_every_code_that_it_refuses_with():
    assert {code for where, code in codes_said() if where.startswith("facilitator/engine/")} - CODES == set()


def test_every_refusal_is_in_the_protocol():
    page = protocol()

    assert sorted(code for code in CODES if f"`{code}`" not in page) == []


def test_every_method_is_documented():
    page = (DOCS / "methods.md").read_text("utf-8")

    assert [each["key"] for each in methods.catalogue() if f"\n## {each['key']}\n" not in page] == []


def test_every_format_is_documented():
    page = (DOCS / "artefacts.md").read_text("utf-8")

    assert sorted(FORMATS) == ["canvas", "csv", "html", "json", "markdown"]
    assert [name for name in FORMATS if f"`{name}`" not in page] == []


@cache
def messages() -> set[str]:
    """Every text of the server's that people read, as the code and the templates have it."""
    ways, keywords = [("**.py", "python"), ("**.html", "jinja2")], {"_": None, "_l": None, "ngettext": (1, 2)}
    found = set()
    for folder in (PACKAGE, ROOT / "templates"):
        for _, _, message, *_ in extract_from_dir(folder, ways, keywords=keywords):
            found.add(message if isinstance(message, str) else message[0])
    return found


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_text_of_the_server_is_translated(language):
    with (PACKAGE / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    texts = {
        message.id if isinstance(message.id, str) else message.id[0]: message for message in catalogue if message.id
    }

    assert sorted(messages() - texts.keys()) == []
    assert sorted(texts.keys() - messages()) == []
    assert [text for text, message in texts.items() if message.fuzzy] == []
    assert [text for text, message in texts.items() if not all([message.string, *tuple(message.string)])] == []


def texts_in(value: object, where: str) -> Iterator[tuple[str, dict]]:
    """Every text in several languages below a value, with the way to it."""
    if isinstance(value, dict):
        if set(value) & set(LANGUAGES):
            yield where, value
        else:
            for key, inner in value.items():
                yield from texts_in(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts_in(inner, f"{where}[{number}]")


@pytest.mark.parametrize("method", methods.catalogue(), ids=lambda method: method["key"])
def test_every_method_speaks_three_languages(method):
    texts = list(texts_in(method, method["key"]))

    assert len(texts) > 10
    assert [where for where, text in texts if sorted(text) != sorted(LANGUAGES) or not all(text.values())] == []


def board_words(language: str) -> dict[str, str]:
    """Key and wording of what the board says; a plural is its two wordings together."""
    folder = ROOT / "static" / "src" / "words"
    text = "".join((at / f"{language}.ts").read_text("utf-8") for at in (folder, folder / "later"))
    return dict(re.findall(r'^  "([\w.-]+)":\s+(\{[^}]*\}|"(?:[^"\\]|\\.)*")', text, re.MULTILINE))


def test_the_board_says_everything_in_three_languages():
    words = {language: board_words(language) for language in LANGUAGES}

    assert len(words["fi"]) > 50
    assert list(words["sv"]) == list(words["fi"])
    assert list(words["en"]) == list(words["fi"])


@pytest.mark.parametrize(("one", "other"), [("fi", "sv"), ("fi", "en"), ("sv", "en")])
def test_no_language_of_the_board_is_a_copy_of_another(one, other):
    first, second = board_words(one), board_words(other)
    same = [key for key, wording in first.items() if second[key] == wording]

    assert len(same) < len(first) / 10, same
