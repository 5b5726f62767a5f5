"""How opening a document grows with its log: with a stored state, and without.

    python -m tests.benchmarks.opening

Prints medians of several openings of logs of 1,000, 10,000 and 100,000 events over the same 300 notes, and the ratio of
the longest to the shortest. The reading and the folding are measured, as a process does them that opens the document.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import uuid

from sqlalchemy import delete

from facilitator import create_app
from facilitator.config import Settings
from facilitator.engine import Event
from facilitator.extensions import db
from facilitator.live import log
from facilitator.live.folding import fold_log
from facilitator.live.keeping import Keeper
from facilitator.live.workings import Workings
from facilitator.models import StoredState
from facilitator.models.transaction import transaction
from tests.makers import make_board

SIZES = (1_000, 10_000, 100_000)
NOTES, ROUNDS, PAGE = 300, 7, 5_000
AT = "2026-11-24T12:00:00.000Z"
WORDS = "Sama tieto kysytään kolmesti, ja joka kerta eri lomakkeella"


def event(seq: int) -> Event:
    """First the notes are added, then they are moved about."""
    number = seq % NOTES
    if seq <= NOTES + 1:
        fields = {"kind": "pain_point", "text": WORDS, "author": "p:bjorn", "zone": "zone:unplaced", "order": "a0"}
    else:
        fields = {"zone": "zone:unplaced", "order": f"a{seq % 10}"}
    return Event(seq, str(uuid.UUID(int=seq)), "p:bjorn", AT, [{"id": f"note:{number}", "set": fields}])


def write(size: int) -> str:
    """A board whose log has so many events."""
    document = make_board().id
    with transaction() as tx:
        epoch, head = log.heads(tx.connection(), [document])[document]
        for start in range(head + 1, size + 1, PAGE):
            events = [log.Entry(event(seq), "") for seq in range(start, min(start + PAGE, size + 1))]
            log.append(tx.connection(), document, events, epoch)
    return document


def seconds(document: str) -> float:
    """Median of several openings."""
    found = []
    for _ in range(ROUNDS):
        with db.engine.connect() as connection:
            started = time.perf_counter()
            fold_log(connection, document)
            found.append(time.perf_counter() - started)
    return statistics.median(found)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"TESTING": True}, Settings.read({}, instance=folder))
        with app.app_context():
            db.create_all()
            rows = [measured(app.extensions["live"].workings, size) for size in SIZES]
            db.session.remove()
            db.engine.dispose()
    sys.stdout.write(f"{'events':>8}  {'stored':>9}  {'from zero':>9}\n")
    for size, stored, whole in rows:
        sys.stdout.write(f"{size:>8}  {stored * 1000:>6.1f} ms  {whole * 1000:>6.1f} ms\n")
    last, first = rows[-1], rows[0]
    sys.stdout.write(f"{'ratio':>8}  {last[1] / first[1]:>9.2f}  {last[2] / first[2]:>9.2f}\n")


def measured(workings: Workings, size: int) -> tuple[int, float, float]:
    """Events, and how long opening takes with the newest stored state and without any."""
    document = write(size)
    whole = seconds(document)
    with db.engine.connect() as connection:
        opened = fold_log(connection, document)
    Keeper(document, workings, 0).keep(opened.epoch, opened.state)
    stored = seconds(document)
    with transaction() as tx:
        tx.execute(delete(StoredState))
    return size, stored, whole


if __name__ == "__main__":
    main()
