"""What a report says of one board beside its pictures: facts, findings, and a table for each kind of thing."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.artefacts.formats.provenance import provenance
from facilitator.artefacts.formats.reader import Item, Value
from facilitator.artefacts.formats.report.board import Board, counted
from facilitator.artefacts.formats.report.element import Child, Element, element
from facilitator.artefacts.formats.report.network import network
from facilitator.artefacts.formats.report.table import table
from facilitator.artefacts.formats.tables import derived
from facilitator.artefacts.votes import total

RECORDED = ("decisions", "actions", "open_questions", "lessons")
MEMBERS = {"by": "who", "owner": "who", "due": "when", "reason": "why"}


def facts(pairs: list[tuple[str, Child]]) -> Element:
    """Names and values; what is empty is left out."""
    return element("dl", *(element("div", element("dt", name), element("dd", value)) for name, value in pairs if value))


def recorded(board: Board) -> Iterator[Element]:
    """Decisions, actions, open questions and lessons, each when there are any."""
    reader = board.reader
    for name in RECORDED:
        told = reader.artefact[name]
        if not told:
            continue
        heads = [reader.say("number"), reader.say("what"), *(reader.say(each) for each in MEMBERS.values())]
        rows = [
            [
                board.number(each["id"]),
                board.said(reader.items[each["id"]]),
                *(reader.day(each.get(member)) if member == "due" else each.get(member) or "" for member in MEMBERS),
            ]
            for each in told
        ]
        title = reader.say(f"heading_{name}")
        yield board.section(title, table(title, heads, rows, title=1, numbers=(0,)))


def insights(board: Board) -> Element | None:
    """What was computed from the board, as sentences."""
    told = board.reader.artefact["insights"]
    sentences = (element("li", board.reader.words(each["text"])) for each in told)
    return board.section(board.reader.say("table_insights"), element("ul", *sentences)) if told else None


def tables(board: Board) -> Iterator[Element]:
    """The method's own tables."""
    for each in derived(board.reader):
        heads, *rows = [[board.reader.shown(cell) for cell in row] for row in each.rows]
        yield board.section(each.title, table(each.title, heads, rows))


def relations(board: Board) -> Element | None:
    """Each read from left to right: *Migri – antaa tietoa → PRH*."""
    reader, told = board.reader, board.reader.artefact["relations"]
    if not told:
        return None
    heads = [reader.say(name) for name in ("from", "relation", "to", "label", "state")]
    rows: list[list[Child]] = [
        [
            _numbered(board, each["from"]),
            f"– {reader.link(each, 'sentence')} →",
            _numbered(board, each["to"]),
            each["label"] or "",
            reader.state(each),
        ]
        for each in told
    ]
    title = reader.say("table_relations")
    return board.section(title, network(board), table(title, heads, rows))


def _numbered(board: Board, note: str) -> Element:
    """A note with the number that it has in the pictures."""
    return element("span", board.number(note), " ", board.said(board.reader.items[note]))


def comments(board: Board) -> Element | None:
    """Each with what it is about, and what was answered."""
    reader, told = board.reader, board.reader.comments()
    if not told:
        return None
    heads = [reader.say(name) for name in ("number", "about", "comment", "answers", "is_resolved")]
    rows: list[list[Child]] = [
        [
            board.number(thread["on"]) if thread["on"] in reader.items else "",
            board.said(reader.items[thread["on"]]) if thread["on"] in reader.items else reader.about(thread["on"]),
            board.worded(thread["text"]),
            _answers_to(thread, board),
            reader.say("yes") if thread["resolved"] else "",
        ]
        for thread in told
    ]
    title = reader.say("table_comments")
    return board.section(title, table(title, heads, rows, title=2, numbers=(0,)))


def _answers_to(thread: Item, board: Board) -> Child:
    answers = [element("li", board.worded(each["text"])) for each in thread["answers"]]
    return element("ul", *answers, class_="plain") if answers else ""


def themes(board: Board) -> Element | None:
    """Each with its notes."""
    reader, told = board.reader, board.reader.artefact["clusters"]
    if not told:
        return None
    heads = [reader.say("cluster"), reader.say("heading_notes"), reader.say("votes")]
    rows: list[list[Child]] = [
        [each["title"], _notes_of(each, board), str(total(each)) if total(each) else ""] for each in told
    ]
    title = reader.say("table_clusters")
    return board.section(title, table(title, heads, rows, numbers=(2,)))


def _notes_of(theme: Item, board: Board) -> Child:
    notes = [
        element("li", board.number(note), " ", board.said(board.reader.items[note]))
        for note in theme["notes"]
        if note in board.reader.items
    ]
    return element("ul", *notes, class_="plain") if notes else board.reader.say("no_notes")


def ballots(board: Board) -> Element | None:
    """Each with its sums, the highest first, and what the sums may tell."""
    told = board.reader.artefact["votes"]
    if not told:
        return None
    return board.section(board.reader.say("table_votes"), *(part for ballot in told for part in _ballot(ballot, board)))


def _ballot(ballot: Item, board: Board) -> Iterator[Element]:
    reader = board.reader
    yield board.heading(ballot["title"], 2)
    if ballot["open"]:
        yield element("p", reader.say("ballot_open"))
        return
    few = f" {reader.say('few_voters')}" if ballot["secret"] is False else ""
    yield element("p", counted("voters", ballot["voters"] or 0, reader) + few)
    got = [thing for thing in (*reader.items, *reader.clusters) if thing in ballot["sums"]]
    got.sort(key=lambda thing: -ballot["sums"][thing])  # stable: of equals the one that is read first
    if got:
        heads = [reader.say(name) for name in ("number", "thing", "votes")]
        rows: list[list[Child]] = [[*_thing(thing, board), str(ballot["sums"][thing])] for thing in got]
        yield table(ballot["title"], heads, rows, title=1, numbers=(0, 2), class_="sums")


def _thing(thing: str, board: Board) -> list[Child]:
    """A note with its number, or a theme, which has none."""
    if thing in board.reader.items:
        return [board.number(thing), board.said(board.reader.items[thing])]
    return ["", board.reader.text(thing)]


def questions(board: Board) -> Element | None:
    """The method's questions, and what answers each."""
    reader, told = board.reader, board.reader.artefact["questions"]
    if not told:
        return None
    heads = [reader.say(name) for name in ("guide_question", "answered", "by")]
    rows: list[list[Child]] = [
        [
            reader.words(each["text"]),
            reader.say("is_answered" if each["answered"] else "is_unanswered"),
            ", ".join(_answer(by, board) for by in each["by"]),
        ]
        for each in told
    ]
    title = reader.say("heading_questions")
    return board.section(title, table(title, heads, rows))


def _answer(answer: str, board: Board) -> str:
    """A note by its number, everything else by its words."""
    reader = board.reader
    if answer in reader.items:
        return f"{reader.say('note')} {board.numbers[answer]}"
    for relation in reader.artefact["relations"]:
        if relation["id"] == answer:
            return reader.read_out(relation)
    for ballot in reader.artefact["votes"]:
        if ballot["ballot"] == answer:
            return f"{reader.say('ballot')}: {ballot['title']}"
    return reader.text(answer)


def origin(board: Board) -> Element:
    """All that is known of where it comes from, with the digests that prove it."""
    reader = board.reader
    pairs: list[tuple[str, Value]] = provenance(reader)
    heads = [reader.say("name"), reader.say("content")]
    title = reader.say("table_provenance")
    whole = table(title, heads, [[name, reader.shown(value)] for name, value in pairs], class_="origin")
    return board.section(title, whole)
