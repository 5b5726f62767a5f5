"""HTML and SVG as trees of elements, written out here and nowhere else, so that people's text can only ever be text.

What is not in the two lists cannot be made: there is no script, no handler, no style of an element's own, and no
address but of this host and this page. The one exception is `outward`: a link, that somebody may follow.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Union

from facilitator.artefacts.formats.report.hyphens import pieces

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "nav", "main", "section", "h1", "h2", "h3", "h4"),
    *("div", "p", "span", "strong", "a", "i", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("img", "svg", "desc", "rect", "circle", "ellipse", "line", "text", "polygon"),
}
ATTRIBUTES = {
    *("lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "scope", "role", "tabindex"),
    *("aria-label", "aria-labelledby", "data-head", "viewBox", "width", "height", "text-anchor", "focusable"),
    *("x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "points"),
}
EMPTY = {"meta", "img"}
WHOLE = {"style", "title", "svg", "caption"}  # no word in these is broken
ALONE = {  # where a line may break without becoming a space in what people read
    *("meta", "title", "style", "head", "body", "nav", "main", "section", "h1", "h2", "h3", "h4"),
    *("p", "ul", "ol", "li", "tr", "table", "svg", "figure"),
}
OURS = re.compile(r"(?:/(?![/\\])|#)[^\\\s]*")

Child = Union["Element", str]


@dataclass(frozen=True)
class Element:
    """Made by `element`."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Child, ...]


def element(name: str, /, *children: Child | None, **attributes: object) -> Element:
    """An element; children and attributes that are None are left out.

    attributes: `class_` for class, `aria_label` for aria-label. Raises ValueError for what a report never has.
    """
    given = tuple(
        (key.rstrip("_").replace("_", "-"), str(value)) for key, value in attributes.items() if value is not None
    )
    if name not in ELEMENTS or any(key not in ATTRIBUTES for key, _ in given):
        raise ValueError(f"no report has this: {name} {given}")
    if any(key == "href" and not OURS.fullmatch(value) for key, value in given):
        raise ValueError(f"leads elsewhere: {given}")
    return Element(name, given, tuple(child for child in children if child is not None))


def outward(address: str, shown: str) -> Element:
    """A link away from here, as people wrote its address. Nothing of it is fetched unless somebody follows it.

    Raises ValueError for what is no address of the web.
    """
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"no address of the web: {address}")
    about = (("href", address), ("rel", "noopener noreferrer nofollow"), ("target", "_blank"))
    return Element("a", about, (shown,))


def picture(media_type: str, body: bytes) -> Element:
    """A picture that the document brings itself; what it shows stands in words beside it."""
    source = f"data:{media_type};base64,{base64.b64encode(body).decode()}"
    return Element("img", (("src", source), ("alt", "")), ())


def markup(root: Element) -> str:
    """The element and all in it as text. A style sheet is ours and stands as it is; it must not end its element."""
    return "".join(_written(root, ""))


def _written(one: Element, language: str) -> Iterable[str]:
    """language: of the words, unless the element says another; empty where none may be broken."""
    language = "" if one.name in WHOLE else dict(one.attributes).get("lang", language)
    attributes = "".join(f' {name}="{escaped(value)}"' for name, value in one.attributes)
    yield f"<{one.name}{attributes}>"
    if one.name not in EMPTY:
        for child in one.children:
            if isinstance(child, Element):
                yield from _written(child, language)
            else:
                yield child if one.name == "style" else _broken(child, language)
        yield f"</{one.name}>"
    if one.name in ALONE:
        yield "\n"


def _broken(text: str, language: str) -> str:
    """With marks, seen by nobody, where a line that is full may break a word and draw a hyphen."""
    return '<i class="shy"></i>'.join(escaped(piece) for piece in pieces(text, language))


def escaped(text: str) -> str:
    """Text that a parser reads back sign for sign, between tags and inside quotes."""
    marked = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return marked.replace("\r", "&#13;")
