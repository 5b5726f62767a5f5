"""Writing down what a workshop came to: before it is closed, or after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.errors import Conflict
from facilitator.models import Summary, Workshop
from facilitator.models.base import now
from facilitator.models.transaction import transaction
from facilitator.planning.wording import ORGANISATION, Bound, cleaned, refusal_of

SUMMARY = Bound(600, is_optional=True, has_lines=True)
LINE = Bound(300, is_optional=True)
MOST_LINES = 40  # of each kind: a page, not a log
LISTS = ("decisions", "open_questions")

Step = Mapping[str, Any]  # what, owner, due: a date or None


def write_summary(
    workshop: Workshop,
    by: str,
    summary: str = "",
    decisions: Sequence[str] = (),
    open_questions: Sequence[str] = (),
    next_steps: Sequence[Step] = (),
    edition: int | None = None,
) -> None:
    """Put this in the place of what was written before; empty lines are left out, and anything may be empty.

    by: a person's id. edition: the one that the writer began from, 0 for none. Raises Conflict (`summary.changed`)
    where somebody has written since, and Invalid: `fields` names a line as `decisions-0`, `next_steps-0-owner`.
    """
    words = _cleaned(summary, {"decisions": decisions, "open_questions": open_questions}, next_steps)
    steps = [
        {"what": what, "owner": owner, "due": due.isoformat() if due else None}
        for n, due in enumerate(step.get("due") for step in next_steps)
        if any(((what := words[f"next_steps-{n}-what"]), (owner := words[f"next_steps-{n}-owner"]), due))
    ]
    lists = {name: [words[key] for key in words if key.startswith(f"{name}-") and words[key]] for name in LISTS}
    with transaction() as tx:
        saved = tx.get(Summary, workshop.id)
        if edition is not None and edition != (saved.edition if saved else 0):
            raise Conflict("summary.changed")
        if saved is None:
            saved = Summary(workshop_id=workshop.id, edition=0)
            tx.add(saved)
        saved.summary, saved.next_steps = words["summary"], steps
        saved.decisions, saved.open_questions = lists["decisions"], lists["open_questions"]
        saved.edition, saved.written_at, saved.written_by = saved.edition + 1, now(), by


def _cleaned(summary: str, lists: Mapping[str, Sequence[str]], steps: Sequence[Step]) -> dict[str, str]:
    """Every line by its name, as it is kept."""
    for name, lines in {**lists, "next_steps": steps}.items():
        if len(lines) > MOST_LINES:
            raise refusal_of({name: ("summary.many", {"most": MOST_LINES})})
    given: dict[str, tuple[Any, Bound]] = {"summary": (summary, SUMMARY)}
    given |= {f"{name}-{n}": (text, LINE) for name, lines in lists.items() for n, text in enumerate(lines)}
    for n, step in enumerate(steps):
        given[f"next_steps-{n}-what"] = step.get("what"), LINE
        given[f"next_steps-{n}-owner"] = step.get("owner"), ORGANISATION
    return cleaned(**given)
