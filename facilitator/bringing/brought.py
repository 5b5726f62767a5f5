"""What every format is read into: notes, links and frames, and by row what was left behind and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

MOST_BYTES = 8 << 20
MOST_NOTES = 2_000  # at once: what a board can be worked with


class Unreadable(Exception):
    """The file as a whole cannot be taken: `code` says why, `detail` where."""

    def __init__(self, code: str, **detail: Any) -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Listed:
    """Something that was not taken, or not as it stood. row: its line, row or number in the file, from 1."""

    row: int
    code: str
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtNote:
    """One note. kind and zone: what the file calls them, if it says; x and y: in the file's own measure.

    called: by what other names the zone goes. is_placed: x and y are in a board's measure. order, angle: of a board.
    alternatives: wordings that nobody has chosen between. merged: notes that became this one. origin: the output that
    it was carried over from. picture: by what name the
    file holds its picture, or its digest; shows: what that shows; is_ground: whether it lies under its place.
    """

    row: int
    text: str
    key: str = ""
    kind: str = ""
    zone: str = ""
    x: float | None = None
    y: float | None = None
    called: Sequence[str] = ()
    is_placed: bool = False
    order: str = ""
    angle: float | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    lang: str | None = None
    voices: int | None = None
    alternatives: Sequence[str] = ()
    merged: Sequence[Mapping[str, Any]] = ()
    entity: str = ""
    about: Sequence[str] = ()
    origin: Mapping[str, Any] | None = None
    picture: str = ""
    shows: str = ""
    is_ground: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtLink:
    """How one note stands to another, by their keys."""

    row: int
    source: str
    target: str
    key: str = ""
    kind: str = ""
    label: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtTheme:
    """Notes under a title, by their keys."""

    row: int
    title: str
    notes: Sequence[str]
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtComment:
    """What was said of a note or an arrow, by its key. at: when, as events carry it; nothing where nobody knows."""

    row: int
    on: str
    text: str
    key: str = ""
    at: str = ""
    is_resolved: bool = False
    answers: Sequence[BroughtComment] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtBallot:
    """What a ballot came to. sums: by the keys of notes or themes. zones: where it was asked; none: all over."""

    row: int
    key: str
    title: str
    over: str
    each: int
    per_note: int
    sums: Mapping[str, int]
    voters: int
    is_secret: bool
    zones: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtPlace:
    """A phase, a lane, the cell where two of them meet, or another place of a board of ours, in reading order.

    title: as people wrote it, or by language. axis: phase or lane. phase and lane: of a cell, their keys.
    entity and origin: what it is in the project's register, and the output that it was carried over from.
    """

    row: int
    key: str
    title: Any
    axis: str = ""
    accepts: Sequence[str] = ()
    phase: str = ""
    lane: str = ""
    entity: str = ""
    origin: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtShape:
    """What a board of ours was, apart from what lay on it. kinds: where people chose and named them."""

    method: str
    places: Sequence[BroughtPlace] = ()
    kinds: Sequence[Mapping[str, Any]] | None = None
    variant: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A named area, in the file's own measure. inset: how far in begins that of what lies in it; None: it has none."""

    key: str
    title: str
    x: float
    y: float
    width: float
    height: float
    inset: float | None = None

    def holds(self, x: float, y: float) -> bool:
        """Whether this place lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A file as it was read. found: how many notes, links, themes, comments and ballots it has, `skipped` of them
    left behind.

    remarks are about what was taken, though not all of it, or not as it stood. pictures: by name, in base64.
    left_out: how many notes its output had not.
    """

    notes: Sequence[BroughtNote] = ()
    links: Sequence[BroughtLink] = ()
    themes: Sequence[BroughtTheme] = ()
    comments: Sequence[BroughtComment] = ()
    ballots: Sequence[BroughtBallot] = ()
    frames: Sequence[Frame] = ()
    shape: BroughtShape | None = None
    left_out: int = 0
    pictures: Mapping[str, str] = field(default_factory=dict)
    skipped: Sequence[Listed] = ()
    remarks: Sequence[Listed] = ()

    @property
    def found(self) -> int:
        """How many things the file has."""
        things = (self.notes, self.links, self.themes, self.comments, self.ballots, self.skipped)
        return sum(map(len, things)) + sum(len(each.answers) for each in self.comments)


def around(frames: Sequence[Frame], x: float, y: float) -> Frame | None:
    """The smallest frame that this place lies in."""
    return min(
        (frame for frame in frames if frame.holds(x, y)), key=lambda frame: frame.width * frame.height, default=None
    )


def innermost(frames: Sequence[Frame], x: float | None, y: float | None) -> str:
    """Its title; nothing where there is none."""
    frame = around(frames, x, y) if x is not None and y is not None else None
    return frame.title if frame else ""


def links_of(
    wanted: Iterable[BroughtLink], notes: set[str], frames: set[str]
) -> tuple[list[BroughtLink], list[Listed]]:
    """Those between two different notes, and the others with the reason."""
    links: list[BroughtLink] = []
    skipped: list[Listed] = []
    for link in wanted:
        ends = {link.source, link.target}
        if "" not in ends and ends <= notes and len(ends) == 2:
            links.append(link)
        elif "" not in ends and ends <= notes:
            skipped.append(Listed(link.row, "link.same"))
        elif "" not in ends and ends <= notes | frames:
            skipped.append(Listed(link.row, "link.area"))
        else:
            skipped.append(Listed(link.row, "link.dangling"))
    return links, skipped
