"""People's text inside Markdown, so that it stays text: no heading, list, link, table or HTML comes out of it.

CommonMark with GitHub's tables and links. A backslash before ASCII punctuation makes it plain; what a parser would trim
or read as layout is written as a character reference. Reading it back gives the same text, sign for sign.
"""

from __future__ import annotations

import re
import sys

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$@]|(?<=\bwww)\.|:(?=//)")  # the last two would become links
_LINE_START = re.compile(r"[-+=:]|[0-9]+[.)]")
_BREAK = "&#10;"
_ESCAPED = re.compile(r"\\(?:\n|([!-/:-@\[-`{-~]))|&#([0-9]{1,7});")  # CommonMark 2.4, 2.5 and 6.7


def inline(text: str) -> str:
    """The text on one line: in a heading, a table cell or a sentence."""
    return _BREAK.join(map(_line, text.split("\n")))


def block(text: str, indent: str = "") -> str:
    """The text with its line breaks; indent: what the lines after the first begin with, inside a list."""
    body = text.rstrip("\n")
    return f"\\\n{indent}".join(map(_line, body.split("\n"))) + _BREAK * (len(text) - len(body))


def plain(marked: str) -> str:
    """The text that `inline` or `block` was given. Signs that somebody wrote without escaping them stay."""
    return _ESCAPED.sub(lambda found: _sign(found[2]) if found[2] else found[1] or "\n", marked)


def _sign(number: str) -> str:
    return chr(int(number)) if int(number) < sys.maxunicode else f"&#{number};"


def _line(line: str) -> str:
    inner = line.strip()
    if not inner:
        return _references(line)
    start = line.index(inner)
    marked = _SIGNS.sub(r"\\\g<0>", inner)
    begins = _LINE_START.match(marked)
    if begins:
        marked = f"{marked[: begins.end() - 1]}\\{marked[begins.end() - 1 :]}"
    return _references(line[:start]) + marked + _references(line[start + len(inner) :])


def _references(space: str) -> str:
    """Space that would be trimmed, as character references."""
    return "".join(f"&#{ord(sign)};" for sign in space)
