"""The built front end, for templates: `{{ vite("site.ts") }}` and `{{ icon("triangle") }}`."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, current_app, url_for
from markupsafe import Markup

Chunk = dict[str, Any]


def init_app(app: Flask) -> None:
    """Give templates the two functions."""
    app.jinja_env.globals |= {"vite": vite, "icon": icon}


def vite(entry: str) -> Markup:
    """Tags for one entry of `vite.config.ts`: its stylesheets, what it imports, then itself.

    entry: path below `static/src`, such as "main.tsx". RuntimeError where the front end has not been built.
    """
    chunks = _manifest()
    if entry not in chunks:
        raise RuntimeError(f"front end not built ({entry}): run `make build`")
    styles, imports = _reach(chunks, entry)
    return Markup("\n").join(
        [Markup('<link rel="stylesheet" href="{}">').format(_url(name)) for name in styles]
        + [Markup('<link rel="modulepreload" href="{}">').format(_url(name)) for name in imports]
        + [Markup('<script type="module" src="{}"></script>').format(_url(chunks[entry]["file"]))]
    )


def icon(name: str) -> Markup:
    """A decorative icon of the sprite; the words beside it carry the meaning."""
    return Markup('<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>').format(
        _url("icons.svg"), name
    )


def built_files() -> list[Path]:
    """Every file that the build promises. RuntimeError where the front end has not been built."""
    folder = Path(current_app.static_folder or "") / "dist"
    return [folder / chunk["file"] for chunk in _manifest().values()]


def _reach(chunks: dict[str, Chunk], entry: str) -> tuple[list[str], list[str]]:
    """Stylesheets and files of everything that an entry imports; imported chunks carry stylesheets too.

    What entries share comes first, so that a page's own rules win over the base; the manifest has them the other way.
    """
    styles: list[str] = []
    seen, waiting = {entry}, [entry]
    while waiting:
        chunk = chunks[waiting.pop()]
        styles += [name for name in chunk.get("css", []) if name not in styles]
        fresh = [key for key in chunk.get("imports", []) if key not in seen]
        seen.update(fresh)
        waiting += fresh
    shared = {chunk["file"] for key, chunk in chunks.items() if key.startswith("_")}
    return sorted(styles, key=lambda name: name not in shared), sorted(chunks[key]["file"] for key in seen - {entry})


def _url(name: str) -> str:
    return url_for("static", filename=f"dist/{name}")


def _manifest() -> dict[str, Chunk]:
    path = Path(current_app.static_folder or "") / "dist" / "manifest.json"
    try:
        return _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError as missing:
        raise RuntimeError("front end not built: run `make build`") from missing


@lru_cache(maxsize=4)
def _read(path: Path, changed_at: int) -> dict[str, Chunk]:
    """The manifest; `changed_at` makes a new build a new question."""
    chunks: dict[str, Chunk] = json.loads(path.read_text("utf-8"))
    return chunks
