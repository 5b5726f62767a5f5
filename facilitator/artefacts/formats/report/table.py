"""Tables: a caption, heads that are repeated on every page, and no column in which nothing stands.

Where the window is narrow a row of more than two columns becomes a card, in which each cell says its head itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.artefacts.formats.report.element import Child, Element, element

Row = Sequence[Child]

PAIR = 2  # so many columns a phone has room for


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Row],
    *,
    title: int = 0,
    numbers: Sequence[int] = (),
    class_: str | None = None,
) -> Element:
    """A table in a frame that can be scrolled where the window is narrow.

    title: the column that names the row. Columns that are empty in every row are left out, that one never. numbers:
    columns that hold figures alone and need little room.
    """
    kept = [at for at in range(len(heads)) if at == title or any(row[at] != "" for row in rows)]
    little = dict.fromkeys(numbers, "figure")
    is_wide = len(kept) > PAIR
    head = element("tr", *(element("th", heads[at], scope="col", class_=little.get(at)) for at in kept))
    body = [
        element(
            "tr",
            *(
                element("th", row[at], scope="row")
                if at == title
                else element("td", row[at], class_=little.get(at), data_head=heads[at] if is_wide else None)
                for at in kept
            ),
        )
        for row in rows
    ]
    whole = element(
        "table",
        element("caption", caption),
        element("thead", head),
        element("tbody", *body),
        class_=" ".join(filter(None, (class_, "cards" if is_wide else None))) or None,
    )
    return framed(caption, whole)


def framed(name: str, wide: Element, class_: str = "wide-thing") -> Element:
    """What may be wider than the window, to be scrolled by the keyboard too."""
    return element("div", wide, class_=class_, role="group", tabindex=0, aria_label=name)
