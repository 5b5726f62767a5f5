"""The tags for the built front end, from a manifest as Vite writes it."""

from __future__ import annotations

import json

import pytest
from flask import Flask

from facilitator.assets import icon, vite

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
