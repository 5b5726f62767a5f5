"""The project's record: what its boards held, confirmed, version by version, in time order."""

from __future__ import annotations

from facilitator.record.files import file_of, report_of, workshop_report
from facilitator.record.freeze import freeze
from facilitator.record.read import latest, newest, read
from facilitator.record.summary import says_something, summary_of
from facilitator.record.timeline import Entry, timeline

__all__ = [
    "Entry",
    "file_of",
    "freeze",
    "latest",
    "newest",
    "read",
    "report_of",
    "says_something",
    "summary_of",
    "timeline",
    "workshop_report",
]
