"""What the pictures and tables of one board share: its reader, its notes' numbers, and ids that no other board has."""

from __future__ import annotations

import re

from facilitator.artefacts.formats.pictures import NO_PICTURES, Pictures
from facilitator.artefacts.formats.reader import Item, Reader
from facilitator.artefacts.formats.report.element import Child, Element, element, picture
from facilitator.artefacts.formats.report.web import with_links
from facilitator.artefacts.votes import total

TONGUE = re.compile(r"[a-z]{2,3}")


class Board:
    """One artefact in a report. mark: before its ids. level: of the heading that names it."""

    def __init__(self, reader: Reader, mark: str, level: int, pictures: Pictures = NO_PICTURES) -> None:
        self.pictures = pictures
        self.reader = reader
        self.mark = mark
        self.level = level
        self.numbers = {item_id: number for number, item_id in enumerate(reader.items, 1)}
        self.lying: dict[str, list[Item]] = {}
        for item in reader.items.values():
            self.lying.setdefault(item["place"]["zone"], []).append(item)

    def heading(self, text: Child, deeper: int = 1) -> Element:
        """A heading below the board's own."""
        return element(f"h{self.level + deeper}", text)

    def section(self, title: str, *parts: Child | None, class_: str | None = None) -> Element:
        """A part of the report with its heading."""
        return element("section", self.heading(title), *parts, class_=class_)

    def said(self, item: Item) -> Element:
        """What somebody wrote, in the language that they wrote it in."""
        lang = item.get("lang")
        return self.worded(item["text"], lang if lang and TONGUE.fullmatch(lang) else None)

    def worded(self, text: str, lang: str | None = None) -> Element:
        """People's own words, the web addresses in them as links."""
        return element("span", *with_links(text), class_="said", lang=lang)

    def picture(self, item: Item) -> Element | None:
        """A note's picture with what it shows; where the picture is gone, the words alone."""
        if "picture" not in item:
            return None
        words = element("span", self.reader.picture(item), class_="said")
        found = self.pictures.get(item["picture"]["id"])
        if found is None:
            return element("div", f"{self.reader.say('picture')}: ", words, class_="picture")
        return element("div", picture(*found), words, class_="picture")

    def number(self, item_id: str) -> Element:
        """The number that a note has in pictures and tables."""
        return element("span", str(self.numbers[item_id]), class_="number")

    def votes(self, thing: Item) -> str:
        """*3 ääntä*; nothing where nobody voted."""
        got = total(thing)
        return counted("votes", got, self.reader) if got else ""


def counted(name: str, count: int, reader: Reader) -> str:
    """One of the wordings that differ by number."""
    return reader.say(f"{name}_one") if count == 1 else reader.say(f"{name}_many", n=count)
