"""The file types an artefact can be downloaded as: one module each, reading the artefact and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.artefacts.formats import canvas, csv, html, json, markdown
from facilitator.artefacts.formats.pictures import Pictures


@dataclass(frozen=True)
class Format:
    """A file type. `write(artefact, language, pictures)` gives its bytes; of the same, the same bytes."""

    media_type: str
    extension: str
    write: Callable[[Mapping[str, Any], str, Pictures], bytes]
    shows: str | None = None  # which form of pictures it takes in: `whole`, `small` or none


FORMATS: Mapping[str, Format] = {
    "json": Format("application/json", "json", json.write),
    "csv": Format("application/zip", "zip", csv.write, "whole"),
    "markdown": Format("text/markdown", "md", markdown.write),
    "html": Format("text/html", "html", html.write, "small"),
    "canvas": Format("application/json", "canvas", canvas.write),
}
