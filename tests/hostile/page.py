"""A page as a browser takes it apart: which elements and attributes there are, and which texts.

Marks where a word may be broken (`i`) are nothing to whoever reads: they stand in neither.
"""

from __future__ import annotations

from html.parser import HTMLParser

BREAK = "i"
Element = tuple[str, tuple[str, ...]]


class Page(HTMLParser):
    """skeleton: tags with the names of their attributes, in order. texts: of text nodes. values: of attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.skeleton: list[Element] = []
        self.texts: list[str] = []
        self.values: list[tuple[str, str, str]] = []  # element, attribute, value
        self.odd: list[str] = []  # comments, declarations and the like
        self._is_in_text = False
        self.feed(markup)
        self.close()

    @property
    def links(self) -> set[str]:
        """All that the page leads to or loads."""
        return {value for _, name, value in self.values if name in ("href", "src", "action", "formaction", "data")}

    def says(self, text: str) -> bool:
        """Whether somebody can read it here, in a text or in a field."""
        return any(text in each for each in self.texts) or any(text in value for _, _, value in self.values)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == BREAK:
            return
        self._is_in_text = False
        self.skeleton.append((tag, tuple(name for name, _ in attrs)))
        self.values += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if tag == BREAK:
            return
        self._is_in_text = False
        self.skeleton.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        if self._is_in_text:
            self.texts[-1] += data
        else:
            self.texts.append(data)
        self._is_in_text = True

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_decl(self, decl: str) -> None:
        if decl != "doctype html":
            self.odd.append(decl)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)
