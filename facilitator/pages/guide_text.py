"""The guide's Markdown made into what its page needs. One text serves the documentation and the application."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import escape

from facilitator.paths import WEB

SOURCES = {
    "fi": WEB / "docs" / "facilitating.fi.md",
    "sv": WEB / "docs" / "facilitating.sv.md",
    "en": WEB / "docs" / "facilitating.md",
}
STATIC = "../static/"
"""How the documentation, in its folder, calls what the application serves."""


@dataclass(frozen=True)
class Guide:
    """title: its heading. parts: anchor and name of each. text: HTML of what stands under the title, safe as it is."""

    title: str
    parts: tuple[tuple[str, str], ...]
    text: str


@cache
def read_guide(language: str, static: str) -> Guide:
    """static: the address under which static files are served.

    What stands above the title is the way to the other languages, which a page has in its frame.
    """
    source = SOURCES[language].read_text("utf-8")
    title, _, text = source[source.index("# ") + 2 :].partition("\n")
    markdown = MarkdownIt("commonmark", {"html": False}, renderer_cls=GuideRenderer).enable("table")
    told: dict[str, Any] = {"static": static}
    tokens = markdown.parse(text, told)
    parts = tuple(_parts(tokens))
    return Guide(title, parts, markdown.renderer.render(tokens, markdown.options, told))


def _parts(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """Give every heading an anchor, and pictures room; headings of the second level are the guide's parts."""
    found = []
    for opening, inside in pairwise(tokens):
        if opening.type == "paragraph_open" and [each.type for each in inside.children or ()] == ["image"]:
            opening.attrSet("class", "picture")
        if opening.type == "heading_open":
            anchor = re.sub(r"\W+", "-", inside.content.lower()).strip("-")
            opening.attrSet("id", anchor)
            if opening.tag == "h2":
                found.append((anchor, inside.content))
    return found


class GuideRenderer(RendererHTML):
    """As usual, but for pictures with their sizes, keys, and tables with lines."""

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
        """A picture of ours. Its size is in the page, so that nothing jumps when it comes."""
        name = str(tokens[idx].attrs["src"]).removeprefix(STATIC)
        width, height = size_of(WEB / "static" / name)
        return (
            f'<img src="{escape(env["static"] + name)}" width="{width}" height="{height}" loading="lazy" '
            f'alt="{escape(self.renderInlineAsText(tokens[idx].children, options, env))}">'
        )

    def code_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """What is set as code is a key to press."""
        return f"<kbd>{escape(tokens[idx].content)}</kbd>"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]) -> str:
        """A table with lines between its rows."""
        return '<table class="list">\n'


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height in pixels of a WebP file as a browser writes it, with a colour profile."""
    with picture.open("rb") as file:
        head = file.read(30)
    if head[12:16] != b"VP8X":
        raise ValueError(f"{picture} is no such WebP file")
    return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
