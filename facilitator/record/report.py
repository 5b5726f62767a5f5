"""The report of a whole workshop, made of what lies in the record."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.artefacts.formats.html import Ways, write_workshop
from facilitator.models import Board, Workshop
from facilitator.record.provenance import of_workshop
from facilitator.record.read import newest, read
from facilitator.record.summary import summary_of


def workshop_report(workshop: Workshop, boards: Iterable[Board], language: str, ways: Ways = ()) -> bytes:
    """HTML: a cover with the summary, then the newest version of each of these boards. ways: on a screen above it."""
    artefacts = [read(saved) for saved in newest(boards)]
    return write_workshop(of_workshop(workshop), artefacts, language, ways, summary_of(workshop.id))
