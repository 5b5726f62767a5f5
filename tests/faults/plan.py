"""What a soak plays, in which size, beside what; and how long that will take.

The first seed is played in full; where that means a hundred clients, nothing runs beside it, because they are work for
two cores. Nor beside the faults whose promise is how long other people wait (I15), in either size. All the rest mostly
waits, so that several lanes play it at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tests.faults.controls import CONTROLS
from tests.faults.drill import FULL, GATE, Size
from tests.faults.drills import FAULTS
from tests.faults.results import Task

SIZES: Mapping[str, Size] = {"full": FULL, "gate": GATE}
MIXED = "mixed"  # the first seed in full, the others as in the gate

# How long one takes on two cores, small and in full; of what is not here, as of OTHER. For the estimate alone.
SECONDS: Mapping[str, tuple[int, int]] = {
    "F1": (12, 150), "F2": (7, 50), "F3": (11, 22), "F5": (16, 130), "F6": (8, 50), "F7": (6, 35), "F8": (6, 35),
    "F10": (14, 150), "F11": (12, 65), "F12": (8, 70), "F13": (4, 30), "F14": (3, 12), "F15": (3, 5), "F17": (10, 45),
    "F21": (9, 55), "F22": (5, 20), "F23": (12, 25), "F24": (10, 30),
}  # fmt: skip
OTHER, CONTROL_SECONDS = (10, 50), 20


def tasks(seeds: Sequence[int], faults: Iterable[str], size: str, has_controls: bool) -> list[Task]:
    """In the order in which they are begun; those that run alone come first."""
    found = [Task(name, 0, "gate") for name in CONTROLS] if has_controls else []
    for number, seed in enumerate(seeds):
        one = ("full" if number == 0 else "gate") if size == MIXED else size
        found += [Task(name, seed, one, _is_alone(name, one)) for name in faults]
    return sorted(found, key=lambda task: not task.is_alone)


def _is_alone(name: str, size: str) -> bool:
    return FAULTS[name].is_alone or (FAULTS[name].is_heavy and size == "full")


def estimate(planned: Iterable[Task], lanes: int, cores: int) -> float:
    """In seconds. Lanes beyond the cores gain half of what they would, since whoever waits needs none."""
    side_by_side = min(lanes, cores) + max(0, lanes - cores) / 2
    return sum(_seconds(task) / (1 if task.is_alone else side_by_side) for task in planned)


def _seconds(task: Task) -> int:
    if task.name in CONTROLS:
        return CONTROL_SECONDS
    small, full = SECONDS.get(task.name, OTHER)
    return full if task.size == "full" else small
