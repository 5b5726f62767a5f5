"""The tags for the built front end, from a manifest as Vite writes it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from flask import Flask

from facilitator.assets import icon, vite

DIST = Path(__file__).resolve().parent.parent / "static" / "dist"
MOST_BYTES = 60_000  # gzipped: what a phone on a slow line waits for before it has a board

MANIFEST = {
    "main.tsx": {
        "file": "assets/main-1.js",
        "isEntry": True,
        "imports": ["_wire-3.js"],
        "css": ["assets/main-2.css", "assets/base-4.css"],
    },
    "_wire-3.js": {"file": "assets/wire-3.js", "css": ["assets/wire-5.css"]},
    "_base-4.css": {"file": "assets/base-4.css"},
}


@pytest.fixture
def site(tmp_path):
    app = Flask(__name__, static_folder=str(tmp_path / "static"))
    with app.test_request_context():
        yield app


@pytest.fixture
def built(site, tmp_path):
    (tmp_path / "static" / "dist").mkdir(parents=True)
    (tmp_path / "static" / "dist" / "manifest.json").write_text(json.dumps(MANIFEST))


@pytest.mark.usefixtures("built")
def test_what_is_shared_comes_before_what_is_an_entrys_own():
    assert vite("main.tsx").splitlines() == [
        '<link rel="stylesheet" href="/static/dist/assets/base-4.css">',
        '<link rel="stylesheet" href="/static/dist/assets/main-2.css">',
        '<link rel="stylesheet" href="/static/dist/assets/wire-5.css">',
        '<link rel="modulepreload" href="/static/dist/assets/wire-3.js">',
        '<script type="module" src="/static/dist/assets/main-1.js"></script>',
    ]


@pytest.mark.usefixtures("built")
def test_an_entry_that_was_not_built_says_what_to_do():
    with pytest.raises(RuntimeError, match="make build"):
        vite("other.tsx")


@pytest.mark.usefixtures("site")
def test_without_a_build_it_says_what_to_do():
    with pytest.raises(RuntimeError, match="make build"):
        vite("main.tsx")


@pytest.mark.usefixtures("site")
def test_an_icon_is_hidden_from_those_who_listen():
    assert icon("triangle") == (
        '<svg class="icon" aria-hidden="true" focusable="false">'
        '<use href="/static/dist/icons.svg#triangle"></use></svg>'
    )


@pytest.mark.parametrize("view", ["map/MapPage", "list/ListPage"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_is_loaded_before_the_board_stands_is_small(view, language):
    chunks = json.loads((DIST / "manifest.json").read_text("utf-8"))
    waiting = ["main.tsx", f"views/{view}.tsx", f"words/{language}.ts"]
    needed: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in needed:
            needed.add(key)
            waiting += chunks[key].get("imports", [])

    scripts = {chunks[key]["file"] for key in needed if chunks[key]["file"].endswith(".js")}

    assert sum(len(gzip.compress((DIST / script).read_bytes())) for script in scripts) <= MOST_BYTES


def test_what_comes_after_the_board_is_in_files_of_its_own():
    chunks = json.loads((DIST / "manifest.json").read_text("utf-8"))

    for later in ("parts/rest.ts", "parts/icons.ts", "wire/socket.ts"):
        assert chunks[later]["isDynamicEntry"], later
