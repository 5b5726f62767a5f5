"""How the log is written: one line an event, with codes and ids, never with what people wrote, their names or a token.

The message of an exception may hold content, so it and the traceback give way to the kind of the fault and its place.
"""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from facilitator.faults import told

OURS = "facilitator"
WITH_HANDLERS = ("engineio.server", "socketio.server")  # they bring a handler each, which would write in its own form


def configure(form: str) -> None:
    """Write to standard error from now on. form: `text` for people, `json` for a collector."""
    last: Processor = structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"])
    if form == "json":
        last = structlog.processors.JSONRenderer(ensure_ascii=False)
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[_without_traceback, structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger(OURS).setLevel(logging.INFO)
    for name in WITH_HANDLERS:
        logging.getLogger(name).handlers.clear()


def _without_traceback(_logger: Any, _method: str, event: EventDict) -> EventDict:
    raised = event.pop("exc_info", None)
    fault = raised[1] if isinstance(raised, tuple) else raised
    if isinstance(fault, BaseException):
        event["fault"] = told(fault)
    return event
