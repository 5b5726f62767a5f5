"""What pictures are made of: the frame with its name and its words, a note as a box, lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.artefacts.formats.reader import Item
from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.element import Child, Element, element
from facilitator.artefacts.formats.report.wording import lines

SIZE = 13  # of a letter, in the units of a picture
LINE = 15
PAD = 7


def picture(
    board: Board,
    name: str,
    box: tuple[float, float, float, float],
    drawn: Sequence[Child],
    caption: str | None = None,
    note: str | None = None,
) -> Element:
    """A picture with a title and a description; box: left, top, width, height. What is in it is in tables too.

    caption: what it shows, if not the map. note: what to know beside where the numbers come from.
    """
    reader = board.reader
    title, words = f"{board.mark}-{name}-title", f"{board.mark}-{name}-words"
    caption = caption or reader.say("map_of", title=reader.words(reader.artefact["title"]))
    said = " ".join(filter(None, (note, reader.say("map_in_tables"))))
    left, top, wide, high = box
    marks = []
    if reader.artefact["provenance"]["is_example"]:  # in the picture itself, which may go on alone
        high += 2 * LINE
        marks.append(label(reader.say("example_all_invented"), left + PAD, top + high - PAD, "start", "mark-all"))
    svg = element(
        "svg",
        element("title", caption, id=title),
        element("desc", said, id=words),
        *drawn,
        *marks,
        viewBox=" ".join(number(each) for each in (left, top, wide, high)),
        role="img",
        aria_labelledby=f"{title} {words}",
        focusable="false",
    )
    scrolled = element("div", svg, class_="wide-thing", role="group", tabindex=0, aria_label=caption)
    return element("figure", scrolled, element("figcaption", said))


def box(board: Board, note: Item, middle: tuple[float, float], size: tuple[float, float]) -> Element:
    """A note with its number and as much of its text as fits; cut at its edges, whatever the font."""
    wide, high = size
    most = int((high - PAD) // LINE)
    text = f"{board.numbers[note['id']]}  {note['text']}"
    told = lines(text, (wide - 2 * PAD - 3) / SIZE, most)
    top = (high - len(told) * LINE) / 2 + LINE - 3.5
    return element(
        "svg",
        element("rect", x=0.75, y=0.75, width=number(wide - 1.5), height=number(high - 1.5), rx=6, class_="edge"),
        element("rect", x=0.75, y=4, width=4, height=number(high - 8), rx=2, class_="strip"),
        *(
            element("text", line, x=PAD + 3, y=number(top + at * LINE), class_="first" if at == 0 else None)
            for at, line in enumerate(told)
        ),
        x=number(middle[0] - wide / 2),
        y=number(middle[1] - high / 2),
        width=number(wide),
        height=number(high),
        class_=f"note {board.reader.tint(note)}",
    )


def label(text: str, x: float, y: float, anchor: str = "middle", class_: str = "label") -> Element:
    """One line of text."""
    return element("text", text, x=number(x), y=number(y), text_anchor=anchor, class_=class_)


def number(length: float) -> str:
    """A length to a tenth: the same on every machine."""
    return f"{round(length * 10) / 10:g}"
