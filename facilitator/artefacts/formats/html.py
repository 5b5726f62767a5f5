"""HTML: a report that prints well on A4, of one board or of a whole workshop, in one file with nothing to fetch.

Maps as pictures with their tables, heads repeated on every page, page numbers. The document names the only style sheet
that may apply to it, so that a file on somebody's disk runs and loads as little as the page does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.artefacts.formats.pictures import NO_PICTURES, Pictures
from facilitator.artefacts.formats.reader import Reader
from facilitator.artefacts.formats.report import sections
from facilitator.artefacts.formats.report.board import Board
from facilitator.artefacts.formats.report.challenge import challenge
from facilitator.artefacts.formats.report.element import Child, Element, element, markup
from facilitator.artefacts.formats.report.maps import maps
from facilitator.artefacts.formats.report.notes import notes
from facilitator.artefacts.formats.report.pain_curve import pain_curve
from facilitator.artefacts.formats.report.style import POLICY, STYLE
from facilitator.artefacts.formats.report.summary import NO_SUMMARY
from facilitator.artefacts.formats.report.summary import summary as summarised
from facilitator.artefacts.formats.report.tongue import spoken
from facilitator.artefacts.formats.words import say
from facilitator.artefacts.words import in_language

SHORT = 12  # of a digest, enough to tell two apart

Ways = Sequence[tuple[str, str]]  # words and addresses of ours, shown on a screen above the report


def write(artefact: Mapping[str, Any], language: str, pictures: Pictures = NO_PICTURES) -> bytes:
    """The report of one board."""
    return report(artefact, language, (), pictures)


def report(artefact: Mapping[str, Any], language: str, ways: Ways = (), pictures: Pictures = NO_PICTURES) -> bytes:
    """The same with a way back: for a page."""
    is_example = artefact["provenance"]["is_example"]
    return _document(
        in_language(artefact["title"], language),
        language,
        is_example,
        [_board(artefact, language, 1, pictures, True)],
        ways,
    )


def write_workshop(
    about: Mapping[str, Any],
    artefacts: Sequence[Mapping[str, Any]],
    language: str,
    ways: Ways = (),
    summary: Mapping[str, Any] = NO_SUMMARY,
    pictures: Pictures = NO_PICTURES,
) -> bytes:
    """A cover with what the workshop came to, then the report of each board.

    about: `programme`, `project`, `workshop`, `is_example` of provenance. summary: as `record/summary.py` gives it.
    """
    boards = [_board(artefact, language, number, pictures, False) for number, artefact in enumerate(artefacts, 1)]
    cover = _cover(about, artefacts, language, summarised(summary, language))
    title = in_language(about["workshop"]["title"], language)
    return _document(title, language, about["is_example"], [cover, *boards], ways)


def _document(title: str, language: str, is_example: bool, parts: Sequence[Element], ways: Ways) -> bytes:
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="robots", content="noindex"),
        element("title", f"{title} – {say('report', language)}"),
        element("style", STYLE),
    )
    links = [element("li", element("a", words, href=address)) for words, address in ways]
    nav = element("nav", element("ul", *links), class_="ways", aria_label=say("ways", language)) if ways else None
    body = element("body", nav, element("main", *parts), class_=f"example-{language}" if is_example else None)
    return f"<!doctype html>\n{markup(element('html', head, body, lang=language))}".encode()


def _marks(artefact: Mapping[str, Any], reader: Reader) -> list[Child]:
    found = [reader.say("draft")] if artefact["id"] is None else []
    if artefact["provenance"]["is_example"]:
        found.append(reader.say("example_all_invented"))
    return [element("p", element("strong", each, class_="mark-all")) for each in found]


def _board(artefact: Mapping[str, Any], language: str, number: int, pictures: Pictures, is_alone: bool) -> Element:
    """One board; alone it also says which project and workshop it belongs to."""
    reader = Reader(artefact, language)
    board = Board(reader, f"board-{number}", 1 if is_alone else 2, pictures)
    told = artefact["provenance"]
    kicker = f"{reader.method()} · {reader.standing()}"
    question = spoken(told["question"], language)
    pairs: list[tuple[str, Child]] = [
        (reader.say("programme"), told["programme"]["title"] if is_alone else ""),
        (reader.say("project"), told["project"]["title"] if is_alone else ""),
        (reader.say("workshop"), spoken(told["workshop"]["title"], language) if is_alone else ""),
        (reader.say("group"), told["group"]["title"] if told["group"] else ""),
        (reader.say("taken_at"), reader.moment(told["taken_at"])),
        (reader.say("participants"), str(told["participants"]["count"])),
        (reader.say("organisations"), ", ".join(told["participants"]["organisations"])),
        (reader.say("left_out"), reader.left_out()),
    ]
    return element(
        "section",
        element("p", kicker, class_="kicker"),
        board.heading(spoken(artefact["title"], language), 0),
        *_marks(artefact, reader),
        element("p", question, class_="question said") if question else None,
        sections.facts(pairs),
        *challenge(board),
        *sections.recorded(board),
        sections.insights(board),
        pain_curve(board),
        *sections.tables(board),
        maps(board),
        notes(board),
        sections.relations(board),
        sections.comments(board),
        sections.themes(board),
        sections.ballots(board),
        sections.questions(board),
        sections.origin(board),
        class_=None if is_alone else "board",
        id=board.mark,
    )


def _cover(
    about: Mapping[str, Any], artefacts: Sequence[Mapping[str, Any]], language: str, summary: Element | None
) -> Element:
    programme, project, workshop = about["programme"], about["project"], about["workshop"]
    organisations = {each for told in artefacts for each in told["provenance"]["participants"]["organisations"]}
    pairs: list[tuple[str, Child]] = [
        (say("programme", language), programme["title"]),
        (say("owner", language), programme["owner"]),
        (say("project", language), project["title"]),
        (say("applicant", language), project["applicant"]),
        (say("case_number", language), project["case_number"]),
        (say("workshop_kind", language), say(f"kind_{workshop['kind']}", language)),
        (say("workshop_order", language), str(workshop["order"])),
        (say("organisations", language), ", ".join(sorted(organisations))),
    ]
    example = element("p", element("strong", say("example_all_invented", language), class_="mark-all"))
    return element(
        "section",
        element("p", say("report_of_workshop", language), class_="kicker"),
        element("h1", spoken(workshop["title"], language)),
        example if about["is_example"] else None,
        sections.facts(pairs),
        summary,
        element("h2", say("contents", language)),
        _contents(artefacts, language) if artefacts else element("p", say("nothing_confirmed", language)),
        class_="cover",
    )


def _contents(artefacts: Sequence[Mapping[str, Any]], language: str) -> Element:
    """What there is, with the beginning of the digest that proves each; the whole of it stands with the board."""
    entries = []
    for number, artefact in enumerate(artefacts, 1):
        reader = Reader(artefact, language)
        taken_at = reader.moment(artefact["provenance"]["taken_at"])
        version = f" · {reader.standing()}"
        taken = f" · {say('taken_at', language)}: {taken_at}"
        digest = f" · {say('digest', language)}: {artefact['digest'][:SHORT]}…"
        link = element("a", spoken(artefact["title"], language), href=f"#board-{number}")
        entries.append(element("li", link, version, taken, element("span", digest, class_="soft")))
    return element("ol", *entries)
